/** A full disk, a missing ffmpeg, a station that dies: nothing is lost and each is said. */
import { execFileSync, fork } from 'node:child_process';
import fsp from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext, vi } from 'vitest';
import { hashFile } from '../../electron/core/library/hash';
import { createMedia } from '../../electron/core/media';
import { addDisplay, CALLER, OPERATOR, openLibrary, PANEL, type TestLibrary, upload } from '../fixtures/library';
import { conformingClip, made, sources } from '../fixtures/media';
import { eventually } from '../lib/eventually';
import { mountOrSkip, unmount } from '../lib/small-disk';

const MB = 1024 * 1024;
let base: string;
/** Whether `base` is a disk of its own. */
let mounted = false;
let on: TestLibrary | null = null;
beforeEach(async () => {
  base = await fsp.mkdtemp(path.join(os.tmpdir(), 'suar-faults-'));
});
afterEach(async () => {
  await on?.close();
  on = null;
  if (mounted) unmount(base);
  mounted = false;
  await fsp.rm(base, { recursive: true, force: true });
});

const clip = () =>
  made('fault.mov', [
    ...sources({ width: 960, height: 540, seconds: 8 }),
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-c:a',
    'aac',
  ]);

describe('a full disk', () => {
  /** A disk of its own; where this user may not mount one the test is skipped. */
  function smallDisk(context: TestContext, megabytes: number): string {
    mountOrSkip(context, base, `size=${megabytes}m`);
    mounted = true;
    return base;
  }

  async function freeBytes(dir: string): Promise<number> {
    const { bavail, bsize } = await fsp.statfs(dir);
    return bavail * bsize;
  }

  /** Leaves so many bytes free, or fewer where others write meanwhile; answers how to make room again. */
  async function fill(dir: string, leave: number): Promise<() => Promise<void>> {
    const file = path.join(dir, 'filler');
    const content = Buffer.alloc(Math.max(0, (await freeBytes(dir)) - leave));
    await fsp.writeFile(file, content).catch((fault) => {
      if (fault.code !== 'ENOSPC') throw fault;
    });
    return () => fsp.rm(file);
  }

  it('refuses an upload before its first byte, waits out a copy, and takes it when there is room', async (context) => {
    const dir = smallDisk(context, 60);
    on = await openLibrary({ dir, media: await createMedia(), reserveBytes: MB });
    const makeRoom = await fill(dir, 2 * MB);
    await expect(on.library.admitUpload({ originalName: 'a.mp4', bytes: 2 * MB })).rejects.toMatchObject({
      code: 'diskFull',
      data: { params: { neededMb: 3, freeMb: 2 } },
    });
    await on.library.handlers.adopt({ paths: [await clip()] }, CALLER);
    const adoption = () => on?.jobs.list().find(({ job }) => job.name === 'adopt')?.job;
    await eventually(() => expect(adoption()).toMatchObject({ state: 'waiting', failure: { code: 'job.diskFull' } }));
    expect(on.alerts.has('job.diskFull')).toBe(true);
    expect(await fsp.readdir(path.join(dir, 'media/.incoming'))).toEqual([]);
    await makeRoom();
    await on.jobs.retry(adoption()?.id ?? '');
    await eventually(() => expect(adoption()?.state).toBe('done'));
    expect(on.alerts.has('job.diskFull')).toBe(false);
  }, 60_000);

  it('in the middle of a transcode leaves nothing half-made, and it is made when there is room', async (context) => {
    const dir = smallDisk(context, 120);
    on = await openLibrary({ dir, media: await createMedia() });
    await addDisplay(on, { ...PANEL, width: 960, height: 540 });
    const id = await upload(on, await fsp.readFile(await clip()), 'a.mov');
    const rendition = () => on?.jobs.list().find(({ job }) => job.name === 'rendition');
    await vi.waitFor(() => expect(rendition()?.progress.ratio).toBeGreaterThan(0), { timeout: 30_000, interval: 5 });
    const makeRoom = await fill(dir, 0);
    await eventually(async () => expect(await fsp.readdir(path.join(dir, 'media/.incoming'))).toEqual([]), 30_000);
    expect(on.asset(id).state).toBe('transcoding');
    await makeRoom();
    await eventually(() =>
      expect(rendition()?.job).toMatchObject({ state: 'waiting', failure: { code: 'job.diskFull' } }),
    );
    await on.jobs.retry(rendition()?.job.id ?? '');
    await on.until(id, 'ready', 60_000);
  }, 120_000);

  it('at the commit of an upload keeps the file where it was, and takes it when there is room', async (context) => {
    const dir = smallDisk(context, 60);
    on = await openLibrary({ dir });
    const file = path.join(dir, 'whole.upload');
    await fsp.writeFile(file, 'isi'.repeat(1000));
    const makeRoom = await fill(dir, 0);
    const arrival = { path: file, originalName: 'a.mp4', hash: null, bytes: 3000, actor: OPERATOR };
    await expect(on.library.finishUpload(arrival)).rejects.toThrow();
    expect((await fsp.stat(file)).size).toBe(3000);
    expect(on.store.assets.count()).toBe(0);
    await makeRoom();
    const { assetId } = await on.library.finishUpload(arrival);
    expect(on.library.media(on.asset(assetId).hash)?.bytes).toBe(3000);
  }, 60_000);
});

it('without ffmpeg the work waits, a person is told, and it goes on when ffmpeg is there', async () => {
  const tools = path.join(base, 'tools');
  await fsp.mkdir(tools);
  const env = { PATH: tools, FFMPEG_BIN: path.join(tools, 'ffmpeg'), FFPROBE_BIN: path.join(tools, 'ffprobe') };
  const media = await createMedia({ env });
  if (media.toolchain.ffmpeg) throw new Error(`ffmpeg was found at ${media.toolchain.ffmpeg.path}`);
  on = await openLibrary({ dir: path.join(base, 'data'), media });
  const id = await upload(on, await fsp.readFile(await conformingClip()), 'a.mp4');
  const probe = () => on?.jobs.list().find(({ job }) => job.name === 'probe')?.job;
  await eventually(() => expect(probe()).toMatchObject({ state: 'waiting', failure: { code: 'job.toolMissing' } }));
  expect(on.alerts.get('job.toolMissing')?.reason.params).toEqual({ tool: 'ffmpeg' });
  for (const tool of ['ffmpeg', 'ffprobe']) {
    await fsp.symlink(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), path.join(tools, tool));
  }
  await on.until(id, 'ready', 60_000).catch((fault: unknown) => {
    throw new Error(`${fault}; job: ${JSON.stringify(probe())}, tools: ${JSON.stringify(media.toolchain)}`);
  });
  expect(on.alerts.has('job.toolMissing')).toBe(false);
}, 90_000);

it('a station killed in the middle of a transcode is taken up by the next, with no file half-made', async () => {
  const dir = path.join(base, 'data');
  const child = fork(path.join(import.meta.dirname, '../fixtures/library-child.mjs'), [dir, await clip()], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const assetId = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`the station ended with ${code}`)));
  });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect((await fsp.readdir(path.join(dir, 'media/.incoming'))).length).toBeGreaterThan(0);
  on = await openLibrary({ dir, media: await createMedia() });
  await on.until(assetId, 'ready', 60_000);
  const media = path.join(dir, 'media');
  expect(await fsp.readdir(path.join(media, '.incoming'))).toEqual([]);
  const stored = await fsp.readdir(media, { recursive: true, withFileTypes: true });
  const files = stored.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  for (const { parentPath, name } of files) expect((await hashFile(path.join(parentPath, name))).hash).toBe(name);
}, 120_000);
