/** From a file to what a display plays, with the real ffmpeg on a real disk. */
import { execFile } from 'node:child_process';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addDisplay,
  CALLER,
  OPERATOR,
  openLibrary,
  PANEL,
  type TestLibrary,
  upload,
} from '../../../tests/fixtures/library';
import { conformingClip, made, sources } from '../../../tests/fixtures/media';
import { eventually } from '../../../tests/lib/eventually';
import { type Asset, isProbed, type ProbedAsset } from '../../contract/records/asset';
import { profileKey } from '../../domain/profile';
import { createMedia, type Media } from '../media';
import { hashFile } from './hash';

let media: Media;
let on: TestLibrary;
beforeAll(async () => {
  media = await createMedia();
});
beforeEach(async () => {
  on = await openLibrary({ media });
});
afterEach(async () => {
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
const mov = (seconds = 2) => made('clip.mov', [...sources({ width: 640, height: 360, seconds }), ...H264]);

async function bring(file: string, name = path.basename(file)): Promise<string> {
  return upload(on, await fsp.readFile(file), name);
}

function probed(asset: Asset): ProbedAsset {
  if (!isProbed(asset)) throw new Error(`${asset.name} is ${asset.state}`);
  return asset;
}

async function settledJobs(): Promise<void> {
  await eventually(() => expect(on.jobs.list().filter(({ job }) => job.endedAt === null)).toEqual([]));
}

describe('a video', () => {
  it('is probed, transcoded for the panel, pictured, and every file stands under its own hash', async () => {
    await addDisplay(on);
    const id = await bring(await mov());
    const { renditions } = probed(await on.until(id, 'ready'));
    await settledJobs();
    const { pictures } = probed(on.asset(id));
    const [rendition] = renditions;
    if (rendition?.state !== 'ready') throw new Error('not ready');
    expect(rendition).toMatchObject({ profileKey: profileKey(PANEL), decision: 'transcode', mime: 'video/mp4' });
    expect(rendition.durationMs).toBe(2000);
    for (const hash of [rendition.hash, pictures.thumbnail ?? '', pictures.filmstrip?.hash ?? '']) {
      const file = on.library.media(hash);
      expect((await hashFile(file?.path ?? '')).hash).toBe(hash);
    }
    expect(await fsp.readdir(path.join(on.dir, 'media', '.incoming'))).toEqual([]);
  });

  it('that conforms already is ready at once and is never encoded', async () => {
    await addDisplay(on);
    const id = await bring(await conformingClip());
    const asset = probed(await on.until(id, 'ready'));
    expect(asset.renditions).toMatchObject([
      { state: 'ready', decision: 'as-is', hash: asset.hash, bytes: asset.bytes },
    ]);
    await settledJobs();
    expect(on.jobs.list().map(({ job }) => job.name)).not.toContain('rendition');
  });

  it('gets one rendition for all displays that agree, and the default profile while there is none', async () => {
    const id = await bring(await mov());
    const { renditions } = probed(await on.until(id, 'ready'));
    expect(renditions.map((each) => each.profileKey)).toEqual(['1280x720-contain-25-l23']);
    await addDisplay(on);
    await addDisplay(on);
    await on.library.ensureRenditions([{ assetId: id, profile: PANEL, inMs: 0 }]);
    await settledJobs();
    expect(probed(on.asset(id)).renditions.map((each) => each.profileKey)).toContain(profileKey(PANEL));
    expect(on.asset(id).state).toBe('ready');
  });

  it('gets a rendition of its own for a trim, once, however often it is asked for', async () => {
    await addDisplay(on);
    const id = await bring(await mov(3));
    await on.until(id, 'ready');
    const needs = [{ assetId: id, profile: PANEL, inMs: 1000 }];
    await Promise.all([on.library.ensureRenditions(needs), on.library.ensureRenditions([...needs, ...needs])]);
    await settledJobs();
    await on.library.ensureRenditions(needs);
    const { renditions } = probed(on.asset(id));
    const trim = renditions.find((each) => each.inMs === 1000);
    expect(trim).toMatchObject({ state: 'ready', durationMs: 2000 });
    expect(on.jobs.list().filter(({ job }) => job.name === 'rendition').length).toBe(2);
  });
});

describe('other material', () => {
  it('an image becomes a still', async () => {
    await addDisplay(on);
    const file = await made('poster.jpg', ['-f', 'lavfi', '-i', 'testsrc2=size=1600x800', '-frames:v', '1']);
    const id = await bring(file);
    const asset = probed(await on.until(id, 'ready'));
    expect(asset.probe.kind).toBe('image');
    expect(asset.renditions).toMatchObject([{ state: 'ready', durationMs: 0, mime: 'image/jpeg' }]);
  });

  it('sound alone stays sound, and a display that needs it is told why not', async () => {
    await addDisplay(on);
    const file = await made('jingle.mp3', ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2']);
    const id = await bring(file);
    const asset = probed(await on.until(id, 'ready'));
    expect(asset.renditions).toMatchObject([{ state: 'ready', profileKey: 'audio-l16' }]);
    await on.library.ensureRenditions([{ assetId: id, profile: PANEL, inMs: 0 }]);
    const { renditions, state } = probed(on.asset(id));
    expect(state).toBe('ready');
    expect(renditions.find((each) => each.profileKey === profileKey(PANEL))).toMatchObject({
      state: 'failed',
      because: [{ code: 'decide.noPicture' }],
    });
  });
});

describe('bad material', () => {
  it('a text named .mp4 fails with a reason, and its file is kept', async () => {
    const id = await upload(on, 'bukan video, hanya naskah\n'.repeat(50), 'ILM.mp4');
    const asset = await on.until(id, 'failed');
    expect(asset).toMatchObject({ state: 'failed', failure: { code: expect.stringMatching(/^probe\./) } });
    expect(on.library.media(asset.hash)).not.toBeNull();
  });

  it('a truncated MP4 fails with a reason; a whole upload of the same clip is another asset', async () => {
    const whole = await fsp.readFile(await made('plain.mp4', [...sources({ seconds: 1 }), ...H264]));
    const id = await upload(on, whole.subarray(0, whole.length / 2), 'ILM.mp4');
    expect(await on.until(id, 'failed')).toMatchObject({ failure: { code: 'probe.noIndex' } });
    const again = await upload(on, whole, 'ILM.mp4');
    expect(again).not.toBe(id);
    await on.until(again, 'ready');
  });

  it('a source that has vanished from the media folder fails with a reason, and comes back by a new upload', async () => {
    const file = await mov();
    await on.jobs.stop();
    const id = await bring(file);
    await fsp.rm(on.library.media(on.asset(id).hash)?.path ?? '');
    await on.close();
    on = await openLibrary({ dir: on.dir, media });
    expect(await on.until(id, 'failed')).toMatchObject({ failure: { code: 'library.sourceGone' } });
    expect(await bring(file)).toBe(id);
    await on.library.handlers.retry({ id }, CALLER);
    await on.until(id, 'ready');
  });
});

describe('interruption', () => {
  const long = () => made('long.mov', [...sources({ width: 640, height: 360, seconds: 6 }), ...H264]);

  async function transcoding(): Promise<string> {
    await addDisplay(on, { ...PANEL, width: 640, height: 360 });
    const id = await bring(await long());
    await on.until(id, 'transcoding');
    const running = () => on.jobs.list().find(({ job }) => job.name === 'rendition' && job.state === 'running');
    await vi.waitFor(() => expect(running()?.progress.ratio).toBeGreaterThan(0), { timeout: 20_000, interval: 10 });
    return id;
  }

  it('a stop in the middle of a transcode leaves no half-made file, and it is taken up again', async () => {
    const id = await transcoding();
    await on.close();
    expect(await fsp.readdir(path.join(on.dir, 'media', '.incoming'))).toEqual([]);
    on = await openLibrary({ dir: on.dir, media });
    const { renditions } = probed(await on.until(id, 'ready', 60_000));
    expect(renditions).toMatchObject([{ state: 'ready', durationMs: 6000 }]);
  }, 90_000);

  it('ffmpeg killed from outside is tried again', async () => {
    const id = await transcoding();
    await killChildren();
    await vi.waitFor(
      () => expect(on.jobs.list().find(({ job }) => job.name === 'rendition')?.job.state).toBe('waiting'),
      { timeout: 25_000, interval: 10 },
    );
    await on.until(id, 'ready', 60_000);
  }, 90_000);

  it('deleting it ends its work; undo takes it out of the bin and the work goes on', async () => {
    const id = await transcoding();
    await on.library.handlers.remove({ ids: [id] }, CALLER);
    await settledJobs();
    expect(on.asset(id)).toMatchObject({ state: 'transcoding', trashedAt: expect.any(Number) });
    await on.store.undo(OPERATOR);
    expect(on.asset(id).trashedAt).toBeNull();
    await on.until(id, 'ready', 60_000);
  }, 90_000);

  it('cancelling its job leaves it failed with that reason; retrying the asset makes it', async () => {
    const id = await transcoding();
    const job = on.jobs.list().find(({ job }) => job.name === 'rendition')?.job;
    await on.jobs.cancel(job?.id ?? '', OPERATOR);
    expect(await on.until(id, 'failed')).toMatchObject({ failure: { code: 'job.cancelled' } });
    await on.library.handlers.retry({ id }, CALLER);
    await on.until(id, 'ready', 60_000);
  }, 90_000);
});

/** The ffmpeg processes this test process started, by their ids. */
async function killChildren(): Promise<void> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,comm=', '--ppid', String(process.pid)]);
  const lines = stdout.split('\n').filter((line) => line.includes('ffmpeg'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) process.kill(Number.parseInt(line, 10), 'SIGKILL');
}
