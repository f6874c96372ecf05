import { expect, it } from 'vitest';
import { parseRecord } from '../record-type';
import { DEFAULT_SETTINGS, settingsRecord } from './settings';

it('settings of before have no letterhead, and stay what they were', () => {
  const { letterhead: _letterhead, recordingDays: _days, ...old } = DEFAULT_SETTINGS;
  expect(parseRecord(settingsRecord, old, 2)).toEqual({ ...DEFAULT_SETTINGS, letterhead: { lines: [], address: '' } });
});
