/** Sums up what a display reported into slots of equal length, for a screen that cannot draw every play. Pure. */
import { MOST_SHARES, MOST_SLOTS, type ShownSlot } from '../contract/api/shown';
import { GAP_FROM_MS } from '../contract/bounds';

/** One play: whose it was, when it stood on the panel (`ms` 0: never), and whether it went as it should. */
export interface ShownSpan {
  owner: number;
  start: number;
  ms: number;
  amiss: boolean;
}

const NICE_MS = [10_000, 30_000, 60_000, 120_000, 300_000];

/** The shortest round length of which no more than `MOST_SLOTS` cover the time. */
export function slotMsFor(spanMs: number): number {
  return NICE_MS.find((ms) => spanMs / ms <= MOST_SLOTS) ?? Math.ceil(spanMs / MOST_SLOTS);
}

export interface Summing {
  /** In the order of their starts. A play counts in every slot it stands in. */
  add(span: ShownSpan): void;
  /** The slots in order, those without any play left out. To be asked once. */
  slots(): ShownSlot[];
}

interface Sum {
  time: Map<number, number>;
  coveredMs: number;
  plays: number;
  amiss: number;
}

export function sumUp(from: number, until: number, slotMs: number): Summing {
  const sums = new Map<number, Sum>();
  const sumAt = (slot: number): Sum => {
    const sum = sums.get(slot) ?? { time: new Map(), coveredMs: 0, plays: 0, amiss: 0 };
    sums.set(slot, sum);
    return sum;
  };
  const eachSlot = (start: number, end: number, visit: (sum: Sum, ms: number) => void) => {
    for (let at = Math.max(start, from); at < Math.min(end, until); ) {
      const slot = Math.floor((at - from) / slotMs);
      const edge = Math.min(from + (slot + 1) * slotMs, end, until);
      visit(sumAt(slot), edge - at);
      at = edge;
    }
  };
  let coveredTo = from;
  return {
    add({ owner, start, ms, amiss }) {
      if (start >= from && start < until) {
        const sum = sumAt(Math.floor((start - from) / slotMs));
        sum.plays += 1;
        if (amiss) sum.amiss += 1;
      }
      const end = start + ms;
      eachSlot(start, end, (sum, part) => sum.time.set(owner, (sum.time.get(owner) ?? 0) + part));
      if (ms === 0) return;
      const breath = start - coveredTo < GAP_FROM_MS ? coveredTo : start;
      eachSlot(Math.max(breath, coveredTo), end, (sum, part) => {
        sum.coveredMs += part;
      });
      coveredTo = Math.max(coveredTo, end);
    },
    slots: () =>
      [...sums].map(([slot, sum]) => slotOf(sum, from + slot * slotMs, Math.min(from + (slot + 1) * slotMs, until))),
  };
}

function slotOf({ time, coveredMs, plays, amiss }: Sum, start: number, end: number): ShownSlot {
  const shares = [...time].sort(([a, x], [b, y]) => y - x || a - b);
  const othersMs = shares.slice(MOST_SHARES).reduce((sum, [, ms]) => sum + ms, 0);
  return { start, shares: shares.slice(0, MOST_SHARES), othersMs, gapMs: end - start - coveredMs, plays, amiss };
}
