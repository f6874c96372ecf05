/** Now, in red, moving. */
import type { CSSProperties } from 'react';
import { useStationSecond } from '../../../../client/station-clock';
import { useFormats } from '../../../i18n/formats';
import { type View, xOf } from '../zoom';
import css from './Timeline.module.css';

export function Playhead({ view, width, left }: { view: View; width: number; left: number }) {
  const now = useStationSecond();
  const formats = useFormats();
  if (now < view.from || now > view.until) return null;
  const x = xOf(now, view, width);
  return (
    <div
      className={css.playhead}
      style={{ left: left + x, '--through': x / width } as CSSProperties}
      aria-hidden="true"
    >
      <span className="tabular">{formats.time(now)}</span>
    </div>
  );
}
