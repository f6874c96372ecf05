import { describe, expect, it } from 'vitest';
import { lengthIn } from './length-text';

describe('lengthIn', () => {
  it.each([
    ['2:30', 150],
    ['150', 150],
    ['0:02:30', 150],
    ['2m30', 150],
    ['2m30s', 150],
    ['2 mnt 30 dtk', 150],
    ['2 menit', 120],
    ['45 detik', 45],
    ['1h2m', 3720],
    ['1 jam', 3600],
    ['2.30', 150],
    ['75:00', 4500],
    ['0', 0],
    [' 0:05 ', 5],
    ['24:00:00', 86_400],
  ])('reads %s as %i seconds', (text, seconds) => {
    expect(lengthIn(text)).toEqual({ ms: seconds * 1000, fault: null });
  });
  it.each([
    ['-2:30', 'negative'],
    ['\u22120:10', 'negative'],
    ['', 'unreadable'],
    ['abc', 'unreadable'],
    ['2:75', 'unreadable'],
    ['1:60:00', 'unreadable'],
    ['2:', 'unreadable'],
    ['2:30 lagi', 'unreadable'],
    ['25:00:00', 'tooLong'],
    ['99999', 'tooLong'],
  ])('refuses %s as %s', (text, fault) => {
    expect(lengthIn(text)).toEqual({ ms: null, fault });
  });
});
