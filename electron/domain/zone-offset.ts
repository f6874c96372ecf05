/**
 * How far a zone is off UTC, asked of Intl, whose tz data is the system's own: pages carry no calendar library for it. A
 * question costs a few us.
 */
import type { Zone } from '../contract/scalars';
import { DAY_MS, HOUR_MS, SECOND_MS } from './calendar';

/** Made once for each zone: making one costs as much as asking it thirty times. */
const formats = new Map<Zone, Intl.DateTimeFormat>();
const MINUTE_MS = 60 * SECOND_MS;

/**
 * Milliseconds that a wall clock in `zone` is ahead of UTC at an instant, epoch ms.
 * @throws RangeError for a zone that the system does not know
 */
export function offsetAt(instant: number, zone: Zone): number {
  // `12/31/2026, GMT+07:00`; in UTC and in London's winter plain `GMT`; before zones were agreed on, with seconds.
  const [, sign, hours, minutes, seconds] =
    /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(formatOf(zone).format(instant)) ?? [];
  const ms = Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS + Number(seconds ?? 0) * SECOND_MS;
  return sign === '-' ? -ms : ms;
}

/**
 * The instant at which a wall clock in `zone` shows `local`, which is that wall time read as if it were UTC. Temporal's rule
 * 'compatible' (RFC 5545 3.3.5): a time that is skipped lies as far after the change as it would have; of one that comes
 * twice the first is meant.
 */
export function instantAt(local: number, zone: Zone): number {
  const before = offsetAt(local - DAY_MS, zone);
  const after = offsetAt(local + DAY_MS, zone);
  const met = [local - before, local - after].filter((instant) => instant + offsetAt(instant, zone) === local);
  return met.length > 0 ? Math.min(...met) : local - before;
}

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, known);
  return known;
}
