/** Days in sums, each compiled once for all displays that agree on it, and kept until something it stands on changes. */
import { HOUR_MS } from '../../../domain/calendar';
import { type CompileInput, compileInSteps } from '../../../domain/compile';
import { type DaySum, sumDay } from '../../../domain/day-sum';
import type { Steps } from '../../../domain/steps';
import type { Network } from '../network';
import { insist, ofOneMoment } from '../one-moment';
import { questionOf } from '../questions';
import type { Sources } from '../sources';
import { createFingerprint, type Fingerprint } from './fingerprint';

export interface DaySums {
  /** @throws what a compile throws. Null when the display is gone. */
  of(displayId: string, day: { from: number; until: number }): Promise<DaySum | null>;
  /** Equal prints, equal sums, also between two that share a memory; null when the display is gone. */
  print(displayId: string, day: { from: number; until: number }): string | null;
}

/** Sums known already. To be shared where equal revisions of a booking are equal bookings. */
export interface DayMemory {
  fingerprint: Fingerprint;
  /** Null when records changed while it was made. */
  sums: Map<string, Promise<DaySum | null>>;
}

export const createDayMemory = (sources: Pick<Sources, 'get' | 'lastChange'>): DayMemory => ({
  fingerprint: createFingerprint(sources),
  sums: new Map(),
});

export interface DaySumsNeed {
  sources: Sources;
  network: () => Network;
  memory?: DayMemory;
  /** Told of every compile that is begun. */
  onCompile?: (displayId: string, day: { from: number; until: number }) => void;
}

/** A month of a hundred displays that all differ; a sum of 24 hours and ten owners is 2 kB. */
const MOST_KEPT = 4000;

export function createDaySums({ sources, network, memory, onCompile }: DaySumsNeed): DaySums {
  const { fingerprint, sums } = memory ?? createDayMemory(sources);

  function begin(print: string, input: CompileInput, inOneGo: boolean): Promise<DaySum | null> {
    const sum = ofOneMoment(sources, summed(input), inOneGo);
    const forget = () => sums.get(print) === sum && sums.delete(print);
    sum.then((made) => made ?? forget(), forget);
    return sum;
  }

  function inputFor(displayId: string, day: { from: number; until: number }): CompileInput | null {
    const display = sources.get('display', displayId);
    return display ? { ...questionOf(sources, network(), display), ...day } : null;
  }

  return {
    print(displayId, day) {
      const input = inputFor(displayId, day);
      return input && fingerprint(input);
    },

    async of(displayId, day) {
      const answer = await insist<DaySum | 'gone'>(async (inOneGo) => {
        const input = inputFor(displayId, day);
        if (!input) return 'gone';
        const print = fingerprint(input);
        const known = sums.get(print);
        if (!known) onCompile?.(displayId, day);
        const sum = known ?? begin(print, input, inOneGo);
        // Asked for last, forgotten last.
        sums.delete(print);
        sums.set(print, sum);
        const [oldest] = sums.keys();
        if (sums.size > MOST_KEPT && oldest) sums.delete(oldest);
        return sum;
      });
      return answer === 'gone' ? null : answer;
    },
  };
}

function* summed(input: CompileInput): Steps<DaySum> {
  const plan = yield* compileInSteps(input);
  return yield* sumDay(plan, input.from, input.until, HOUR_MS);
}
