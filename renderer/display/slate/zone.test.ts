import { describe, expect, it } from 'vitest';
import { clockText, zoneLabel } from './zone';

describe('the clock on the slate', () => {
  const noon = Date.UTC(2024, 10, 27, 5, 0, 7);
  it.each([
    ['Asia/Jakarta', 'WIB', '12:00:07'],
    ['Asia/Makassar', 'WITA', '13:00:07'],
    ['Asia/Jayapura', 'WIT', '14:00:07'],
  ])('tells %s as %s', (zone, label, text) => {
    expect(zoneLabel(zone, noon)).toBe(label);
    expect(clockText(noon, zone)).toBe(text);
  });
  it('names other zones by their offset, and midnight as 00', () => {
    expect(zoneLabel('Asia/Tokyo', noon)).toBe('GMT+9');
    expect(clockText(Date.UTC(2024, 0, 1, 17), 'Asia/Jakarta')).toBe('00:00:00');
  });
});
