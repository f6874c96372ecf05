/** A really full disk: a tmpfs of a few megabytes. Only root may mount one; elsewhere the tests are skipped and say why. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../electron/core/store';
import { operator, quiet, samplePlay, samplePlaylist } from '../../electron/core/store/samples';
import { mountOrSkip, unmount } from '../lib/small-disk';

let dir: string;
let mounted = false;
beforeEach((context) => {
  dir = mkdtempSync(join(tmpdir(), 'suar-full-'));
  mountOrSkip(context, dir, 'size=6m');
  mounted = true;
});
afterEach(() => {
  if (mounted) unmount(dir);
  mounted = false;
  rmSync(dir, { recursive: true, force: true });
});

function fillDisk(leave: number): void {
  const { bavail, bsize } = statfsSync(dir);
  writeFileSync(join(dir, `ballast-${Date.now()}`), Buffer.alloc(Math.max(0, bavail * bsize - leave), 1));
}
function freeDisk(): void {
  for (const name of readdirSync(dir)) if (name.startsWith('ballast')) rmSync(join(dir, name));
}

const edit = { command: 'playlists.create', actor: operator, undoable: true };
const big = (name: string) =>
  samplePlaylist({
    name,
    items: Array.from({ length: 300 }, () => {
      const { id } = samplePlaylist();
      return { id, assetId: id, stillMs: null, inMs: 0, outMs: null };
    }),
  });

it('on a full disk commands are refused whole or kept whole, and all goes on afterwards', async () => {
  const options = { dir, clock: { now: () => 1 }, log: quiet };
  let store = await openStore(options);
  const acknowledged = new Set<string>();
  const troubles: (string | null)[] = [];
  store.trouble.subscribe((why) => troubles.push(why?.code ?? null));

  fillDisk(300_000);
  let refused = 0;
  for (let n = 0; n < 40; n++) {
    const playlist = big(`List ${n}`);
    const before = store.all('playlist').length;
    try {
      await store.commit(edit, (tx) => tx.put('playlist', playlist));
      acknowledged.add(playlist.id);
    } catch (fault) {
      expect(fault).toMatchObject({ data: { code: 'diskFull' } });
      expect(store.all('playlist')).toHaveLength(before);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(0);
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(() => store.plays.add(Array.from({ length: 5000 }, () => samplePlay()))).toThrow('diskFull');
  expect(new Set(store.all('playlist').map(({ id }) => id))).toEqual(acknowledged);

  freeDisk();
  const after = big('After');
  await store.commit(edit, (tx) => tx.put('playlist', after));
  acknowledged.add(after.id);
  store.plays.add([samplePlay()]);
  if (troubles.length > 0) await expect.poll(() => troubles.at(-1)).toBeNull();

  await store.close();
  store = await openStore(options);
  expect(store.recovered).toEqual([]);
  expect(new Set(store.all('playlist').map(({ id }) => id))).toEqual(acknowledged);
  expect(store.plays.summary({}).total).toBe(1);
  await store.close();
});

it('a document that finds no room after its commit is told, kept by the journal and written later', async () => {
  const options = { dir, clock: { now: () => 1 }, log: quiet };
  const store = await openStore(options);
  const troubles: (string | null)[] = [];
  store.trouble.subscribe((why) => troubles.push(why?.code ?? null));
  const playlist = big('No room');
  const saved = store.commit(edit, (tx) => {
    return tx.put('playlist', playlist);
  });
  // The transaction is durable by now; the file is not begun.
  fillDisk(0);
  await saved;
  expect(troubles).toEqual(['store.documentNotWritten']);
  freeDisk();
  await expect.poll(() => troubles.at(-1)).toBeNull();
  expect(readdirSync(join(dir, 'db'))).toContain(`playlist-${playlist.id}.json`);
  await store.close();
});

it('a read-only disk is refused with what to do', async () => {
  execFileSync('mount', ['-o', 'remount,ro', dir]);
  const opening = openStore({ dir: join(dir, 'data'), clock: { now: () => 1 }, log: quiet });
  await expect(opening).rejects.toThrow(/cannot be written.*--data/);
});
