/** How often the station's records are copied, and which copies are kept. Pure; times in ms. */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A copy reads and writes the whole database: a large one is copied less often, the largest once a day. */
const BYTES_PER_HOUR = 16 * 1024 * 1024;
const LONGEST_HOURS = 20;
const NEWEST = 3;
const DAYS = 3;

/** What may be lost with a database that is damaged beyond use. */
export function copyEveryMs(databaseBytes: number): number {
  return HOUR_MS * Math.min(LONGEST_HOURS, Math.max(1, Math.ceil(databaseBytes / BYTES_PER_HOUR)));
}

/**
 * Those to drop: kept are the newest three and, of the days before, the last copy of each of three, so that damage found
 * late still finds a copy from before it.
 * @param times of the copies, newest first.
 */
export function spentCopies(times: readonly number[]): number[] {
  const kept = new Set(times.slice(0, NEWEST));
  const days = new Set(times.slice(0, 1).map(dayOf));
  for (const time of times) {
    if (days.size > DAYS) break;
    if (days.has(dayOf(time))) continue;
    days.add(dayOf(time));
    kept.add(time);
  }
  return times.filter((time) => !kept.has(time));
}

const dayOf = (time: number): number => Math.floor(time / DAY_MS);
