/** The days or hours across the top, closer as one zooms in. */
import { useMemo } from 'react';
import type { Zone } from '../../../../../electron/contract/scalars';
import { useFormats } from '../../../i18n/formats';
import { type DayView, daysIn, isCoarse } from '../calendar-view';
import { ticks, type View, xOf } from '../zoom';
import css from './Timeline.module.css';

interface RulerProps {
  view: View;
  zone: Zone;
  width: number;
}

const MINUTE = 60_000;
/** Narrower days are known by their number alone, the first of a month by its name too. */
const WORDS_FROM_PX = 100;
const SHORT_FROM_PX = 56;
/** On narrower ones the name of a month takes the place of the day after it too. */
const NUMBERS_FROM_PX = 44;

export function Ruler({ view, zone, width }: RulerProps) {
  const formats = useFormats();
  const days = useMemo(() => daysIn(view, zone), [view, zone]);
  const textOf = useDayText(days, width, zone);
  const hourText = (at: number, stepMs: number, day: DayView) =>
    at === day.from && days.length > 1 ? formats.date(at) : stepMs < MINUTE ? formats.time(at) : formats.timeShort(at);
  const marks = isCoarse(view)
    ? days.map((day, index) => ({ at: day.from, text: textOf(day, index) }))
    : days.flatMap((day) => hours(day, view, width).map(({ at, stepMs }) => ({ at, text: hourText(at, stepMs, day) })));
  return (
    <div className={css.ruler} aria-hidden="true" style={{ width }}>
      {marks.map(({ at, text }) => (
        <span key={at} className={css.tick} style={{ left: xOf(at, view, width) }}>
          {text}
        </span>
      ))}
    </div>
  );
}

/** Marks of one day, counted from its midnight; what lies beyond belongs to the next. */
function hours(day: DayView, view: View, width: number) {
  return ticks(view, width, day.from).filter(({ at }) => at >= day.from && at < day.until);
}

function useDayText(days: readonly DayView[], width: number, zone: Zone) {
  const { language } = useFormats();
  return useMemo(() => {
    const each = width / Math.max(days.length, 1);
    const long = new Intl.DateTimeFormat(language, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: zone,
    });
    const short = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', timeZone: zone });
    const month = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: zone });
    return ({ from, date }: DayView, index: number) => {
      if (each >= WORDS_FROM_PX) return long.format(from);
      if (each >= SHORT_FROM_PX) return short.format(from);
      if (date.endsWith('-01') || index === 0) return month.format(from);
      const isCovered = each < NUMBERS_FROM_PX && (date.endsWith('-02') || index === 1);
      return isCovered ? '' : String(Number(date.slice(8)));
    };
  }, [days.length, width, zone, language]);
}
