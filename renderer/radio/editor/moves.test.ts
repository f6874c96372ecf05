import { describe, expect, it } from 'vitest';
import type { ItemChange } from '../../../electron/contract/api/rundowns';
import { items, partId } from '../../../electron/domain/rundown/samples';
import { inOrder } from '../../../electron/domain/rundown/tree';
import { dropPlace, intoSegment, moved, nudged, outOfSegment, placeBelow } from './moves';
import { applied } from './pending';

/** 1, segment 2 with 3 and 4, 5, segment 6 with 7, 8. */
const RUNDOWN = items({}, { kind: 'segment' }, { in: 2 }, { in: 2 }, {}, { kind: 'segment' }, { in: 6 }, {});
const ids = (...numbers: number[]) => new Set(numbers.map((number) => partId(number)));
const numberOf = new Map(RUNDOWN.map(({ id }, at) => [id, at + 1]));

/** Top to bottom, an item in a segment with a dot before it. */
function become(changes: ItemChange[]): string {
  const all = applied(RUNDOWN, changes, { by: '', at: 1 });
  return inOrder(all)
    .map(({ id, parentId }) => `${parentId ? '.' : ''}${numberOf.get(id)}`)
    .join(' ');
}

describe('moves', () => {
  it('puts rows where they are dropped, a segment with what is in it', () => {
    expect(become(moved(RUNDOWN, ids(8), { parentId: null, after: null }))).toBe('8 1 2 .3 .4 5 6 .7');
    expect(become(moved(RUNDOWN, ids(1, 5), { parentId: partId(2), after: partId(3) }))).toBe('2 .3 .1 .5 .4 6 .7 8');
    expect(become(moved(RUNDOWN, ids(2, 3), { parentId: null, after: partId(8) }))).toBe('1 5 6 .7 8 2 .3 .4');
  });
  it('puts no segment into another, and none into itself', () => {
    expect(become(moved(RUNDOWN, ids(6), { parentId: partId(2), after: partId(3) }))).toBe('1 2 .3 .4 6 .7 5 8');
    expect(moved(RUNDOWN, ids(2), { parentId: partId(2), after: null })).toEqual([]);
  });
  it('moves nothing where it stands already', () => {
    expect(moved(RUNDOWN, ids(5), { parentId: null, after: partId(2) })).toEqual([]);
    expect(moved(RUNDOWN, ids(5), { parentId: null, after: partId(5) })).toEqual([]);
  });
  it('nudges over a whole segment, and out of one at its edge', () => {
    expect(become(nudged(RUNDOWN, ids(1), 1))).toBe('2 .3 .4 1 5 6 .7 8');
    expect(become(nudged(RUNDOWN, ids(5), -1))).toBe('1 5 2 .3 .4 6 .7 8');
    expect(become(nudged(RUNDOWN, ids(3), 1))).toBe('1 2 .4 .3 5 6 .7 8');
    expect(become(nudged(RUNDOWN, ids(4), 1))).toBe('1 2 .3 4 5 6 .7 8');
    expect(become(nudged(RUNDOWN, ids(3), -1))).toBe('1 3 2 .4 5 6 .7 8');
    expect(nudged(RUNDOWN, ids(1), -1)).toEqual([]);
    expect(nudged(RUNDOWN, ids(8), 1)).toEqual([]);
  });
  it('goes in and out of segments', () => {
    expect(become(intoSegment(RUNDOWN, ids(5)))).toBe('1 2 .3 .4 .5 6 .7 8');
    expect(intoSegment(RUNDOWN, ids(1))).toEqual([]);
    expect(intoSegment(RUNDOWN, ids(6))).toEqual([]);
    expect(become(outOfSegment(RUNDOWN, ids(3)))).toBe('1 2 .4 3 5 6 .7 8');
    expect(outOfSegment(RUNDOWN, ids(5))).toEqual([]);
  });
  it('knows where something new goes', () => {
    expect(placeBelow(RUNDOWN, partId(3))).toEqual({ parentId: partId(2), after: partId(3) });
    expect(placeBelow(RUNDOWN, partId(6))).toEqual({ parentId: partId(6), after: null });
    expect(placeBelow(RUNDOWN, null)).toEqual({ parentId: null, after: partId(8) });
  });
  it('reads a drop by the row above and how far to the side', () => {
    const drop = (above: number | null, next: number | null, sideways = 0, folded: number[] = []) =>
      dropPlace(RUNDOWN, {
        above: above === null ? null : partId(above),
        next: next === null ? null : partId(next),
        folded: ids(...folded),
        sideways,
      });
    expect(drop(null, 1)).toEqual({ parentId: null, after: null });
    expect(drop(2, 3)).toEqual({ parentId: partId(2), after: null });
    expect(drop(4, 5)).toEqual({ parentId: partId(2), after: partId(4) });
    expect(drop(4, 5, -40)).toEqual({ parentId: null, after: partId(2) });
    expect(drop(2, 5, 0, [2])).toEqual({ parentId: null, after: partId(2) });
    expect(drop(2, 5, 40, [2])).toEqual({ parentId: partId(2), after: partId(4) });
  });
});
