/** What the sweep removes, when, and what it never does: a file that a display may still fetch. */
import fsp from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addDisplay,
  CALLER,
  OPERATOR,
  openLibrary,
  PANEL,
  type TestLibrary,
  upload,
} from '../../../tests/fixtures/library';
import type { Asset, ReadyRendition } from '../../contract/records/asset';
import type { Display } from '../../contract/records/display';
import type { Playlist } from '../../contract/records/playlist';
import { newId } from '../../contract/ulid';
import { rendition, video } from '../../domain/compile-fixtures';
import { profileKey } from '../../domain/profile';
import { AFTER_DAMAGE_MS, BIN_MS, UNNAMED_MS, UNNEEDED_MS } from './sweep';

const DAY_MS = 24 * 60 * 60_000;
let on: TestLibrary;
beforeEach(async () => {
  on = await openLibrary();
  on.jobs.start();
  await swept();
});
afterEach(async () => {
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

const sweeps = () => on.jobs.list().filter(({ job }) => job.name === 'sweep');
const swept = () => expect.poll(() => sweeps().map(({ job }) => job.state)).toSatisfy((states) => allDone(states));
const allDone = (states: string[]) => states.length > 0 && states.every((state) => state === 'done');

async function sweepAfter(ms: number): Promise<void> {
  on.clock.ahead += ms;
  await on.store.commit({ command: 'test', actor: OPERATOR }, (tx) =>
    on.jobs.enqueue(tx, 'sweep', { input: {}, title: 'sweep' }),
  );
  await swept();
}
const put = <T>(change: Parameters<typeof on.store.commit<T>>[1]) =>
  on.store.commit({ command: 'test', actor: OPERATOR, undoable: true }, change);

async function fileAt(hash: string): Promise<void> {
  const file = path.join(on.dir, 'media', hash.slice(0, 2), hash);
  await fsp.mkdir(path.dirname(file), { recursive: true });
  await fsp.writeFile(file, 'isi');
}
const onDisk = (hash: string) =>
  fsp.stat(path.join(on.dir, 'media', hash.slice(0, 2), hash)).then(
    () => true,
    () => false,
  );
const isThere = (hash: string) => on.library.media(hash) !== null;

/** A ready asset with these renditions, each with its file. */
async function asset(renditions: ReadyRendition[]): Promise<Asset> {
  const made = video(1, 30_000, { renditions });
  for (const { hash } of [made, ...renditions]) await fileAt(hash);
  return put((tx) => tx.put('asset', { ...made, rev: 0 }));
}
const forPanel = (inMs = 0) => ({ ...rendition(1, inMs), profileKey: profileKey(PANEL) });

describe('the bin', () => {
  it('is emptied after 30 days and not a day sooner; the file follows', async () => {
    const id = await upload(on, 'isi', 'Cegah DBD.mp4');
    for (const { job } of on.jobs.list()) if (job.name === 'probe') await on.jobs.cancel(job.id);
    const { hash } = on.asset(id);
    await on.library.handlers.remove({ ids: [id] }, CALLER);
    await sweepAfter(BIN_MS - DAY_MS);
    expect(on.asset(id).hash).toBe(hash);
    await sweepAfter(2 * DAY_MS);
    expect(on.store.get('asset', id)).toBeUndefined();
    expect(on.store.audit.list({ limit: 1 })[0]?.command).toBe('library.emptyBin');
    expect(isThere(hash)).toBe(true);
    await sweepAfter(DAY_MS);
    expect(isThere(hash)).toBe(false);
  });
});

describe('a rendition', () => {
  let display: Display;
  let whole: ReadyRendition;
  let trimmed: ReadyRendition;
  let held: Asset;
  let list: Playlist;
  beforeEach(async () => {
    display = await addDisplay(on);
    [whole, trimmed] = [forPanel(), forPanel(5000)];
    held = await asset([whole, trimmed]);
    const items = [{ id: newId(), assetId: held.id, stillMs: null, inMs: 5000, outMs: null }];
    list = await put((tx) =>
      tx.put('playlist', { id: newId(), rev: 0, name: 'Pagi', items, smart: null, createdAt: 1, updatedAt: 1 }),
    );
  });
  const slots = () => {
    const now = on.asset(held.id);
    return now.state === 'ready' ? now.renditions.map(({ inMs }) => inMs) : [];
  };

  it('that a display or a playlist asks for stays, however old it is', async () => {
    await sweepAfter(400 * DAY_MS);
    expect(slots()).toEqual([0, 5000]);
    expect([whole, trimmed].map(({ hash }) => isThere(hash))).toEqual([true, true]);
  });

  it('of a trim that is gone stays for a week from then, so that taking it back finds it', async () => {
    await sweepAfter(400 * DAY_MS);
    await put((tx) => tx.put('playlist', { ...list, items: [] }));
    await sweepAfter(0);
    await sweepAfter(UNNEEDED_MS - DAY_MS);
    await on.store.undo(OPERATOR);
    await sweepAfter(DAY_MS);
    expect(slots()).toEqual([0, 5000]);
    await put((tx) => tx.put('playlist', { ...(on.store.get('playlist', list.id) ?? list), items: [] }));
    await sweepAfter(0);
    await sweepAfter(UNNEEDED_MS);
    expect(slots()).toEqual([0]);
    expect(isThere(trimmed.hash)).toBe(true);
    await sweepAfter(UNNAMED_MS);
    expect([whole, trimmed].map(({ hash }) => isThere(hash))).toEqual([true, false]);
  });

  it('of a display that is gone stays for a week, across a restart', async () => {
    const other = await addDisplay(on, { ...PANEL, width: 640 });
    const extra = { ...forPanel(), profileKey: profileKey(other.profile), hash: 'ab'.repeat(32) };
    await fileAt(extra.hash);
    await put((tx) => tx.put('asset', { ...video(1, 30_000), renditions: [whole, trimmed, extra] }));
    await put((tx) => tx.remove('display', other.id));
    await sweepAfter(DAY_MS);
    const { dir, clock } = on;
    await on.close();
    on = await openLibrary({ dir });
    on.jobs.start();
    await swept();
    on.clock.ahead = clock.ahead;
    await sweepAfter(UNNEEDED_MS - DAY_MS);
    expect(slots()).toEqual([0, 5000, 0]);
    await sweepAfter(DAY_MS);
    expect(slots()).toEqual([0, 5000]);
    expect(display.profile).toEqual(PANEL);
  });

  it('that was made anew leaves its old file to displays that were told of it a moment ago', async () => {
    const anew = { ...whole, hash: 'cd'.repeat(32) };
    await fileAt(anew.hash);
    await put((tx) => tx.put('asset', { ...video(1, 30_000), renditions: [anew, trimmed] }));
    await sweepAfter(0);
    expect([whole, anew].map(({ hash }) => isThere(hash))).toEqual([true, true]);
    await sweepAfter(UNNAMED_MS);
    expect([whole, anew].map(({ hash }) => isThere(hash))).toEqual([false, true]);
  });
});

describe('a file that a restored database no longer names', () => {
  it('stays for 30 days, across restarts', async () => {
    const hash = 'ef'.repeat(32);
    await fileAt(hash);
    const { dir, clock } = on;
    await on.close();
    for (const side of ['', '-wal', '-shm']) await fsp.rm(path.join(dir, 'db', `plays.db${side}`), { force: true });
    await fsp.writeFile(path.join(dir, 'db', 'plays.db'), Buffer.alloc(40_000, 7));
    for (let start = 0; start < 2; start += 1) {
      on = await openLibrary({ dir });
      on.clock.ahead = clock.ahead;
      on.jobs.start();
      await swept();
      if (start === 0) await on.close();
    }
    await sweepAfter(AFTER_DAMAGE_MS - DAY_MS);
    expect(await onDisk(hash)).toBe(true);
    await sweepAfter(2 * DAY_MS);
    expect(await onDisk(hash)).toBe(false);
  });
});
