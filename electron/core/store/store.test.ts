import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../contract/failure';
import { newId } from '../../contract/ulid';
import type { Store } from '.';
import { openStore } from '.';
import {
  colleague,
  operator,
  quiet,
  sampleAsset,
  sampleBooking,
  sampleDisplay,
  sampleJob,
  samplePlaylist,
  sampleUser,
  temporaryFolder,
} from './samples';

const clock = { now: () => 1_700_000_000_000 };
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
const open = () => openStore({ dir: folder.dir, clock, log: quiet });

beforeEach(async () => {
  folder = temporaryFolder();
  store = await open();
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const probe = {
  ...{ kind: 'audio' as const, container: 'mp3', durationMs: 1000, bitRate: null, video: null, audio: [] },
  ...{ loudness: null, fragmentedPerTrack: false, findings: [] },
};
const edit = { command: 'playlists.update', actor: operator, undoable: true };

describe('commit', () => {
  it('answers when record and document are on disk, and finds every kind again after a restart', async () => {
    const records = {
      playlist: samplePlaylist(),
      booking: sampleBooking(),
      display: sampleDisplay(),
      user: sampleUser(),
      asset: sampleAsset(),
      job: sampleJob(),
    };
    await store.commit(edit, (tx) => {
      tx.put('playlist', records.playlist);
      tx.put('booking', records.booking);
      tx.put('display', records.display);
      tx.put('user', records.user);
      tx.put('asset', records.asset);
      tx.put('job', records.job);
    });
    expect(readdirSync(join(folder.dir, 'db'))).toContain(`playlist-${records.playlist.id}.json`);
    await store.close();
    store = await open();
    expect(store.recovered).toEqual([]);
    for (const [name, record] of Object.entries(records)) {
      expect(store.get(name as keyof typeof records, record.id)).toEqual({ ...record, rev: 1 });
    }
  });

  it('raises rev by one, hands out frozen records, and tells what moved', async () => {
    const heard: unknown[] = [];
    store.committed.subscribe((event) => heard.push(event));
    const first = await store.commit(edit, (tx) => tx.put('playlist', samplePlaylist()));
    const second = await store.commit(edit, (tx) => tx.put('playlist', { ...first, name: 'Lain' }));
    expect([first.rev, second.rev]).toEqual([1, 2]);
    expect(Object.isFrozen(second.items)).toBe(true);
    expect(heard).toEqual([
      { seq: 1, command: 'playlists.update', changes: [{ record: 'playlist', id: first.id }] },
      { seq: 2, command: 'playlists.update', changes: [{ record: 'playlist', id: first.id }] },
    ]);
  });

  it('shows a change its own puts and nobody else', async () => {
    const kept = await store.commit(edit, (tx) => tx.put('playlist', samplePlaylist()));
    await store.commit(edit, (tx) => {
      const fresh = tx.put('playlist', samplePlaylist());
      tx.remove('playlist', kept.id);
      expect(tx.all('playlist').map(({ id }) => id)).toEqual([fresh.id]);
      expect(store.all('playlist').map(({ id }) => id)).toEqual([kept.id]);
    });
  });

  it('changes nothing when the change throws or a record does not fit', async () => {
    await expect(
      store.commit(edit, (tx) => {
        tx.put('playlist', samplePlaylist());
        throw new Failure('stale');
      }),
    ).rejects.toThrow('stale');
    const bad = store.commit(edit, (tx) => tx.put('playlist', samplePlaylist({ name: '' })));
    await expect(bad).rejects.toMatchObject({ data: { code: 'invalidInput', details: [{ code: 'store.field' }] } });
    expect(store.all('playlist')).toEqual([]);
    expect(store.audit.list({ limit: 10 })).toEqual([]);
  });

  it('writes no audit for bookkeeping and for what changes nothing', async () => {
    const saved = await store.commit({ ...edit, audited: false }, (tx) => tx.put('playlist', samplePlaylist()));
    await store.commit(edit, (tx) => tx.put('playlist', { ...saved }));
    expect(store.get('playlist', saved.id)?.rev).toBe(1);
    expect(store.audit.list({ limit: 10 })).toEqual([]);
  });

  it('answers each of many concurrent commits to one document', async () => {
    const playlist = await store.commit(edit, (tx) => tx.put('playlist', samplePlaylist()));
    const file = join(folder.dir, 'db', `playlist-${playlist.id}.json`);
    const commits = Array.from({ length: 50 }, async (_, n) => {
      await store.commit(edit, (tx) => tx.put('playlist', { ...playlist, name: `Nama ${n}` }));
      // The file holds this commit or a later one.
      expect(JSON.parse(readFileSync(file, 'utf8')).rev).toBeGreaterThanOrEqual(n + 2);
    });
    await Promise.all(commits);
    expect(store.get('playlist', playlist.id)).toMatchObject({ name: 'Nama 49', rev: 51 });
  });

  it('refuses commits once it is closing', async () => {
    await store.close();
    await expect(store.commit(edit, (tx) => tx.put('playlist', samplePlaylist()))).rejects.toThrow('stopping');
  });
});

describe('audit', () => {
  it('says who, what, before and after, without secrets', async () => {
    const user = await store.commit({ command: 'users.create', actor: operator }, (tx) => tx.put('user', sampleUser()));
    await store.commit({ command: 'users.update', actor: colleague }, (tx) =>
      tx.put('user', { ...user, name: 'Baru' }),
    );
    const [update, create] = store.audit.list({ limit: 10, record: 'user', id: user.id });
    expect(create).toMatchObject({ command: 'users.create', actor: operator, changes: [{ before: null }] });
    expect(update).toMatchObject({
      actor: colleague,
      changes: [{ before: { name: 'Petugas' }, after: { name: 'Baru' } }],
    });
    expect(JSON.stringify([update, create])).not.toContain('scrypt$');
  });

  it('tells neither the key of a display nor a session', async () => {
    const token = { hash: 'ab'.repeat(32), instanceId: 'page-of-it', issuedAt: 1 };
    const session = { id: 'cd'.repeat(32), rev: 0, userId: newId(), createdAt: 1, expiresAt: 2 };
    await store.commit({ command: 'displays.pair', actor: operator }, (tx) => {
      tx.put('display', sampleDisplay({ token }));
      tx.put('session', session);
    });
    const entries = store.audit.list({ limit: 10 });
    expect(entries).toMatchObject([{ changes: [{ record: 'display', after: { token: { issuedAt: 1 } } }] }]);
    expect(entries[0]?.changes).toHaveLength(1);
    expect(JSON.stringify(entries)).not.toMatch(/(ab|cd){32}/);
  });
});

describe('undo', () => {
  it('takes back, does again, and ends the chain of redo at a new command', async () => {
    const first = await store.commit(edit, (tx) => tx.put('playlist', samplePlaylist({ name: 'A' })));
    await store.commit(edit, (tx) => tx.put('playlist', { ...first, name: 'B' }));
    const name = () => store.get('playlist', first.id)?.name;
    await store.undo(operator);
    expect(name()).toBe('A');
    await store.undo(operator);
    expect(name()).toBeUndefined();
    await store.redo(operator);
    await store.redo(operator);
    expect(name()).toBe('B');
    await expect(store.redo(operator)).rejects.toThrow('nothingToUndo');
    await store.undo(operator);
    await store.commit(edit, (tx) => tx.put('playlist', samplePlaylist()));
    await expect(store.redo(operator)).rejects.toThrow('nothingToUndo');
  });

  it('brings a removed record back', async () => {
    const display = await store.commit(edit, (tx) => tx.put('display', sampleDisplay()));
    await store.commit({ ...edit, command: 'displays.remove' }, (tx) => tx.remove('display', display.id));
    expect(await store.undo(operator)).toMatchObject({ command: 'displays.remove' });
    expect(store.get('display', display.id)).toMatchObject({ name: display.name, rev: 2 });
  });

  it('is refused when someone else moved the record since, and is each his own', async () => {
    const playlist = await store.commit(edit, (tx) => tx.put('playlist', samplePlaylist({ name: 'A' })));
    await store.commit({ ...edit, actor: colleague }, (tx) => tx.put('playlist', { ...playlist, name: 'B' }));
    await expect(store.undo(operator)).rejects.toMatchObject({
      data: { code: 'undoConflict', details: [{ code: 'store.movedSince', params: { name: 'B' } }] },
    });
    await store.undo(colleague);
    await store.undo(operator);
    expect(store.all('playlist')).toEqual([]);
  });

  it('of a rename leaves what a job did to the asset meanwhile', async () => {
    const asset = await store.commit({ ...edit, undoable: false }, (tx) => tx.put('asset', sampleAsset()));
    const renamed = await store.commit(edit, (tx) => tx.put('asset', { ...asset, name: 'Baru' }));
    await store.commit({ ...edit, audited: false }, (tx) => tx.put('asset', { ...renamed, state: 'probing' }));
    await store.undo(operator);
    expect(store.get('asset', asset.id)).toMatchObject({ name: asset.name, state: 'probing' });
  });

  it('of an asset leaves its waveform, which the audit does not repeat for each edit', async () => {
    const waveform = Array.from({ length: 2000 }, (_, index) => index % 256);
    const pictures = { thumbnail: null, filmstrip: null, waveform };
    const made = sampleAsset();
    const asset = await store.commit({ ...edit, undoable: false }, (tx) =>
      tx.put('asset', { ...made, state: 'ready', probe, pictures, renditions: [] }),
    );
    await store.commit(edit, (tx) => tx.put('asset', { ...asset, archivedAt: 5 }));
    expect(JSON.stringify(store.audit.list({ limit: 1 })).length).toBeLessThan(waveform.length);
    await store.undo(operator);
    expect(store.get('asset', asset.id)).toMatchObject({ archivedAt: null, pictures });
    await store.redo(operator);
    expect(store.get('asset', asset.id)).toMatchObject({ archivedAt: 5, pictures });

    await store.commit(edit, (tx) =>
      tx.put('asset', { ...made, state: 'ready', probe, renditions: [], pictures: { ...pictures, waveform: [1] } }),
    );
    await store.undo(operator);
    expect(store.get('asset', asset.id)).toMatchObject({ pictures });
    await store.commit(edit, (tx) => tx.remove('asset', asset.id));
    await store.undo(operator);
    expect(store.get('asset', asset.id)).toMatchObject({ pictures });
  });

  it('has nothing to take back of what is not undoable', async () => {
    await store.commit({ ...edit, undoable: false }, (tx) => tx.put('playlist', samplePlaylist()));
    await expect(store.undo(operator)).rejects.toThrow('nothingToUndo');
  });
});
