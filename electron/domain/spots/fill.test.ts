import { describe, expect, it } from 'vitest';
import { reason } from '../../contract/scalars';
import { fillBreaks } from './fill';
import { at, campaignLaw, claimant, daily, FREE, piece, spotBreak } from './fixtures';
import type { Claimant, SpotBreak, SpotLaw } from './types';

/** Numbers of the bookings in each break. */
function filled(breaks: readonly SpotBreak[], claimants: readonly Claimant[], law: SpotLaw = FREE) {
  const { placed, short } = fillBreaks(breaks, claimants, law);
  const numbers = breaks.map(({ itemId }) => placed.get(itemId)?.map(({ bookingId }) => Number(bookingId.slice(1))));
  return {
    numbers,
    short: short.map(({ bookingId, missing, because }) => [
      Number(bookingId.slice(1)),
      missing,
      ...because.map(({ code }) => code),
    ]),
  };
}

/** The three breaks of the demo show, 2:30 each. */
const SHOW = [spotBreak(1, '09:15:55', 150), spotBreak(2, '09:31:55', 150), spotBreak(3, '09:50:25', 150)];

describe('plays a day', () => {
  it('are spread over the breaks', () => {
    expect(filled(SHOW, [claimant(1, daily(3), [piece(1, 30)])]).numbers).toEqual([[1], [1], [1]]);
    expect(filled(SHOW, [claimant(1, daily(2), [piece(1, 30)])]).numbers).toEqual([[1], [1], []]);
    expect(filled(SHOW, [claimant(1, daily(1), [piece(1, 30)])]).numbers).toEqual([[1], [], []]);
  });

  it('more than there are breaks stand apart in one, or say that they could not', () => {
    const two = [claimant(1, daily(6), [piece(1, 30)]), claimant(2, daily(3), [piece(2, 30)])];
    expect(filled(SHOW, two).numbers).toEqual([
      [1, 2, 1],
      [1, 2, 1],
      [1, 2, 1],
    ]);
    expect(filled(SHOW, two.slice(0, 1)).short).toEqual([[1, 3, 'spots.apart']]);
  });

  it('that one break has no room for are due in the next', () => {
    const breaks = [spotBreak(1, '09:00:00', 20), spotBreak(2, '10:00:00', 60), spotBreak(3, '11:00:00', 20)];
    const apart = [piece(1, 30), piece(2, 30)];
    expect(filled(breaks, [claimant(1, daily(2), apart)])).toEqual({ numbers: [[], [1, 1], []], short: [] });
    expect(filled(breaks, [claimant(1, daily(3), apart)]).short).toEqual([[1, 1, 'spots.noRoom']]);
  });

  it('count what stands in breaks of another broadcast, also later ones', () => {
    const spot = piece(1, 30);
    const later = spotBreak(9, '15:00:00', 60, {
      open: false,
      booked: [{ bookingId: claimant(1, daily(1), []).booking.id, piece: spot }],
    });
    expect(filled([...SHOW, later], [claimant(1, daily(2), [spot])]).numbers.slice(0, 3)).toEqual([[1], [], []]);
    expect(filled([...SHOW, later], [claimant(1, daily(1), [spot])])).toMatchObject({
      numbers: [[], [], [], undefined],
      short: [],
    });
  });

  it('an hour begin anew at the full hour', () => {
    const breaks = [...SHOW, spotBreak(4, '10:05:00', 60)];
    const hourly = claimant(1, { kind: 'frequency', plays: 1, per: 'hour' }, [piece(1, 30)]);
    expect(filled(breaks, [hourly]).numbers).toEqual([[1], [], [], [1]]);
  });
});

describe('hours and times', () => {
  it('a daypart keeps a spot out of breaks that begin outside of it', () => {
    const morning = claimant(1, daily(3), [piece(1, 30)], { hours: ['09:30:00', '10:00:00'] });
    const { numbers, short } = filled(SHOW, [morning]);
    expect(numbers).toEqual([[], [1], [1]]);
    expect(short).toEqual([[1, 1, 'spots.apart']]);
    const night = claimant(2, daily(1), [piece(2, 30)], { hours: ['20:00:00', '22:00:00'] });
    expect(filled(SHOW, [night]).short).toEqual([[2, 0, 'spots.noBreak']]);
  });

  it('an exact time goes to the nearest break, and none half an hour off takes it', () => {
    const exact = (times: string[]) => claimant(1, { kind: 'exact', times, whenTaken: 'join' }, [piece(1, 30)]);
    expect(filled(SHOW, [exact(['09:30:00'])]).numbers).toEqual([[], [1], []]);
    expect(filled(SHOW, [exact(['09:15:00', '09:50:00'])]).numbers).toEqual([[1], [], [1]]);
    expect(filled(SHOW, [exact(['12:00:00'])]).short).toEqual([[1, 1, 'spots.noBreak']]);
  });
});

describe('who comes first', () => {
  it('exact, then claims by priority, then rotation in what is left', () => {
    const bookings = [
      claimant(1, { kind: 'rotation' }, [piece(1, 30)], { priority: 9 }),
      claimant(2, daily(3), [piece(2, 60)]),
      claimant(3, daily(3), [piece(3, 30)], { priority: 8 }),
      claimant(4, { kind: 'exact', times: ['09:16:00'], whenTaken: 'join' }, [piece(4, 30)]),
    ];
    expect(filled(SHOW, bookings).numbers).toEqual([
      [4, 3, 2, 1],
      [3, 2, 1],
      [3, 2, 1],
    ]);
  });

  it('rotation takes turns, its playlist item by item', () => {
    const bookings = [
      claimant(1, { kind: 'rotation' }, [piece(1, 60), piece(2, 60)]),
      claimant(2, { kind: 'rotation' }, [piece(3, 90)]),
    ];
    const { placed } = fillBreaks(SHOW, bookings, FREE);
    const assets = SHOW.map(({ itemId }) =>
      placed.get(itemId)?.map(({ piece: { assetId } }) => Number(assetId.slice(1))),
    );
    expect(assets).toEqual([
      [1, 3],
      [2, 3],
      [1, 3],
    ]);
  });

  it('a share stays within half a play of its percent', () => {
    const { numbers } = filled(SHOW, [claimant(1, { kind: 'share', percent: 40 }, [piece(1, 30), piece(2, 30)])]);
    expect(numbers.map((each) => each?.length)).toEqual([2, 2, 2]);
  });
});

describe('what is asked of spots', () => {
  it('no two of one agency back to back, unless by exact times', () => {
    const law: SpotLaw = { ...FREE, separation: { agency: true, category: false, sameClipMs: 0 } };
    const of = (number: number, agencyId: string, part = {}) =>
      claimant(number, daily(1), [piece(number, 30, { agencyId })], part);
    const one = [spotBreak(1, '09:00:00', 150)];
    expect(filled(one, [of(1, 'kpu'), of(2, 'kpu'), of(3, 'dinkes')], law).numbers).toEqual([[1, 3, 2]]);
    // The one between them comes first by its age: another then comes in before it.
    expect(filled(one, [of(1, 'dinkes'), of(2, 'kpu'), of(3, 'kpu')], law)).toEqual({
      numbers: [[3, 1, 2]],
      short: [],
    });
    expect(filled(one, [of(1, 'kpu'), of(2, 'kpu')], law).short).toEqual([[2, 1, 'spots.apart']]);
  });

  it('rules of a category: its window, its length, its plays a day with those put in by hand', () => {
    const campaign = {
      category: 'Kampanye',
      from: '2024-11-10',
      to: '2024-11-23',
      playsADay: 2,
      longestMs: 60_000,
    };
    const law = campaignLaw(campaign);
    const spot = (number: number, seconds = 30) => piece(number, seconds, { category: 'Kampanye' });
    const byHand = SHOW.map((each, index) => (index === 2 ? { ...each, byHand: [spot(7)] } : each));
    expect(filled(byHand, [claimant(1, daily(3), [spot(1)])], law)).toEqual({
      numbers: [[1], [], []],
      short: [[1, 2, 'judge.capPlays']],
    });
    expect(filled(SHOW, [claimant(1, daily(1), [spot(1, 61)])], law).short).toEqual([[1, 1, 'judge.tooLong']]);
    const late = SHOW.map((each) => ({ ...each, start: each.start + 14 * 86_400_000 }));
    const then = {
      ...claimant(1, daily(1), [spot(1)]),
      windows: [{ start: at('00:00:00', '2024-11-28'), end: at('00:00:00', '2024-11-29') }],
    };
    expect(filled(late, [then], law).short).toEqual([[1, 1, 'judge.refused']]);
  });

  it('its own days, and what cannot be played says why', () => {
    const over = piece(1, 30, { airs: { from: 0, until: at('09:20:00') } });
    expect(filled(SHOW, [claimant(1, daily(3), [over])])).toEqual({
      numbers: [[1], [], []],
      short: [[1, 2, 'spots.notItsDays']],
    });
    const none = { ...claimant(2, daily(3), []), leftOut: [reason('why.notApproved', { asset: 'A' })] };
    expect(filled(SHOW, [none]).short).toEqual([[2, null, 'why.notApproved']]);
  });

  it('a break holds a hundred spots at most, and items that are never filled take no part in the spread', () => {
    const long = [spotBreak(1, '09:00:00', 5400)];
    const share = claimant(1, { kind: 'share', percent: 90 }, [piece(1, 30), piece(2, 30)]);
    expect(filled(long, [share]).numbers[0]).toHaveLength(100);
    const closed = [2, 3, 4].map((number) => spotBreak(number, '09:30:00', 30, { open: false }));
    const apart = claimant(1, daily(4), [piece(1, 30), piece(2, 30)]);
    expect(filled([spotBreak(1, '09:00:00', 300), ...closed], [apart])).toMatchObject({ short: [] });
  });

  it('what stands by hand behind the booked ones is kept apart from them too', () => {
    const held = [spotBreak(1, '09:00:00', 150, { behind: [piece(1, 30)] })];
    expect(filled(held, [claimant(1, daily(1), [piece(1, 30)])]).short).toEqual([[1, 1, 'spots.apart']]);
  });

  it('an exact time that no break is near says so beside one that has its break', () => {
    const both = claimant(1, { kind: 'exact', times: ['09:16:00', '12:00:00'], whenTaken: 'join' }, [piece(1, 30)]);
    expect(filled(SHOW, [both]).short).toEqual([[1, 1, 'spots.noBreak']]);
  });

  it('those put in by hand keep their room', () => {
    const held = [spotBreak(1, '09:00:00', 60, { byHand: [piece(9, 45)] })];
    expect(filled(held, [claimant(1, daily(1), [piece(1, 30)])])).toEqual({
      numbers: [[]],
      short: [[1, 1, 'spots.noRoom']],
    });
  });
});
