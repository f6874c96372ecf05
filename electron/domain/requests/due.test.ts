import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InformationRequest } from '../../contract/records/information-request';
import { dateOf, dayNumber } from '../calendar';
import { countDecision, dueOn, objectionTerm, standingOf } from './due';
import { totalsOf } from './totals';
import { officeCalendar } from './workdays';

type Counted = Parameters<typeof dueOn>[0];
const calendar = officeCalendar({ workdays: [1, 2, 3, 4, 5], holidays: ['2026-03-10'] });
const request: Counted = {
  ...{ receivedOn: '2026-03-02', days: 10, extension: null, objection: null },
  ...{ state: 'received', decisions: [] },
};
const decision = {
  outcome: 'refused' as const,
  by: 'PPID',
  on: '2026-03-12',
  took: 7,
  dueOn: '2026-03-17',
  answer: null,
  objectedOn: null,
};
const at = (part: Partial<Counted>, today: string) =>
  standingOf({ ...request, ...part }, calendar, { today, warnDays: 3 });

describe('a request', () => {
  it('is due ten working days after, and seven more once it is extended', () => {
    expect(dueOn(request, calendar)).toBe('2026-03-17');
    const extension = { on: '2026-03-16', days: 7, why: 'Arsip di gudang' };
    expect(dueOn({ ...request, state: 'extended', extension }, calendar)).toBe('2026-03-26');
  });

  it('is warned of three working days before, on its last day, and is late the day after', () => {
    expect(at({}, '2026-03-11')).toEqual({ kind: 'running', left: 4 });
    expect(at({}, '2026-03-12')).toEqual({ kind: 'soon', left: 3 });
    expect(at({}, '2026-03-17')).toEqual({ kind: 'soon', left: 0 });
    expect(at({}, '2026-03-18')).toEqual({ kind: 'late', by: 1 });
    expect(at({ state: 'refused', decisions: [decision] }, '2026-05-01')).toEqual({ kind: 'closed' });
  });

  it('is late on the weekend after its last day too', () => {
    expect(at({ receivedOn: '2026-03-16', days: 4 }, '2026-03-21')).toEqual({ kind: 'late', by: 1 });
  });

  it('is due anew after an objection, and the first decision keeps its day', () => {
    const objection = { on: '2026-03-20', days: 30, why: 'Tidak setuju', until: null };
    const objected: Counted = { ...request, state: 'objection', decisions: [decision], objection };
    expect(dueOn(objected, calendar)).toBe('2026-05-01');
    expect(countDecision(objected, calendar, '2026-03-24')).toEqual({ took: 2, dueOn: '2026-05-01' });
    expect(dueOn({ ...objected, state: 'refused' }, calendar)).toBe('2026-03-17');
  });

  it('that nobody answered is late in the register, whatever the objection allowed', () => {
    const objection = { on: '2026-03-20', days: 30, why: 'Tidak dijawab', until: null };
    const counted = countDecision({ ...request, state: 'objection', objection }, calendar, '2026-03-24');
    expect(counted).toEqual({ took: 15, dueOn: '2026-03-17' });
  });
});

it('totals a register by the newest decision and the time that the first took', () => {
  const granted = { ...decision, outcome: 'answered' as const, took: 2, on: '2026-03-24', dueOn: '2026-05-01' };
  const of = (state: InformationRequest['state'], decisions: InformationRequest['decisions'] = []) => ({
    state,
    decisions,
  });
  const late = { ...decision, outcome: 'partly' as const, took: 12, on: '2026-03-19' };
  expect(
    totalsOf([
      of('answered', [decision, granted]),
      of('partly', [late]),
      of('withdrawn'),
      of('received'),
      of('objection', [decision]),
    ]),
  ).toEqual({
    ...{ received: 5, answered: 1, partly: 1, refused: 1, withdrawn: 1, open: 2, late: 1 },
    ...{ meanDays: 26 / 3, longestDays: 12 },
  });
  expect(totalsOf([])).toMatchObject({ received: 0, meanDays: null, longestDays: null });
});

it('may be objected to from its decision on, or from the day after its last, and never outside an order of days', () => {
  const term = (part: Partial<Counted>, today: string) =>
    objectionTerm({ ...request, ...part }, calendar, { today, within: 30 });
  expect(term({}, '2026-03-17')).toBeNull();
  expect(term({}, '2026-03-18')).toEqual({ from: '2026-03-18', until: '2026-04-28' });
  expect(term({ state: 'objection', decisions: [decision] }, '2026-03-18')).toBeNull();
  expect(term({ state: 'withdrawn', decisions: [decision] }, '2026-03-18')).toBeNull();
  fc.assert(
    fc.property(fc.nat({ max: 400 }), fc.integer({ min: 1, max: 90 }), (later, within) => {
      const on = dateOf(dayNumber('2026-03-02') + later);
      const decided: Counted = { ...request, state: 'refused', decisions: [{ ...decision, on }] };
      const found = objectionTerm(decided, calendar, { today: on, within });
      expect(found?.from).toBe(on);
      expect(calendar.between(on, found?.until ?? on)).toBe(within);
    }),
  );
});
