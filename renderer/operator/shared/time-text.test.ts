import { describe, expect, it } from 'vitest';
import { stepped, timeIn } from './time-text';

describe('times as people type them', () => {
  it.each([
    ['6', '06:00'],
    ['18', '18:00'],
    ['630', '06:30'],
    ['0630', '06:30'],
    ['06.30', '06:30'],
    [' 6:5 ', '06:05'],
    ['23:59', '23:59'],
  ])('%s is %s', (text, time) => expect(timeIn(text, false)).toBe(time));

  it.each([
    ['63015', '06:30:15'],
    ['06.30', '06:30:00'],
    ['6:30:15', '06:30:15'],
  ])('%s with seconds is %s', (text, time) => expect(timeIn(text, true)).toBe(time));

  it.each(['', '24', '2400', '6:60', '06:30:15', 'pagi', '-6', '123456', '6:'])('%s is none', (text) =>
    expect(timeIn(text, false)).toBeNull(),
  );

  it('step where the caret stands, round the clock', () => {
    expect(stepped('06:59', 4, 1)).toBe('06:00');
    expect(stepped('23:10', 1, 1)).toBe('00:10');
    expect(stepped('06:00:00', 8, -1)).toBe('06:00:59');
    expect(stepped('6:0', 1, 1)).toBeNull();
  });
});
