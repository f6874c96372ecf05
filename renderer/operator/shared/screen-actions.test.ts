import { describe, expect, it } from 'vitest';
import { matches } from './screen-actions';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;

describe('matches', () => {
  it('takes Ctrl and Cmd as the same', () => {
    expect(matches('mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matches('mod+K', press('k', { metaKey: true }))).toBe(true);
    expect(matches('mod+K', press('k'))).toBe(false);
  });
  it('tells undo from redo by the shift key', () => {
    const redo = press('Z', { ctrlKey: true, shiftKey: true });
    expect(matches('mod+Z', redo)).toBe(false);
    expect(matches('mod+shift+Z', redo)).toBe(true);
  });
  it('takes a printed character however the keyboard makes it', () => {
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matches('?', press('?'))).toBe(true);
  });
  it('does not take a letter for a command', () => {
    expect(matches('N', press('n'))).toBe(true);
    expect(matches('N', press('n', { ctrlKey: true }))).toBe(false);
    expect(matches('N', press('n', { altKey: true }))).toBe(false);
  });
});
