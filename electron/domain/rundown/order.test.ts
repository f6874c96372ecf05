import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RundownItem } from '../../contract/records/rundown-item';
import { byOrder, orderAt, orderBetween, ordersBetween } from './order';

const runs = { numRuns: 200 };
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 });
/** As another program might write them: `1`, `10`, `a00`. */
const foreign = fc.uniqueArray(fc.stringMatching(/^[0-9A-Za-z]{0,3}[1-9A-Za-z]$/), { maxLength: 12 });
const sorted = (keys: readonly string[]) => keys.toSorted((a, b) => (a < b ? -1 : Number(a > b)));

function insertAll(keys: readonly string[], at: readonly number[]): string[] {
  return at.reduce<string[]>((list, share) => {
    const place = Math.round(share * list.length);
    return list.toSpliced(place, 0, orderAt(list, place));
  }, sorted(keys));
}

describe('keys', () => {
  it('are in order and never the same after many insertions anywhere, also among keys of another program', () => {
    fc.assert(
      fc.property(foreign, places, (keys, at) => {
        const list = insertAll(keys, at);
        expect(list).toEqual(sorted(list));
        expect(new Set(list).size).toBe(keys.length + at.length);
        expect(list.every((key) => RundownItem.shape.order.safeParse(key).success)).toBe(true);
      }),
      runs,
    );
  });

  it('have room for two thousand at one place', () => {
    const first = insertAll(['a0', 'a1'], Array<number>(2000).fill(0));
    let [low, high] = ['a0', 'a1'];
    for (let n = 0; n < 2000; n += 1) {
      const key = orderBetween(low, high);
      expect(low < key && key < high).toBe(true);
      [low, high] = n % 2 ? [key, high] : [low, key];
    }
    expect(Math.max(low.length, high.length, ...first.map((key) => key.length))).toBeLessThan(500);
  });

  it('come as many as are asked for, in order, between any two', () => {
    const ends = fc.tuple(fc.option(fc.constantFrom('1', 'a0', 'Zz', 'zz')), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(ends, ([before, count]) => {
        for (const after of [null, before === null ? '2' : `${before}1`]) {
          const keys = ordersBetween(before, after, count);
          const all = [...(before === null ? [] : [before]), ...keys, ...(after === null ? [] : [after])];
          expect(all).toEqual(sorted(all));
          expect(new Set(all).size).toBe(all.length);
          expect(keys).toHaveLength(count);
        }
      }),
      runs,
    );
  });

  it('lie behind all that are the same, and before what follows them', () => {
    const key = orderAt(['a0', 'a0', 'a0', 'a1'], 1);
    expect(key > 'a0' && key < 'a1').toBe(true);
    expect(orderBetween('a1', 'a1') > 'a1').toBe(true);
    expect(orderAt(['a0', 'a0'], 2) > 'a0').toBe(true);
    // Between `a` and `a0` there is no string: behind both.
    expect(orderBetween('a', 'a0') > 'a0').toBe(true);
  });

  it('sort as characters do, and the id decides between two that are the same', () => {
    const placed = ['b', 'a', 'Z', '9'].map((order, at) => ({ order, id: String(at) }));
    expect(placed.sort(byOrder).map(({ order }) => order)).toEqual(['9', 'Z', 'a', 'b']);
    expect(byOrder({ order: 'a0', id: '1' }, { order: 'a0', id: '2' })).toBe(-1);
    expect(byOrder({ order: 'a0', id: '2' }, { order: 'a0', id: '1' })).toBe(1);
    expect(byOrder({ order: 'a0', id: '1' }, { order: 'a0', id: '1' })).toBe(0);
  });
});
