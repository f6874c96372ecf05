/** Builds the episodes room: what was said on air is offered, cut out of the recordings, and published. */
import type { episodesApi } from '../../contract/api/episodes';
import type { HandlersOf } from '../../contract/api/handlers';
import { HOUR_MS } from '../../domain/calendar';
import { episodeHandlers } from './commands';
import { noteLeave } from './leave';
import { makingGivenUp, makingJob, mend } from './making';
import { createPlaces } from './places';
import { createPodcast, type PodcastDoors } from './podcast';
import type { Room } from './room';
import { markLeft, sweep } from './sweep';

export interface EpisodesOptions extends Omit<Room, 'places'> {
  dataDir: string;
}

export interface EpisodesRoom {
  handlers: HandlersOf<typeof episodesApi>;
  podcast: PodcastDoors;
  /** Removes files that nothing names any more, and notes what lost its leave. */
  sweep(): Promise<void>;
  start(): void;
  stop(): void;
}

const SWEEP_MS = 6 * HOUR_MS;

export function createEpisodes({ dataDir, ...need }: EpisodesOptions): EpisodesRoom {
  const room: Room = { ...need, places: createPlaces(dataDir) };
  const { store, jobs, log } = room;
  jobs.register('episode', makingJob(room), makingGivenUp(room));
  let timer: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};
  const said = (work: Promise<void>) =>
    void work.catch((fault: unknown) => log.error({ err: fault }, 'episodes could not be looked after'));

  return {
    handlers: episodeHandlers(room),
    podcast: createPodcast(room),
    sweep: () => lookAfter(room),
    start() {
      said(mend(room, store.timed.between('episode', 0, Number.MAX_SAFE_INTEGER)));
      unsubscribe = store.committed.subscribe(({ changes }) => {
        const ids = changes.filter(({ record }) => record === 'episode').map(({ id }) => id);
        if (ids.length > 0) said(follow(room, ids));
        if (changes.some(({ record }) => record === 'guest')) said(noteLeave(store));
      });
      said(lookAfter(room));
      timer = setInterval(() => said(lookAfter(room)), SWEEP_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
      unsubscribe();
    },
  };
}

async function lookAfter(room: Room): Promise<void> {
  await sweep(room);
  await noteLeave(room.store);
}

/** What a commit asks of the disk. */
async function follow(room: Room, ids: readonly string[]): Promise<void> {
  const left = ids.filter((id) => !room.store.get('episode', id));
  if (left.length > 0) await markLeft(room, left);
  await mend(
    room,
    ids.flatMap((id) => room.store.get('episode', id) ?? []),
  );
}
