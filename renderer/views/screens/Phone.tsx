/** The presenter's phone: one large button that takes, held for a moment so that no pocket does. */
import { useState } from 'react';
import { useLive } from '../../client/use-air';
import { useShowCommands } from '../../client/use-show-commands';
import { Clock, Countdown, isOver, Next, Over, Tally, Title } from '../shared/parts';
import { Stage } from '../shared/Stage';
import type { ViewProps } from '../view-props';
import { useSay } from '../words';
import { HoldButton } from './HoldButton';

export function Phone({ air, look, connected, runs }: ViewProps) {
  const say = useSay();
  const { state } = air;
  const { live } = useLive(air);
  const [refused, setRefused] = useState<'refused' | 'lostRefused' | null>(null);
  const commands = useShowCommands({
    show: state.show,
    connected,
    onFault: () => setRefused('refused'),
    onLost: () => setRefused('lostRefused'),
  });
  const isOn = state.show?.state === 'onAir';
  const next = live.coming[0]?.row.item;
  const take = () => {
    setRefused(null);
    navigator.vibrate?.(30);
    commands.take();
  };
  const over = isOver(state.show);
  return (
    <Stage view="phone" look={look}>
      <header>
        <Tally show={state.show} />
        {!look.hidden.includes('clock') && <Clock zone={state.rundown.zone} />}
      </header>
      <section className="now">
        <Title show={state.show} live={live} />
        <Countdown show={state.show} live={live} />
      </section>
      {!over && !look.hidden.includes('over') && <Over live={live} />}
      {!over && !look.hidden.includes('next') && <Next coming={live.coming} zone={state.rundown.zone} most={2} />}
      <p className="refused" role="alert">
        {refused && say(refused)}
      </p>
      {runs && isOn ? (
        <HoldButton disabled={!next} onHeld={take}>
          <b>{say('phone.take')}</b>
          <span>{next ? next.title || say('untitled') : say('noNext')}</span>
          <small>{say('phone.hold')}</small>
        </HoldButton>
      ) : (
        !over && <p className="reads">{say(runs ? 'phone.notOn' : 'phone.readOnly')}</p>
      )}
    </Stage>
  );
}
