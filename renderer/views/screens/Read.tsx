/** The rundown to be read: every item with its times, what is on air marked, scripts below where they are asked for. */
import { useEffect, useRef } from 'react';
import { lengthOf } from '../../../electron/domain/rundown/live';
import { clockText, elapsedText } from '../../client/air-text';
import { NOT_RUN, useLive } from '../../client/use-air';
import { useScripts } from '../../client/use-scripts';
import { Clock, Countdown, Tally } from '../shared/parts';
import { Script } from '../shared/Script';
import { Stage } from '../shared/Stage';
import { useSpeakers } from '../shared/use-speakers';
import type { ViewProps } from '../view-props';
import { useSay } from '../words';
import { readTimes } from './read-times';

export function Read({ air, look }: ViewProps) {
  const say = useSay();
  const { state, plan } = air;
  const { live } = useLive(air);
  const { zone, name, id } = state.rundown;
  const scripts = useScripts(id, state.spoken);
  const speakers = useSpeakers(scripts);
  const current = state.show?.current?.itemId;
  const skipped = new Set(state.show?.skipped);
  const times = readTimes(plan, { show: state.show, steps: state.steps, live });
  const onAir = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every take
  useEffect(() => {
    onAir.current?.scrollIntoView({ block: 'center' });
  }, [current]);
  return (
    <Stage view="read" look={look}>
      <header>
        <Tally show={state.show} />
        <h1>{name}</h1>
        {current && <Countdown show={state.show} live={live} />}
        {!look.hidden.includes('clock') && <Clock zone={zone} />}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('read.start')}</th>
            <th scope="col">{say('read.length')}</th>
            <th scope="col">{say('read.item')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => {
            const { item, depth, runs } = row;
            const isOn = item.id === current;
            const at = times.get(item.id) ?? null;
            const doc = look.hidden.includes('script') ? undefined : scripts?.get(item.id);
            return (
              <tr
                key={item.id}
                ref={isOn ? onAir : undefined}
                data-on={isOn || undefined}
                data-depth={depth}
                data-segment={!runs || undefined}
                data-skipped={skipped.has(item.id) || undefined}
                aria-current={isOn ? 'step' : undefined}
              >
                <td className="tabular">{at === null ? '' : clockText(at, zone)}</td>
                <td className="tabular">{elapsedText(lengthOf(row, state.show ?? NOT_RUN))}</td>
                <td>
                  <b>{item.title || say('untitled')}</b>
                  {isOn && <span className="mark">{say('onAir')}</span>}
                  {skipped.has(item.id) && <span className="mark">{say('read.skipped')}</span>}
                  <Script doc={doc} speakers={speakers} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Stage>
  );
}
