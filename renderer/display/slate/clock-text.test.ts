import { describe, expect, it } from 'vitest';
import { clockText } from './clock-text';

describe('the clock on the slate', () => {
  const noon = Date.UTC(2024, 10, 27, 5, 0, 7);
  it.each([
    ['Asia/Jakarta', '12:00:07'],
    ['Asia/Makassar', '13:00:07'],
    ['Asia/Jayapura', '14:00:07'],
  ])('tells the time in %s', (zone, text) => {
    expect(clockText(noon, zone)).toBe(text);
  });
  it('tells midnight as 00', () => {
    expect(clockText(Date.UTC(2024, 0, 1, 17), 'Asia/Jakarta')).toBe('00:00:00');
  });
});
