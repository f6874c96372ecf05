/** A spot under its item: what was planned, and what the play log proves. */
import { useTranslation } from 'react-i18next';
import type { ShowSpot } from '../../../../electron/contract/api/shows';
import { clockText, elapsedText } from '../../../client/air-text';
import { reasonText } from '../../../operator/i18n/say';
import { StatusDot, type Tone } from '../../../ui';
import css from './After.module.css';

const TONES: Record<ShowSpot['outcome'], Tone> = { played: 'green', partial: 'amber', missed: 'amber' };

export function SpotLine({ spot, zone }: { spot: ShowSpot; zone: string }) {
  const { t } = useTranslation('onAir');
  const { name, plannedMs, startedAt, actualMs, outcome, because } = spot;
  const number = `tabular ${css.number}`;
  const unproven = outcome === 'missed' ? t('after.unproven') : '';
  return (
    <tr className={css.spot}>
      <td className="any-word">{name}</td>
      <td className={number} />
      <td className={number}>{plannedMs === 0 ? '–' : elapsedText(plannedMs)}</td>
      <td className={number}>{startedAt === null ? '–' : clockText(startedAt, zone)}</td>
      <td className={number}>{startedAt === null ? '–' : elapsedText(actualMs)}</td>
      <td className={number} />
      <td className={css.outcome}>
        <StatusDot tone={TONES[outcome]}>{t(`after.spot.${outcome}`)}</StatusDot>
      </td>
      <td className="any-word">{because ? reasonText(because) : unproven}</td>
    </tr>
  );
}
