/** What buttons and keys do to the deck: play, and the part that is played in a loop. */
import { useMemo } from 'react';
import { LOOPS, type Part } from '../../../electron/domain/preview/shuttle';
import { startOf } from '../../../electron/domain/preview/timecode';
import type { Deck } from './engine/Deck';

export interface Transport {
  /** J, K, L or space. */
  play(key: string): void;
  setIn(): void;
  setOut(): void;
  clear(): void;
  nextLoop(): void;
}

/** `before`: what a first press has to begin, such as the meters. */
export function useTransport(deck: Deck, before: () => void): Transport {
  return useMemo(() => {
    const whole = (): Part => ({ inMs: 0, outMs: deck.pace().durationMs });
    const mark = (part: Part) => deck.setLoop(part, deck.loop() === 'off' ? 'round' : deck.loop());
    return {
      play(key) {
        before();
        deck.key(key);
      },
      setIn() {
        const { outMs } = deck.part() ?? whole();
        const inMs = startOf(deck.frame(), deck.pace().rate);
        mark({ inMs, outMs: outMs > inMs ? outMs : whole().outMs });
      },
      /** After the frame that is shown, so that it is in the part. */
      setOut() {
        const { inMs } = deck.part() ?? whole();
        const outMs = startOf(deck.frame() + 1, deck.pace().rate);
        mark({ inMs: inMs < outMs ? inMs : 0, outMs });
      },
      clear: () => deck.setLoop(null, 'off'),
      nextLoop() {
        const next = LOOPS[(LOOPS.indexOf(deck.loop()) + 1) % LOOPS.length] ?? 'off';
        deck.setLoop(deck.part(), next);
      },
    };
  }, [deck, before]);
}
