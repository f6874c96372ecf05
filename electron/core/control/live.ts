/** The live stream: topics of the rooms in, one coalesced stream per console out. */
import { setMaxListeners } from 'node:events';
import type { DisplayStatus, LiveEvent } from '../../contract/live';
import type { JobProgress, JobState } from '../../contract/records/job';
import type { Clock, Committed, Topic } from '../store';
import { createLiveQueue, type LiveQueue } from './live-queue';

/** Events are gathered this long, so that a burst is one word. Under the 100 ms from input to paint. */
const GATHER_MS = 40;

export interface LiveSources {
  committed: Topic<Committed>;
  jobs: Topic<{ id: string; state: JobState; progress: JobProgress }>;
  displays: Topic<DisplayStatus>;
  pairings: Topic<unknown>;
  plays: Topic<unknown>;
  alerts: Topic<unknown>;
}

export interface Live {
  /** Ends when `signal` aborts or the hub closes. */
  follow(signal?: AbortSignal): AsyncGenerator<LiveEvent, void, void>;
  /** How many consoles follow. */
  readonly followers: number;
  close(): void;
}

export function createLive(sources: LiveSources, clock: Clock, version: string): Live {
  const hello = () => ({ type: 'hello' as const, stationTime: clock.now(), version });
  const followers = new Set<Follower>();
  const stopped = new AbortController();
  // Every follower listens.
  setMaxListeners(0, stopped.signal);
  const tell = (event: LiveEvent) => {
    for (const follower of followers) follower.tell(event);
  };
  const unsubscribe = listen(sources, tell);

  return {
    async *follow(signal) {
      const follower = createFollower(createLiveQueue(hello));
      const ended = () => stopped.signal.aborted || signal?.aborted === true;
      for (const end of [signal, stopped.signal]) end?.addEventListener('abort', follower.wake);
      followers.add(follower);
      try {
        yield hello();
        while (!ended()) yield* await follower.next(ended);
      } finally {
        followers.delete(follower);
        for (const end of [signal, stopped.signal]) end?.removeEventListener('abort', follower.wake);
      }
    },
    get followers() {
      return followers.size;
    },
    close() {
      for (const stop of unsubscribe) stop();
      stopped.abort();
    },
  };
}

function listen(sources: LiveSources, tell: (event: LiveEvent) => void): (() => void)[] {
  return [
    sources.committed.subscribe(({ changes }) => {
      // Sessions are nobody's screen.
      const records = changes.filter(({ record }) => record !== 'session');
      if (records.length > 0) tell({ type: 'changed', records });
    }),
    sources.jobs.subscribe((job) => tell({ type: 'job', ...job })),
    sources.displays.subscribe((status) => tell({ type: 'display', status })),
    sources.pairings.subscribe(() => tell({ type: 'pairings' })),
    sources.plays.subscribe(() => tell({ type: 'plays' })),
    sources.alerts.subscribe(() => tell({ type: 'alerts' })),
  ];
}

interface Follower {
  tell(event: LiveEvent): void;
  wake(): void;
  next(ended: () => boolean): Promise<LiveEvent[]>;
}

function createFollower(queue: LiveQueue): Follower {
  let wake = () => {};
  return {
    tell(event) {
      queue.add(event);
      wake();
    },
    wake: () => wake(),
    async next(ended) {
      if (queue.size === 0 && !ended()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (!ended()) await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      return ended() ? [] : queue.take();
    },
  };
}
