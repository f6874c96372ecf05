import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFor } from '../compile-fixtures';
import { becameOf, lackOf } from './became';
import { type HeardPlay, logSpots, type PlannedSpot } from './log-spots';
import { partId } from './samples';

const asset = (n: number) => idFor('A', n);
const booking = (n: number) => idFor('B', n);
const spot = (n: number, booked: number | null = n): PlannedSpot => ({
  ...{ key: idFor('K', n), assetId: asset(n), bookingId: booked === null ? null : booking(booked), name: `S${n}` },
  ms: 30_000,
});
const play = (n: number, startedAt: number, part: Partial<HeardPlay> = {}): HeardPlay => ({
  ...{ assetId: asset(n), bookingId: booking(n), startedAt, endedAt: startedAt + 30_000 },
  ...{ outcome: 'shown', because: null, ...part },
});
const step = (n: number, startedAt: number, endedAt: number, item = n) => ({
  ...{ id: partId(96 + n), itemId: partId(item), startedAt, endedAt, outcome: 'aired' as const },
});
const told = (found: ReturnType<typeof logSpots>) =>
  found.map(({ stepId, name, outcome, startedAt }) => [Number(stepId.at(-1)), name, outcome, startedAt]);

describe('the spots of a log', () => {
  it('are what was heard, what broke off, and what nothing proves', () => {
    const plays = [play(1, 10_000), play(2, 40_000, { outcome: 'partial', endedAt: 50_000 })];
    const found = logSpots([step(1, 10_100, 100_000)], () => [spot(1), spot(2), spot(3)], plays);
    expect(told(found)).toEqual([
      [1, 'S1', 'played', 10_000],
      [1, 'S2', 'partial', 40_000],
      [1, 'S3', 'missed', null],
    ]);
    expect(found[1]).toMatchObject({ plannedMs: 30_000, actualMs: 10_000 });
  });

  it('say why, where the cart did', () => {
    const because = { code: 'cart.hasExpired', params: { asset: 'S1' } };
    const plays = [play(1, 10_000, { outcome: 'skipped', endedAt: 10_000, because })];
    expect(logSpots([step(1, 9000, 20_000)], () => [spot(1)], plays)).toMatchObject([{ outcome: 'missed', because }]);
  });

  it('count a play once, and one of another break only where its booking meant it', () => {
    const steps = [step(1, 0, 60_000), step(2, 60_000, 120_000)];
    const once = logSpots(steps, () => [spot(1)], [play(1, 61_000)]);
    expect(told(once)).toEqual([
      [1, 'S1', 'missed', null],
      [2, 'S1', 'played', 61_000],
    ]);
    const late = (booked: number | null) =>
      logSpots(steps, (id) => (id === partId(1) ? [spot(1, booked)] : []), [
        play(1, 61_000, { bookingId: booked === null ? null : booking(booked) }),
      ]);
    expect(told(late(1))).toEqual([[1, 'S1', 'played', 61_000]]);
    expect(told(late(null))).toEqual([[1, 'S1', 'missed', null]]);
  });

  it('of an item on air twice stand where they were heard, and once where they were not', () => {
    const steps = [step(1, 0, 60_000, 1), step(2, 60_000, 120_000, 1)];
    expect(told(logSpots(steps, () => [spot(1), spot(2)], [play(1, 1000)]))).toEqual([
      [1, 'S1', 'played', 1000],
      [2, 'S2', 'missed', null],
    ]);
  });

  it('never claim a play twice, and leave out no spot', () => {
    const small = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(
        fc.array(small, { maxLength: 5 }),
        fc.array(fc.tuple(small, fc.integer({ min: 0, max: 99 })), { maxLength: 8 }),
        (wanted, heard) => {
          const steps = [step(1, 0, 50_000), step(2, 50_000, 100_000)];
          const spots = wanted.map((n, at) => ({ ...spot(n), key: idFor('K', at) }));
          const plays = heard.map(([n, at], place) => play(n, at * 1000 + place));
          const found = logSpots(steps, () => spots, plays);
          const starts = found.flatMap(({ startedAt }) => startedAt ?? []);
          expect(found).toHaveLength(2 * spots.length);
          expect(new Set(starts).size).toBe(starts.length);
        },
      ),
    );
  });
});

describe('what became of an item', () => {
  const aired = (ms: number, part = {}) => ({
    ...{ outcome: 'aired' as const, startedAt: 0, endedAt: ms, plannedMs: 60_000, agreedMs: null, ...part },
  });
  const heard = { outcome: 'played' as const };
  const missed = { outcome: 'missed' as const };
  it('is by how long it was heard, against what was agreed where it was', () => {
    expect(becameOf(aired(30_000), [])).toBe('aired');
    expect(becameOf(aired(29_999), [])).toBe('partly');
    expect(becameOf(aired(0), [])).toBe('notHeard');
    expect(becameOf(aired(20_000, { agreedMs: 20_000 }), [])).toBe('aired');
    expect(becameOf(aired(500, { plannedMs: 0 }), [])).toBe('aired');
    expect(becameOf(aired(10_000, { outcome: 'cut' }), [])).toBe('cut');
    expect(becameOf(aired(0, { outcome: 'skipped' }), [])).toBe('skipped');
  });
  it('is by its spots', () => {
    expect(becameOf(aired(60_000), [heard, heard])).toBe('aired');
    expect(becameOf(aired(60_000), [heard, missed])).toBe('partly');
    expect(becameOf(aired(60_000), [missed, missed])).toBe('notHeard');
    expect([lackOf([heard, missed]), lackOf([heard]), lackOf([])]).toEqual([{ heard: 1, of: 2 }, null, null]);
  });
});
