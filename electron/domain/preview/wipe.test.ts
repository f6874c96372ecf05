import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parts, wipeKey, wipeTo } from './wipe';

it('parts a picture into two that are all of it', () => {
  const share = fc.double({ min: -1, max: 2, noNaN: true });
  fc.assert(
    fc.property(
      share,
      fc.constantFrom('upright' as const, 'level' as const),
      fc.nat(4000),
      fc.nat(4000),
      (at, line, w, h) => {
        const { first, second } = parts({ at, line }, w, h);
        expect(first.width * first.height + second.width * second.height).toBe(w * h);
        expect(line === 'upright' ? first.x + first.width : first.y + first.height).toBe(
          line === 'upright' ? second.x : second.y,
        );
      },
    ),
  );
});

it('follows the pointer and stays in the picture', () => {
  const box = { x: 100, y: 50, width: 200, height: 100 };
  expect(wipeTo({ line: 'upright' }, { x: 150, y: 0 }, box)).toBe(0.25);
  expect(wipeTo({ line: 'level' }, { x: 0, y: 125 }, box)).toBe(0.75);
  expect(wipeTo({ line: 'upright' }, { x: 900, y: 0 }, box)).toBe(1);
  expect(wipeTo({ line: 'upright' }, { x: 0, y: 0 }, { ...box, width: 0 })).toBe(0.5);
});

it('moves by keys', () => {
  expect(wipeKey(0.5, 'ArrowLeft', false)).toBe(0.49);
  expect(wipeKey(0.95, 'ArrowRight', true)).toBe(1);
  expect(wipeKey(0.5, 'Home', false)).toBe(0);
  expect(wipeKey(0.5, 'x', false)).toBeNull();
});
