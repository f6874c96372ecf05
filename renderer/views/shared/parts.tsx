/** What views have in common: the clock, the countdown, over and under, what comes next. */
import type { Show } from '../../../electron/contract/records/show';
import type { Coming, LiveTiming } from '../../../electron/domain/rundown/live';
import { zoneLabel } from '../../../electron/domain/zone-label';
import { airNow } from '../../client/air-clock';
import { useAirSecond } from '../../client/air-second';
import { clockText, elapsedText, overText } from '../../client/air-text';
import { useDrawn, writeText } from '../../client/drawn';
import { useCountdown } from '../../client/use-countdown';
import { useSay } from '../words';

/** Then nothing is next, and nothing is counted down to. */
export const isOver = (show: Show | null): boolean => show !== null && show.state !== 'onAir';

export function Clock({ zone }: { zone: string }) {
  const say = useSay();
  const ref = useDrawn<HTMLSpanElement>((element) => writeText(element, clockText(airNow(), zone)));
  return (
    <p className="clock" role="timer" aria-live="off" aria-label={say('part.clock')}>
      <span ref={ref} className="tabular" /> <small>{zoneLabel(zone, airNow())}</small>
    </p>
  );
}

export function Tally({ show }: { show: Show | null }) {
  const say = useSay();
  if (show?.state !== 'onAir') return <p className="tally">{say(show ? 'ended' : 'notYet')}</p>;
  const held = show.current?.heldAt != null;
  return (
    <p className="tally" data-on={show.rehearsal ? 'rehearsal' : 'air'}>
      {say(show.rehearsal ? 'rehearsal' : 'onAir')}
      {held && ` · ${say('held')}`}
    </p>
  );
}

/** Before the show until its planned start, then of the item on air. */
export function Countdown({ show, live }: { show: Show | null; live: LiveTiming }) {
  if (isOver(show)) return null;
  return show ? <OnAir show={show} live={live} /> : <Until at={live.free} />;
}

function Until({ at }: { at: number }) {
  const left = at - useAirSecond();
  return (
    <p className="countdown tabular" role="timer" aria-live="off">
      {elapsedText(Math.max(0, left))}
    </p>
  );
}

function OnAir({ show, live }: { show: Show; live: LiveTiming }) {
  const ref = useCountdown<HTMLParagraphElement>(show.current, live.current?.lengthMs ?? 0);
  return <p ref={ref} className="countdown tabular" role="timer" aria-live="off" />;
}

export function Title({ show, live }: { show: Show | null; live: LiveTiming }) {
  const say = useSay();
  if (isOver(show)) return <h1 className="title">{say('over.title')}</h1>;
  const title = live.current?.row.item.title;
  return (
    <h1 className="title" aria-live="polite">
      {live.current ? title || say('untitled') : say(show ? 'nothing' : 'startsIn')}
    </h1>
  );
}

export function Over({ live: { overNowMs, overAtEndMs } }: { live: LiveTiming }) {
  const say = useSay();
  return (
    <dl className="over">
      <div data-late={overNowMs >= 1000 || undefined}>
        <dt>{say('over.now')}</dt>
        <dd className="tabular">{overText(overNowMs)}</dd>
      </div>
      {overAtEndMs !== null && (
        <div data-late={overAtEndMs >= 1000 || undefined}>
          <dt>{say('over.end')}</dt>
          <dd className="tabular">{overText(overAtEndMs)}</dd>
        </div>
      )}
    </dl>
  );
}

export function Next({ coming, zone, most }: { coming: readonly Coming[]; zone: string; most: number }) {
  const say = useSay();
  return (
    <section className="next" aria-label={say('part.next')}>
      <h2>{say('part.next')}</h2>
      {coming.length === 0 && <p>{say('noNext')}</p>}
      <ol>
        {coming.slice(0, most).map(({ row, start, end }) => (
          <li key={row.item.id}>
            <span className="tabular">{clockText(start, zone)}</span>
            <b>{row.item.title || say('untitled')}</b>
            <span className="tabular">{elapsedText(end - start)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
