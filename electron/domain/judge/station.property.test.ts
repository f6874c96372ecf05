/** A cap of the whole station is shared out: never more than it altogether, and nobody gets more because somebody else asks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import type { BookRule } from '../../contract/records/rulebook';
import { DAY_MS } from '../calendar';
import { type Counted, createCounts } from './counts';
import { at, matter, PANEL, RADIO, rule, under } from './samples';
import { type Claim, type Parts, partAt, partsOf, setAside } from './station';
import type { Context, Place } from './types';

const BEGAN = at('2024-11-20T00:00:00');
const PLACES: readonly Place[] = [PANEL, { ...PANEL, id: 'VT-02' }, { ...PANEL, id: 'VT-03' }, RADIO];
const idOf = (n: number) => PLACES[n]?.id ?? '';

const claim: fc.Arbitrary<Claim> = fc.record({
  placeId: fc.integer({ min: 0, max: PLACES.length - 1 }).map(idOf),
  plays: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
  ms: fc.integer({ min: 1, max: 90 }).map((seconds) => seconds * 1000),
  since: fc.constantFrom(BEGAN - DAY_MS, BEGAN - 1, BEGAN, BEGAN + 3_600_000),
});
const claims = fc.array(claim, { maxLength: 8 });
const cap = fc
  .record({ plays: fc.option(fc.integer({ min: 0, max: 30 })), seconds: fc.option(fc.integer({ min: 0, max: 600 })) })
  .filter(({ plays, seconds }) => plays !== null || seconds !== null);

const sum = ({ of, rest }: Parts, of_: 'plays' | 'ms') =>
  [...of.values()].reduce((all, part) => all + part[of_], rest[of_]);

describe('parts of a cap', () => {
  it('are the cap altogether, none of them below nothing, and none above what is asked for', () => {
    fc.assert(
      fc.property(cap, claims, (most, asked) => {
        const parts = partsOf(most, asked, BEGAN);
        expect([sum(parts, 'plays'), sum(parts, 'ms')]).toEqual([most.plays ?? 0, (most.seconds ?? 0) * 1000]);
        for (const [id, part] of [...parts.of, ['', parts.rest] as const]) {
          expect(Math.min(part.plays, part.ms)).toBeGreaterThanOrEqual(0);
          const wish = asked.filter(({ placeId }) => placeId === id).reduce((all, { plays }) => all + plays, 0);
          if (id !== '') expect(part.plays).toBeLessThanOrEqual(wish);
        }
      }),
    );
  });

  it('are all that is asked for where there is enough', () => {
    fc.assert(
      fc.property(
        fc.array(
          claim.filter(({ plays }) => Number.isFinite(plays)),
          { maxLength: 8 },
        ),
        (asked) => {
          const all = asked.reduce((plays, each) => plays + each.plays, 0);
          const { of, rest } = partsOf({ plays: all, seconds: null }, asked, BEGAN);
          expect(rest.plays).toBe(0);
          for (const [id, { plays }] of of)
            expect(plays).toBe(
              asked.filter(({ placeId }) => placeId === id).reduce((one, each) => one + each.plays, 0),
            );
        },
      ),
    );
  });

  it('are never more because another place asks for more, or later on that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), claims, claim, (plays, asked, more) => {
        const [before, after] = [asked, [...asked, more]].map((all) => partsOf({ plays, seconds: null }, all, BEGAN));
        for (const { id, channel } of PLACES) {
          if (!before || !after || id === more.placeId) continue;
          const place = { id, channel };
          expect(partAt(after, place).plays).toBeLessThanOrEqual(partAt(before, place).plays);
        }
      }),
    );
  });

  it('stay as they are when a place is booked on the day itself, after all others', () => {
    const last = claim.map((each) => ({ ...each, since: BEGAN + DAY_MS / 2 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), claims, last, (plays, asked, more) => {
        const [before, after] = [asked, [...asked, more]].map((all) => partsOf({ plays, seconds: null }, all, BEGAN));
        for (const { id } of PLACES.filter((place) => place.id !== more.placeId))
          expect(after?.of.get(id)).toEqual(before?.of.get(id));
      }),
    );
  });

  it('are within the cap also where a display is offline and holds what it had at any moment before', () => {
    const moment = fc.constantFrom(BEGAN, BEGAN + 1, BEGAN + 3_600_000, BEGAN + DAY_MS);
    const told = fc.tuple(moment, moment, moment);
    fc.assert(
      fc.property(cap, claims, told, (most, asked, whenTold) => {
        const knownAt = (when: number) =>
          partsOf(
            most,
            asked.filter(({ since }) => since <= when),
            BEGAN,
          );
        // Displays by what they were told then; the radio is at the station.
        const held = PLACES.map((place, n) => partAt(knownAt(whenTold[n] ?? BEGAN + DAY_MS), place));
        const all = (of: 'plays' | 'ms') => held.reduce((total, part) => total + part[of], 0);
        expect(all('plays')).toBeLessThanOrEqual(most.plays ?? 0);
        expect(all('ms')).toBeLessThanOrEqual((most.seconds ?? 0) * 1000);
      }),
    );
  });

  it('differ by no more than a play between places that would take more', () => {
    const turns = fc
      .uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 })
      .map((places) =>
        places.map((n): Claim => ({ placeId: idOf(n), plays: Number.POSITIVE_INFINITY, ms: 30_000, since: 0 })),
      );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), turns, (plays, asked) => {
        const parts = [...partsOf({ plays, seconds: null }, asked, BEGAN).of.values()].map((part) => part.plays);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(parts.reduce((all, one) => all + one, 0)).toBe(plays);
      }),
    );
  });
});

/** Plays one after another, each at its place if its part allows it. */
function aired(
  counts: 'place' | 'station',
  most: { plays: number | null; seconds: number | null },
  asked: readonly Claim[],
  tries: readonly (readonly [number, number])[],
) {
  const made = rule(1, { scope: EVERYWHERE, time: ALWAYS, does: { kind: 'cap', ...most, of: 'all', counts } });
  const context: Context = { ...under([made]), used: setAside(() => asked, 'Asia/Jakarta', 0) };
  const caps = (context.book?.book.rules ?? []) as BookRule[];
  const desks = PLACES.map((place) => createCounts({ place, context }));
  return tries.map(([n, seconds]) => {
    const counted: Counted = { matter: matter({ ms: seconds * 1000 }), caps };
    const desk = desks[n] as (typeof desks)[number];
    if (desk.against(counted, BEGAN + 1, seconds * 1000)) return false;
    desk.note(counted, BEGAN + 1, seconds * 1000);
    return true;
  });
}

describe('a cap of the whole station', () => {
  const tries = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 90 })), { maxLength: 60 });

  it('is never gone over by all places together, whatever each of them tries by itself', () => {
    fc.assert(
      fc.property(cap, claims, tries, (most, asked, all) => {
        const allowed = aired('station', most, asked, all);
        const kept = all.filter((_, n) => allowed[n]);
        if (most.plays !== null) expect(kept.length).toBeLessThanOrEqual(most.plays);
        const seconds = kept.reduce((sumOf, [, each]) => sumOf + each, 0);
        if (most.seconds !== null) expect(seconds).toBeLessThanOrEqual(most.seconds);
      }),
    );
  });

  it('never allows a place more than the same cap that counts each place', () => {
    fc.assert(
      fc.property(
        cap.filter(({ seconds }) => seconds === null),
        claims,
        tries,
        (most, asked, all) => {
          const [together, apart] = [aired('station', most, asked, all), aired('place', most, asked, all)];
          for (const place of PLACES.keys()) {
            const of = (which: boolean[]) => all.filter(([n], index) => n === place && which[index]).length;
            expect(of(together)).toBeLessThanOrEqual(of(apart));
          }
        },
      ),
    );
  });
});
