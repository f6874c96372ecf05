/** Each repair of a known fault: the mended copy is looked through again, and the fault is gone. Real ffmpeg. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FAULTY } from '../../../../tests/fixtures/quality-clips';
import { openLook, work } from '../../../../tests/fixtures/quality-look';
import type { FindingKind } from '../../../contract/records/quality';

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
