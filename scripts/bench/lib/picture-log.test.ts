import { describe, expect, it } from 'vitest';
import { readLog } from './picture-log';

const isStill = (clip: number) => clip >= 20;
const options = { isStill, samplingMs: 10 };
/** One reading each 10 ms; `plan` says clip, frame and for how many readings. */
const seenOf = (plan: [number, number, number][]) => {
  let at = 0;
  return plan.flatMap(([clip, frame, times]) =>
    Array.from({ length: times }, () => {
      at += 10;
      return { clip, frame, at };
    }),
  );
};

describe('picture log', () => {
  it('tells steady frames from a change between videos', () => {
    const log = readLog(
      seenOf([
        [1, 1, 4],
        [1, 2, 4],
        [1, 3, 4],
        [2, 0, 6],
        [2, 1, 4],
        [2, 2, 4],
      ]),
      options,
    );
    expect(log).toMatchObject({ videoVideo: [40], steady: [40, 40, 60], black: 0, frozen: [] });
  });

  it('counts black readings and frames that stand too long', () => {
    const log = readLog(
      seenOf([
        [1, 1, 4],
        [1, 2, 10],
        [0, 0, 3],
        [2, 0, 4],
        [2, 1, 4],
      ]),
      options,
    );
    expect(log).toMatchObject({
      black: 3,
      frozen: [{ clip: 1, frame: 2, from: 50, to: 140, until: 150 }],
      videoVideo: [],
    });
  });

  it('measures a still by its neighbours: standing at the start of a video counts', () => {
    const log = readLog(
      seenOf([
        [1, 8, 4],
        [1, 9, 4],
        [20, 0, 50],
        [21, 0, 50],
        [2, 0, 7],
        [2, 1, 4],
        [2, 2, 4],
      ]),
      options,
    );
    expect(log.other).toEqual([40, 10, 70]);
  });
});
