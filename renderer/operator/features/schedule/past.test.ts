import { describe, expect, it } from 'vitest';
import type { Shown } from '../../../../electron/contract/api/shown';
import type { Plan } from '../../../../electron/contract/records/timeline';
import { newId } from '../../../../electron/contract/ulid';
import { OTHERS, pastOf, seamOf } from './past';
import { spotIn } from './spot';

const S = 1000;
const START = 1_800_000_000_000;
const BOOKING = newId();
const owners: Shown['owners'] = [{ kind: 'booking', bookingId: BOOKING, name: 'Pagi' }, { kind: 'filler' }];
const base = { displayId: newId(), from: START, until: START + 60 * S, reportedUntil: START + 50 * S, owners };

const play = (start: number, ms: number, outcome: 'shown' | 'partial' | 'skipped' = 'shown', owner = 0) => ({
  ...{ owner, assetId: null, assetName: 'Klip', start: START + start, ms, outcome, because: null },
});
const plays: Shown = {
  ...base,
  kind: 'plays',
  plays: [play(0, 10 * S), play(10_040, 9 * S, 'partial', 1), play(19_040, 10 * S, 'skipped'), play(30 * S, 20 * S)],
};
const slots: Shown = {
  ...base,
  kind: 'slots',
  slotMs: 10 * S,
  slots: [
    { start: START, shares: [[1, 6 * S]], othersMs: 4 * S, gapMs: 0, plays: 3, amiss: 1 },
    { start: START + 10 * S, shares: [[0, 6 * S]], othersMs: 0, gapMs: 4 * S, plays: 1, amiss: 0 },
    { start: START + 40 * S, shares: [[0, 10 * S]], othersMs: 0, gapMs: 0, plays: 1, amiss: 0 },
  ],
};
const since = (spans: readonly { from: number; until: number }[]) =>
  spans.map(({ from, until }) => [(from - START) / S, (until - START) / S]);

describe('the past', () => {
  it('of single plays has each in its place, the gaps between, and what went amiss', () => {
    const { laid, gaps, amiss } = pastOf(plays);
    expect(laid.entries.map(([, start]) => start - START)).toEqual([0, 10_040, 30 * S]);
    expect(laid.clips.map(laid.keyOf)).toEqual([BOOKING, 'filler', BOOKING]);
    expect(since(gaps)).toEqual([
      [19.04, 30],
      [50, 60],
    ]);
    expect(since(amiss)).toEqual([
      [10.04, 19.04],
      [19.04, 29.04],
    ]);
  });

  it('of slots has the shares of each, the unreported ones as one gap, and where something went amiss', () => {
    const { laid, gaps, amiss } = pastOf(slots);
    const keys = laid.entries.map(([clip, start, ms]) => [laid.clips[clip]?.key, (start - START) / S, ms / S]);
    expect(keys).toEqual([
      ['filler', 0, 6],
      [OTHERS, 6, 4],
      [BOOKING, 10, 6],
      [BOOKING, 40, 10],
    ]);
    expect(since(gaps)).toEqual([
      [16, 40],
      [50, 60],
    ]);
    expect(since(amiss)).toEqual([[0, 10]]);
  });
});

const because = { code: 'why.bookingAsset', params: {} };
const clip = {
  kind: 'image' as const,
  bookingId: BOOKING,
  because,
  assetId: newId(),
  name: 'Klip',
  hash: 'a'.repeat(64),
};
const plan: Plan = {
  ...{ displayId: base.displayId, from: START, until: START + 120 * S, fit: 'contain', skipped: [] },
  clips: [{ ...clip, bytes: 1, mime: 'image/png' }],
  entries: Array.from({ length: 12 }, (_, index) => [0, START + index * 10 * S, 10 * S]),
};

describe('where the report ends and the plan begins', () => {
  it('is the end of the last report while the display keeps up', () => {
    expect(seamOf(plan, START + 49_960, START + 57 * S) - START).toBe(49_960);
    expect(seamOf(plan, START + 38 * S, START + 57 * S) - START).toBe(38 * S);
  });

  it('is the start of what is on now where nothing was reported for long', () => {
    expect(seamOf(plan, START + 10 * S, START + 57 * S) - START).toBe(50 * S);
    expect(seamOf(plan, null, START + 57 * S) - START).toBe(50 * S);
  });

  it('tells what lies at a moment by the report before it and by the plan after it', () => {
    const now = START + 57 * S;
    const kindAt = (seconds: number, shown: Shown | null = plays) =>
      spotIn(plan, shown, START + seconds * S, now)?.kind;
    expect([5, 15, 22, 29.5, 45, 55, 90].map((at) => kindAt(at))).toEqual([
      ...['play', 'play', 'play', 'gap', 'play', 'plan', 'plan'],
    ]);
    expect([5, 25, 45, 55].map((at) => kindAt(at, slots))).toEqual(['slot', 'gap', 'slot', 'plan']);
    expect(kindAt(5, null)).toBe('plan');
  });
});
