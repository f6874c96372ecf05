import { expect, it } from 'vitest';
import { changesOf, fieldChanges, nameOf, namesOf } from './field-changes';

const WORDS = { flag: (value: boolean) => (value ? 'ya' : 'tidak'), at: (value: number) => `pada ${value}` };

it('names each field that differs, and not the revision', () => {
  const before = { id: 'A', rev: 3, name: 'Putaran siang', items: [1, 2] };
  const after = { id: 'A', rev: 4, name: 'Putaran sore', items: [1, 2] };
  const change = { field: 'name', before: 'Putaran siang', after: 'Putaran sore' };
  expect(fieldChanges(before, after, WORDS)).toEqual([change]);
});

it('shows a made or deleted record whole', () => {
  expect(fieldChanges(null, { name: 'VT-01' }, WORDS)).toEqual([{ field: 'name', before: '–', after: 'VT-01' }]);
  expect(fieldChanges({ name: 'VT-01' }, null, WORDS)).toEqual([{ field: 'name', before: 'VT-01', after: '–' }]);
});

it('keeps long values short', () => {
  const [change] = fieldChanges({ notes: 'x'.repeat(5000) }, { notes: '' }, WORDS);
  expect(change?.before).toHaveLength(201);
});

it('says instants and flags in words', () => {
  const [paused, archived] = fieldChanges({ paused: false, archivedAt: null }, { paused: true, archivedAt: 5 }, WORDS);
  expect(paused).toEqual({ field: 'paused', before: 'tidak', after: 'ya' });
  expect(archived).toEqual({ field: 'archivedAt', before: '–', after: 'pada 5' });
});

it('shows that there is a password and no more', () => {
  const change = { field: 'passwordHash', before: '–', after: '••••••' };
  expect(fieldChanges({ passwordHash: null }, { passwordHash: '[redacted]' }, WORDS)).toEqual([change]);
});

it('leaves out what the station does beside', () => {
  const job = { record: 'job', id: 'J', before: null, after: { name: 'library.probe', title: 'A.mp4' } };
  const asset = { record: 'asset', id: 'A', before: { name: 'A' }, after: { name: 'B' } };
  expect(changesOf({ changes: [asset, job] }, WORDS).map(({ field }) => field)).toEqual(['name']);
  expect(namesOf([asset, job, asset])).toEqual(['B', 'A.mp4']);
});

it('tells a record by its name, where it has one', () => {
  expect(nameOf({ id: 'A', name: 'VT-01' })).toBe('VT-01');
  expect(nameOf({ id: 'A' })).toBeUndefined();
  expect(nameOf(null)).toBeUndefined();
});
