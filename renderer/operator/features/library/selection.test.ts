import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, NOTHING, only, retain, step, toggle, touch } from './selection';

const idAt = (index: number) => (index >= 0 && index < 50 ? `a${index}` : undefined);
const plain = { shift: false, ctrl: false };
const shift = { shift: true, ctrl: false };
const ctrl = { shift: false, ctrl: true };

describe('choosing', () => {
  it('chooses one, then another alone', () => {
    const second = touch(touch(NOTHING, 3, plain, idAt), 5, plain, idAt);
    expect([...second.chosen]).toEqual(['a5']);
    expect(second.cursor).toBe(5);
  });

  it('adds and takes away with ctrl', () => {
    const two = touch(touch(NOTHING, 3, plain, idAt), 5, ctrl, idAt);
    expect([...two.chosen]).toEqual(['a3', 'a5']);
    expect([...toggle(two, 3, idAt).chosen]).toEqual(['a5']);
  });

  it('takes a range from where it began, however often the end moves', () => {
    const down = touch(only(3, idAt), 6, shift, idAt);
    expect([...down.chosen]).toEqual(['a3', 'a4', 'a5', 'a6']);
    expect([...touch(down, 1, shift, idAt).chosen]).toEqual(['a1', 'a2', 'a3']);
  });

  it('adds a range to what was chosen with ctrl and shift', () => {
    const start = touch(only(0, idAt), 10, ctrl, idAt);
    const both = touch(start, 12, { shift: true, ctrl: true }, idAt);
    expect([...both.chosen].sort()).toEqual(['a0', 'a10', 'a11', 'a12']);
  });

  it('forgets what left the list and keeps its identity when nothing did', () => {
    const two = touch(only(1, idAt), 2, shift, idAt);
    expect([...retain(two, (id) => id === 'a2').chosen]).toEqual(['a2']);
    expect(retain(two, () => true)).toBe(two);
  });
});

describe('moving', () => {
  it('begins at the first cell', () => expect(step('ArrowDown', -1, 20, 5, 3)).toBe(0));
  it('goes to the last cell when the row below is short', () => expect(step('ArrowDown', 14, 17, 5, 3)).toBe(16));
  it('stays on the last row', () => expect(step('ArrowDown', 15, 17, 5, 3)).toBe(15));
  it('ignores left and right in a table', () => expect(step('ArrowLeft', 4, 17, 1, 3)).toBeNull());
  it('ignores other keys', () => expect(step('x', 4, 17, 5, 3)).toBeNull());

  it('never leaves the list', () => {
    const key = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(
      fc.property(
        key,
        fc.nat(500),
        fc.integer({ min: 1, max: 501 }),
        fc.integer({ min: 2, max: 9 }),
        (k, at, n, cols) => {
          const from = Math.min(at, n - 1);
          const to = step(k, from, n, cols, 4);
          expect(to).not.toBeNull();
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThan(n);
        },
      ),
    );
  });
});

it('counts both ends of a range in either direction', () => {
  expect(between(4, 2)).toEqual([2, 3, 4]);
  expect(between(2, 2)).toEqual([2]);
});
