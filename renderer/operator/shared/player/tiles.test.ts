import { expect, it } from 'vitest';
import { frameAt, framesFor, tileStyle } from './tiles';

const strip = { hash: 'a'.repeat(64), frames: 20, tileWidth: 160, tileHeight: 90 };

it('fills the width with tiles spread over the clip', () => {
  expect(framesFor(strip, 480, 90)).toEqual([3, 10, 16]);
  expect(framesFor(strip, 20, 90)).toEqual([10]);
});

it('stays within the strip', () => {
  expect(frameAt(strip, -1)).toBe(0);
  expect(frameAt(strip, 1)).toBe(19);
});

it('places the first and the last tile at the edges, and a lone one at the start', () => {
  expect(tileStyle(strip, 0).backgroundPosition).toBe('0% 0');
  expect(tileStyle(strip, 19).backgroundPosition).toBe('100% 0');
  expect(tileStyle({ ...strip, frames: 1 }, 0).backgroundPosition).toBe('0% 0');
});
