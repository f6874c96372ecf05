/** Which profiles renditions are made for. */
import type { Profile } from '../../contract/records/display';
import { profileKey } from '../../domain/profile';
import { type Reader, settingsOf } from '../store';

/** The displays' profiles, each once; the default one while there is no display. */
export function profilesInUse(reader: Reader): Profile[] {
  const profiles = reader.all('display').map(({ profile }) => profile);
  const wanted = profiles.length > 0 ? profiles : [settingsOf(reader).defaultProfile];
  return [...new Map(wanted.map((profile) => [profileKey(profile), profile])).values()];
}
