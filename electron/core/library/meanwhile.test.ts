/** A rendition takes minutes; what is said of its asset meanwhile counts. Media here makes a file of bytes, and lets the test speak in between. */
import fsp from 'node:fs/promises';
import { expect, it } from 'vitest';
import { freshLibrary } from '../../../tests/fixtures/fresh-library';
import { CALLER, OPERATOR, PANEL, type TestLibrary, upload } from '../../../tests/fixtures/library';
import { eventually } from '../../../tests/lib/eventually';
import type { Asset, ProbedAsset } from '../../contract/records/asset';
import { hashFor, video } from '../../domain/compile-fixtures';
import type { Media } from '../media/types';
import { GROUND } from '../store/samples';

const SIZE = { width: 1920, height: 1080, codedWidth: 1920, codedHeight: 1080 };
const probe: ProbedAsset['probe'] = {
  ...video(1, 30_000).probe,
  fragmentedPerTrack: false,
  video: {
    ...{ index: 0, codec: 'mpeg2video', profile: null, ...SIZE, rotation: 0, frameRate: 25, variableFrameRate: false },
    ...{
      pixelFormat: 'yuv420p',
      hdr: false,
      alpha: false,
      interlaced: false,
      bFrames: false,
      gopMs: 500,
      codecString: null,
    },
  },
};
let on: TestLibrary;
let id: string;
let meanwhile: (asset: ProbedAsset) => unknown;
let made: number;

const media = {
  toolchain: { ffmpeg: null, ffprobe: null },
  lookAgain: () => Promise.resolve({ ffmpeg: null, ffprobe: null }),
  probe: () => Promise.resolve(probe),
  pictures: () => Promise.resolve({ thumbnail: null, filmstrip: null, waveform: null }),
  async render(_order: unknown, target: string) {
    await meanwhile(probed());
    await fsp.writeFile(target, 'salinan');
    made += 1;
    const size = { width: 800, height: 400, durationMs: 30_000, frames: 750 };
    return { mime: 'video/mp4', ...size, codecs: { video: 'avc1.64001f', audio: 'mp4a.40.2' } };
  },
} as unknown as Media;

function probed(): ProbedAsset {
  const asset = on.asset(id);
  if (!('renditions' in asset)) throw new Error(asset.state);
  return asset;
}

freshLibrary(
  async (fresh) => {
    on = fresh;
    meanwhile = () => undefined;
    id = await upload(on, 'isi', 'Cegah DBD.mp4');
    await on.until(id, 'ready');
    made = 0;
  },
  { media },
);

const write = (part: Partial<Asset>) =>
  on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
    tx.put('asset', { ...probed(), ...part } as ProbedAsset),
  );

/** Asks for a file for the panel, and waits until its job is over. */
async function rendered(): Promise<ProbedAsset> {
  await on.library.ensureRenditions([{ assetId: id, profile: PANEL, inMs: 1000 }]);
  await eventually(() => {
    expect(made).toBeGreaterThan(0);
    expect(probed().renditions.map(({ state }) => state)).not.toContain('queued');
  });
  return probed();
}

const ready = ({ renditions }: ProbedAsset) =>
  renditions.filter(({ state, inMs }) => state === 'ready' && inMs === 1000);

it('keeps a rendition of the content it was made of', async () => {
  expect(ready(await rendered())).toHaveLength(1);
});

it('drops one that was made of another content', async () => {
  meanwhile = () => write({ hash: hashFor(99) });
  const asset = await rendered();
  expect(asset.hash).toBe(hashFor(99));
  expect(ready(asset)).toEqual([]);
});

it('drops one of what was exempted while it was made', async () => {
  const head = { ...CALLER, role: 'head' as const };
  meanwhile = ({ rev }) =>
    on.library.handlers.classify(
      {
        id,
        rev,
        ppid: 'exempt',
        ppidReviewBy: null,
        ground: GROUND,
      },
      head,
    );
  const asset = await rendered();
  expect(asset.ppid).toBe('exempt');
  expect(ready(asset)).toEqual([]);
});

it('leaves what was recalled while it was made recalled, and no longer approved', async () => {
  await write({ approval: 'approved', approvedHash: probed().hash });
  const recalledAt = Date.now();
  meanwhile = () => write({ recalledAt, approval: 'rejected', approvedHash: null });
  expect(await rendered()).toMatchObject({ recalledAt, approval: 'rejected', approvedHash: null });
});
