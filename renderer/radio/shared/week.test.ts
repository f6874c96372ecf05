import { describe, expect, it } from 'vitest';
import { daysLater, nextDate, weekOf } from './week';

describe('weeks', () => {
  it('go from Monday to Sunday, also over the new year', () => {
    expect(weekOf('2024-11-14')).toEqual({ from: '2024-11-11', to: '2024-11-17' });
    expect(weekOf('2024-11-17')).toEqual({ from: '2024-11-11', to: '2024-11-17' });
    expect(weekOf('2025-01-01')).toEqual({ from: '2024-12-30', to: '2025-01-05' });
    expect(daysLater('2024-02-28', 2)).toBe('2024-03-01');
  });
  it('name the next day of a programme, today included', () => {
    expect(nextDate([4], '2024-11-14')).toBe('2024-11-14');
    expect(nextDate([3], '2024-11-14')).toBe('2024-11-20');
    expect(nextDate([], '2024-11-14')).toBeNull();
  });
});
