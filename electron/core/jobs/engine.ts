/** Keeps the lanes busy: starts what `pickNext` names whenever something moved, ended or came due. */
import type { Job, JobName } from '../../contract/records/job';
import type { Clock } from '../store';
import { type Places, pickNext, untilDue } from './pick-next';

export interface EngineDeps {
  /** Unfinished jobs that there is a handler for. */
  jobs(): Iterable<Job>;
  run(id: string, signal: AbortSignal): Promise<void>;
  clock: Clock;
  places: Places;
}

export interface Engine {
  start(): void;
  /** Looks again, once, after however many commits of this turn. */
  nudge(): void;
  abort(id: string, why: string): void;
  isRunning(id: string): boolean;
  /** Aborts all and waits for them. */
  stop(): Promise<void>;
}

/** Looked at again at least so often, so that a clock set back or a slept laptop never strands a retry. */
const LONGEST_SLEEP_MS = 30_000;
const SHORTEST_SLEEP_MS = 50;

interface Run {
  name: JobName;
  controller: AbortController;
  over: Promise<void>;
}

export function createEngine({ jobs, run, clock, places }: EngineDeps): Engine {
  const runs = new Map<string, Run>();
  let working = false;
  let nudged = false;
  let timer: NodeJS.Timeout | null = null;

  function next(): Job | null {
    const names = new Map([...runs].map(([id, { name }]) => [id, name]));
    return pickNext(jobs(), names, clock.now(), places);
  }

  function launch(job: Job): void {
    const controller = new AbortController();
    const over = run(job.id, controller.signal).finally(() => {
      runs.delete(job.id);
      nudge();
    });
    runs.set(job.id, { name: job.name, controller, over });
  }

  function look(): void {
    nudged = false;
    if (!working) return;
    for (let job = next(); job; job = next()) launch(job);
    if (timer) clearTimeout(timer);
    const wait = untilDue(jobs(), clock.now());
    timer = wait === null ? null : setTimeout(look, Math.max(SHORTEST_SLEEP_MS, Math.min(wait, LONGEST_SLEEP_MS)));
  }

  function nudge(): void {
    if (!working || nudged) return;
    nudged = true;
    setImmediate(look);
  }

  function abort(id: string, why: string): void {
    runs.get(id)?.controller.abort(new Error(why));
  }

  return {
    nudge,
    abort,
    isRunning: (id) => runs.has(id),
    start() {
      working = true;
      look();
    },
    async stop() {
      working = false;
      if (timer) clearTimeout(timer);
      for (const id of runs.keys()) abort(id, 'stopping');
      await Promise.all([...runs.values()].map(({ over }) => over));
    },
  };
}
