/** The hours across the top, closer as one zooms in. */
import { useMemo } from 'react';
import { useFormats } from '../../../i18n/formats';
import { ticks, type View, xOf } from '../zoom';
import css from './Timeline.module.css';

export function Ruler({ view, day, width }: { view: View; day: View; width: number }) {
  const formats = useFormats();
  const marks = useMemo(() => ticks(view, width, day.from), [view, width, day.from]);
  return (
    <div className={css.ruler} aria-hidden="true" style={{ width }}>
      {marks.map(({ at, stepMs }) => (
        <span key={at} className={css.tick} style={{ left: xOf(at, view, width) }}>
          {at === day.until ? '24:00' : stepMs < 60_000 ? formats.time(at) : formats.timeShort(at)}
        </span>
      ))}
    </div>
  );
}
