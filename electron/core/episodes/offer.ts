/** What of a show may be published: its log beside the recordings, the material and the guests. */
import type { EpisodeOffer } from '../../contract/api/episodes';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Recording } from '../../contract/records/recording';
import type { Rundown } from '../../contract/records/rundown';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Show } from '../../contract/records/show';
import { HOUR_MS } from '../../domain/calendar';
import type { Source, Span } from '../../domain/episode/cuts';
import { type Offered, offered } from '../../domain/episode/offer';
import { localParts } from '../../domain/time';
import { againstLeaving } from '../rules/gate';
import { requireRecord, type Store, settingsOf, stepsOf } from '../store';
import { type Room, refused } from './room';

/** No recording is longer than an hour; by hand on a clock that was set it may seem so. */
const LONGEST_RECORDING_MS = 2 * HOUR_MS;
/** A spot that began before the item did may still be heard in it. */
const LONGEST_PLAY_MS = 600_000;

type Need = Pick<Room, 'store' | 'clock'>;

interface Cast {
  guests: Rundown['guests'];
  /** Keys of those who stand in an item. */
  placed: ReadonlySet<string>;
}

/** @throws Failure notFound, refused */
export function publishable(store: Store, showId: string): Show {
  const show = requireRecord(store, 'show', showId);
  if (show.rehearsal) throw refused('episode.rehearsal');
  if (show.state === 'onAir') throw refused('episode.stillOnAir');
  return show;
}

/** Every item that was on air. @throws Failure notFound, refused */
export function offersOf({ store, clock }: Need, showId: string): Offered[] {
  const show = publishable(store, showId);
  const rundown = store.get('rundown', show.rundownId);
  const items = new Map(store.rundownParts.of('rundownItem', show.rundownId).map((item) => [item.id, item]));
  const placed = new Set([...items.values()].flatMap(({ guestKeys }) => guestKeys));
  const cast: Cast = { guests: rundown?.guests ?? [], placed };
  const recordings = recordingsOf(store, show);
  const now = clock.now();
  return offered(stepsOf(store, show), {
    sources: sourcesOf(recordings, show.id),
    unchecked: recordings.flatMap((recording) => uncheckedSpan(recording)),
    itemOf({ itemId }) {
      const item = items.get(itemId);
      return item ? { assetIds: materialOf(item), ...speakersIn(store, item, cast) } : null;
    },
    playedIn: (span) => playedIn(store, span),
    assetOf: (id) => store.get('asset', id),
    ruledOut: (asset) => againstLeaving(store, asset, 'feed', now),
  });
}

/** @throws Failure notFound, refused */
export function offerOf(need: Need, showId: string): EpisodeOffer {
  const { store } = need;
  const show = publishable(store, showId);
  const rundown = store.get('rundown', show.rundownId);
  const programme = rundown?.programmeId ? store.get('programme', rundown.programmeId) : undefined;
  const offers = offersOf(need, showId);
  return {
    items: offers.map(({ step: { id, title, kind }, from, until, talk, because, warnings }) => ({
      ...{ stepId: id, title, kind, from, until, talk, because, warnings },
    })),
    programme: programme ? { id: programme.id, name: programme.name } : null,
    rundownName: show.rundownName,
    date: localParts(show.startedAt, rundown?.zone ?? settingsOf(store).zone).date,
    guests: guestsOf(store, rundown).map(({ id, name, position, agency, consent }) => ({
      ...{ name, position, agency, consent: consent.given },
      stepIds: offers.filter(({ guestIds }) => guestIds.includes(id)).map(({ step }) => step.id),
    })),
  };
}

/** Those that may hold sound of a show, whoever began them. */
export function recordingsOf(store: Store, { startedAt, endedAt }: Pick<Show, 'startedAt' | 'endedAt'>): Recording[] {
  return store.timed.between('recording', startedAt - LONGEST_RECORDING_MS, endedAt ?? startedAt);
}

/** Of recordings that were checked and hold sound. */
export function sourcesOf(recordings: readonly Recording[], showId: string): Source[] {
  return recordings.flatMap(({ id, startedAt, durationMs, state, hash, ...recording }) =>
    hash !== null && durationMs && (state === 'kept' || state === 'damaged')
      ? [{ id, startedAt, soundMs: durationMs, whole: state === 'kept', ofShow: recording.showId === showId }]
      : [],
  );
}

function uncheckedSpan({ state, startedAt, endedAt, heardUntil }: Recording): Span[] {
  const open = state === 'recording' || state === 'closing';
  return open ? [{ from: startedAt, until: endedAt ?? heardUntil }] : [];
}

const materialOf = ({ spots, attachments }: RundownItem): string[] => [
  ...spots.map(({ assetId }) => assetId),
  ...attachments,
];

function playedIn(store: Store, { from, until }: Span): string[] {
  return store.plays
    .traces(RADIO_CHANNEL_ID, from - LONGEST_PLAY_MS, until)
    .filter(({ startedAt, shownMs }) => shownMs > 0 && startedAt < until && startedAt + shownMs > from)
    .flatMap(({ assetId }) => assetId ?? []);
}

const guestsOf = (store: Store, rundown: Rundown | undefined) =>
  (rundown?.guests ?? []).flatMap(({ guestId }) => store.get('guest', guestId) ?? []);

/** Guests of an item, and names of those among them who have not agreed. One whom the rundown puts in no item may be heard in any. */
function speakersIn(store: Store, { guestKeys }: RundownItem, { guests, placed }: Cast) {
  const named = (wanted: (key: string) => boolean) =>
    guests.filter(({ key }) => wanted(key)).flatMap(({ guestId }) => store.get('guest', guestId) ?? []);
  const unwilling = named((key) => guestKeys.includes(key)).filter(({ consent }) => !consent.given);
  return {
    guestIds: named((key) => guestKeys.includes(key) || !placed.has(key)).map(({ id }) => id),
    unwilling: unwilling.map(({ name }) => name),
  };
}
