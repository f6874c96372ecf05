/** What a zone is called beside a time. Apart from `time.ts`, so that who only names a zone does not carry Temporal. */
import type { Zone } from '../contract/scalars';

/** Old tz databases abbreviate Indonesia's zones wrongly or not at all; these labels are the product's own. */
const INDONESIAN: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** WIB, WITA, WIT, else how far the zone is off then, `UTC+9`: few know the abbreviations of others, and a panel has nobody to ask. */
export function zoneLabel(zone: Zone, instant: number): string {
  const own = INDONESIAN[zone];
  if (own) return own;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return name.replace('GMT', 'UTC').replace(/\+0$/, '');
}
