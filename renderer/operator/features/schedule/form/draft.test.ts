import { describe, expect, it } from 'vitest';
import { newId } from '../../../../../electron/contract/ulid';
import { check, emptyForm, endFromField, formOf, isOvernight, toField, weekdayRuns } from './draft';

const complete = {
  ...emptyForm('2026-03-01'),
  name: 'Ayo ke TPS',
  what: { kind: 'playlist' as const, id: newId() },
  where: { displayIds: [newId()], groupIds: [] },
};

describe('checking a form', () => {
  it('names every field that is missing', () => {
    const empty = check({ ...emptyForm('2026-03-01'), weekdays: [] });
    expect(!empty.ok && Object.keys(empty.faults).sort()).toEqual(['name', 'weekdays', 'what', 'where']);
  });

  it('puts a reversed period at its end', () => {
    const reversed = check({ ...complete, from: '2026-03-05', to: '2026-03-01' });
    expect(!reversed.ok && reversed.faults).toEqual({ to: true });
  });

  it('gives back what a booking was made of', () => {
    const checked = check(complete);
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const booking = { ...checked.draft, id: newId(), rev: 0, createdAt: 0, createdBy: 'x' };
    expect(formOf(booking)).toEqual(complete);
  });
});

describe('times', () => {
  it('closes the day at midnight', () => {
    expect(endFromField('00:00')).toBe('24:00:00');
    expect(toField('24:00:00')).toBe('00:00');
    expect(isOvernight({ start: '00:00:00', end: '24:00:00' })).toBe(false);
  });
  it('knows a night', () => expect(isOvernight({ start: '22:00:00', end: '02:00:00' })).toBe(true));
});

it('joins weekdays that follow each other', () => {
  expect(weekdayRuns([5, 1, 2, 3, 7])).toEqual([
    [1, 3],
    [5, 5],
    [7, 7],
  ]);
});
