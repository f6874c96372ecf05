import { expect, it } from 'vitest';
import { twinNumber } from './twin-number';

const monitor = (id: string, label: string, x: number, y = 0) => ({ id, label, x, y, width: 800, height: 400 });

it('numbers monitors of one model from left to right, and no other', () => {
  const all = [monitor('a', 'LED', 2720), monitor('b', 'LED', 1920), monitor('c', 'Office', 0)];
  expect(all.map((one) => twinNumber(one, all))).toEqual([2, 1, null]);
});

it('numbers those above each other from top to bottom', () => {
  const all = [monitor('a', '', 0, 400), monitor('b', '', 0, 0)];
  expect(all.map((one) => twinNumber(one, all))).toEqual([2, 1]);
});
