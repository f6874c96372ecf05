import { DEFAULT_SETTINGS, type Settings } from '../../contract/records/settings';
import type { Reader } from './types';

/** The settings as they stand; a new station has the defaults. */
export function settingsOf(reader: Pick<Reader, 'get'>): Settings {
  return reader.get('settings', 'settings') ?? DEFAULT_SETTINGS;
}
