import { expect, it } from 'vitest';
import { hoursText } from './words';

const dayparts = [
  { start: '06:00:00', end: '09:00:00' },
  { start: '22:00:00', end: '02:00:00' },
];

it('hours are those a booking airs at: of exact times those, not the dayparts it does not use', () => {
  expect(hoursText({ how: { kind: 'rotation' }, dayparts })).toBe('06:00–09:00, 22:00–02:00');
  const how = { kind: 'exact' as const, times: ['12:00:00', '18:30:15'], whenTaken: 'delay' as const };
  expect(hoursText({ how, dayparts })).toBe('12:00:00, 18:30:15');
  const many = { ...how, times: ['01:00:00', '02:00:00', '03:00:00', '04:00:00', '05:00:00', '06:00:00'] };
  expect(hoursText({ how: many, dayparts })).toBe('01:00:00, 02:00:00, 03:00:00, 04:00:00, +2');
});
