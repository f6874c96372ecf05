/** Days in sums, each compiled once for all displays that agree on it, and kept until something it stands on changes. */
import type { Display } from '../../../contract/records/display';
import { HOUR_MS } from '../../../domain/calendar';
import { type CompileInput, compileInSteps } from '../../../domain/compile';
import { type DaySum, sumDay } from '../../../domain/day-sum';
import type { Steps } from '../../../domain/steps';
import type { Store } from '../../store';
import type { Network } from '../network';
import { insist, ofOneMoment } from '../one-moment';
import { questionOf } from '../questions';
import { createFingerprint } from './fingerprint';

export interface DaySums {
  /** @throws what a compile throws. Null when the display is gone. */
  of(displayId: string, day: { from: number; until: number }): Promise<DaySum | null>;
}

export interface DaySumsNeed {
  store: Store;
  network: () => Network;
  /** Told of every compile that is begun. */
  onCompile?: (display: Display, day: { from: number; until: number }) => void;
}

/** A month of a hundred displays that all differ; a sum of 24 hours and ten owners is 2 kB. */
const MOST_KEPT = 4000;

export function createDaySums({ store, network, onCompile }: DaySumsNeed): DaySums {
  const fingerprint = createFingerprint(store);
  /** Null when records changed while it was made. */
  const sums = new Map<string, Promise<DaySum | null>>();

  function begin(print: string, input: CompileInput, inOneGo: boolean): Promise<DaySum | null> {
    const sum = ofOneMoment(store, summed(input), inOneGo);
    const forget = () => sums.get(print) === sum && sums.delete(print);
    sum.then((made) => made ?? forget(), forget);
    return sum;
  }

  return {
    async of(displayId, day) {
      const answer = await insist<DaySum | 'gone'>(async (inOneGo) => {
        const display = store.get('display', displayId);
        if (!display) return 'gone';
        const input = { ...questionOf(store, network(), display), ...day };
        const print = fingerprint(input);
        const known = sums.get(print);
        if (!known) onCompile?.(display, day);
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
