import { expect, it } from 'vitest';
import { parseRecord } from '../record-type';
import { settingsRecord } from './settings';
import { DEFAULT_SETTINGS } from './settings-defaults';

it('settings of before have no letterhead, and stay what they were', () => {
  const { letterhead: _letterhead, recordingDays: _days, ...old } = DEFAULT_SETTINGS;
  expect(parseRecord(settingsRecord, old, 2)).toEqual({ ...DEFAULT_SETTINGS, letterhead: { lines: [], address: '' } });
});
