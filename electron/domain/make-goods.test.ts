import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedLine } from '../contract/records/planned-day';
import type { Entry } from '../contract/records/timeline';
import { reason } from '../contract/scalars';
import { booking, idFor, ofAsset } from './compile-fixtures';
import { balance, comingOf, countShown, type Fate, lengthsOf, lossesOf, makeGoodDraft } from './make-goods';
import { joinLines, plannedLines, playsOf } from './planned';

const S = 1000;
const words = () => ({ name: 'Pesanan', agencyId: null, makeGoodFor: null });
const clips = [1, 1, 2, 3].map((n) => ({
  kind: 'slate' as const,
  bookingId: n === 3 ? null : idFor('B', n),
  because: reason('why.slot'),
}));

const entries = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom(10 * S, 15 * S, 30 * S)), { maxLength: 120 })
  .map((all) => {
    let at = 0;
    return all.map(([clip, ms]): Entry => {
      at += ms;
      return [clip, at - ms, ms];
    });
  });
const starts = (lines: readonly PlannedLine[]) =>
  lines.flatMap((line) => [...playsOf(line)].map(({ start, ms }) => `${line.bookingId} ${start} ${ms}`)).toSorted();
const said = (all: readonly Entry[], from: number, until: number) =>
  all
    .filter(([clip, start]) => clips[clip]?.bookingId && start >= from && start < until)
    .map(([clip, start, ms]) => `${clips[clip]?.bookingId} ${start} ${ms}`)
    .toSorted();

describe('what was planned', () => {
  it('is every entry of a booking, to the millisecond', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const lines = plannedLines({ clips, entries: all }, 100 * S, 900 * S, words);
        expect(starts(lines)).toEqual(said(all, 100 * S, 900 * S));
        for (const line of lines) expect(line.plays).toBe([...playsOf(line)].length);
      }),
    );
  });

  it('keeps from before an edit what was planned then, from it on what is planned now', () => {
    fc.assert(
      fc.property(entries, entries, fc.integer({ min: 0, max: 2000 * S }), (old, fresh, at) => {
        const before = plannedLines({ clips, entries: old }, 0, 9e9, words);
        const after = plannedLines({ clips, entries: fresh }, 0, 9e9, words);
        const truth = [...said(old, 0, at), ...said(fresh, at, 9e9)].toSorted();
        expect(starts(joinLines(before, after, at))).toEqual(truth);
      }),
    );
  });

  it('is one run for a slot of the loop all day', () => {
    const day = Array.from({ length: 192 }, (_, n): Entry => [0, n * 300 * S, 30 * S]);
    const [line] = plannedLines({ clips, entries: day }, 0, 9e9, words);
    expect(line).toMatchObject({ plays: 192, ms: 192 * 30 * S, runs: [[0, 300 * S, 192, 30 * S]] });
  });
});

const outcomes = fc.constantFrom('shown', 'partial', 'skipped', 'interrupted' as const);
const fates = fc.array(
  fc.record({
    key: fc.integer({ min: 0, max: 60 }),
    bookingId: fc.constant(idFor('B', 1)),
    plannedStart: fc.integer({ min: 0, max: 60 }).map((n) => n * 30 * S),
    plannedMs: fc.constant(30 * S),
    shownMs: fc.integer({ min: 0, max: 30 * S }),
    outcome: outcomes,
    because: fc.constantFrom(null, reason('play.beganLate'), reason('play.missing')),
  }),
  { maxLength: 80 },
);
const amount = fc.integer({ min: 0, max: 200 });

describe('what is owed', () => {
  it('is never negative, nor more than was lost, and what comes is part of it', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (planned, shown, given, waived, coming) => {
        const found = balance({ planned, shown, given, waived, coming });
        expect(found.owed).toBeGreaterThanOrEqual(0);
        expect(found.owed).toBeLessThanOrEqual(Math.max(0, planned - shown));
        expect(found.coming).toBeLessThanOrEqual(found.owed);
      }),
    );
  });

  it('has the length of what was lost, less what was given and waived, where plays are of one length', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (planned, shown, given, waived) => {
        const found = balance({ planned, shown, given, waived, coming: 0 });
        const ms = lengthsOf(found, { planned: planned * 15 * S, shown: shown * 15 * S, given: given * 15 * S });
        expect(ms.owed).toBe(found.owed * 15 * S);
        expect(ms.waived).toBe(planned > shown ? waived * 15 * S : 0);
      }),
    );
  });

  it('counts a play once, however often it is told, and gives a reason for each that is lost', () => {
    fc.assert(
      fc.property(entries, fates as fc.Arbitrary<Fate[]>, (all, told) => {
        const [line] = plannedLines({ clips, entries: all }, 0, 9e9, words);
        if (!line) return;
        const once = lossesOf(line, told, [], 9e9);
        expect(lossesOf(line, [...told, ...told], [], 9e9)).toEqual(once);
        expect(countShown([...told, ...told])).toBeLessThanOrEqual(new Set(told.map(({ key }) => key)).size);
        const lost = Math.max(0, once.planned - once.shown);
        expect(once.why.reduce((sum, { plays }) => sum + plays, 0)).toBe(lost);
      }),
    );
  });

  it('counts a partial play from its half on, and tells a takeover from a display that was away', () => {
    const line = { bookingId: idFor('B', 1), ...words(), plays: 4, ms: 4 * 30 * S };
    const runs: PlannedLine['runs'] = [[0, 60 * S, 4, 30 * S]];
    const fate = (key: number, over: Partial<Fate>): Fate => ({
      ...{ key, bookingId: line.bookingId, plannedStart: key * 60 * S, plannedMs: 30 * S, shownMs: 30 * S },
      ...{ outcome: 'partial', because: reason('play.beganLate') },
      ...over,
    });
    const told = [fate(0, { shownMs: 15 * S }), fate(1, { shownMs: 14_999 })];
    expect(lossesOf({ ...line, runs }, told, [{ start: 120 * S, end: 180 * S }], 9e9)).toEqual({
      ...{ planned: 4, shown: 1, plannedMs: 120 * S, shownMs: 30 * S },
      why: [
        { kind: 'cut', plays: 1 },
        { kind: 'takeover', plays: 1 },
        { kind: 'away', plays: 1 },
      ],
    });
    // What is not over yet is not lost.
    expect(lossesOf({ ...line, runs }, [], [], 95 * S)).toMatchObject({ planned: 2, shown: 0 });
    // Nor does what is shown after that make up for what was lost before.
    const later = [fate(0, { outcome: 'skipped', shownMs: 0 }), fate(1, { outcome: 'shown' })];
    expect(lossesOf({ ...line, runs }, later, [], 80 * S)).toMatchObject({ planned: 1, shown: 0 });
  });
});

describe('a booking that makes good', () => {
  const lost = booking(7, ofAsset({ id: idFor('A', 1) }), { how: { kind: 'slot', slot: 8, every: 1, first: 0 } });
  const owed = { bookingId: lost.id, displayId: idFor('D', 1), day: '2026-03-02' };

  it('plays the same as a frequency on its day, and is coming until it has', () => {
    const draft = makeGoodDraft(lost, owed, '2026-03-04', 3);
    expect(draft).toMatchObject({ what: lost.what, dayparts: lost.dayparts, from: '2026-03-04', to: '2026-03-04' });
    const made = { ...lost, ...draft };
    const day = Date.parse('2026-03-04') / 86_400_000;
    expect([day - 2, day, day + 1].map((today) => comingOf(made, today, 0))).toEqual([3, 3, 0]);
    expect(comingOf(made, day, 2)).toBe(1);
    expect(comingOf({ ...made, paused: true }, day - 2, 0)).toBe(0);
  });
});
