import { expect, it } from 'vitest';
import { parseLength } from './length-text';

it.each([
  ['15', 15_000],
  ['0:15', 15_000],
  ['1:30', 90_000],
  ['1.30', 90_000],
  [' 90 dtk', 90_000],
  ['1:02:03', 3_723_000],
])('reads %s', (text, ms) => expect(parseLength(text)).toBe(ms));

it.each(['', '0', '1:75', 'lima', '1:2:3:4', '-5', '99:00:00'])('refuses %s', (text) => {
  expect(parseLength(text)).toBeNull();
});
