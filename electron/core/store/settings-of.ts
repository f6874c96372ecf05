import type { Settings } from '../../contract/records/settings';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import type { Reader } from './types';

/** The settings as they stand; a new station has the defaults. */
export function settingsOf(reader: Pick<Reader, 'get'>): Settings {
  return reader.get('settings', 'settings') ?? DEFAULT_SETTINGS;
}
