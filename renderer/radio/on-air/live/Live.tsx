/** The show as the producer runs it: what comes, what is on, what has to be at its time, and the whole of it. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { Show } from '../../../../electron/contract/records/show';
import { callsOf } from '../../../../electron/domain/rundown/calls';
import { airNow } from '../../../client/air-clock';
import { type Air, useLive } from '../../../client/use-air';
import { useScripts } from '../../../client/use-scripts';
import { useShowCommands } from '../../../client/use-show-commands';
import { useMe } from '../../../operator/shared/use-me';
import { useKeptOut } from '../../spots/use-kept-out';
import { meansTake } from '../keys';
import { useMidiCommands } from '../midi/heard';
import { Calls } from './Calls';
import { Controls } from './Controls';
import { Cues } from './Cues';
import { Current } from './Current';
import { Fit } from './Fit';
import { HardStarts } from './HardStarts';
import css from './Live.module.css';
import { NextList } from './NextList';
import { nextItems, stepped } from './next';
import { OverUnder } from './OverUnder';
import { Refusal } from './Refusal';
import { Tally } from './Tally';
import { useAirKeys } from './use-air-keys';
import { useRefusal } from './use-refusal';
import { WholeBar } from './WholeBar';

interface LiveProps {
  air: Air;
  show: Show;
  connected: boolean;
}

export function Live({ air, show, connected }: LiveProps) {
  const { state, plan } = air;
  const runs = useMe().may('rundown');
  const { live, running, now } = useLive(air);
  const keptOut = useKeptOut(state.rundown.id);
  const scripts = useScripts(state.rundown.id, state.spoken);
  const [selected, setSelected] = useState<string | null>(null);
  const [armed, setArmed] = useState(false);
  const next = nextItems(plan, running, live);
  const chosen = next.find(({ row }) => row.item.id === selected)?.row.item.id ?? null;
  const refusal = useRefusal(show.turn, connected);
  const commands = useShowCommands({ show, connected, onFault: refusal.refused, onLost: refusal.lost });
  const take = () => meansTake(show.current?.startedAt, airNow()) && commands.take();
  const skip = () => {
    const target = chosen ?? live.coming[0]?.row.item.id;
    if (target) commands.skip(target);
  };
  const jump = (itemId: string) => {
    setSelected(null);
    commands.take(itemId);
  };
  useAirKeys({ runs, next, selected: chosen, armed }, (key) => {
    if (key.do === 'nothing') return;
    if (key.do === 'select') return setSelected(stepped(next, chosen, key.by));
    if (key.do === 'leave') {
      setSelected(null);
      return setArmed(false);
    }
    if (!runs) return;
    setArmed(key.do === 'arm');
    if (key.do === 'take') take();
    else if (key.do === 'back') commands.back();
    else if (key.do === 'hold') commands.hold();
    else if (key.do === 'roll') commands.roll();
    else if (key.do === 'skip') skip();
    else if (key.do === 'end') commands.end();
    else if (key.do === 'jump' && chosen) jump(chosen);
    else if (key.do === 'jumpTo') {
      const there = next.find(({ nth }) => nth === key.nth);
      if (there) jump(there.row.item.id);
    }
  });
  useMidiCommands((command) => runs && (command === 'take' ? take() : commands[command]()));
  const zone = state.rundown.zone;
  const screen = useRef<HTMLDivElement>(null);
  // The button that began the show is gone: a neighbour of it would take Space for itself.
  useLayoutEffect(() => screen.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={screen} tabIndex={-1} className={css.live} data-live>
      <Tally show={show} rundownId={state.rundown.id} zone={zone} />
      <div className={css.columns}>
        <NextList
          items={next}
          keptOut={keptOut}
          zone={zone}
          selected={chosen}
          onSelect={setSelected}
          onTake={runs ? jump : undefined}
          onSkip={runs ? commands.skip : undefined}
        />
        <Current show={show} live={live} plan={plan} keptOut={keptOut} scripts={scripts} />
        <aside className={css.side}>
          <OverUnder live={live} />
          <HardStarts live={live} now={now} zone={zone} />
          <Cues rundownId={state.rundown.id} plan={plan} />
          <Fit
            plan={plan}
            running={running}
            live={live}
            now={now}
            onFit={runs ? commands.fit : undefined}
            busy={commands.busy}
          />
          <Calls
            rundownId={state.rundown.id}
            calls={callsOf(state.calls, show)}
            now={now}
            mayChange={runs}
            onFault={refusal.refused}
          />
        </aside>
      </div>
      <Refusal text={refusal.text} onClose={refusal.close} />
      {runs && <Controls show={show} commands={commands} armed={armed} onArm={setArmed} onSkip={skip} />}
      <WholeBar plan={plan} show={show} steps={state.steps} live={live} now={now} zone={zone} />
    </div>
  );
}
