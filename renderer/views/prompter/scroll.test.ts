import { describe, expect, it } from 'vitest';
import {
  advanced,
  type Block,
  blockAt,
  endOf,
  glided,
  neighbour,
  onTimeWpm,
  pxPerWord,
  reanchored,
  stepped,
  wordsLeft,
} from './scroll';

const blocks: Block[] = [
  { id: 'a', top: 0, height: 600, words: 20 },
  { id: 'b', top: 600, height: 100, words: 0 },
  { id: 'c', top: 700, height: 1300, words: 130 },
];
const [a, b, c] = blocks as [Block, Block, Block];

describe('the prompter', () => {
  it('knows what is read', () => {
    expect(blockAt(blocks, -5)).toBe(a);
    expect(blockAt(blocks, 699.5)).toBe(b);
    expect(blockAt(blocks, 9999)).toBe(c);
    expect(blockAt([], 0)).toBeNull();
    expect(neighbour(blocks, 700, 1)).toBe(c);
    expect(neighbour(blocks, 700, -1)).toBe(b);
  });

  it('keeps a speed in words whatever the size of the text', () => {
    expect(pxPerWord(blocks, a)).toBe(30);
    expect(pxPerWord(blocks, c)).toBe(10);
    // A jingle has no words: as fast as the text around it.
    expect(pxPerWord(blocks, b)).toBeCloseTo(1900 / 150);
    expect(advanced(0, { wpm: 120, px: 30, dtMs: 1000, end: 2000 })).toBe(60);
    expect(advanced(10, { wpm: 130, px: 30, dtMs: 16.7, end: 2000 }) % 1).not.toBe(0);
    expect(advanced(1999, { wpm: 400, px: 30, dtMs: 1000, end: 2000 })).toBe(2000);
  });

  it('finds the speed that ends on time', () => {
    expect(onTimeWpm(c, 700, 60_000)).toBe(130);
    // Half read in half the time: as before.
    expect(onTimeWpm(c, 1350, 30_000)).toBe(130);
    expect(wordsLeft(c, 1350)).toBe(65);
    // Held up before it: all of it is still to be read.
    expect(onTimeWpm(c, 650, 60_000)).toBe(130);
    expect(onTimeWpm(c, 700, 1000)).toBe(400);
    expect(onTimeWpm(c, 2000, 10_000)).toBeNull();
    expect(onTimeWpm(c, 700, 0)).toBeNull();
  });

  it('read at the speed that ends on time, ends on time', () => {
    let [y, left] = [c.top, 45_000];
    for (; left > 0; left -= 20) {
      const wpm = onTimeWpm(c, y, left) ?? 0;
      y = advanced(y, { wpm, px: pxPerWord(blocks, c), dtMs: 20, end: endOf(blocks) });
    }
    expect(y).toBeGreaterThan(1985);
  });

  it('goes faster and slower in steps', () => {
    expect(stepped(130, 1)).toBe(135);
    expect(stepped(131.4, -1)).toBe(125);
    expect(stepped(0, -1)).toBe(0);
    expect(stepped(400, 3)).toBe(400);
  });

  it('keeps the word that is read when the text above it changes', () => {
    const longer = [a, { ...b, height: 300 }, { ...c, top: 900 }];
    expect(reanchored(blocks, longer, 1350)).toBe(1550);
    expect(reanchored(blocks, [a], 1350)).toBe(600);
    expect(reanchored([], blocks, 0)).toBe(0);
  });

  it('glides to what was taken', () => {
    const glide = { from: 0, to: 100, since: 1000 };
    expect(glided(glide, 1000)).toEqual({ y: 0, done: false });
    expect(glided(glide, 1160).y).toBeGreaterThan(50);
    expect(glided(glide, 1320)).toEqual({ y: 100, done: true });
  });
});
