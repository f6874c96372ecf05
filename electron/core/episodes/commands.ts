/** The commands of `episodesApi`. Read `make` first. */
import type { episodesApi } from '../../contract/api/episodes';
import type { HandlersOf } from '../../contract/api/handlers';
import type { Actor } from '../../contract/records/audit';
import type { Episode, EpisodePiece, EpisodeWords } from '../../contract/records/episode';
import type { Show } from '../../contract/records/show';
import { newId } from '../../contract/ulid';
import type { Offered } from '../../domain/episode/offer';
import { withheldOf } from '../rules/gate';
import { requireRecord, requireRev, type Store, type Tx } from '../store';
import { lackingNow } from './leave';
import { offerOf, offersOf, publishable } from './offer';
import { type Room, refusal, refused } from './room';

export function episodeHandlers(room: Room): HandlersOf<typeof episodesApi> {
  const { store } = room;
  return {
    offer: ({ showId }) => offerOf(room, showId),
    of: ({ showId }) =>
      store.timed
        .where('episode', 'showId', showId)
        .map((episode) => ({ episode, withheld: withheldOf(store, episode, room.clock.now()) }))
        .reverse(),
    make: ({ showId, episodes }, { actor }) => make(room, showId, episodes, actor),
    update: ({ id, rev, words }, { actor }) =>
      store.commit({ command: 'episodes.update', actor, undoable: true }, (tx) => {
        const episode = requireRev(tx, 'episode', id, rev);
        // The file takes its title afterwards (`mend`): a job in this commit would have moved before it is taken back.
        return tx.put('episode', { ...episode, ...words });
      }),
    retry: ({ id }, { actor }) =>
      store.commit({ command: 'episodes.retry', actor }, (tx) => {
        const episode = requireRecord(tx, 'episode', id);
        return episode.state === 'failed' ? begin(room, tx, episode) : episode;
      }),
    remove: ({ id }, { actor }) =>
      store.commit({ command: 'episodes.remove', actor, undoable: true }, (tx) => {
        requireRecord(tx, 'episode', id);
        tx.remove('episode', id);
        return null;
      }),
  };
}

interface Wanted extends EpisodeWords {
  stepIds: readonly string[];
}

/** @throws Failure notFound, refused */
function make(room: Room, showId: string, wanted: readonly Wanted[], actor: Actor): Promise<Episode[]> {
  const { store } = room;
  const show = publishable(store, showId);
  const offers = new Map(offersOf(room, showId).map((offer) => [offer.step.id, offer]));
  const chosen = wanted.map(({ stepIds }) => piecesOf(offers, stepIds));
  const of = sourceOf(store, show);
  return store.commit({ command: 'episodes.make', actor }, (tx) =>
    wanted.map(({ title, description }, place) => {
      const pieces = chosen[place] ?? [];
      return begin(room, tx, {
        ...{ id: newId(), rev: 0, showId, rundownId: show.rundownId, ...of, title, description },
        ...{ airedAt: pieces[0]?.from ?? show.startedAt, pieces, lacking: lackingNow(tx, { pieces, lacking: [] }) },
        ...{ createdAt: room.clock.now(), createdBy: actor.name },
      });
    }),
  );
}

function sourceOf(store: Store, { rundownId, rundownName }: Show): Pick<Episode, 'programmeId' | 'album'> {
  const programmeId = store.get('rundown', rundownId)?.programmeId ?? null;
  const programme = programmeId === null ? undefined : store.get('programme', programmeId);
  return { programmeId: programme?.id ?? null, album: programme?.name ?? rundownName };
}

/** In the order of the broadcast, whatever the order in which they were named. @throws Failure refused, naming what may not be published */
function piecesOf(offers: ReadonlyMap<string, Offered>, stepIds: readonly string[]): EpisodePiece[] {
  const chosen = stepIds.map((id) => offers.get(id) ?? null);
  if (chosen.includes(null)) throw refused('episode.noSuchItem');
  const known = [...new Set(chosen)].flatMap((offer) => offer ?? []).toSorted((a, b) => a.from - b.from);
  const because = known.flatMap((offer) => offer.because);
  if (because.length > 0) throw refusal(...because);
  return known.map(({ step: { id, title }, from, until, assetIds, guestIds }) => ({
    ...{ stepId: id, title, from, until, assetIds, guestIds },
  }));
}

type Base = Omit<Extract<Episode, { state: 'making' }>, 'state'>;

/** Waits to be made, and asks for it in the same commit. The schema drops what is true of other states only. */
export function begin(room: Pick<Room, 'jobs'>, tx: Tx, episode: Base): Episode {
  enqueue(room, tx, episode);
  return tx.put('episode', { ...episode, state: 'making' });
}

/** Before long pictures: somebody waits for it. */
const PRIORITY = 20;

export function enqueue({ jobs }: Pick<Room, 'jobs'>, tx: Tx, { id, title }: Pick<Episode, 'id' | 'title'>): void {
  jobs.enqueue(tx, 'episode', { input: { episodeId: id }, title, priority: PRIORITY });
}
