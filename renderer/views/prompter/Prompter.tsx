/** The whole script, in order, moving past the line where one reads; each take brings its item there. */
import { useEffect, useRef, useState } from 'react';
import { lengthOf } from '../../../electron/domain/rundown/live';
import { useLive } from '../../client/use-air';
import { useScripts } from '../../client/use-scripts';
import { Clock, Countdown, Over, Tally } from '../shared/parts';
import { Stage } from '../shared/Stage';
import { useSpeakers } from '../shared/use-speakers';
import type { ViewProps } from '../view-props';
import { useSay } from '../words';
import { Items } from './Items';
import { stepped } from './scroll';
import { useKeys } from './use-keys';
import { useScroll } from './use-scroll';

export function Prompter({ air, look, onLook }: ViewProps) {
  const say = useSay();
  const { state, plan } = air;
  const { live } = useLive(air);
  const scripts = useScripts(state.rundown.id, state.spoken);
  const speakers = useSpeakers(scripts);
  const [runs, setRuns] = useState(false);
  const [onTime, setOnTime] = useState(false);
  const current = state.show?.current ?? null;
  const row = current && plan.byId.get(current.itemId);
  const lengthMs = row && state.show ? lengthOf(row, state.show) : 0;
  const scroll = useScroll({ current, lengthMs, wpm: look.speed, runs, onTime });
  const { toItem } = scroll;
  const itemId = current?.itemId;
  const ready = scripts !== undefined;
  useEffect(() => {
    // Only once the scripts stand is it known where the item is.
    if (ready && itemId) requestAnimationFrame(() => toItem(itemId));
  }, [ready, itemId, toItem]);

  const faster = (steps: number) => {
    const from = onTime ? scroll.shownWpm : look.speed;
    setOnTime(false);
    onLook({ speed: stepped(from, steps) });
  };
  useKeys(runs, (key) => {
    if (key.do === 'run') setRuns(!runs);
    else if (key.do === 'onTime') setOnTime(!onTime);
    else if (key.do === 'toCurrent') toItem(itemId ?? '');
    else if (key.do === 'mirrorX') onLook({ mirrorX: !look.mirrorX });
    else if (key.do === 'mirrorY') onLook({ mirrorY: !look.mirrorY });
    else if (key.do === 'faster') faster(key.steps);
    else if (key.do === 'item') scroll.step(key.by);
  });
  const wheel = useWheel((px) => (runs ? faster(px > 0 ? 1 : -1) : scroll.nudge(px)));
  const shows = (part: 'clock' | 'over') => !look.hidden.includes(part);
  return (
    <Stage view="prompter" look={look}>
      <header>
        {state.show?.rehearsal && <Tally show={state.show} />}
        <Countdown show={state.show} live={live} />
        {shows('over') && <Over live={live} />}
        <p className="pace">
          <b className="tabular">{say('prompter.wpm', { wpm: runs ? scroll.shownWpm : 0 })}</b>
          {onTime && <span className="mark">{say('prompter.onTime')}</span>}
        </p>
        {shows('clock') && <Clock zone={state.rundown.zone} />}
      </header>
      <div ref={wheel} className="glass">
        <div className="reading" style={{ top: `${look.line * 100}%` }} aria-hidden="true" />
        <div className="place" style={{ top: `${look.line * 100}%`, insetInline: `${look.margin * 100}%` }}>
          <div ref={scroll.strip} className="strip">
            <Items plan={plan} show={state.show} scripts={scripts} spoken={state.spoken} speakers={speakers} />
          </div>
        </div>
      </div>
      <footer>
        <button type="button" onClick={() => setRuns(!runs)}>
          {say(runs ? 'prompter.stop' : 'prompter.run')}
        </button>
        <button type="button" onClick={() => faster(-1)} aria-label={say('prompter.slower')}>
          −
        </button>
        <button type="button" onClick={() => faster(1)} aria-label={say('prompter.faster')}>
          +
        </button>
        <button type="button" aria-pressed={onTime} onClick={() => setOnTime(!onTime)}>
          {say('prompter.endOnTime')}
        </button>
        <span className="keys">{say('prompter.keys')}</span>
      </footer>
    </Stage>
  );
}

/** The wheel, bound by hand: React's own cannot keep the page from scrolling. */
function useWheel(turn: (px: number) => void) {
  const ref = useRef<HTMLDivElement>(null);
  const newest = useRef(turn);
  newest.current = turn;
  useEffect(() => {
    const element = ref.current;
    const turned = (event: WheelEvent) => {
      event.preventDefault();
      newest.current(event.deltaY);
    };
    element?.addEventListener('wheel', turned, { passive: false });
    return () => element?.removeEventListener('wheel', turned);
  }, []);
  return ref;
}
