import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlaylistView } from '../../contract/api/schedule';
import type { PlaylistItem } from '../../contract/records/playlist';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { booking, idFor, ofPlaylist, playlist, still, VT01, video } from '../../domain/compile-fixtures';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, temporaryFolder } from '../store/samples';
import { createPlaylists } from '.';

const NOW = Date.parse('2026-03-02T03:00:00Z');
const clock = { now: () => NOW };
const sound = video(3, 30_000, { probe: { ...video(3, 30_000).probe, kind: 'audio' } });
const ASSETS = [video(1, 30_000), still(2), sound, video(4, 30_000, { trashedAt: 5 })];

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let playlists: ReturnType<typeof createPlaylists>;

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  playlists = createPlaylists({ store, clock });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const asset of ASSETS) tx.put('asset', asset);
  });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

let count = 0;
const item = (asset: number, over: Partial<PlaylistItem> = {}): PlaylistItem => {
  count += 1;
  return { id: idFor('T', count), assetId: idFor('A', asset), stillMs: null, inMs: 0, outMs: null, ...over };
};
const make = (...items: PlaylistItem[]) => playlists.create({ name: 'Pagi', items, smart: null }, caller);
async function refusal(run: () => unknown): Promise<{ code: string; reasons: string[] }> {
  const { code, data } = await refused(run);
  return { code, reasons: data.details.map(({ code: why }) => why) };
}

describe('a playlist', () => {
  it('tells the length of each item and of the whole', async () => {
    const made = await make(item(1), item(1, { inMs: 5000, outMs: 20_000 }), item(2), item(2, { stillMs: 4000 }));
    expect(PlaylistView.parse(made)).toMatchObject({ lengths: [30_000, 15_000, 10_000, 4000], totalMs: 59_000 });
    expect(await playlists.list(undefined, caller)).toEqual([made]);
    const settings = { ...DEFAULT_SETTINGS, stillMs: 7000 };
    await store.commit({ command: 'station.updateSettings', actor: operator }, (tx) => tx.put('settings', settings));
    expect((await playlists.get({ id: made.id }, caller)).lengths).toEqual([30_000, 15_000, 7000, 4000]);
  });

  it('is renamed, reordered, undone and removed', async () => {
    const [a, b] = [item(1), item(2)];
    const made = await make(a, b);
    const moved = await playlists.update({ id: made.id, rev: made.rev, items: [b, a] }, caller);
    expect(moved.items).toEqual([b, a]);
    expect((await playlists.update({ id: made.id, rev: moved.rev, name: 'Sore' }, caller)).items).toEqual([b, a]);
    await store.undo(operator);
    await store.undo(operator);
    expect(await playlists.get({ id: made.id }, caller)).toMatchObject({ name: 'Pagi', items: [a, b] });
    await playlists.remove({ id: made.id }, caller);
    expect(await playlists.list(undefined, caller)).toEqual([]);
  });

  it('finds its items by a rule, and has those of before when the rule is taken off', async () => {
    const rule = { tags: ['dbd'], agencyIds: [], categories: [], sort: 'oldest' as const, limit: 10 };
    const made = await make(item(2));
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('asset', video(1, 30_000, { tags: ['dbd'] }));
      tx.put('asset', { ...sound, tags: ['dbd'] });
    });
    const smart = await playlists.update({ id: made.id, rev: made.rev, smart: rule }, caller);
    expect(smart).toMatchObject({ found: [idFor('A', 1)], lengths: [30_000], totalMs: 30_000 });
    const plain = await playlists.update({ id: made.id, rev: smart.rev, smart: null }, caller);
    expect(plain).toMatchObject({ found: null, items: made.items, lengths: [10_000] });
    const gone = { ...rule, agencyIds: [idFor('Y', 9)] };
    const refused = await refusal(() => playlists.update({ id: made.id, rev: plain.rev, smart: gone }, caller));
    expect(refused).toEqual({ code: 'invalidInput', reasons: ['playlist.noAgency'] });
  });

  it('refuses what can never be shown, saying why of each', async () => {
    const refused = await refusal(() =>
      make(item(1), item(3), item(4), item(99), item(1, { inMs: 29_500 }), item(1, { inMs: 5000, outMs: 5000 })),
    );
    expect(refused).toEqual({
      code: 'invalidInput',
      reasons: ['playlist.audioOnly', 'playlist.binned', 'playlist.noAsset', 'playlist.tooShort', 'playlist.tooShort'],
    });
    const twice = item(1);
    expect((await refusal(() => make(twice, twice))).reasons).toEqual(['playlist.itemTwice']);
  });

  it('may be edited although an item in it has gone to the bin since, and tells that it has no length', async () => {
    const made = await make(item(1), item(2));
    await store.commit({ command: 'library.remove', actor: operator }, (tx) =>
      tx.put('asset', still(2, { trashedAt: NOW })),
    );
    const edited = await playlists.update({ id: made.id, rev: made.rev, items: [...made.items].reverse() }, caller);
    expect([edited.lengths, edited.totalMs]).toEqual([[null, 30_000], 30_000]);
  });

  it('is refused when somebody else was faster or it is gone', async () => {
    const { id, rev } = await make(item(1));
    expect((await refusal(() => playlists.update({ id, rev: rev + 1, name: 'X' }, caller))).code).toBe('stale');
    expect((await refusal(() => playlists.get({ id: idFor('P', 99) }, caller))).code).toBe('notFound');
  });

  it('is not removed while it is booked or filler, and tells where', async () => {
    const list = playlist(1, []);
    const display = { ...VT01, rev: 0, name: 'VT-01', place: '', token: null, createdAt: 1, fillerPlaylistId: list.id };
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('playlist', list);
      tx.put('booking', booking(1, ofPlaylist(list), { to: '2026-03-01' }));
      tx.put('booking', booking(2, ofPlaylist(list), { to: '2026-02-20' }));
      tx.put('display', display);
      tx.put('settings', { ...DEFAULT_SETTINGS, fillerPlaylistId: list.id });
    });
    expect(await refusal(() => playlists.remove({ id: list.id }, caller))).toEqual({
      code: 'inUse',
      reasons: ['where.booking', 'where.filler', 'where.stationFiller'],
    });
  });
});
