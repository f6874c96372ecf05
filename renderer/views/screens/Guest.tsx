/** For a guest who has not seen a studio: are we on air, how long still, what then. */
import { useLive } from '../../client/use-air';
import { Clock, Countdown, isOver, Next, Tally, Title } from '../shared/parts';
import { Stage } from '../shared/Stage';
import type { ViewProps } from '../view-props';
import { Questions } from './Questions';

export function Guest({ air: { state, plan }, look }: ViewProps) {
  const { live } = useLive({ state, plan });
  const over = isOver(state.show);
  return (
    <Stage view="guest" look={look}>
      <header>
        <Tally show={state.show} />
        {!look.hidden.includes('clock') && <Clock zone={state.rundown.zone} />}
      </header>
      <section className="now">
        <Title show={state.show} live={live} />
        <Countdown show={state.show} live={live} />
      </section>
      {!look.hidden.includes('questions') && <Questions questions={state.rundown.questions} />}
      {!over && !look.hidden.includes('next') && <Next coming={live.coming} zone={state.rundown.zone} most={2} />}
    </Stage>
  );
}
