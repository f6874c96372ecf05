/** A display's day as a strip: what is booked, what is filler, where nothing is; with the moment it is now. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { stationNow, useStationSecond } from '../../client/station-clock';
import { useFormats } from '../i18n/formats';
import { coloursOf } from './booking-colours';
import css from './DayStrip.module.css';
import { type StripSegment, stripOf } from './day-strip';
import { dayBounds } from './days';

export function DayStrip({ displayId, zone }: { displayId: string; zone: string }) {
  const { t } = useTranslation('displays');
  const { from, until } = dayBounds(stationNow(), zone);
  const input = { displayId, from, until };
  const timeline = useQuery(orpc.schedule.timeline.queryOptions({ input })).data;
  const bookings = useQuery(orpc.bookings.list.queryOptions()).data ?? [];
  const colourOf = coloursOf(bookings);
  const words = useSegmentWords(new Map(bookings.map(({ id, name }) => [id, name])));
  const segments = timeline ? stripOf(timeline) : [];
  const summary = segments.map(words).join('; ');
  return (
    <div className={css.strip} role="img" aria-label={`${t('today')}: ${summary || t('stripWaiting')}`}>
      {segments.map((segment) => (
        <span
          key={segment.from}
          className={css[segment.kind]}
          title={words(segment)}
          style={{
            left: `${(100 * (segment.from - from)) / (until - from)}%`,
            width: `${(100 * (segment.until - segment.from)) / (until - from)}%`,
            ...(segment.kind === 'booked' ? { background: colourOf(segment.bookingIds[0] ?? '') } : {}),
          }}
        />
      ))}
      <Playhead from={from} until={until} />
    </div>
  );
}

function Playhead({ from, until }: { from: number; until: number }) {
  const now = useStationSecond();
  return <span className={css.now} style={{ left: `${(100 * (now - from)) / (until - from)}%` }} />;
}

const NAMES_SAID = 4;

/** Booked parts go by the names of their bookings, filler by its clips. */
function useSegmentWords(bookingNames: ReadonlyMap<string, string>): (segment: StripSegment) => string {
  const { t } = useTranslation('displays');
  const formats = useFormats();
  return ({ from, until, kind, bookingIds, names: clipNames }) => {
    const known = bookingIds.flatMap((id) => bookingNames.get(id) ?? []);
    const names = known.length > 0 ? known : clipNames;
    const more = names.length - NAMES_SAID;
    const said = names.slice(0, NAMES_SAID).join(', ') + (more > 0 ? t('andMore', { n: more }) : '');
    return `${formats.timeShort(from)}–${formats.timeShort(until)} ${t(`strip.${kind}`, { names: said })}`;
  };
}
