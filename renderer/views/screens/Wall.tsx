/** For the studio's wall: time, what is on, how long still, what comes, when it has to be there. */
import { clockText, elapsedText } from '../../client/air-text';
import { useLive } from '../../client/use-air';
import { Clock, Countdown, isOver, Next, Over, Tally, Title } from '../shared/parts';
import { Stage } from '../shared/Stage';
import type { ViewProps } from '../view-props';
import { useSay } from '../words';

export function Wall({ air, look }: ViewProps) {
  const say = useSay();
  const { state } = air;
  const { live } = useLive(air);
  const { zone } = state.rundown;
  const { nextHard } = live;
  const over = isOver(state.show);
  return (
    <Stage view="wall" look={look}>
      <header>
        <Tally show={state.show} />
        <p className="name">{state.rundown.name}</p>
      </header>
      {!look.hidden.includes('clock') && <Clock zone={zone} />}
      <section className="now">
        <Title show={state.show} live={live} />
        <Countdown show={state.show} live={live} />
      </section>
      <div className="below">
        {!over && !look.hidden.includes('over') && <Over live={live} />}
        {!over && !look.hidden.includes('hard') && nextHard && (
          <p className="hard">
            {say('hard', { title: nextHard.row.item.title || say('untitled'), time: clockText(nextHard.at, zone) })}{' '}
            <b className="tabular">{elapsedText(nextHard.inMs)}</b>
          </p>
        )}
      </div>
      {!over && !look.hidden.includes('next') && <Next coming={live.coming} zone={zone} most={4} />}
    </Stage>
  );
}
