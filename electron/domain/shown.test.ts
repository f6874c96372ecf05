import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SHARES, MOST_SLOTS } from '../contract/api/shown';
import { GAP_FROM_MS } from '../contract/bounds';
import { DAY_MS, HOUR_MS } from './calendar';
import { type ShownSpan, slotMsFor, sumUp } from './shown';

const S = 1000;
const summed = (spans: readonly ShownSpan[], from: number, until: number, slotMs: number) => {
  const summing = sumUp(from, until, slotMs);
  for (const span of spans) summing.add(span);
  return summing.slots();
};
const span = (start: number, ms: number, owner = 0, amiss = false): ShownSpan => ({ owner, start, ms, amiss });

describe('slots', () => {
  it('are round, and few enough for a day with an hour more', () => {
    expect(slotMsFor(DAY_MS)).toBe(300 * S);
    for (const hours of [0.25, 1.5, 9, 24, 25]) {
      expect((hours * HOUR_MS) / slotMsFor(hours * HOUR_MS)).toBeLessThanOrEqual(MOST_SLOTS);
    }
  });

  it('split a play that stands in several, and count it where it begins', () => {
    expect(summed([span(5 * S, 20 * S)], 0, 40 * S, 10 * S)).toEqual([
      { start: 0, shares: [[0, 5 * S]], othersMs: 0, gapMs: 5 * S, plays: 1, amiss: 0 },
      { start: 10 * S, shares: [[0, 10 * S]], othersMs: 0, gapMs: 0, plays: 0, amiss: 0 },
      { start: 20 * S, shares: [[0, 5 * S]], othersMs: 0, gapMs: 5 * S, plays: 0, amiss: 0 },
    ]);
  });

  it('take a breath between plays for no gap, and tell of what was skipped', () => {
    const spans = [span(0, 9960), span(10 * S, 4960), span(15 * S, 0, 1, true), span(17 * S, 3 * S)];
    expect(summed(spans, 0, 20 * S, 20 * S)).toEqual([
      { start: 0, shares: [[0, 17_920]], othersMs: 0, gapMs: 2040, plays: 4, amiss: 1 },
    ]);
  });

  it('tell the greatest by name and sum up the rest', () => {
    const spans = Array.from({ length: 9 }, (_, owner) => span(owner * 10 * S, (owner + 1) * S, owner));
    const [slot] = summed(spans, 0, 100 * S, 100 * S);
    expect(slot?.shares).toEqual([8, 7, 6, 5, 4, 3].map((owner) => [owner, (owner + 1) * S]));
    expect(slot?.shares).toHaveLength(MOST_SHARES);
    expect(slot?.othersMs).toBe(6 * S);
  });

  it('hold every millisecond once, however plays and slots lie to each other', () => {
    const plays = fc
      .array(fc.record({ pause: fc.nat({ max: 5000 }), ms: fc.nat({ max: 90_000 }), owner: fc.nat({ max: 9 }) }), {
        maxLength: 40,
      })
      .map((all) => {
        let at = 0;
        return all.map(({ pause, ms, owner }) => {
          const start = at + pause;
          at = start + ms;
          return span(start, ms, owner, ms === 0);
        });
      });
    fc.assert(
      fc.property(plays, fc.nat({ max: 60_000 }), fc.constantFrom(10 * S, 30 * S), (spans, from, slotMs) => {
        const until = from + 20 * slotMs + 1;
        const slots = summed(spans, from, until, slotMs);
        const inside = spans.map(({ start, ms }) => Math.max(0, Math.min(start + ms, until) - Math.max(start, from)));
        const shown = slots.flatMap(({ shares, othersMs }) => [...shares.map(([, ms]) => ms), othersMs]);
        const sum = (all: readonly number[]) => all.reduce((total, ms) => total + ms, 0);
        expect(sum(shown)).toBe(sum(inside));
        expect(slots.map(({ start }) => start)).toEqual([...slots.map(({ start }) => start)].sort((a, b) => a - b));
        for (const { start, shares, othersMs, gapMs } of slots) {
          const length = Math.min(slotMs, until - start);
          const missing = length - sum(shares.map(([, ms]) => ms)) - othersMs;
          expect(gapMs).toBeGreaterThanOrEqual(0);
          expect(gapMs).toBeLessThanOrEqual(missing);
          // What is missing and no gap are breaths: fewer than one for each play.
          expect(missing - gapMs).toBeLessThan(GAP_FROM_MS * (spans.length + 1));
        }
      }),
    );
  });
});
