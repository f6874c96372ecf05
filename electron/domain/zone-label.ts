/** What a zone is called beside a time. Apart from `time.ts`, so that who only names a zone does not carry Temporal. */
import type { Zone } from '../contract/scalars';

/** Old tz databases abbreviate Indonesia's zones wrongly or not at all; these labels are the product's own. */
export const INDONESIAN_LABELS: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** Made once for each zone: making one costs as much as asking it thirty times. */
const formats = new Map<Zone, Intl.DateTimeFormat>();

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
  formats.set(zone, known);
  return known;
}

/** WIB, WITA, WIT, else what the runtime calls the zone then: `EDT`, `UTC+1`. */
export function zoneLabel(zone: Zone, instant: number): string {
  const own = INDONESIAN_LABELS[zone];
  if (own) return own;
  const parts = formatOf(zone).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return name.replace(/^GMT(?=[+-])/, 'UTC');
}
