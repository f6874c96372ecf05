/** Which profiles renditions are made for. */
import type { Profile } from '../../contract/records/display';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/records/settings';
import { profileKey } from '../../domain/profile';
import type { Reader } from '../store';

export function settingsOf(reader: Reader): Settings {
  return reader.get('settings', 'settings') ?? DEFAULT_SETTINGS;
}

/** The displays' profiles, each once; the default one while there is no display. */
export function profilesInUse(reader: Reader): Profile[] {
  const profiles = reader.all('display').map(({ profile }) => profile);
  const wanted = profiles.length > 0 ? profiles : [settingsOf(reader).defaultProfile];
  return [...new Map(wanted.map((profile) => [profileKey(profile), profile])).values()];
}
