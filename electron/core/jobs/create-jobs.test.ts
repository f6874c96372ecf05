import fsp from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import { Failure } from '../../contract/failure';
import type { Alert } from '../../contract/live';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Job, JobProgress } from '../../contract/records/job';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { openStore, type Store } from '../store';
import { createJobs, Hopeless, type JobContext, type Jobs } from '.';

const log = pino({ level: 'silent' });
const OPERATOR = { kind: 'user', id: newId(), name: 'Petugas 1' } as const;

let dir: string;
let store: Store;
let jobs: Jobs;
let alerts: Map<string, Alert>;
/** What the clock is ahead of the real one, so that waits pass without waiting. */
let ahead: number;
const clock = { now: () => Date.now() + ahead };

async function open(concurrency = 1): Promise<void> {
  store = await openStore({ dir, clock, log });
  const board = {
    raise: (alert: Alert) => void alerts.set(alert.id, alert),
    settle: (id: string) => void alerts.delete(id),
  };
  jobs = createJobs({ store, clock, log, alerts: board, concurrency, chance: () => 0.5 });
}

async function close(): Promise<void> {
  await jobs.stop();
  await store.close();
}

beforeEach(async () => {
  dir = await fsp.mkdtemp(path.join(os.tmpdir(), 'suar-jobs-'));
  alerts = new Map();
  ahead = 0;
  await open();
});
afterEach(async () => {
  await close();
  await fsp.rm(dir, { recursive: true });
});

const profile = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: null } as const;

function enqueue(title: string, priority = 0, assetId = newId()): Promise<Job> {
  return store.commit({ command: 'test', actor: STATION_ACTOR, audited: false }, (tx) =>
    jobs.enqueue(tx, 'rendition', { input: { assetId, profile, inMs: 0 }, title, assetId, priority }),
  );
}

function state(job: Job): Job['state'] | undefined {
  return store.get('job', job.id)?.state;
}

function until(job: Job, wanted: Job['state']): Promise<void> {
  return vi.waitFor(() => expect(state(job)).toBe(wanted), { timeout: 25_000, interval: 5 });
}

/** A handler that runs until it is let go or aborted. */
function held() {
  const runs: { job: Job; context: JobContext; finish: () => void; fail: (fault: unknown) => void }[] = [];
  const handler = (_input: unknown, context: JobContext) =>
    new Promise<void>((resolve, reject) => {
      runs.push({ job: context.job, context, finish: resolve, fail: reject });
      context.signal.addEventListener('abort', () => reject(context.signal.reason));
    });
  const started = (count: number) =>
    vi.waitFor(() => expect(runs.length).toBe(count), { timeout: 25_000, interval: 5 });
  return { runs, handler, started };
}

describe('the queue', () => {
  it('runs by priority, then age, one rendition at a time on one core', async () => {
    const order: string[] = [];
    jobs.register('rendition', async (_input, { job }) => void order.push(job.title));
    await enqueue('first');
    await enqueue('second');
    const last = await enqueue('urgent', 50);
    await enqueue('later', -1);
    jobs.start();
    await eventually(() => expect(order.length).toBe(4));
    expect(order).toEqual(['urgent', 'first', 'second', 'later']);
    await until(last, 'done');
    expect(jobs.list().map(({ job }) => job.state)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('runs as many renditions at once as there are cores', async () => {
    await close();
    await open(3);
    const work = held();
    jobs.register('rendition', work.handler);
    for (let i = 0; i < 5; i++) await enqueue(`clip ${i}`);
    jobs.start();
    await work.started(3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(work.runs.length).toBe(3);
    work.runs[0]?.finish();
    await work.started(4);
  });

  it('begins again what was running when the station stopped, and does not count that run', async () => {
    const work = held();
    jobs.register('rendition', work.handler);
    const job = await enqueue('clip');
    jobs.start();
    await work.started(1);
    await close();
    expect(work.runs[0]?.context.signal.aborted).toBe(true);
    await open();
    expect(store.get('job', job.id)).toMatchObject({ state: 'queued', attempts: 0 });
    jobs.register('rendition', async () => {});
    jobs.start();
    await until(job, 'done');
    expect(store.get('job', job.id)?.attempts).toBe(1);
  });

  it('begins again what a crash left as running', async () => {
    const job = await enqueue('clip');
    await store.commit({ command: 'test', actor: STATION_ACTOR, audited: false }, (tx) => {
      tx.put('job', { ...job, state: 'running', attempts: 1, startedAt: 5 });
    });
    jobs.register('rendition', async () => {});
    jobs.start();
    await until(job, 'done');
    expect(store.get('job', job.id)?.attempts).toBe(1);
  });
});

describe('failing', () => {
  it('tries again after a wait, and gives up after five attempts, telling so once', async () => {
    const told: unknown[] = [];
    let runs = 0;
    const broken = async () => {
      runs += 1;
      throw new Error('ffmpeg was killed');
    };
    jobs.register('rendition', broken, async (_input, because) => void told.push(because));
    const job = await enqueue('clip');
    jobs.start();
    for (let attempt = 1; attempt < 5; attempt++) {
      await until(job, 'waiting');
      expect(store.get('job', job.id)).toMatchObject({ attempts: attempt, failure: { code: 'job.fault' } });
      ahead += 10 * 60_000;
      await jobs.prioritise(job.id, attempt);
      await eventually(() => expect(runs).toBe(attempt + 1));
    }
    await until(job, 'failed');
    expect(told).toEqual([reason('job.fault', { message: 'ffmpeg was killed' })]);
  });

  it('gives up at once what is hopeless, and runs it again when a person asks', async () => {
    let hopeless = true;
    jobs.register('rendition', async () => {
      if (hopeless) throw new Hopeless(reason('probe.notMedia'));
    });
    const job = await enqueue('clip');
    jobs.start();
    await until(job, 'failed');
    expect(store.get('job', job.id)).toMatchObject({ attempts: 1, failure: { code: 'probe.notMedia' } });
    hopeless = false;
    await jobs.retry(job.id, OPERATOR);
    await until(job, 'done');
    expect(store.audit.list({ limit: 1 })[0]).toMatchObject({ command: 'jobs.retry', actor: OPERATOR });
  });

  it('waits out a full disk without counting, and raises an alert until it works again', async () => {
    let full = true;
    jobs.register('rendition', async () => {
      if (full) throw new Failure('diskFull');
    });
    const job = await enqueue('clip');
    jobs.start();
    await until(job, 'waiting');
    expect(store.get('job', job.id)).toMatchObject({ attempts: 0, failure: { code: 'job.diskFull' } });
    await eventually(() => expect([...alerts.keys()]).toEqual(['job.diskFull']));
    full = false;
    await jobs.retry(job.id);
    await until(job, 'done');
    expect([...alerts.keys()]).toEqual([]);
  });

  it('is not stranded by a clock that is set back an hour', async () => {
    let broken = true;
    jobs.register('rendition', async () => {
      if (broken) throw new Error('once');
    });
    const job = await enqueue('clip');
    jobs.start();
    await until(job, 'waiting');
    broken = false;
    ahead = -60 * 60_000;
    await enqueue('another');
    await until(job, 'done');
  });
});

describe('people', () => {
  it('cancel: the run is aborted, the room is told, nothing runs again', async () => {
    const work = held();
    const told: unknown[] = [];
    jobs.register('rendition', work.handler, async (_input, because) => void told.push(because.code));
    const job = await enqueue('clip');
    jobs.start();
    await work.started(1);
    await jobs.cancel(job.id, OPERATOR);
    expect(state(job)).toBe('cancelled');
    expect(work.runs[0]?.context.signal.aborted).toBe(true);
    expect(told).toEqual(['job.cancelled']);
    await jobs.cancel(job.id, OPERATOR);
    expect(told.length).toBe(1);
  });

  it('pause: a run is aborted and begins anew when it is let go', async () => {
    const work = held();
    jobs.register('rendition', work.handler);
    const job = await enqueue('clip');
    jobs.start();
    await work.started(1);
    await jobs.pause(job.id, true);
    expect(store.get('job', job.id)).toMatchObject({ state: 'paused', attempts: 0 });
    await jobs.pause(job.id, false);
    await work.started(2);
    work.runs[1]?.finish();
    await until(job, 'done');
  });

  it('cancelFor: ends the work of these assets and no other', async () => {
    const asset = newId();
    const [mine, other] = [await enqueue('mine', 0, asset), await enqueue('other')];
    jobs.register('rendition', held().handler);
    jobs.start();
    await until(mine, 'running');
    await jobs.cancelFor([asset]);
    expect(state(mine)).toBe('cancelled');
    await until(other, 'running');
  });

  it('refuses what is not there', async () => {
    await expect(jobs.cancel(newId())).rejects.toMatchObject({ code: 'notFound' });
  });
});

it('publishes progress at most four times a second, the newest always', async () => {
  const work = held();
  const seen: (number | null)[] = [];
  jobs.register('rendition', work.handler);
  await enqueue('clip');
  jobs.start();
  await work.started(1);
  jobs.progressed.subscribe(({ progress }: { progress: JobProgress }) => seen.push(progress.ratio));
  const began = performance.now();
  for (let step = 1; step <= 60; step++) {
    work.runs[0]?.context.progress({ ratio: step / 60, speed: 1, remainingMs: 0 });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await eventually(() => expect(seen.at(-1)).toBe(1));
  expect(seen.length).toBeLessThanOrEqual((performance.now() - began) / 250 + 1);
  expect(jobs.list()[0]?.progress.ratio).toBe(1);
});
