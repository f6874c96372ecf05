import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bill } from './bills';
import { booking, idFor } from './compile-fixtures';
import type { Window } from './occurrences';
import { stretchesOf } from './stretches';
import { handOf } from './turns';

const bill = (windows: Window[], n: number): Bill => ({
  booking: booking(n, { kind: 'asset', assetId: idFor('A', n) }),
  windows,
  material: () => ({ playlist: null, count: 0, pieces: [], leftOut: [], needs: [] }),
  hand: () => handOf([]),
  longestMs: 0,
});

const listed = (...given: Parameters<typeof stretchesOf>) =>
  Array.from(stretchesOf(...given), (stretch) => ({ ...stretch, active: [...stretch.active] }));

/** Instants from 1 to 40, so that edges of different bills often meet; windows in order that never touch. */
const windows = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 8 })
  .map((edges) => edges.sort((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((start, i) => (i % 2 || edges[i + 1] === undefined ? [] : [{ start, end: edges[i + 1] ?? 0 }])),
  );
const bills = fc.array(windows, { maxLength: 12 }).map((all) => all.map(bill));
const instant = fc.integer({ min: 0, max: 40 });

describe('stretches', () => {
  it('cover the interval, and hold at each instant the bills whose windows do, in order', () => {
    fc.assert(
      fc.property(bills, instant, fc.integer({ min: 1, max: 20 }), (all, from, length) => {
        const found = listed(all, from, from + length);
        expect(found[0]?.start).toBeLessThanOrEqual(from);
        expect(found.at(-1)?.end).toBeGreaterThanOrEqual(from + length);
        expect(found.slice(1).map(({ start }) => start)).toEqual(found.slice(0, -1).map(({ end }) => end));
        for (const { start, end, active } of found) {
          for (let at = Math.max(start, from); at < Math.min(end, from + length); at++) {
            const on = all.filter((each) => each.windows.some((window) => window.start <= at && at < window.end));
            expect(active.map((each) => each.booking.id)).toEqual(on.map((each) => each.booking.id));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('begin and end at true edges, however far outside the interval', () => {
    fc.assert(
      fc.property(bills, instant, fc.integer({ min: 1, max: 20 }), (all, from, length) => {
        const edges = all.flatMap((each) => each.windows.flatMap(({ start, end }) => [start, end]));
        const found = listed(all, from, from + length);
        expect(found[0]?.start).toBe(Math.max(0, ...edges.filter((edge) => edge <= from)));
        expect(found.at(-1)?.end).toBe(Math.min(...edges.filter((edge) => edge >= from + length)));
        const inside = new Set(edges.filter((edge) => edge > from && edge < from + length));
        expect(found.slice(1).map(({ start }) => start)).toEqual([...inside].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});
