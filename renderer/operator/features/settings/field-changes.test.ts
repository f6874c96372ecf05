import { expect, it } from 'vitest';
import { fieldChanges, nameOf } from './field-changes';

it('names each field that differs, and not the revision', () => {
  const before = { id: 'A', rev: 3, name: 'Putaran siang', items: [1, 2] };
  const after = { id: 'A', rev: 4, name: 'Putaran sore', items: [1, 2] };
  expect(fieldChanges(before, after)).toEqual([{ field: 'name', before: 'Putaran siang', after: 'Putaran sore' }]);
});

it('shows a made or deleted record whole', () => {
  expect(fieldChanges(null, { name: 'VT-01' })).toEqual([{ field: 'name', before: '–', after: 'VT-01' }]);
  expect(fieldChanges({ name: 'VT-01' }, null)).toEqual([{ field: 'name', before: 'VT-01', after: '–' }]);
});

it('keeps long values short', () => {
  const [change] = fieldChanges({ notes: 'x'.repeat(5000) }, { notes: '' });
  expect(change?.before).toHaveLength(201);
});

it('tells a record by its name, where it has one', () => {
  expect(nameOf({ id: 'A', name: 'VT-01' })).toBe('VT-01');
  expect(nameOf({ id: 'A' })).toBeUndefined();
  expect(nameOf(null)).toBeUndefined();
});
