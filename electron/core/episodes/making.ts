/** The `episode` job: cut out of recordings, or given another title. Idempotent: what stood half made is made anew. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fsp from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Hopeless } from '../../contract/hopeless';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Episode, ReadyEpisode } from '../../contract/records/episode';
import { type Reason, reason } from '../../contract/scalars';
import { type Cuts, coverage, cutsOf, lengthOf, type Part } from '../../domain/episode/cuts';
import { MOST_MISSING_MS } from '../../domain/episode/offer';
import { localParts } from '../../domain/time';
import type { JobContext, JobHandler } from '../jobs/types';
import type { EpisodeOrder, EpisodeTags } from '../media/types';
import { settingsOf } from '../store';
import { begin, enqueue } from './commands';
import { recordingsOf, sourcesOf } from './offer';
import { isThere } from './places';
import type { Room } from './room';

type Made = Pick<ReadyEpisode, 'hash' | 'bytes' | 'durationMs' | 'chapters' | 'loudnessLufs' | 'taggedTitle'>;

export function makingJob(room: Room): JobHandler<'episode'> {
  return async ({ episodeId }, context) => {
    const episode = room.store.get('episode', episodeId);
    if (!episode || episode.state === 'failed') return;
    await fsp.mkdir(room.places.dir, { recursive: true });
    const made = episode.state === 'making' ? await cut(room, episode, context) : await retag(room, episode, context);
    if (made) await keep(room, episode, made);
  };
}

/** It will not be made without a person. */
export function makingGivenUp({ store }: Room) {
  return async ({ episodeId }: { episodeId: string }, failure: Reason): Promise<void> => {
    await store.commit({ command: 'episodes.failed', actor: STATION_ACTOR, audited: false }, (tx) => {
      const episode = tx.get('episode', episodeId);
      if (episode?.state === 'making') tx.put('episode', { ...episode, state: 'failed', failure });
    });
  };
}

/** @throws Hopeless where too much of its recordings is gone */
async function cut(room: Room, episode: Episode, context: JobContext): Promise<Made> {
  const { places, media } = room;
  const { order, cuts } = await ordered(room, episode);
  const fresh = places.freshOf(episode.id);
  const { durationMs, loudness } = await media.makeEpisode(order, fresh, context);
  const chapters = episode.pieces.map(({ title }, place) => ({ title, startMs: cuts.startsMs[place] ?? 0 }));
  const loudnessLufs = loudness?.integratedLufs ?? null;
  const file = await settled(room, episode, fresh, context);
  return { ...file, durationMs, chapters, loudnessLufs, taggedTitle: order.tags.title };
}

/** Null where nothing is to be done. */
async function retag(room: Room, episode: ReadyEpisode, context: JobContext): Promise<Made | null> {
  const { places, media, store } = room;
  if (episode.taggedTitle === episode.title) return null;
  const fresh = places.freshOf(episode.id);
  const order = { source: places.fileOf(episode), target: fresh, tags: tagsOf(store, episode) };
  await media.retagEpisode(order, context);
  const { durationMs, chapters, loudnessLufs } = episode;
  const file = await settled(room, episode, fresh, context);
  return { ...file, durationMs, chapters, loudnessLufs, taggedTitle: order.tags.title };
}

async function ordered(room: Room, episode: Episode): Promise<{ order: EpisodeOrder; cuts: Cuts }> {
  const { store } = room;
  const { pieces, showId } = episode;
  const span = { startedAt: pieces[0]?.from ?? 0, endedAt: pieces.at(-1)?.until ?? 0 };
  const recordings = [];
  // Also one that was removed by hand from the disk is gone.
  for (const recording of recordingsOf(store, span))
    if (await isThere(room.recordingFile(recording))) recordings.push(recording);
  const sources = sourcesOf(recordings, showId);
  const lost = pieces.find((piece) => lengthOf(coverage(piece, sources).gaps) > MOST_MISSING_MS);
  if (lost) throw new Hopeless(reason('episode.recordingGone', { title: lost.title }));
  const cuts = cutsOf(pieces, sources);
  const byId = new Map(recordings.map((recording) => [recording.id, recording]));
  const soundOf = ({ sourceId, from, until }: Part) => {
    const recording = byId.get(sourceId);
    return recording
      ? [{ source: room.recordingFile(recording), fromMs: from - recording.startedAt, ms: until - from }]
      : [];
  };
  const runs = cuts.runs.map((run) => run.flatMap(soundOf));
  return { order: { runs, loudnessLufs: settingsOf(store).audioLoudnessLufs, tags: tagsOf(store, episode) }, cuts };
}

function tagsOf(store: Room['store'], { title, album, airedAt }: Episode): EpisodeTags {
  const { stationName, zone } = settingsOf(store);
  return { title, artist: stationName, album, date: localParts(airedAt, zone).date };
}

/** On the disk for good, under the name that its content gives it. */
async function settled({ places }: Room, { id }: Episode, fresh: string, { signal }: JobContext) {
  const sum = createHash('sha256');
  await pipeline(createReadStream(fresh, { highWaterMark: 1 << 20 }), sum, { signal });
  const hash = sum.digest('hex');
  const file = await fsp.open(fresh, 'r+');
  const { size } = await file.stat();
  await file.sync().finally(() => file.close());
  await fsp.rename(fresh, places.fileOf({ id, hash }));
  return { hash, bytes: size };
}

/** What was removed meanwhile stays so; what was renamed meanwhile is given its title now. */
async function keep(room: Room, before: Episode, made: Made): Promise<void> {
  const { store, clock } = room;
  await store.commit({ command: 'episodes.made', actor: STATION_ACTOR, audited: false }, (tx) => {
    const episode = tx.get('episode', before.id);
    if (episode?.state !== before.state) return;
    const madeAt = episode.state === 'ready' ? episode.madeAt : clock.now();
    tx.put('episode', { ...episode, ...made, state: 'ready', madeAt });
    if (episode.title !== made.taggedTitle) enqueue(room, tx, episode);
  });
}

/** Where a record says that there is work, or a file, and there is neither: a removal was taken back, or a disk was restored. */
export async function mend(room: Room, episodes: readonly Episode[]): Promise<void> {
  const { store, jobs } = room;
  const atWork = new Set(jobs.unfinishedFor(null).map(({ input }) => input.episodeId));
  const lacking: { id: string; rev: number; anew: boolean }[] = [];
  for (const episode of episodes) {
    const { id, rev } = episode;
    if (atWork.has(id) || episode.state === 'failed') continue;
    const anew = episode.state === 'making' || (await isLost(room, episode));
    if (anew || episode.taggedTitle !== episode.title) lacking.push({ id, rev, anew });
  }
  if (lacking.length === 0) return;
  await store.commit({ command: 'episodes.mend', actor: STATION_ACTOR, audited: false }, (tx) => {
    for (const { id, rev, anew } of lacking) {
      const episode = tx.get('episode', id);
      // What moved since is looked at anew.
      if (episode?.rev !== rev) continue;
      if (anew) begin(room, tx, episode);
      else enqueue(room, tx, episode);
    }
  });
}

/** Only where the disk says so: a file that cannot be looked at now is still the best there is. */
async function isLost({ places, log }: Room, episode: ReadyEpisode): Promise<boolean> {
  try {
    return !(await isThere(places.fileOf(episode)));
  } catch (fault) {
    log.warn({ err: fault, episodeId: episode.id }, 'the file of an episode cannot be looked at');
    return false;
  }
}
