import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import type { Zone } from '../../contract/scalars';
import type { Reader } from '../store';

/** The station's own zone. */
export function settingsZone(reader: Pick<Reader, 'get'>): Zone {
  return (reader.get('settings', 'settings') ?? DEFAULT_SETTINGS).zone;
}
