import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeItem, insertAt, lengthOf, moveTo, nudge, removeItems, startsOf } from './edits';

const item = (id: string) => ({ id, assetId: `asset-${id}`, stillMs: null, inMs: 0, outMs: null });
const list = (ids: string) => [...ids].map(item);
const ids = (items: readonly { id: string }[]) => items.map((each) => each.id).join('');

describe('edits of a playlist', () => {
  it('inserts where it is told', () => expect(ids(insertAt(list('abc'), 1, list('xy')))).toBe('axybc'));
  it('removes several', () => expect(ids(removeItems(list('abcd'), new Set(['b', 'd'])))).toBe('ac'));
  it('moves several together before a place', () =>
    expect(ids(moveTo(list('abcde'), new Set(['b', 'e']), 0))).toBe('beacd'));
  it('moves down past the next', () => expect(ids(nudge(list('abcd'), new Set(['b']), 1))).toBe('acbd'));
  it('moves a block up', () => expect(ids(nudge(list('abcd'), new Set(['c', 'd']), -1))).toBe('acdb'));
  it('stays at the edges', () => {
    expect(ids(nudge(list('abc'), new Set(['a']), -1))).toBe('abc');
    expect(ids(nudge(list('abc'), new Set(['c']), 1))).toBe('abc');
  });
  it('changes one item', () => expect(changeItem(list('ab'), 'b', { stillMs: 5000 })[1]?.stillMs).toBe(5000));

  it('never loses nor doubles an item when moving', () => {
    const choice = fc.subarray([...'abcdefgh']);
    fc.assert(
      fc.property(choice, fc.nat(8), (chosen, to) => {
        const moved = moveTo(list('abcdefgh'), new Set(chosen), to);
        expect([...ids(moved)].sort().join('')).toBe('abcdefgh');
        expect(ids(moved)).toContain(chosen.join(''));
      }),
    );
  });
});

describe('times of a playlist', () => {
  it('adds up starts over items that cannot play', () => expect(startsOf([1000, null, 500])).toEqual([0, 1000, 1000]));
  it('takes the default for a still', () => {
    expect(lengthOf(item('a'), { kind: 'image', durationMs: 0 }, 10_000)).toBe(10_000);
  });
  it('measures a trim inside its clip', () => {
    const clip = { kind: 'video' as const, durationMs: 30_000 };
    expect(lengthOf({ stillMs: null, inMs: 5000, outMs: 60_000 }, clip, 0)).toBe(25_000);
    expect(lengthOf({ stillMs: null, inMs: 40_000, outMs: null }, clip, 0)).toBeNull();
  });
  it('has no length for sound or for what is not known', () => {
    expect(lengthOf(item('a'), { kind: 'audio', durationMs: 9000 }, 10_000)).toBeNull();
    expect(lengthOf(item('a'), null, 10_000)).toBeNull();
  });
});
