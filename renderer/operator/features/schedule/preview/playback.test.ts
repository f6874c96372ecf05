import { beforeEach, describe, expect, it } from 'vitest';
import { Playback, SPEEDS, type Ticker } from './playback';

const DAY = { from: 1_000_000, until: 1_000_000 + 86_400_000 };
let now = 0;
let frames: (() => void)[] = [];
const ticker: Ticker = {
  now: () => now,
  frame: (run) => frames.push(run),
  cancel: (id) => {
    frames[id - 1] = () => {};
  },
};
/** Frames of 16 ms for so long. */
function run(ms: number): void {
  for (const end = now + ms; now < end; ) {
    now += 16;
    const due = frames;
    frames = [];
    for (const each of due) each();
  }
}
beforeEach(() => {
  now = 0;
  frames = [];
});

describe('a preview', () => {
  it.each(SPEEDS)('at %ix goes so many times as fast as the clock', (speed) => {
    const playback = new Playback(DAY, DAY.from, speed, ticker);
    playback.play();
    run(1600);
    expect(playback.current().at - DAY.from).toBe(1600 * speed);
    playback.pause();
    run(160);
    expect(playback.current()).toEqual({ at: DAY.from + 1600 * speed, speed, playing: false });
  });

  it('changes its speed and its place without a jump', () => {
    const playback = new Playback(DAY, DAY.from, 1, ticker);
    playback.play();
    run(160);
    playback.setSpeed(600);
    run(160);
    expect(playback.current().at).toBe(DAY.from + 160 + 160 * 600);
    playback.seek(DAY.from + 5000);
    run(16);
    expect(playback.current().at).toBe(DAY.from + 5000 + 16 * 600);
    playback.faster(1);
    expect(playback.current().speed).toBe(600);
    playback.faster(-1);
    expect(playback.current().speed).toBe(300);
  });

  it('ends with the day, and begins it again', () => {
    const playback = new Playback(DAY, DAY.until - 10_000, 600, ticker);
    const told: boolean[] = [];
    playback.subscribe(() => told.push(playback.current().playing));
    playback.play();
    run(100);
    expect(playback.current()).toEqual({ at: DAY.until - 1, speed: 600, playing: false });
    expect(told.at(-1)).toBe(false);
    playback.toggle();
    expect(playback.current()).toMatchObject({ at: DAY.from, playing: true });
    playback.seek(0);
    expect(playback.current().at).toBe(DAY.from);
  });
});
