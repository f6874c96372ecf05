import { describe, expect, it } from 'vitest';
import { showAt } from '../on-air/fixtures';
import { onNowOf, silencedBy } from './show-end';

const at = (showId: string, stepId: string) => ({ showId, stepId, itemId: `item ${stepId}` });

describe('what the end of a show silences', () => {
  it('is everything, whether it ended, is gone, or another show is on', () => {
    for (const now of [null, at('B', 'a')]) {
      expect(silencedBy(at('A', 'a'), now, null)).toBe('all');
      expect(silencedBy(at('A', 'a'), now, 'item a')).toBe('all');
    }
  });

  it('is the break of an item that is left, but not one begun by hand for the item that follows', () => {
    expect(silencedBy(at('A', 'a'), at('A', 'b'), 'item a')).toBe('break');
    expect(silencedBy(at('A', 'a'), at('A', 'b'), 'item b')).toBeNull();
    expect(silencedBy(at('A', 'a'), at('A', 'b'), null)).toBeNull();
    expect(silencedBy(at('A', 'a'), at('A', 'a'), 'item c')).toBeNull();
  });

  it('is nothing that the page did not see on air', () => {
    for (const before of [undefined, null]) {
      for (const now of [undefined, null, at('A', 'a')]) expect(silencedBy(before, now, 'item a')).toBeNull();
    }
  });

  it('goes by shows on air: one that ended is none', () => {
    const show = showAt(1, 1000);
    expect(onNowOf(show)).toMatchObject({ showId: show.id, itemId: show.current?.itemId });
    expect(onNowOf({ ...show, state: 'ended' })).toBeNull();
    expect([onNowOf(null), onNowOf(undefined)]).toEqual([null, undefined]);
  });
});
