/** For whoever speaks: how long still, what then, who is on the line, what is to be asked. */
import { callsOf } from '../../../electron/domain/rundown/calls';
import { useLive } from '../../client/use-air';
import { useScripts } from '../../client/use-scripts';
import { Clock, Countdown, isOver, Next, Over, Tally, Title } from '../shared/parts';
import { Script } from '../shared/Script';
import { Stage } from '../shared/Stage';
import { useSpeakers } from '../shared/use-speakers';
import type { ViewProps } from '../view-props';
import { useSay } from '../words';
import { Questions } from './Questions';

export function Presenter({ air, look }: ViewProps) {
  const say = useSay();
  const { state } = air;
  const { live } = useLive(air);
  const scripts = useScripts(state.rundown.id, state.spoken);
  const speakers = useSpeakers(scripts);
  const shows = (part: (typeof look.hidden)[number]) => !look.hidden.includes(part);
  const call = callsOf(state.calls, state.show).find((each) => each.state === 'onAir');
  const doc = live.current && scripts?.get(live.current.row.item.id);
  const over = isOver(state.show);
  return (
    <Stage view="presenter" look={look}>
      <header>
        <Tally show={state.show} />
        {shows('clock') && <Clock zone={state.rundown.zone} />}
      </header>
      <div className="side">
        <section className="now">
          <Title show={state.show} live={live} />
          <Countdown show={state.show} live={live} />
        </section>
        {!over && shows('over') && <Over live={live} />}
        {!over && shows('next') && <Next coming={live.coming} zone={state.rundown.zone} most={4} />}
      </div>
      <div className="side">
        {shows('calls') && call && (
          <section className="call">
            <h2>{say('call')}</h2>
            <p>
              <b>{call.caller}</b> {call.topic}
            </p>
          </section>
        )}
        {shows('script') && doc && (
          <section className="script" aria-label={say('part.script')}>
            <Script doc={doc} speakers={speakers} />
          </section>
        )}
        {shows('questions') && <Questions questions={state.rundown.questions} />}
      </div>
    </Stage>
  );
}
