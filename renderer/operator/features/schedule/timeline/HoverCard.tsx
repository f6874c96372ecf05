/** What stands under the pointer, by plan or by report, and why. */
import { useFormats } from '../../../i18n/formats';
import type { Colouring } from '../colouring';
import type { Silence } from '../lane/silence';
import type { Spot } from '../spot';
import css from './Timeline.module.css';
import { useSpotWords } from './use-spot-words';

interface HoverCardProps {
  spot: Spot;
  x: number;
  y: number;
  colouring: Colouring;
  lets: (bookingId: string) => boolean;
  silence: readonly Silence[];
}

export function HoverCard({ spot, x, y, colouring, lets, silence }: HoverCardProps) {
  const formats = useFormats();
  const { name, source, lines } = useSpotWords(colouring, lets, silence)(spot);
  const flip = x > window.innerWidth - 360;
  const isPeriod = spot.kind === 'bar' && spot.part === null;
  const above = y > window.innerHeight - 160;
  return (
    <div
      className={css.hover}
      aria-hidden="true"
      style={{
        ...(flip ? { right: window.innerWidth - x + 12 } : { left: x + 12 }),
        ...(above ? { bottom: window.innerHeight - y + 12 } : { top: y + 16 }),
      }}
    >
      <span className={css.source}>{source}</span>
      <strong className="two-lines">{name}</strong>
      {/* A period has its dates below. */}
      {!isPeriod && (
        <span className="tabular">
          {spot.kind === 'cell'
            ? formats.date(spot.start)
            : `${formats.time(spot.start)}–${formats.time(spot.end)} · ${formats.span(spot.end - spot.start)}`}
        </span>
      )}
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
