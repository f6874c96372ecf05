import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from './calendar';
import { compile } from './compile';
import { at, booking, idFor, inputFor, ofAsset, video } from './compile-fixtures';
import { draftFaults, loopMs, playsADay, policiesOver } from './loops';
import { policyOf } from './traffic/fixtures';

const S = 1000;
const every = (opens: string, closes: string) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));
const slots = (...seconds: number[]) => seconds.map((s) => ({ ms: s * S, purpose: 'any' as const }));

describe('the loop over a display', () => {
  const own = { id: 'own', createdAt: 9, where: { displayIds: ['one'], groupIds: [] } };
  const old = { id: 'old', createdAt: 1, where: { displayIds: [], groupIds: ['town'] } };
  const late = { id: 'late', createdAt: 2, where: { displayIds: [], groupIds: ['town'] } };
  it('is its own, else the oldest of its groups', () => {
    const over = policiesOver([late, old, own], (group) => (group === 'town' ? ['one', 'two'] : []));
    expect(over('one')?.id).toBe('own');
    expect(over('two')?.id).toBe('old');
    expect(over('three')).toBeNull();
  });
});

describe('plays a day', () => {
  it('are 192 of each slot for a loop of 300 s from 06:00 to 22:00', () => {
    const ten = slots(...Array.from({ length: 10 }, () => 30));
    expect(loopMs(ten)).toBe(300 * S);
    expect(playsADay(ten, every('06:00:00', '22:00:00'), 1)).toEqual(Array(10).fill(192));
  });

  it('count the slots that still fit before closing, and none on a closed day', () => {
    const hours = [{ weekday: 1, opens: '06:00:00', closes: '06:01:40' }];
    expect(playsADay(slots(15, 30, 60), hours, 1)).toEqual([1, 1, 0]);
    expect(playsADay(slots(30, 30, 30), hours, 1)).toEqual([1, 1, 1]);
    expect(playsADay(slots(15, 15), hours, 1)).toEqual([3, 3]);
    expect(playsADay(slots(20, 15), hours, 1)).toEqual([3, 2]);
    expect(playsADay(slots(15), hours, 2)).toEqual([0]);
    expect(playsADay([], hours, 1)).toEqual([]);
  });

  it('unite hours that overlap, and end a night at the next opening', () => {
    const overlapping = [...every('06:00:00', '12:00:00'), ...every('10:00:00', '22:00:00')];
    expect(playsADay(slots(3600), overlapping, 3)).toEqual([16]);
    expect(playsADay(slots(3600), every('20:00:00', '19:00:00'), 7)).toEqual([23]);
    expect(playsADay(slots(3600), [...every('20:00:00', '08:00:00'), ...every('06:00:00', '10:00:00')], 7)).toEqual([
      14,
    ]);
  });

  const time = fc.integer({ min: 0, max: 47 }).map((half) => half * 1800);
  const clock = (s: number) => `${String(Math.floor(s / 3600)).padStart(2, '0')}:${s % 3600 ? '30' : '00'}:00`;
  const loops = fc.array(fc.integer({ min: 600, max: 3600 }), { minLength: 1, maxLength: 5 });
  const someHours = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: time, closes: time }), {
    maxLength: 4,
  });
  it('are what a compile lays', () => fc.assert(fc.property(loops, someHours, agrees), { numRuns: 60 }));

  function agrees(seconds: number[], lines: { weekday: number; opens: number; closes: number }[]) {
    const hours = lines.map(({ weekday, opens, closes }) => ({ weekday, opens: clock(opens), closes: clock(closes) }));
    const loop = slots(...seconds);
    const assets = seconds.map((s, index) => video(index + 1, s * S));
    const bookings = assets.map((asset, index) =>
      booking(index + 1, ofAsset(asset), { how: { kind: 'slot', slot: index + 1, every: 1, first: 0 } }),
    );
    // A whole week, Monday to Sunday; what a Sunday carries into the Monday after is what the Sunday before carried in.
    const from = at('2026-03-02 00:00:00');
    const input = inputFor({ assets, bookings, policy: policyOf({ slots: loop, hours }) }, from, from + 8 * DAY_MS);
    const plan = compile(input);
    const starts = plan.entries.filter(([, start]) => start >= from + 24 * HOUR_MS && start < from + 8 * DAY_MS);
    const laid = loop.map(
      (_, index) => starts.filter(([clip]) => plan.clips[clip]?.bookingId === idFor('B', index + 1)).length,
    );
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => playsADay(loop, hours, weekday));
    const sums = loop.map((_, index) => week.reduce((sum, plays) => sum + (plays[index] ?? 0), 0));
    expect(laid).toEqual(sums);
  }
});

describe('a draft', () => {
  it('is told what is wrong with it', () => {
    const codes = (draft: Parameters<typeof draftFaults>[0]) => draftFaults(draft).map(({ code }) => code);
    expect(codes({ slots: [], closures: [] })).toEqual(['policy.emptyLoop']);
    expect(codes({ slots: slots(0, 0), closures: [] })).toEqual(['policy.emptyLoop']);
    const closures = [{ from: '2026-03-02', to: '2026-03-01', why: '' }];
    expect(codes({ slots: slots(30, 0), closures })).toEqual(['policy.slotTooShort', 'policy.closureEndsFirst']);
    expect(codes({ slots: slots(30), closures: [] })).toEqual([]);
  });
});
