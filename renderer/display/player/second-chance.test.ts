import { expect, it } from 'vitest';
import { createSecondChances } from './second-chance';

const MINUTE = 60_000;

it('gives media another chance after ten minutes, then after twice as long each time, up to half a day', () => {
  const chances = createSecondChances();
  let now = 0;
  for (const minutes of [10, 20, 40, 80, 160, 320, 640, 720, 720]) {
    chances.failed('a', now);
    expect(chances.due(now + minutes * MINUTE - 1)).toEqual([]);
    now += minutes * MINUTE;
    expect(chances.due(now)).toEqual(['a']);
    expect(chances.due(now)).toEqual([]);
  }
});

it('begins anew with media that has gone', () => {
  const chances = createSecondChances();
  chances.failed('a', 0);
  chances.failed('a', 0);
  chances.forget('a');
  expect(chances.due(1e9)).toEqual([]);
  chances.failed('a', 0);
  expect(chances.due(10 * MINUTE)).toEqual(['a']);
});
