import { describe, expect, it } from 'vitest';
import { commandOf, pressOf, taught } from './notes';

describe('MIDI on air', () => {
  it('knows a press from a release', () => {
    expect(pressOf([0x90, 60, 100])).toBe('note 1 60');
    expect(pressOf([0x90, 60, 0])).toBeNull();
    expect(pressOf([0x80, 60, 0])).toBeNull();
    expect(pressOf([0xb3, 64, 127])).toBe('control 4 64');
    expect(pressOf([0xb3, 64, 10])).toBeNull();
    expect(pressOf([0xf8])).toBeNull();
    expect(pressOf(null)).toBeNull();
  });

  it('teaches one command at a time', () => {
    const map = taught(taught({}, 'take', 'note 1 60'), 'back', 'note 1 61');
    expect(commandOf(map, 'note 1 61')).toBe('back');
    expect(taught(map, 'hold', 'note 1 60')).toEqual({ back: 'note 1 61', hold: 'note 1 60' });
    expect(commandOf(map, 'note 1 99')).toBeNull();
  });
});
