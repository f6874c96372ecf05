import { describe, expect, it } from 'vitest';
import { rundown } from '../../../electron/domain/rundown/samples';
import { endTimeOf, lengthUntil } from './clock-edit';

describe('the end of a rundown', () => {
  it('is as long as it is from the start', () => {
    expect(lengthUntil('09:00:00', '10:00:00')).toEqual({ ms: 3_600_000, nextDay: false });
    expect(lengthUntil('23:30:00', '00:15:00')).toEqual({ ms: 2_700_000, nextDay: true });
    expect(lengthUntil('09:00:00', '09:00:00')).toEqual({ ms: 0, nextDay: false });
    expect(lengthUntil('20:00:00', '24:00:00')).toEqual({ ms: 14_400_000, nextDay: false });
  });
  it('says so where it lies on the next day', () => {
    expect(endTimeOf(rundown())).toEqual({ time: '10:00:00', nextDay: false });
    expect(endTimeOf(rundown({ startsAt: '23:30:00' }))).toEqual({ time: '00:30:00', nextDay: true });
    expect(endTimeOf(rundown({ lengthMs: 0 }))).toBeNull();
  });
});
