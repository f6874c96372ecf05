/** Wall-clock text. */
import { INDONESIAN_LABELS } from '../../../electron/domain/zone-label';

/** WIB, WITA, WIT, else how far the zone is off then: a panel has nobody to know abbreviations. `GMT+9`. */
export function zoneLabel(zone: string, at: number): string {
  const own = INDONESIAN_LABELS[zone];
  if (own) return own;
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** `14:07:32` in `zone`. */
export function clockText(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' });
  return format.format(at);
}
