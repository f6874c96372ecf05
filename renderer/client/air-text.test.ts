import { describe, expect, it } from 'vitest';
import { clockText, countdownText, elapsedText, overText } from './air-text';

describe('texts of a show', () => {
  it.each([
    [60_000, '1:00'],
    [59_999, '1:00'],
    [1, '0:01'],
    [0, '+0:00'],
    [-999, '+0:00'],
    [-1000, '+0:01'],
    [3_600_001, '1:00:01'],
  ])('counts %i ms down as %s', (ms, text) => expect(countdownText(ms)).toBe(text));

  it.each([
    [0, '±0:00'],
    [499, '±0:00'],
    [-500, '−0:01'],
    [12_400, '+0:12'],
  ])('says that %i ms are over as %s', (ms, text) => expect(overText(ms)).toBe(text));

  it('says what has gone by, and the time of a zone', () => {
    expect(elapsedText(59_999)).toBe('0:59');
    expect(elapsedText(-5)).toBe('0:00');
    expect(clockText(Date.UTC(2024, 10, 14, 2), 'Asia/Jakarta')).toBe('09:00:00');
  });
});
