/** The queue: what waits is in the store, what runs is in the engine, and how far it is lives in memory only. */
import os from 'node:os';
import { STATION_ACTOR } from '../../contract/records/audit';
import { type Job, type JobInput, type JobName, jobInputs } from '../../contract/records/job';
import type { Reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { type Clock, createTopic, type Store, type Tx } from '../store';
import { createEngine } from './engine';
import { createLedger, delay } from './ledger';
import { createOutsideAlerts } from './outside-alerts';
import { compareJobs, foremost, placesFor } from './pick-next';
import { createProgressBoard } from './progress-board';
import { createQueue } from './queue';
import { createRequests } from './requests';
import { isUnfinished, requeued } from './transitions';
import type { Alerts, Enqueue, JobHandler, Jobs, Log } from './types';
import { createWorker, type Station } from './worker';

export interface JobsDeps {
  store: Store;
  clock: Clock;
  log: Log;
  alerts?: Alerts;
  /** Renditions at once; as many as there are cores unless said. */
  concurrency?: number;
  /** 0..1, spreads retries. */
  chance?: () => number;
}

/** How many finished jobs are remembered; the rest are forgotten at start and after each hundred more. */
const KEEP_FINISHED = 500;
const PRUNE_EVERY = 100;
const MOST_LISTED = 200;
const RECOVER_AGAIN_MS = 5_000;
const SILENT: Alerts = { raise: () => {}, settle: () => {} };

export function createJobs(deps: JobsDeps): Jobs {
  const { store, clock, log } = deps;
  const stations = new Map<JobName, Station>();
  const stopping = new AbortController();
  const progressed: Jobs['progressed'] = createTopic((fault) => log.error({ err: fault }, 'progress listener'));
  const outside = createOutsideAlerts(deps.alerts ?? SILENT);
  const ledger = createLedger(store, log);
  let loaded = false;
  let finished = 0;
  let recovering = Promise.resolve();

  const board = createProgressBoard((id, progress) => progressed.emit({ id, state: 'running', progress }));
  const queue = createQueue(store, (job) => {
    progressed.emit({ id: job.id, state: job.state, progress: board.of(job.id) });
    if (!isUnfinished(job) && ++finished % PRUNE_EVERY === 0) prune();
    engine.nudge();
  });
  const run = createWorker({
    ledger,
    board,
    outside,
    clock,
    log,
    chance: deps.chance ?? Math.random,
    stopping: stopping.signal,
    stationFor: (job) => stations.get(job.name),
  });
  const places = placesFor(deps.concurrency ?? os.availableParallelism());
  const engine = createEngine({ jobs: workable, run, clock, places });
  const requests = createRequests({
    store,
    clock,
    ledger,
    queue,
    abort(id, why) {
      engine.abort(id, why);
      outside.over(id);
    },
    givenUp: async (job, because) => stations.get(job.name)?.givenUp(job.input, because),
  });

  function* workable(): Iterable<Job> {
    for (const job of queue.jobs()) if (stations.has(job.name)) yield job;
  }

  function prune(): void {
    try {
      store.jobs.prune(KEEP_FINISHED);
    } catch (fault) {
      log.warn({ err: fault }, 'finished jobs could not be pruned');
    }
  }

  /** What ran when the station died begins again from the start; its handlers are made for that. */
  async function recover(): Promise<void> {
    const left = [...queue.jobs()].filter((job) => job.state === 'running');
    if (left.length === 0) return;
    await store.commit({ command: 'jobs.recover', actor: STATION_ACTOR, audited: false }, (tx) => {
      for (const job of left) tx.put('job', requeued(job));
    });
    log.info({ count: left.length }, 'jobs taken up after an interruption');
  }

  async function begin(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await recover();
        prune();
        return engine.start();
      } catch (fault) {
        log.warn({ err: fault }, 'jobs of the last run could not be taken up yet');
        await delay(RECOVER_AGAIN_MS, stopping.signal);
      }
    }
  }

  function load(): void {
    if (!loaded) queue.load();
    loaded = true;
  }

  return {
    ...requests,
    progressed,
    register<N extends JobName>(name: N, handler: JobHandler<N>, onGivenUp?: GivenUp<N>) {
      stations.set(name, stationOf(name, handler, onGivenUp));
    },
    enqueue: (tx, name, wanted) => enqueue(tx, name, wanted, clock.now()),
    list(most = MOST_LISTED) {
      load();
      const unfinished = foremost(queue.jobs(), compareStanding, most);
      const rest = most - unfinished.length;
      const finished = rest > 0 ? store.jobs.recent(rest) : [];
      return [...unfinished, ...finished].map((job) => ({ job, progress: board.of(job.id) }));
    },
    unfinishedFor(assetId) {
      load();
      return [...queue.jobs()].filter((job) => job.assetId === assetId);
    },
    start() {
      load();
      recovering = begin();
    },
    async stop() {
      stopping.abort();
      await recovering;
      await engine.stop();
      queue.close();
    },
  };
}

type GivenUp<N extends JobName> = (input: JobInput<N>, because: Reason) => Promise<void>;

/** Input has been parsed by the schema of its name when it comes here. */
function stationOf<N extends JobName>(name: N, handler: JobHandler<N>, onGivenUp?: GivenUp<N>): Station {
  return {
    work: (input, context) => handler(input as JobInput<N>, context),
    async givenUp(input, because) {
      const parsed = jobInputs[name].safeParse(input);
      if (parsed.success) await onGivenUp?.(parsed.data as JobInput<N>, because);
    },
  };
}

function enqueue<N extends JobName>(tx: Tx, name: N, wanted: Enqueue<N>, now: number): Job {
  return tx.put('job', {
    id: newId(now),
    rev: 0,
    name,
    input: jobInputs[name].parse(wanted.input),
    assetId: wanted.assetId ?? null,
    title: wanted.title,
    state: 'queued',
    priority: wanted.priority ?? 0,
    attempts: 0,
    notBefore: null,
    failure: null,
    createdAt: now,
    startedAt: null,
    endedAt: null,
  });
}

/** What runs stands first. */
function compareStanding(a: Job, b: Job): number {
  return Number(b.state === 'running') - Number(a.state === 'running') || compareJobs(a, b);
}
