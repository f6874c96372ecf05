/** How a submission stands: a tally light and its word. */
import { useTranslation } from 'react-i18next';
import type { SubmissionStanding } from '../../../electron/contract/records/submission';
import { StatusDot, type Tone } from '../../ui';

export const TONES: Record<SubmissionStanding, Tone> = {
  draft: 'grey',
  submitted: 'amber',
  verified: 'amber',
  approved: 'green',
  airing: 'red',
  ended: 'grey',
  recalled: 'amber',
  returned: 'blue',
  withdrawn: 'grey',
};

export function StandingMark({ standing }: { standing: SubmissionStanding }) {
  const { t } = useTranslation('submissions');
  return <StatusDot tone={TONES[standing]}>{t(`standing.${standing}`)}</StatusDot>;
}
