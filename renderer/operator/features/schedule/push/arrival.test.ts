import { expect, it } from 'vitest';
import { arrivalOf } from './arrival';

const status = { connected: true, expectedRevision: 4, holdsRevision: 4, missing: { files: 0, bytes: 0 } };

it('is green only when the newest timeline and all its files are there', () => {
  expect(arrivalOf(status)).toEqual({ state: 'holds', tone: 'green' });
  expect(arrivalOf({ ...status, missing: { files: 2, bytes: 9 } }).state).toBe('fetching');
  expect(arrivalOf({ ...status, holdsRevision: 3 }).state).toBe('behind');
  expect(arrivalOf({ ...status, holdsRevision: null }).state).toBe('behind');
  expect(arrivalOf({ ...status, expectedRevision: null, holdsRevision: null }).state).toBe('waiting');
});

it('says nothing about a display that is away', () => {
  expect(arrivalOf({ ...status, connected: false })).toEqual({ state: 'away', tone: 'grey' });
});
