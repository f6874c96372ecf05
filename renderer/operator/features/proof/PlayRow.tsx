/** One play: when, what, where, for whom, how long, and how it went with the reason. */
import { useTranslation } from 'react-i18next';
import type { Play } from '../../../../electron/contract/records/play';
import { Duration, StatusDot } from '../../../ui';
import { reasonText } from '../../i18n/say';
import { At } from '../../shared/At';
import { notBooked, OUTCOME_TONES } from './outcomes';
import css from './Proof.module.css';

export function PlayRow({ play, index, top }: { play: Play; index: number; top: number }) {
  const { t } = useTranslation('proof');
  const because = play.because ? reasonText(play.because) : '';
  return (
    <tr aria-rowindex={index} className={css.row} style={{ position: 'absolute', top, left: 0, right: 0 }}>
      <td className={css.start}>
        <At at={play.startedAt} /> <At at={play.startedAt} as="date" className={css.day ?? ''} />
      </td>
      <td className="one-line" title={play.assetName ?? undefined}>
        {play.assetName ?? play.assetId ?? t('slate')}
      </td>
      <td className="one-line" title={play.displayName}>
        {play.displayName}
      </td>
      <td className="one-line" title={play.bookingName ?? undefined}>
        {play.bookingName ?? <span className={css.day}>{t(notBooked(play))}</span>}
      </td>
      <td>
        <Duration ms={play.endedAt - play.startedAt} />
      </td>
      <td className={css.outcome}>
        <StatusDot tone={OUTCOME_TONES[play.outcome]}>{t(`outcome.${play.outcome}`)}</StatusDot>
        {because && (
          <span className={`one-line ${css.because}`} title={because}>
            {because}
          </span>
        )}
      </td>
    </tr>
  );
}
