import { describe, expect, it } from 'vitest';
import { airKey, meansTake, type Where } from './keys';

const FREE: Where = { typing: false, onControl: false, covered: false, armed: false, selected: false };
const press = (key: string, where: Partial<Where> = {}, repeat = false, combined = false) =>
  airKey({ key, repeat, combined }, { ...FREE, ...where });

describe('keys on air', () => {
  it.each([
    [' ', { do: 'take' }],
    ['PageDown', { do: 'take' }],
    ['PageUp', { do: 'back' }],
    ['H', { do: 'hold' }],
    ['s', { do: 'skip' }],
    ['e', { do: 'arm' }],
    ['F3', { do: 'jumpTo', nth: 3 }],
    ['F12', { do: 'jumpTo', nth: 12 }],
    ['ArrowDown', { do: 'select', by: 1 }],
  ])('%s', (key, action) => expect(press(key)).toEqual(action));

  it('leaves F9 to takeovers, and combinations to the console', () => {
    expect(press('F9')).toBeNull();
    expect(press('r', {}, false, true)).toBeNull();
  });

  it('takes once for as long as a key is held', () => {
    expect(press(' ', {}, true)).toEqual({ do: 'nothing' });
    expect(press('ArrowDown', {}, true)).toEqual({ do: 'select', by: 1 });
  });

  it('writes in fields, and still hears pedals and jumps', () => {
    expect(press(' ', { typing: true })).toBeNull();
    expect(press('h', { typing: true })).toBeNull();
    expect(press('PageDown', { typing: true })).toEqual({ do: 'take' });
    expect(press('F2', { typing: true })).toEqual({ do: 'jumpTo', nth: 2 });
  });

  it('takes by Space wherever the focus is, and leaves Enter to a control reached by Tab and both to what lies over it', () => {
    expect(press(' ', { onControl: true })).toEqual({ do: 'take' });
    expect(press(' ', { covered: true })).toBeNull();
    expect(press('Enter', { onControl: true, selected: true })).toBeNull();
    for (const letter of 'hasbrem') expect(press(letter, { covered: true })).toBeNull();
  });

  it('takes what comes after an item that has been seen, not one that another hand has just taken', () => {
    expect(meansTake(undefined, 5000)).toBe(true);
    expect(meansTake(5000, 5299)).toBe(false);
    // A word of the station that came sooner than its clock was learnt.
    expect(meansTake(5000, 4990)).toBe(false);
    expect(meansTake(5000, 5300)).toBe(true);
  });

  it('confirms with Enter what was asked for', () => {
    expect(press('Enter')).toBeNull();
    expect(press('Enter', { selected: true })).toEqual({ do: 'jump' });
    expect(press('Enter', { selected: true, armed: true, onControl: true })).toEqual({ do: 'end' });
  });
});
