import { useTranslation } from 'react-i18next';
import type { Takeover } from '../../../../../electron/contract/records/takeover';
import { lookOf } from '../stage';

/** Emergency, notice or drill, in a word. */
export function LookMark({ takeover }: { takeover: Takeover }) {
  const { t } = useTranslation('takeovers');
  return <>{t(`look.${lookOf(takeover)}`)}</>;
}
