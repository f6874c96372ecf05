import { expect, it } from 'vitest';
import { LONGEST_SPAN } from '../../../../../electron/contract/api/planning';
import { dayNumber } from '../../../../../electron/domain/calendar';
import { columnsOf, spanOf } from './spans';

it('covers hours of a day, days of a month and months of a year, no longer than may be asked', () => {
  for (const by of ['hour', 'day', 'month'] as const) {
    const span = spanOf(by, '2026-03-14');
    expect(dayNumber(span.to) - dayNumber(span.from)).toBeLessThan(LONGEST_SPAN[by]);
    const columns = columnsOf(by, span);
    expect(columns).toHaveLength({ hour: 24, day: 31, month: 12 }[by]);
    expect(columns[0]).toBe({ hour: '2026-03-14T00', day: '2026-03-14', month: '2026-03' }[by]);
  }
});
