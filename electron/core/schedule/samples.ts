/** A small network in a real store, for tests of this room. */
import type { Asset } from '../../contract/records/asset';
import { type BookingDraft, PLAIN_BOOKING } from '../../contract/records/booking';
import type { Display } from '../../contract/records/display';
import type { Playlist } from '../../contract/records/playlist';
import { idFor, ofPlaylist, playlist, VT01, video } from '../../domain/compile-fixtures';
import { openStore, type Store } from '../store';
import { operator, quiet, temporaryFolder } from '../store/samples';

export const DISPLAYS = [1, 2, 3].map((n): Display => ({ ...VT01, ...meta(n), id: idFor('D', n), name: `VT-0${n}` }));
export const CLIPS = [video(1, 30_000), video(2, 15_000), video(3, 60_000, { renditions: [] })];
export const LIST: Playlist = playlist(1, CLIPS.slice(0, 2));
export const FILLER: Playlist = playlist(2, CLIPS.slice(1, 2));

/** Turns in the mornings of March 2026. */
export const MORNING_DRAFT: BookingDraft = {
  name: 'Pagi',
  what: ofPlaylist(LIST),
  where: { displayIds: [idFor('D', 1)], groupIds: [] },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  from: '2026-03-01',
  to: '2026-03-31',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dayparts: [{ start: '06:00:00', end: '12:00:00' }],
  zone: 'station',
  paused: false,
};

/** A slot of the loop over ten days from the bench's Monday on; where, a test says. */
export const SLOT_DRAFT: BookingDraft = {
  ...MORNING_DRAFT,
  where: { displayIds: [], groupIds: [] },
  how: { kind: 'slot', slot: 2, every: 1, first: 0 },
  from: '2026-03-02',
  to: '2026-03-11',
  dayparts: [{ start: '06:00:00', end: '22:00:00' }],
};

function meta(n: number) {
  return { rev: 0, place: '', token: null, createdAt: n };
}

export { caller } from '../store/samples';

const seed = { command: 'tests.seed', actor: operator };

export function putAsset(store: Store, asset: Asset): Promise<unknown> {
  return store.commit(seed, (tx) => tx.put('asset', asset));
}

export interface Bench {
  store: Store;
  /** Turned by tests. */
  clock: { now(): number; at: number };
  /** Closes the store and opens it again, as a restart does. */
  reopen(): Promise<Store>;
  close(): Promise<void>;
}

/** Three displays, three clips (the third has no rendition) and two playlists. Monday, 10:00 WIB. */
export async function openBench(at = Date.parse('2026-03-02T03:00:00Z')): Promise<Bench> {
  const folder = temporaryFolder();
  const clock = { at, now: () => clock.at };
  const open = () => openStore({ dir: folder.dir, clock, log: quiet });
  const bench: Bench = {
    store: await open(),
    clock,
    async reopen() {
      await bench.store.close();
      bench.store = await open();
      return bench.store;
    },
    async close() {
      await bench.store.close();
      folder.remove();
    },
  };
  await bench.store.commit(seed, (tx) => {
    for (const display of DISPLAYS) tx.put('display', display);
    for (const clip of CLIPS) tx.put('asset', clip);
    for (const list of [LIST, FILLER]) tx.put('playlist', list);
  });
  return bench;
}

export async function until(holds: () => boolean, patienceMs = 25_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it did not come about');
    await new Promise((wait) => setTimeout(wait, 5));
  }
}

/** Long enough for every wake that a change could have set off. */
export function settle(): Promise<void> {
  return new Promise((wait) => setTimeout(wait, 250));
}
