import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job, JobName } from '../../contract/records/job';
import { newId } from '../../contract/ulid';
import { compareJobs, foremost, isDue, LANE, LONGEST_WAIT_MS, pickNext, placesFor, untilDue } from './pick-next';

const NOW = 1_700_000_000_000;
const names = Object.keys(LANE) as JobName[];

const job = fc
  .record({
    name: fc.constantFrom(...names),
    state: fc.constantFrom<Job['state']>('queued', 'running', 'waiting', 'paused', 'done', 'failed', 'cancelled'),
    priority: fc.integer({ min: -100, max: 100 }),
    createdAt: fc.integer({ min: NOW - 1000, max: NOW }),
    notBefore: fc.option(fc.integer({ min: NOW - 60_000, max: NOW + 2 * LONGEST_WAIT_MS }), { nil: null }),
  })
  .map(
    (part): Job =>
      Object.assign(part, {
        id: newId(),
        rev: 1,
        input: {},
        assetId: null,
        title: 't',
        attempts: 0,
        failure: null,
        startedAt: null,
        endedAt: null,
      }),
  );
const queue = fc.array(job, { maxLength: 30 });
const cores = fc.integer({ min: 0, max: 8 });

/** Starts jobs until there is nothing to start, as the engine does. */
function fill(jobs: Job[], places: ReturnType<typeof placesFor>): Job[] {
  const running = new Map<string, JobName>();
  const picked: Job[] = [];
  for (let next = pickNext(jobs, running, NOW, places); next; next = pickNext(jobs, running, NOW, places)) {
    picked.push(next);
    running.set(next.id, next.name);
  }
  return picked;
}

describe('pickNext', () => {
  it('never fills a lane beyond its places, and leaves no place empty that a due job could take', () => {
    fc.assert(
      fc.property(queue, cores, (jobs, n) => {
        const places = placesFor(n);
        const picked = fill(jobs, places);
        for (const lane of ['heavy', 'light'] as const) {
          const due = jobs.filter((each) => LANE[each.name] === lane && isDue(each, NOW)).length;
          const taken = picked.filter((each) => LANE[each.name] === lane).length;
          expect(taken).toBe(Math.min(due, places[lane]));
        }
      }),
    );
  });

  it('never picks a job twice, nor one that is not due', () => {
    fc.assert(
      fc.property(queue, cores, (jobs, n) => {
        const picked = fill(jobs, placesFor(n));
        expect(new Set(picked).size).toBe(picked.length);
        expect(picked.every((each) => each.state === 'queued' || each.state === 'waiting')).toBe(true);
      }),
    );
  });

  it('lets none pass that is of higher priority, or as high and older, in the same lane', () => {
    fc.assert(
      fc.property(queue, cores, (jobs, n) => {
        const picked = fill(jobs, placesFor(n));
        for (const taken of picked) {
          const rivals = jobs.filter((each) => LANE[each.name] === LANE[taken.name] && isDue(each, NOW));
          const passed = rivals.filter((each) => !picked.includes(each) && compareJobs(each, taken) < 0);
          expect(passed).toEqual([]);
        }
      }),
    );
  });

  it('has a place for at least one rendition on a machine that admits to no core', () => {
    expect(placesFor(0)).toEqual({ heavy: 1, light: 2, check: 1 });
  });
});

describe('untilDue', () => {
  it('is the moment at which one more job is due, never nought, never beyond the longest wait', () => {
    fc.assert(
      fc.property(queue, (jobs) => {
        const wait = untilDue(jobs, NOW);
        const later = jobs.filter((each) => each.state === 'waiting' && !isDue(each, NOW));
        expect(wait === null).toBe(later.length === 0);
        if (wait === null) return;
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(LONGEST_WAIT_MS);
        expect(later.some((each) => isDue(each, NOW + wait))).toBe(true);
        expect(later.some((each) => isDue(each, NOW + wait - 1))).toBe(false);
      }),
    );
  });
});

it('foremost is the beginning of the sorted list', () => {
  fc.assert(
    fc.property(queue, fc.integer({ min: 0, max: 40 }), (jobs, count) => {
      expect(foremost(jobs, compareJobs, count)).toEqual([...jobs].sort(compareJobs).slice(0, count));
    }),
  );
});
