/** Which job runs next: pure, so that its promises can be tested over every queue. */
import type { Job, JobName } from '../../contract/records/job';

/**
 * A rendition decodes and encodes pictures and keeps a core busy; the rest mostly wait for the disk. Each lane has
 * places of its own, so that thumbnails appear while long films are made. The quality check decodes whole films and nobody waits for it:
 * one at a time, so that it never stands in the place of a rendition.
 */
export type Lane = 'heavy' | 'light' | 'check';
export const LANE: Record<JobName, Lane> = {
  rendition: 'heavy',
  probe: 'light',
  pictures: 'light',
  adopt: 'light',
  sweep: 'light',
  recording: 'light',
  episode: 'heavy',
  quality: 'check',
  mend: 'heavy',
};

export type Places = Record<Lane, number>;

/** Places for so many cores. Two light ones at least: one slow disk must not hold up every thumbnail. */
export function placesFor(cores: number): Places {
  return { heavy: Math.max(1, Math.floor(cores)), light: Math.max(2, Math.floor(cores)), check: 1 };
}

/** A retry waits at most this long; a `notBefore` further off means that the clock was set back. */
export const LONGEST_WAIT_MS = 15 * 60_000;

/** Whether a job may begin at `now`. */
export function isDue(job: Job, now: number): boolean {
  if (job.state === 'queued') return true;
  if (job.state !== 'waiting') return false;
  const notBefore = job.notBefore ?? now;
  return notBefore <= now || notBefore > now + LONGEST_WAIT_MS;
}

/** Highest priority first, then the oldest. Negative when `a` goes before `b`. */
export function compareJobs(a: Job, b: Job): number {
  return b.priority - a.priority || a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The job to start now, or null.
 * @param running ids and names of what is being worked on, among them cancelled ones that still clean up.
 */
export function pickNext(
  jobs: Iterable<Job>,
  running: ReadonlyMap<string, JobName>,
  now: number,
  places: Places,
): Job | null {
  const free = freePlaces(running, places);
  let best: Job | null = null;
  for (const job of jobs) {
    if (free[LANE[job.name]] <= 0 || running.has(job.id) || !isDue(job, now)) continue;
    if (best === null || compareJobs(job, best) < 0) best = job;
  }
  return best;
}

/** The first `count` in order, without sorting the ten thousand behind them. */
export function foremost<T>(items: Iterable<T>, compare: (a: T, b: T) => number, count: number): T[] {
  const best: T[] = [];
  for (const item of items) {
    const last = best.at(-1);
    if (best.length >= count && last !== undefined && compare(item, last) >= 0) continue;
    const at = best.findIndex((other) => compare(item, other) < 0);
    best.splice(at < 0 ? best.length : at, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}

/** When the next waiting job comes due, as ms from `now`; null when none does. One that is due needs a place, not time. */
export function untilDue(jobs: Iterable<Job>, now: number): number | null {
  let soonest: number | null = null;
  for (const job of jobs) {
    if (job.state !== 'waiting' || isDue(job, now)) continue;
    const wait = (job.notBefore ?? now) - now;
    soonest = soonest === null ? wait : Math.min(soonest, wait);
  }
  return soonest;
}

function freePlaces(running: ReadonlyMap<string, JobName>, places: Places): Places {
  const free = { ...places };
  for (const name of running.values()) free[LANE[name]] -= 1;
  return free;
}
