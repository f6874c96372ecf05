/** Which bookings wanted a place around this moment and did not get it, and why. Nothing where there were none. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { todayIn } from '../../../shared/days';
import { useDraftId } from '../drafts/open-draft';
import css from '../Schedule.module.css';
import type { Spot } from '../spot';

/** Looked at from so long before the start, up to as long after the end. */
const AROUND_MS = 60_000;
const MOST = 12;

export function PassedOver({ spot, zone }: { spot: Spot; zone: string }) {
  const { t } = useTranslation('schedule');
  const formats = useFormats();
  const input = {
    displayId: spot.displayId,
    day: todayIn(zone, spot.start),
    from: Math.max(0, spot.start - AROUND_MS),
    limit: MOST,
    only: 'skipped' as const,
    draftId: useDraftId(),
  };
  const found = useQuery(orpc.schedule.explain.queryOptions({ input })).data?.decisions ?? [];
  const near = found.filter(({ at }) => at <= spot.end + AROUND_MS);
  if (near.length === 0) return null;
  return (
    <>
      <h3>{t('detail.passedOver')}</h3>
      <ul className={css.reasons}>
        {near.map(({ at, bookingId, because }) => (
          <li key={`${at} ${bookingId} ${because.code}`}>
            <span className="tabular">{formats.time(at)}</span> {reasonText(because)}
          </li>
        ))}
      </ul>
    </>
  );
}
