/** The room with a real store, a real library and real ffmpeg. */
import fsp from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDisplay, CALLER, OPERATOR, openLibrary, type TestLibrary } from '../../../tests/fixtures/library';
import { CLIP_MS, FAULTY } from '../../../tests/fixtures/quality-clips';
import { eventually } from '../../../tests/lib/eventually';
import type { Asset } from '../../contract/records/asset';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { createMedia } from '../media';
import type { Tx } from '../store';
import { quiet, refused } from '../store/samples';
import { createQuality, type QualityRoom } from './index';
import { mendedName } from './mend-job';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let on: TestLibrary;
let quality: QualityRoom;

beforeAll(async () => {
  const media = await createMedia();
  on = await openLibrary({ media, onProbed: (tx: Tx, asset: Asset) => quality.checkProbed(tx, asset) });
  quality = createQuality({ store: on.store, clock: on.clock, log: quiet, jobs: on.jobs, media, shelf: on.library });
  quality.start();
});
afterAll(async () => {
  quality.stop();
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

async function bring(path: string, originalName: string): Promise<string> {
  const copy = `${on.dir}/${newId()}.upload`;
  await fsp.copyFile(path, copy);
  const { size } = await fsp.stat(copy);
  const upload = { path: copy, originalName, hash: null, bytes: size, actor: OPERATOR };
  return (await on.library.finishUpload(upload)).assetId;
}

const shown = (id: string) => quality.handlers.of({ id }, CALLER);
async function checked(id: string) {
  await eventually(async () => expect((await shown(id)).report?.state).toBe('done'), 60_000);
  const { report } = await shown(id);
  if (!report) throw new Error('no report');
  return report;
}

describe('the check', () => {
  it('runs by itself after ingest, bound to the content, with stills that stay', async () => {
    const id = await bring(await FAULTY.flash5(), 'kedip.mp4');
    const report = await checked(id);
    expect(report).toMatchObject({
      hash: on.asset(id).hash,
      measured: { durationMs: CLIP_MS, width: 640, height: 360 },
    });
    const [flashing] = report.findings.filter(({ kind }) => kind === 'flashing');
    expect(flashing).toMatchObject({ severity: 'error', fromMs: 3000, because: { code: 'quality.flashing' } });
    const picture = flashing?.picture ?? '';
    expect(on.library.media(picture)?.mime).toBe('image/jpeg');
    expect(on.store.assets.uses(picture)).toBe(true);
    expect((await shown(id)).stale).toBe(false);
    // The pictures of the library may still be on their way.
    await eventually(async () => expect(await fsp.readdir(`${on.dir}/media/.incoming`)).toEqual([]));
  });

  it('runs on demand, with the figures of the settings, and keeps what it had meanwhile', async () => {
    const id = await bring(await FAULTY.black(), 'gelap.mp4');
    expect((await checked(id)).findings.map(({ kind }) => kind)).toContain('black');
    await on.store.commit({ command: 'station.updateSettings', actor: OPERATOR }, (tx) =>
      tx.put('settings', { ...(tx.get('settings', 'settings') ?? DEFAULT_SETTINGS), quality: { blackMs: 3000 } }),
    );
    expect((await shown(id)).otherLimits).toBe(true);
    const asked = await quality.handlers.check({ id }, CALLER);
    expect(asked).toMatchObject({ state: 'queued' });
    expect(asked.findings.map(({ kind }) => kind)).toContain('black');
    expect((await checked(id)).findings.map(({ kind }) => kind)).not.toContain('black');
    expect((await shown(id)).otherLimits).toBe(false);
    expect((await quality.handlers.limits({}, CALLER)).blackMs).toBe(3000);
    await on.store.commit({ command: 'station.updateSettings', actor: OPERATOR }, (tx) =>
      tx.put('settings', { ...(tx.get('settings', 'settings') ?? DEFAULT_SETTINGS), quality: {} }),
    );
    // The usual figures again: what was found by others says so.
    expect((await shown(id)).otherLimits).toBe(true);
  });

  it('that is cancelled says so and can be asked for again; asked twice it runs once', async () => {
    const id = await bring(await FAULTY.frozen(), 'beku.mp4');
    await eventually(() => expect(on.jobs.unfinishedFor(id).some(({ name }) => name === 'quality')).toBe(true));
    const jobs = () => on.jobs.unfinishedFor(id).filter(({ name }) => name === 'quality');
    await on.jobs.cancel(jobs()[0]?.id ?? '', OPERATOR);
    expect((await shown(id)).report).toMatchObject({ state: 'failed', failure: { code: 'job.cancelled' } });
    await quality.handlers.check({ id }, CALLER);
    await quality.handlers.check({ id }, CALLER);
    expect(jobs()).toHaveLength(1);
    expect((await checked(id)).findings.map(({ kind }) => kind)).toContain('frozen');
  });

  it('goes on when its asset comes out of the bin, and its report goes with it for good', async () => {
    const id = await bring(await FAULTY.silent(), 'hening.mp4');
    await eventually(() => expect(on.jobs.unfinishedFor(id).some(({ name }) => name === 'quality')).toBe(true));
    await on.library.handlers.remove({ ids: [id] }, CALLER);
    await eventually(() => expect(on.jobs.unfinishedFor(id)).toEqual([]));
    await on.library.handlers.restore({ ids: [id] }, CALLER);
    expect((await checked(id)).findings.map(({ kind }) => kind)).toContain('silent');
    await on.store.commit({ command: 'library.emptyBin', actor: OPERATOR }, (tx) => tx.remove('asset', id));
    await eventually(() => expect(on.store.get('qualityReport', id)).toBeUndefined());
  });
});

describe('a repair', () => {
  it('makes a new asset of the same material, and asks for approval anew where there was one', async () => {
    const id = await bring(await FAULTY.letterbox(), 'Cegah DBD.mp4');
    const { findings, hash } = await checked(id);
    const { rev } = on.asset(id);
    const said = { tags: ['ILM'], notes: 'dari Dinkes', category: 'Kesehatan', approval: 'approved' } as const;
    await on.library.handlers.update({ id, rev, ...said, tags: ['ILM'] }, { ...CALLER, role: 'head' });
    const before = await fsp.stat(on.library.media(hash)?.path ?? '');
    const repairs = findings.flatMap(({ repair }) => (repair?.kind === 'crop' ? [repair] : []));
    const mending = await quality.handlers.repair({ id, hash, repairs }, CALLER);
    await eventually(async () => expect((await shown(id)).mendings[0]).toMatchObject({ job: 'done' }), 60_000);
    const made = await on.until(mending.assetId, 'ready');
    expect(made).toMatchObject({
      ...said,
      name: 'Cegah DBD (diperbaiki: jalur hitam)',
      originalName: 'Cegah DBD crop.mp4',
      approval: 'pending',
      createdBy: CALLER.actor.name,
      mends: { assetId: id, hash, kinds: ['crop'] },
      probe: { video: { width: 640, height: 272 } },
    });
    expect(on.asset(id)).toMatchObject({ hash, approval: 'approved' });
    expect((await fsp.stat(on.library.media(hash)?.path ?? '')).mtimeMs).toBe(before.mtimeMs);
    expect((await checked(mending.assetId)).findings.map(({ kind }) => kind)).not.toContain('letterbox');
    expect((await quality.handlers.mended({ id }, CALLER)).map((asset) => asset.id)).toEqual([mending.assetId]);

    // As after a crash between the new asset and the end of its job: nothing is made twice.
    const count = on.store.assets.count();
    await on.store.commit({ command: 'jobs.step', actor: OPERATOR, audited: false }, (tx) => {
      const job = tx.get('job', mending.jobId);
      if (job) tx.put('job', { ...job, state: 'queued', endedAt: null });
    });
    await eventually(async () => expect((await shown(id)).mendings[0]).toMatchObject({ job: 'done' }), 30_000);
    expect(on.store.assets.count()).toBe(count);
  });

  it('is refused of another file, of what has nothing to mend, and twice', async () => {
    const id = await bring(await FAULTY.clipped(), 'pecah.wav');
    const { hash } = await checked(id);
    const box = { x: 0, y: 0, w: 1, h: 0.5 };
    const why = async (asked: Parameters<typeof quality.handlers.repair>[0]) =>
      (await refused(() => quality.handlers.repair(asked, CALLER))).data.details[0]?.code;
    expect(await why({ id, hash: 'a'.repeat(64), repairs: [{ kind: 'loudness', targetLufs: -23 }] })).toBe(
      'quality.changedSince',
    );
    expect(await why({ id, hash, repairs: [{ kind: 'crop', box }] })).toBe('mending.noPicture');
    expect(await why({ id, hash, repairs: [{ kind: 'pad', toMs: 1000 }] })).toBe('mending.notLonger');
    expect(
      await why({
        id,
        hash,
        repairs: [
          { kind: 'pad', toMs: 30_000 },
          { kind: 'cut', fromMs: 0, toMs: 1000 },
        ],
      }),
    ).toBe('mending.padAndCut');
    expect((await shown(id)).mendings).toEqual([]);
  });
});

it('says what it means on one panel', async () => {
  const id = await bring(await FAULTY.smallText(), 'kecil.mp4');
  await checked(id);
  const display = await addDisplay(on, { width: 320, height: 160, fit: 'contain', frameRate: 25, loudnessLufs: null });
  const panel = { id, displayId: display.id };
  const kinds = (found: { kind: string; because: { code: string } }[]) =>
    found.map(({ kind, because }) => `${kind} ${because.code}`);
  const unknown = kinds(await quality.handlers.onPanel(panel, CALLER));
  expect(unknown).toEqual(expect.arrayContaining(['letterbox quality.barsOnPanel', 'smallText quality.fewPixels']));
  const far = await quality.handlers.onPanel({ ...panel, pitchMm: 10, viewingM: 60 }, CALLER);
  expect(kinds(far)).toContain('smallText quality.notLegible');
});

it('names a mended copy within the longest name there is', () => {
  expect(mendedName('x'.repeat(200), ['crop', 'loudness'], 'id')).toHaveLength(200);
  expect(mendedName('Cegah DBD', ['crop', 'loudness'], 'en')).toBe('Cegah DBD (mended: bars cropped, loudness)');
});
