import { describe, expect, it } from 'vitest';
import { booking, idFor, ofAsset, still, VT01 } from '../compile-fixtures';
import { policyOf } from '../traffic/fixtures';
import {
  afterWayOut,
  CLIP,
  check,
  codes,
  displayAside,
  draftOf,
  exact,
  fullLoop,
  ground,
  LONG,
  plays,
  share,
  slot,
} from './fixtures';
import { changed, type Ground } from './trial';

const MORNING = [{ start: '06:00:00', end: '12:00:00' }];
const mixedLoop = policyOf({
  slots: [60, 30, 30, 15, 15].map((seconds) => ({ ms: seconds * 1000, purpose: 'any' as const })),
});
const shutOnSundays = policyOf({
  hours: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '06:00:00', closes: '22:00:00' })),
});
const offered = (where: Ground, draft: ReturnType<typeof draftOf>, at = 0) =>
  check(where, draft).conflicts[at]?.waysOut.map(({ change }) => change);

describe('a loop in which every slot is held', () => {
  const drafts = [slot(3), share(90), plays(500), {}].map(draftOf);

  it.each(drafts)('is told of plainly where nothing helps ($how.kind)', (draft) => {
    const { conflicts } = check(ground({ bookings: fullLoop() }), draft);
    expect(conflicts.map(({ waysOut }) => waysOut)).toEqual([[]]);
    const measured = draft.how.kind === 'share' || draft.how.kind === 'frequency';
    expect(conflicts[0]?.advice?.code).toBe(measured ? 'plan.do.roomOrLess' : 'plan.do.room');
    expect(conflicts[0]?.advice?.params.by).toContain(draft.how.kind === 'slot' ? 'Pesanan 3' : 'Pesanan 1');
  });

  it.each(drafts)('is left for another display where it fits ($how.kind)', (draft) => {
    const bookings = fullLoop();
    const where = ground({ bookings }, { elsewhere: () => [displayAside(3, { bookings }), displayAside(2)] });
    // The third has room for all that was asked but 500 plays an hour.
    const less = draft.how.kind === 'frequency' ? { ...draft, ...plays(100) } : draft;
    const [conflict] = check(where, less).conflicts;
    const moved = { where: { displayIds: [idFor('D', 2)], groupIds: [] } };
    expect(conflict?.waysOut).toEqual([
      { label: { code: 'plan.out.elsewhere', params: { displays: 'VT-02' } }, change: moved },
    ]);
  });

  it('is left for another slot of another display, or for the others it was booked on', () => {
    const bookings = fullLoop();
    const there = displayAside(2, { bookings: bookings.slice(2, 3) });
    const { stage } = displayAside(4);
    const one = ground({ bookings }, { elsewhere: () => [there] });
    const where = { ...one, stages: [...one.stages, stage] };
    const draft = draftOf({ ...slot(3), where: { displayIds: [VT01.id, idFor('D', 4)], groupIds: [] } });
    expect(offered(where, draft)).toEqual([
      { where: { displayIds: [idFor('D', 4), idFor('D', 2)], groupIds: [] }, ...slot(1) },
      { where: { displayIds: [idFor('D', 4)], groupIds: [] } },
    ]);
  });

  it('is waited for, or met at the hours it is not full', () => {
    const where = ground({ bookings: fullLoop({ to: '2026-03-04' }) });
    expect(offered(where, draftOf(slot(3)))).toEqual([{ from: '2026-03-05' }, { how: { kind: 'rotation' } }]);
    const over = offered(where, draftOf({ ...slot(3), to: '2026-03-04' }));
    expect(over).toEqual([{ from: '2026-03-05', to: '2026-03-07' }]);
    const mornings = ground({ bookings: fullLoop({ dayparts: MORNING }) });
    const afternoon = { dayparts: [{ start: '12:00:00', end: '22:00:00' }] };
    expect(offered(mornings, draftOf(slot(3)))?.[0]).toEqual(afternoon);
    expect(offered(mornings, draftOf({ ...plays(20), dayparts: MORNING }))).toEqual([afternoon]);
    expect(offered(mornings, draftOf({ dayparts: MORNING }))).toEqual([afternoon]);
  });

  it('has the place its own booking leaves when that is moved', () => {
    const [own, ...rest] = fullLoop();
    expect(own?.how).toMatchObject({ slot: 1 });
    expect(offered(ground({ bookings: rest }), draftOf(slot(3)))?.[0]).toEqual(slot(1));
  });

  it('is joined in rounds that others leave, of any slot', () => {
    const halves = fullLoop().map((one, n) => (n === 6 ? { ...one, ...slot(7, 2, 1) } : one));
    expect(offered(ground({ bookings: halves }), draftOf(slot(3)))?.[0]).toEqual(slot(7, 2, 0));
  });
});

describe('ways out of days on which the display is closed', () => {
  const until = { to: '2026-06-30' };
  const where = ground({ policy: shutOnSundays });

  it.each([
    ['FREQ=WEEKLY;BYDAY=SU', 'FREQ=WEEKLY;BYDAY=MO'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
    ['FREQ=MONTHLY;BYDAY=1SU', 'FREQ=MONTHLY;BYDAY=1MO'],
  ])('move %s to a weekday that is open, or to all', (rule, moved) => {
    const draft = draftOf({ rule, ...until });
    const { way, found, after } = afterWayOut(where, draft, 'plan.closedAlways');
    expect(way).toEqual({ label: { code: 'plan.out.weekday', params: { context: '1' } }, change: { rule: moved } });
    expect(codes(after)).toEqual([]);
    expect(found?.waysOut[1]?.change).toEqual({ rule: null, weekdays: [1, 2, 3, 4, 5, 6] });
  });

  it('move weekdays, and hours with them where neither is open', () => {
    expect(offered(where, draftOf({ weekdays: [7], ...until }))?.[0]).toEqual({ weekdays: [1] });
    const night = draftOf({ weekdays: [7], ...until, dayparts: [{ start: '23:00:00', end: '05:00:00' }] });
    expect(offered(where, night)).toEqual([
      {
        ...{ rule: null, weekdays: [1, 2, 3, 4, 5, 6] },
        dayparts: [{ start: '06:00:00', end: '22:00:00' }],
      },
    ]);
  });

  it('begin after a closure, and tell of a display that never opens', () => {
    const closures = [{ from: '2026-03-01', to: '2026-03-10', why: 'Servis' }];
    const closed = ground({ policy: policyOf({ closures }) });
    expect(offered(closed, draftOf())).toEqual([{ from: '2026-03-11', to: '2026-03-17' }]);
    const [never] = check(ground({ policy: policyOf({ hours: [] }) }), draftOf()).conflicts;
    expect(never).toMatchObject({ waysOut: [], advice: { code: 'plan.do.hours' } });
  });
});

describe('ways out of shares and frequencies', () => {
  it('are as much as others can spare', () => {
    const held = [booking(1, ofAsset(LONG), share(20))];
    const where = ground({ policy: mixedLoop, bookings: held });
    const draft = { ...draftOf(plays(24)), what: ofAsset(LONG) };
    expect(codes(check(where, draft))).toEqual(['plan.costsOther']);
    expect(offered(where, draft)).toEqual([plays(8), { how: { kind: 'rotation' } }]);
  });

  it('are the most that the loop holds, whole plays of a last part not counted', () => {
    expect(offered(ground(), draftOf(plays(500)))?.[0]).toEqual(plays(120));
    expect(codes(check(ground(), draftOf(plays(100))))).toEqual([]);
  });

  it('are so many a day where there is not one an hour', () => {
    const bookings = fullLoop({ dayparts: [{ start: '06:00:00', end: '21:56:00' }] });
    expect(offered(ground({ bookings }), draftOf(plays(2)))?.[0]).toMatchObject({ how: { per: 'day' } });
  });
});

describe('ways out of what is too long, over or not named', () => {
  it('air a clip that no slot holds at an exact time', () => {
    const draft = { ...draftOf(share(10)), what: ofAsset(LONG) };
    const { way, after } = afterWayOut(ground(), draft, 'plan.clipTooLong');
    expect(way.change).toEqual({ how: { kind: 'exact', times: ['06:00:00'], whenTaken: 'delay' } });
    expect(codes(after)).toEqual([]);
  });

  it('begin today, go on to the first day that is named, or leave out a time', () => {
    expect(offered(ground({}, { today: '2026-05-01' }), draftOf())).toEqual([{ from: '2026-05-01', to: '2026-05-07' }]);
    expect(offered(ground(), draftOf({ rule: 'FREQ=MONTHLY;BYMONTHDAY=31' }))?.[0]).toEqual({ to: '2026-03-31' });
    const bookings = [booking(1, ofAsset(CLIP), exact('08:00:00'))];
    expect(offered(ground({ bookings }), draftOf(exact('08:00:10', '12:00:00')))?.[1]).toEqual(exact('12:00:00'));
  });

  it('begin when its material may air', () => {
    const later = still(8, { validFrom: '2026-04-01' });
    const draft = { ...draftOf(), what: ofAsset(later) };
    expect(offered(ground({ assets: [later] }), draft)).toEqual([{ from: '2026-04-01', to: '2026-04-07' }]);
  });

  it('do without an agreement that is gone, for other than partners', () => {
    const draft = draftOf({ agreementId: idFor('K', 9) });
    expect(offered(ground(), draft)).toEqual([{ agreementId: null }]);
    const [theirs] = check(ground(), changed(draft, { purpose: 'partner' })).conflicts;
    expect(theirs).toMatchObject({ waysOut: [], advice: { code: 'plan.do.agreement' } });
  });
});
