import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlayQuery } from '../../contract/api/displays';
import { type Play, PlayOutcome } from '../../contract/records/play';
import { newId } from '../../contract/ulid';
import type { Store } from '.';
import { freshStore } from './fresh-store';
import { samplePlay } from './samples';

let store: Store;
freshStore((fresh) => {
  store = fresh;
});

it('counts a play once however often it is sent', () => {
  const plays = [samplePlay(), samplePlay({ because: { code: 'fault.page', params: { n: 1 } }, outcome: 'partial' })];
  expect(store.plays.add(plays)).toBe(2);
  expect(store.plays.add([...plays, samplePlay()])).toBe(1);
  expect(store.plays.summary({}).total).toBe(3);
  expect(store.plays.list({ limit: 10 }).items).toContainEqual(plays[1]);
});

it('answers what a display showed at an instant', () => {
  const displayId = newId();
  const [first, second] = [0, 30_000].map((at) => samplePlay({ displayId, startedAt: at, endedAt: at + 30_000 }));
  store.plays.add([first as Play, second as Play]);
  expect(store.plays.at(displayId, 29_999)?.id).toBe(first?.id);
  expect(store.plays.at(displayId, 30_000)?.id).toBe(second?.id);
  expect(store.plays.at(displayId, 60_000)).toBeUndefined();
  const skipped = samplePlay({
    ...{ displayId, outcome: 'skipped', plannedStart: 29_000, plannedMs: 40_000, startedAt: 29_000, endedAt: 29_000 },
  });
  store.plays.add([skipped]);
  expect(store.plays.at(displayId, 59_999)?.id).toBe(second?.id);
  expect(store.plays.at(displayId, 60_000)?.id).toBe(skipped.id);
  expect(store.plays.at(displayId, 69_000)).toBeUndefined();
});

const HOUR = 3_600_000;
const ids = [newId(), newId()] as const;
const someId = fc.constantFrom(...ids);
const maybeId = fc.option(someId, { nil: null });
const instant = fc.oneof(
  fc.nat({ max: 5 * HOUR }),
  fc.nat({ max: 5 }).map((hour) => hour * HOUR),
);
const play = fc
  .record({
    displayId: someId,
    assetId: maybeId,
    bookingId: maybeId,
    startedAt: instant,
    length: fc.nat({ max: 60_000 }),
    outcome: fc.constantFrom(...PlayOutcome.options),
  })
  .map(({ length, ...part }) => samplePlay({ ...part, endedAt: part.startedAt + length }));
const query: fc.Arbitrary<PlayQuery> = fc.record(
  {
    displayId: someId,
    assetId: someId,
    bookingId: someId,
    outcome: fc.constantFrom(...PlayOutcome.options),
    from: instant,
    until: instant,
  },
  { requiredKeys: [] },
);

function matches(one: Play, asked: PlayQuery): boolean {
  return (
    (asked.displayId ?? one.displayId) === one.displayId &&
    (asked.assetId ?? one.assetId) === one.assetId &&
    (asked.bookingId ?? one.bookingId) === one.bookingId &&
    (asked.outcome ?? one.outcome) === one.outcome &&
    one.startedAt >= (asked.from ?? 0) &&
    one.startedAt < (asked.until ?? Number.POSITIVE_INFINITY)
  );
}

it('filters, pages and sums like a plain list', async () => {
  const all: Play[] = [];
  fc.assert(
    fc.property(fc.array(play, { maxLength: 30 }), query, fc.integer({ min: 1, max: 20 }), (plays, asked, limit) => {
      store.plays.add(plays);
      all.push(...plays);
      const wanted = all.filter((one) => matches(one, asked));
      const shown = wanted.filter(({ outcome }) => outcome !== 'skipped');
      const summary = store.plays.summary(asked);
      expect(summary.total).toBe(wanted.length);
      expect(summary.shownMs).toBe(shown.reduce((sum, one) => sum + one.endedAt - one.startedAt, 0));
      for (const outcome of PlayOutcome.options) {
        expect(summary.byOutcome[outcome]).toBe(wanted.filter((one) => one.outcome === outcome).length);
      }
      const paged = pages(asked, limit);
      expect(new Set(paged.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)));
      expect(paged.length).toBe(wanted.length);
      expect(paged.map(({ startedAt }) => startedAt)).toEqual(wanted.map((one) => one.startedAt).sort((a, b) => b - a));
      expect([...store.plays.each(asked)]).toEqual(paged.toReversed());
    }),
    { numRuns: 60 },
  );
});

function pages(asked: PlayQuery, limit: number): Play[] {
  const found: Play[] = [];
  let before: string | undefined;
  do {
    const { items, cursor } = store.plays.list({ ...asked, before, limit });
    found.push(...items);
    before = cursor ?? undefined;
  } while (before);
  return found;
}
