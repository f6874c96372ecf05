import { describe, expect, it } from 'vitest';
import { type Agreement, type Lent, NOTHING_LENT } from '../../contract/records/partner';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { booking, idFor, ofAsset, VT01 } from '../compile-fixtures';
import {
  AGENCY,
  afterWayOut,
  CLIP,
  check,
  codes,
  displayAside,
  draftOf,
  ground,
  plays,
  slot,
  THEIRS,
} from './fixtures';
import type { Ground } from './trial';

const MINUTE = 60_000;
const PKS = idFor('K', 1);
const OTHER = idFor('K', 2);

const agreement = (lent: Partial<Lent>, over: Partial<Agreement> = {}): Agreement => ({
  ...{ id: PKS, rev: 1, agencyId: AGENCY, number: 'PKS/1', from: '2026-01-01', to: '2026-12-31', createdAt: 0 },
  ...{ lent: { ...NOTHING_LENT, ...lent }, fileId: null, overrides: [], ...over },
});
const UNDER = { agreementId: PKS };
const under = (lent: Partial<Lent>, over: Partial<Ground> = {}) => ground({ agreements: [agreement(lent)] }, over);

describe('what an agreement lends', () => {
  it('is no matter to a draft within it, nor where nothing is said', () => {
    const lent = { slots: 1, dayMs: 96 * MINUTE, channels: ['displays' as const], displayIds: [VT01.id] };
    expect(codes(check(under(lent), draftOf({ ...slot(3), ...UNDER })))).toEqual([]);
    expect(codes(check(under({}), draftOf({ ...slot(3), ...UNDER })))).toEqual([]);
  });

  it('is told of a channel that is not lent', () => {
    const radio = { displayIds: [RADIO_CHANNEL_ID], groupIds: [] };
    const onRadio = check(under({ channels: ['displays'] }, { stages: [] }), draftOf({ where: radio, ...UNDER }));
    expect(codes(onRadio)).toEqual(['plan.lentNoRadio']);
    expect(codes(check(under({ channels: ['radio'] }), draftOf(UNDER)))).toEqual(['plan.lentNoDisplays']);
  });

  it('is told of a display that is not lent, itself or by its group, and the others are offered', () => {
    const aside = displayAside(2).stage;
    const stages = [...ground().stages, aside];
    const where = { displayIds: [VT01.id, ...aside.displayIds], groupIds: [] };
    const { found, way, after } = afterWayOut(
      under({ displayIds: [VT01.id] }, { stages }),
      draftOf({ where, ...UNDER }),
      'plan.lentNotHere',
    );
    expect(found).toMatchObject({ severity: 'notice', field: 'agreement', displayIds: aside.displayIds });
    expect(way.change.where?.displayIds).toEqual([VT01.id]);
    expect(after.conflicts.filter(({ displayIds }) => displayIds.includes(VT01.id))).toEqual([]);
    const onRadio = { ...where, displayIds: [...where.displayIds, RADIO_CHANNEL_ID] };
    const besides = afterWayOut(
      under({ displayIds: [VT01.id] }, { stages }),
      draftOf({ where: onRadio, ...UNDER }),
      'plan.lentNotHere',
    );
    expect(besides.way.change.where?.displayIds).toEqual([VT01.id, RADIO_CHANNEL_ID]);
    const group = idFor('G', 7);
    const groupsOf = (id: string) => (id === aside.displayIds[0] ? [group] : []);
    const byGroup = under({ displayIds: [VT01.id], groupIds: [group] }, { stages, groupsOf });
    expect(codes(check(byGroup, draftOf({ where, ...UNDER })))).toEqual([]);
  });

  it('counts slots of a loop that others under it hold on the same days', () => {
    const bookings = [1, 2].map((n) => booking(n, ofAsset(CLIP), { ...slot(n), ...UNDER }));
    const agreements = [agreement({ slots: 2 })];
    const third = draftOf({ ...slot(3), ...UNDER });
    const [conflict] = check(ground({ bookings, agreements }), third).conflicts;
    expect(conflict?.reason).toMatchObject({ code: 'plan.lentSlots', params: { lent: 2, used: 3 } });
    const over = bookings.map((each) => ({ ...each, to: '2026-03-01' }));
    expect(codes(check(ground({ bookings: over, agreements }), third))).toEqual([]);
    const theirs = bookings.map((each) => ({ ...each, agreementId: null }));
    expect(codes(check(ground({ bookings: theirs, agreements }), third))).toEqual([]);
  });

  it('counts air time a day on all displays together, and offers what fits', () => {
    const here = [booking(1, ofAsset(CLIP), { ...slot(1), ...UNDER })];
    const agreements = [agreement({ dayMs: 200 * MINUTE })];
    const there = displayAside(2, { bookings: here, agreements }).stage;
    // 192 plays of 30 s are 96 minutes: two of them on this display and one on the other.
    const where = ground({ bookings: here, agreements }, { besides: (id) => (id === PKS ? [there] : []) });
    const [conflict] = check(where, draftOf({ ...slot(2), ...UNDER })).conflicts;
    expect(conflict).toMatchObject({ severity: 'notice', field: 'agreement' });
    expect(conflict?.reason).toEqual({
      code: 'plan.lentDay',
      params: { number: 'PKS/1', lent: 200 * MINUTE, used: 288 * MINUTE, own: 96 * MINUTE },
    });
    const { way, after } = afterWayOut(where, draftOf({ ...plays(60), ...UNDER }), 'plan.lentDay');
    // One play an hour is 8 minutes: what is left of 200 after 192.
    expect(way.change.how).toEqual({ kind: 'frequency', plays: 1, per: 'hour' });
    expect(codes(after)).toEqual([]);
  });

  it('offers another agreement of the agency under which it fits', () => {
    const agreements = [agreement({ slots: 1 }), agreement({}, { id: OTHER, number: 'PKS/2' })];
    const bookings = [booking(1, ofAsset(CLIP), { ...slot(1), ...UNDER })];
    const { way, after } = afterWayOut(
      ground({ agreements, bookings }),
      draftOf({ ...slot(2), ...UNDER }),
      'plan.lentSlots',
    );
    expect(way.change).toEqual({ agreementId: OTHER });
    expect(codes(after)).toEqual([]);
  });
});

describe('material of a partner under no agreement', () => {
  const theirs = { ...draftOf(), what: ofAsset(THEIRS) };

  it('is told of an agreement that there is, which is offered', () => {
    const { way, after } = afterWayOut(under({}), theirs, 'plan.agreementUnsaid');
    expect(way.change).toEqual(UNDER);
    expect(codes(after)).toEqual([]);
  });

  it('is told of none that is over, and of none where it has nothing to do with one', () => {
    const over = ground({ agreements: [agreement({}, { to: '2026-02-28' })] });
    expect(codes(check(over, theirs))).toEqual([]);
    expect(codes(check(under({}), draftOf()))).toEqual([]);
  });
});
