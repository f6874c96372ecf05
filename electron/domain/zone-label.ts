/** What a zone is called beside a time. */
import type { Zone } from '../contract/scalars';

/** Old tz databases abbreviate Indonesia's zones wrongly or not at all; these labels are the product's own. */
const INDONESIAN: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** Made once for each zone: making one costs as much as asking it thirty times. */
const formats = new Map<Zone, Intl.DateTimeFormat>();

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  formats.set(zone, known);
  return known;
}

/** WIB, WITA, WIT, else how far the zone is off then, `UTC+9`: few know others' abbreviations, and a panel has nobody to ask. */
export function zoneLabel(zone: Zone, instant: number): string {
  const own = INDONESIAN[zone];
  if (own) return own;
  const name =
    formatOf(zone)
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return name.replace('GMT', 'UTC').replace(/\+0$/, '');
}
