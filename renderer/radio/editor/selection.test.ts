import { describe, expect, it } from 'vitest';
import { everything, kept, NOTHING, only, stepped, stretched, toggled } from './selection';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const ids = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].join('');

describe('selection', () => {
  it('takes one, one more, one less', () => {
    expect(ids(toggled(only('b'), 'd'))).toBe('bd');
    expect(ids(toggled(toggled(only('b'), 'd'), 'b'))).toBe('d');
  });
  it('stretches from where it began, both ways', () => {
    const down = stretched(only('b'), 'd', ORDER);
    expect(ids(down)).toBe('bcd');
    expect(ids(stretched(down, 'a', ORDER))).toBe('ab');
    expect(ids(stretched(NOTHING, 'c', ORDER))).toBe('c');
  });
  it('steps as far as there are rows', () => {
    expect(stepped(only('e'), 1, false, ORDER).at).toBe('e');
    expect(stepped(NOTHING, 1, false, ORDER).at).toBe('a');
    expect(ids(stepped(stepped(only('b'), 1, true, ORDER), 1, true, ORDER))).toBe('bcd');
    expect(stepped(only('a'), 1, false, [])).toBe(NOTHING);
  });
  it('goes on beside what is gone', () => {
    const left = kept({ ids: new Set(['c', 'd']), at: 'd', from: 'c' }, ['a', 'b', 'e'], ORDER);
    expect([left.at, ids(left)]).toEqual(['e', 'e']);
    expect(kept(only('e'), ['a', 'b'], ORDER).at).toBe('b');
    const same = only('b');
    expect(kept(same, ORDER, ORDER)).toBe(same);
  });
  it('takes all', () => expect(ids(everything(only('c'), ORDER))).toBe('abcde'));
});
