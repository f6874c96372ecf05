/**
 * How long filler or a turn of rotation may hold the panel without costing a share or a frequency what it is owed by the end of
 * its windows. While there is time to catch up nothing is cut short: only towards that end does it matter who comes when.
 */
import { dueOf, elapsed, type FrequencyClaim, owedNext, pressure, type ShareClaim } from './quota';

export interface Spare {
  /** Up to when something that is owed nothing may last that begins at `at` and would last to `end`. */
  until(at: number, end: number): number;
}

/** One that is owed something. */
interface Creditor {
  /** What it is still owed, ms. */
  owedMs(): number;
  /** When its next play is coming to it; not after `at` where it is due. */
  next(at: number): number;
  /** When its windows are over, less those that it is not in. */
  end: number;
}

/** Holds from `at` to the next edge of any window. */
export function createSpare(at: number, shares: readonly ShareClaim[], frequencies: readonly FrequencyClaim[]): Spare {
  const all = [...shares.map((each) => ofShare(each, at)), ...frequencies.map((each) => ofFrequency(each, at))];
  all.sort((a, b) => a.end - b.end);
  // What is owed never grows: what is spared once is spared until then. Else everybody would be asked before every filler.
  let known = all.length === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;

  return {
    until(at, end) {
      if (end <= known) return end;
      let [sum, limit, next] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      let sumOfAll = 0;
      known = Number.POSITIVE_INFINITY;
      for (const each of all) {
        const ms = each.owedMs();
        if (ms <= 0) continue;
        sumOfAll += ms;
        known = Math.min(known, each.end - sumOfAll);
        const due = each.next(at);
        // Who is due and was given nothing is held up by something else: no place is made by cutting this short.
        if (due <= at) continue;
        sum += ms;
        limit = Math.min(limit, each.end - sum);
        next = Math.min(next, due);
      }
      return Math.min(end, Math.max(Math.floor(limit), Math.ceil(next)));
    },
  };
}

function ofShare(share: ShareClaim, at: number): Creditor {
  const whole = elapsed(share.windows, Number.POSITIVE_INFINITY);
  return {
    end: at + whole - elapsed(share.windows, at),
    owedMs() {
      const play = share.parts[share.next]?.ms ?? 0;
      // Plays are whole: the last of one runs into the time of another.
      return Math.ceil(((share.how.percent / 100) * whole - share.givenMs) / play) * play;
    },
    // Asked as they are given, since sums of fractions differ in their last digit.
    next: (now) => (pressure(share, now) === null ? Math.max(now + 1, owedNext(share)) : now),
  };
}

function ofFrequency(claim: FrequencyClaim, at: number): Creditor {
  return {
    end: at + elapsed(claim.windows, Number.POSITIVE_INFINITY) - elapsed(claim.windows, at),
    owedMs: () => (claim.dues.length - claim.given) * (claim.parts[claim.next]?.ms ?? 0),
    next: () => dueOf(claim),
  };
}
