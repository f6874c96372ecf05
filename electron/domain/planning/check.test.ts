import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../contract/records/partner';
import { NOTHING_LENT } from '../../contract/records/partner';
import { booking, idFor, ofAsset, still, VT01 } from '../compile-fixtures';
import { policyOf } from '../traffic/fixtures';
import {
  AGENCY,
  afterWayOut,
  CLIP,
  check,
  codes,
  draftOf,
  exact,
  ground,
  LONG,
  plays,
  share,
  slot,
  THEIRS,
  WEEK,
} from './fixtures';

const S = 1000;

describe('what a draft takes', () => {
  it('is 192 plays a day of a slot of the demo day, 11 h 12 min in a week', () => {
    const { takes, conflicts, looked } = check(ground(), draftOf(slot(3)));
    expect(conflicts.map(({ severity }) => severity)).toEqual([]);
    expect(takes).toMatchObject({ plays: 192 * 7, least: 192, most: 192, ms: 192 * 7 * 30 * S });
    expect(looked).toEqual({ displays: 1, ofDisplays: 1, ...WEEK, goesOn: false, exact: true });
  });

  it('is counted for every display that agrees, from today on, and for a year at most', () => {
    const two = ground();
    const stages = two.stages.map((stage) => ({ ...stage, displayIds: [VT01.id, idFor('D', 2)] }));
    const late = check({ ...two, stages, today: '2026-03-05' }, draftOf(slot(3)));
    expect(late.takes.plays).toBe(192 * 4 * 2);
    const long = check(ground(), draftOf({ ...slot(3), to: '2036-01-01' }));
    expect(long.looked).toMatchObject({ goesOn: true, to: '2027-04-05', exact: true });
  });

  it('names who loses by it', () => {
    const rotation = booking(1, ofAsset(LONG));
    const slots = [{ ms: 60 * S, purpose: 'any' as const }];
    const { takes } = check(ground({ bookings: [rotation], policy: policyOf({ slots }) }), draftOf(slot(1)));
    expect(takes.others).toEqual([{ bookingId: rotation.id, name: rotation.name, plays: 960 * 7 }]);
  });
});

describe('conflicts of slots', () => {
  it('name who holds the slot and offer the next free one', () => {
    const where = ground({ bookings: [booking(1, ofAsset(CLIP), slot(3)), booking(2, ofAsset(CLIP), slot(4))] });
    const { found, way, after } = afterWayOut(where, draftOf(slot(3)), 'plan.slotOversold');
    expect(found).toMatchObject({
      severity: 'stops',
      field: 'how',
      displayIds: [VT01.id],
      firstDay: '2026-03-02',
      reason: { params: { slot: 3, by: 'Pesanan 1' } },
    });
    expect(way.change.how).toMatchObject({ slot: 5 });
    expect(codes(after)).toEqual([]);
  });

  it('lead to no slot that somebody else holds', () => {
    const slots = [
      { ms: 30 * S, purpose: 'ilm' as const },
      { ms: 30 * S, purpose: 'station' as const },
    ];
    const bookings = [
      booking(1, ofAsset(CLIP), slot(1)),
      booking(2, ofAsset(CLIP), { ...slot(2), purpose: 'station' }),
    ];
    const { conflicts } = check(ground({ policy: policyOf({ slots }), bookings }), draftOf(slot(2)));
    expect(conflicts.map(({ reason, waysOut, advice }) => [reason.code, waysOut, advice?.code])).toEqual([
      ['plan.slotKept', [], 'plan.do.loop'],
      ['plan.slotOversold', [], 'plan.do.room'],
    ]);
  });

  it('offer turns beside who holds it where the slot is long enough for both', () => {
    const policy = policyOf({ slots: [{ ms: 60 * S, purpose: 'any' }] });
    const where = ground({ policy, bookings: [booking(1, ofAsset(CLIP), slot(1))] });
    const { way, after } = afterWayOut(where, draftOf(slot(1)), 'plan.slotOversold');
    expect(way.change).toEqual({ how: { kind: 'rotation' } });
    expect(codes(after)).toEqual([]);
    expect(after.takes.least).toBe(960);
  });

  it('offer the rounds between and an earlier end', () => {
    const where = ground({ bookings: [booking(1, ofAsset(CLIP), { ...slot(3, 2, 0), from: '2026-03-05' })] });
    const [conflict] = check(where, draftOf(slot(3))).conflicts;
    expect(conflict).toMatchObject({ severity: 'costs', firstDay: '2026-03-05' });
    expect(conflict?.waysOut.map(({ change }) => change)).toEqual([
      { how: { kind: 'slot', slot: 4, every: 1, first: 0 } },
      { how: { kind: 'slot', slot: 3, every: 2, first: 1 } },
      { to: '2026-03-04' },
      { how: { kind: 'rotation' } },
    ]);
  });

  it('say of a number beyond the loop, a kept slot, one too short and no loop at all', () => {
    const slots = [
      { ms: 30 * S, purpose: 'any' as const },
      { ms: 30 * S, purpose: 'partner' as const },
      { ms: 60 * S, purpose: 'ilm' as const },
    ];
    const where = ground({ policy: policyOf({ slots }) });
    expect(codes(check(where, draftOf(slot(9))))).toEqual(['plan.slotBeyond']);
    expect(codes(check(where, draftOf(slot(2))))).toEqual(['plan.slotKept']);
    const long = { ...draftOf(slot(1)), what: ofAsset(LONG) };
    expect(codes(check(where, long))).toEqual(['plan.clipTooLong']);
    expect(afterWayOut(where, long, 'plan.clipTooLong').way.change.how).toMatchObject({ slot: 3 });
    expect(afterWayOut(where, draftOf(slot(9)), 'plan.slotBeyond').way.change.how).toMatchObject({ slot: 1 });
    expect(codes(check(ground({ policy: null }), draftOf(slot(1))))).toEqual(['plan.noLoop']);
  });

  it('say what a more urgent draft takes from others', () => {
    const where = ground({ bookings: [booking(1, ofAsset(CLIP), slot(3))] });
    const draft = draftOf({ ...slot(3), priority: 8 });
    expect(check(where, draft).conflicts[0]).toMatchObject({
      severity: 'costs',
      field: 'priority',
      reason: { code: 'plan.costsOther', params: { booking: 'Pesanan 1', plays: 192 } },
    });
    expect(codes(afterWayOut(where, draft, 'plan.costsOther').after)).toEqual([]);
  });
});

describe('conflicts of shares and frequencies', () => {
  it('say when shares come to more than all, and what is still to be had', () => {
    const where = ground({ bookings: [booking(1, ofAsset(CLIP), share(70))] });
    const { found, way, after } = afterWayOut(where, draftOf(share(40)), 'plan.shareOver');
    expect(found?.reason.params).toMatchObject({ sum: 110, others: 70 });
    expect(way.change.how).toMatchObject({ percent: 30 });
    expect(codes(after)).toEqual([]);
  });

  it('count only what slots leave open', () => {
    const held = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => booking(n, ofAsset(CLIP), slot(n)));
    const { way } = afterWayOut(ground({ bookings: held }), draftOf(share(50)), 'plan.shareShort');
    expect(way.change.how).toMatchObject({ percent: 20 });
  });

  it('say how many plays are possible', () => {
    const held = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => booking(n, ofAsset(CLIP), slot(n)));
    const { way, after } = afterWayOut(ground({ bookings: held }), draftOf(plays(20)), 'plan.frequencyShort');
    expect(way.change.how).toMatchObject({ plays: 12 });
    expect(after.takes.least).toBe(192);
  });
});

describe('conflicts of exact times', () => {
  it('move a time to the nearest that is free, beside others and its own', () => {
    const where = ground({ bookings: [booking(1, ofAsset(CLIP), exact('08:00:00'))] });
    const draft = draftOf(exact('08:00:10', '12:00:00', '12:00:20'));
    const { found, way, after } = afterWayOut(where, draft, 'plan.exactTaken');
    expect(found?.reason.params.times).toBe('08:00:10, 12:00:20');
    expect(way.change.how).toMatchObject({ times: ['08:00:30', '12:00:00', '12:00:30'] });
    expect(codes(after)).toEqual([]);
    expect(after.takes.least).toBe(3);
  });

  it('move a time that is closed, or would not be over before closing', () => {
    const { found, way } = afterWayOut(ground(), draftOf(exact('05:00:00', '21:59:50')), 'plan.exactClosed');
    expect(found?.severity).toBe('stops');
    expect(way.change.how).toMatchObject({ times: ['06:00:00', '21:59:30'] });
  });
});

describe('conflicts of days, hours, material and agreement', () => {
  it('say when no day is left, or a rule cannot be read', () => {
    expect(codes(check(ground(), draftOf({ rule: 'FREQ=MONTHLY;BYMONTHDAY=31', to: '2026-03-08' })))).toEqual([
      'plan.noDays',
    ]);
    expect(codes(check(ground(), draftOf({ rule: 'FREQ=WEEKLY;BYDAY=XX' })))).toEqual(['plan.ruleUnreadable']);
    expect(
      codes(afterWayOut(ground(), draftOf({ rule: 'FREQ=WEEKLY;BYDAY=XX' }), 'plan.ruleUnreadable').after),
    ).toEqual([]);
    expect(codes(check(ground({}, { today: '2026-05-01' }), draftOf()))).toEqual(['plan.over']);
    // Still in its period, but the rule names no day any more.
    expect(codes(check(ground({}, { today: '2026-03-05' }), draftOf({ rule: 'FREQ=DAILY;COUNT=2' })))).toEqual([
      'plan.over',
    ]);
  });

  it('say on which days the display is closed, and when it is always', () => {
    const policy = policyOf({ closures: [{ from: '2026-03-04', to: '2026-03-05', why: 'Servis' }] });
    const { found, way, after } = afterWayOut(ground({ policy }), draftOf(), 'plan.closedDays');
    expect(found).toMatchObject({ severity: 'notice', firstDay: '2026-03-04', reason: { params: { count: 2 } } });
    expect(way.change.exceptions).toEqual(['2026-03-04', '2026-03-05']);
    expect(codes(after)).toEqual([]);
    const night = draftOf({ dayparts: [{ start: '23:00:00', end: '05:00:00' }] });
    expect(check(ground(), night).conflicts[0]).toMatchObject({
      severity: 'stops',
      reason: { code: 'plan.closedAlways' },
    });
    const opened = afterWayOut(ground(), night, 'plan.closedAlways');
    expect(opened.way.change).toEqual({ dayparts: [{ start: '06:00:00', end: '22:00:00' }] });
    expect(codes(opened.after)).toEqual([]);
  });

  it('say that the clocks skip its only hour', () => {
    const where = ground({ policy: null, display: { ...VT01, zone: 'America/New_York' } });
    const skipped = { zone: 'display' as const, dayparts: [{ start: '02:00:00', end: '03:00:00' }] };
    const night = draftOf({ ...skipped, from: '2026-03-08', to: '2026-03-08' });
    expect(check(where, night).conflicts).toMatchObject([
      { severity: 'stops', firstDay: '2026-03-08', reason: { code: 'plan.hoursSkipped' } },
    ]);
    expect(codes(check(where, { ...night, to: '2026-03-09' }))).toEqual([]);
  });

  it('say what is not approved, not made for the panel, or not valid on all days', () => {
    const of = (n: number) => check(ground(), { ...draftOf(), what: ofAsset({ id: idFor('A', n) }) });
    expect(of(3).conflicts[0]).toMatchObject({ severity: 'stops', reason: { code: 'why.notApproved' } });
    expect(of(5).conflicts[0]).toMatchObject({ severity: 'costs', reason: { code: 'plan.noRendition' } });
    const valid = still(8, { validTo: '2026-03-05' });
    const where = ground({ assets: [valid] });
    const { way, found } = afterWayOut(where, { ...draftOf(), what: ofAsset(valid) }, 'plan.validTo');
    expect(found).toMatchObject({ severity: 'costs', firstDay: '2026-03-06' });
    expect(way.change).toEqual({ to: '2026-03-05' });
  });

  const agreement = (n: number, from: string, to: string): Agreement => ({
    ...{ id: idFor('K', n), rev: 1, agencyId: AGENCY, number: `PKS/${n}`, from, to, createdAt: 0 },
    ...{ lent: NOTHING_LENT, fileId: null, overrides: [] },
  });

  it('say of an agreement that is missing, over, or ends before the booking', () => {
    const agreements = [agreement(1, '2026-01-01', '2026-03-05'), agreement(2, '2026-01-01', '2026-12-31')];
    const where = ground({ agreements });
    const theirs = { ...draftOf(), what: ofAsset(THEIRS) };
    const ends = { ...theirs, agreementId: idFor('K', 1) };
    const [conflict] = check(where, ends).conflicts;
    expect(conflict).toMatchObject({
      severity: 'costs',
      firstDay: '2026-03-06',
      reason: { code: 'plan.agreementEnds' },
    });
    expect(conflict?.waysOut.map(({ change }) => change)).toEqual([
      { agreementId: idFor('K', 2) },
      { to: '2026-03-05' },
    ]);
    expect(codes(check(where, { ...ends, from: '2026-03-06', to: '2026-03-07' }))).toEqual(['plan.agreementOver']);
    expect(codes(check(where, { ...ends, agreementId: idFor('K', 9) }))).toEqual(['plan.agreementGone']);
    const missing = check(where, { ...theirs, purpose: 'partner' }).conflicts[0];
    expect(missing).toMatchObject({ severity: 'notice', reason: { code: 'plan.agreementMissing' } });
    expect(missing?.waysOut[0]?.change).toEqual({ agreementId: idFor('K', 2) });
  });

  it('keep exact times, too, from airing once the agreement is over', () => {
    const agreements = [agreement(1, '2026-01-01', '2026-03-05')];
    const how = { kind: 'exact' as const, times: ['08:00:00'], whenTaken: 'join' as const };
    const { takes } = check(ground({ agreements }), { ...draftOf({ how }), agreementId: idFor('K', 1) });
    expect(takes.plays).toBe(4);
  });

  it('say when more urgent rotation leaves no time', () => {
    const where = ground({ bookings: [booking(1, ofAsset(CLIP), { priority: 8 })] });
    const { way } = afterWayOut(where, draftOf(), 'plan.noTime');
    expect(way.change).toEqual({ priority: 8 });
  });
});
