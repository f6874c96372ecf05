/** Each repair of a known fault: the mended copy is looked through again, and the fault is gone. Real ffmpeg. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { made } from '../../../../tests/fixtures/media';
import { clip, FAULTY, moving, tone } from '../../../../tests/fixtures/quality-clips';
import { openLook, work } from '../../../../tests/fixtures/quality-look';
import type { FindingKind, QualityFinding } from '../../../contract/records/quality';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let eye: Awaited<ReturnType<typeof openLook>>;
beforeAll(async () => {
  eye = await openLook();
});
afterAll(() => eye.close());

const REPAIRED: [keyof typeof FAULTY, FindingKind][] = [
  ['loud', 'tooLoud'],
  ['quiet', 'tooQuiet'],
  ['letterbox', 'letterbox'],
  ['interlaced', 'interlaced'],
  ['range', 'colourRange'],
  ['offSlot', 'wrongDuration'],
  ['longBlack', 'black'],
];

describe('one click', () => {
  it.each(REPAIRED)('mends %s', async (clip, kind) => {
    const source = await FAULTY[clip]();
    const before = await stat(source);
    const { probe, found } = await eye.look(source);
    const repair = found.find((each) => each.kind === kind)?.repair;
    expect(repair).toBeTruthy();
    const target = join(eye.dir, `${clip}-mended`);
    expect(await eye.media.mend({ source, probe, repairs: repair ? [repair] : [] }, target, work())).toBe('mp4');
    const mended = await eye.look(target);
    console.log(
      `${clip}: ${probe.video?.width}x${probe.video?.height} ${probe.durationMs} ms -> ${mended.probe.video?.width}x${mended.probe.video?.height} ${mended.probe.durationMs} ms, ${mended.probe.loudness?.integratedLufs} LUFS`,
    );
    expect(mended.found.filter((each) => each.kind === kind)).toEqual([]);
    expect((await stat(source)).mtimeMs).toBe(before.mtimeMs);
    // What was not mended is as it was.
    if (kind !== 'wrongDuration' && kind !== 'black') expect(mended.probe.durationMs).toBeCloseTo(probe.durationMs, -2);
    if (kind !== 'letterbox') expect(mended.probe.video).toMatchObject({ width: 640, height: 360 });
  });
});

describe('a length is mended to the slot', () => {
  /** The one click that the check offers for the length, made and looked through again. */
  async function mended(source: string, name: string) {
    const { probe, found } = await eye.look(source);
    const repair = found.find(({ kind }) => kind === 'wrongDuration')?.repair;
    const target = join(eye.dir, `${name}-mended`);
    await eye.media.mend({ source, probe, repairs: repair ? [repair] : [] }, target, work());
    return { repair, ...(await eye.look(target)) };
  }
  const stretches = (found: readonly QualityFinding[], kind: FindingKind) =>
    found.filter((each) => each.kind === kind).map(({ fromMs, toMs }) => [fromMs, toMs]);

  it('by holding the last picture, in silence, however far off it is', async () => {
    const { repair, probe, found } = await mended(await clip({ name: 'short', seconds: 12 }), 'short');
    expect(repair).toEqual({ kind: 'pad', toMs: 15_000 });
    expect(Math.abs(probe.durationMs - 15_000)).toBeLessThanOrEqual(40);
    const kinds = [stretches(found, 'frozen'), stretches(found, 'silent'), stretches(found, 'wrongDuration')];
    const near = (ms: number) => expect.closeTo(ms, -2);
    expect(kinds).toEqual([[[near(12_000), near(15_000)]], [[near(12_000), near(15_000)]], []]);
  });

  it('by leaving out the end', async () => {
    const { repair, probe, found } = await mended(
      await clip({ name: 'long', picture: moving(17, '320x180'), seconds: 17 }),
      'long',
    );
    expect(repair).toEqual({ kind: 'cut', fromMs: 0, toMs: 15_000 });
    expect(Math.abs(probe.durationMs - 15_000)).toBeLessThanOrEqual(40);
    // Nothing stands or is silent in it: both were cut at the same place.
    expect((['wrongDuration', 'frozen', 'silent'] as const).map((kind) => stretches(found, kind))).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('by silence after sound alone', async () => {
    const source = await made('short.wav', ['-f', 'lavfi', '-i', tone(12), '-c:a', 'pcm_s16le', '-ac', '2']);
    const { repair, probe, found } = await mended(source, 'sound');
    expect(repair).toEqual({ kind: 'pad', toMs: 15_000 });
    expect([probe.kind, Math.round(probe.durationMs / 100)]).toEqual(['audio', 150]);
    expect(stretches(found, 'silent')).toEqual([[expect.closeTo(12_000, -2), expect.closeTo(15_000, -2)]]);
  });
});
