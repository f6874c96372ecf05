import fc from 'fast-check';
import { expect, it } from 'vitest';
import { video } from '../compile-fixtures';
import { momentsOf } from './moments';

const picture = {
  ...{ index: 0, codec: 'h264', profile: null, width: 320, height: 160, codedWidth: 320, codedHeight: 160 },
  ...{
    rotation: 0 as const,
    frameRate: 25,
    variableFrameRate: false,
    pixelFormat: 'yuv420p',
    hdr: false,
    alpha: false,
  },
  ...{ interlaced: false, bFrames: false, gopMs: null, codecString: null },
};
const probe = (durationMs: number, kind: 'video' | 'image' = 'video') => ({
  ...video(1, durationMs).probe,
  ...{ kind, durationMs, video: picture },
});

it('shows a clip evenly, and each moment of which something was said once', () => {
  const said = [
    { id: 'a', atMs: 1000 },
    { id: 'b', atMs: 1010 },
    { id: 'c', atMs: 2500 },
  ];
  const moments = momentsOf(probe(4000), said);
  expect(moments.map(({ atMs }) => atMs)).toEqual([500, 1000, 1500, 2500, 3500]);
  expect(moments.map(({ of }) => of.join(''))).toEqual(['', 'ab', '', 'c', '']);
});

it('shows a still once, and sound not at all', () => {
  expect(momentsOf(probe(0, 'image'), [{ id: 'a', atMs: 0 }])).toEqual([{ atMs: 0, of: ['a'] }]);
  expect(momentsOf({ ...probe(5000), video: null }, [])).toEqual([]);
});

it('is in order, within the clip and never longer than a sheet may be', () => {
  const at = fc.record({ id: fc.uuid(), atMs: fc.nat(60_000) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.array(at, { maxLength: 200 }), (ms, said) => {
      const moments = momentsOf(
        probe(ms),
        said.map((each) => ({ ...each, atMs: Math.min(each.atMs, ms) })),
      );
      const times = moments.map(({ atMs }) => atMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(moments.length).toBeLessThanOrEqual(96);
      expect(times.every((time) => time >= 0 && time <= ms)).toBe(true);
    }),
  );
});
