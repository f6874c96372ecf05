import { expect, it } from 'vitest';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { sampleBooking } from '../booking-sample';
import { isAt, type Row, sorted } from './rows';

const row = (id: string, over: Partial<Row> = {}, own: Partial<Booking> = {}): Row => ({
  booking: sampleBooking(id, own),
  state: 'active',
  agency: null,
  agreement: null,
  displays: 1,
  ...over,
});
const names = (rows: readonly Row[]) => rows.map(({ booking: { id } }) => id).join(' ');

it('sorts by any column, both ways, with equals by name and nobody last', () => {
  const rows = [
    row('a', { agency: 'KPU' }, { name: 'VT 10' }),
    row('b', { state: 'over', displays: 3 }, { name: 'VT 9', from: '2026-02-01' }),
    row(
      'c',
      { agency: 'Dinkes', state: 'paused' },
      { name: 'Pagi', dayparts: [{ start: '05:00:00', end: '06:00:00' }] },
    ),
  ];
  expect(names(sorted(rows, undefined, false))).toBe('c b a');
  expect(names(sorted(rows, 'name', false))).toBe('c b a');
  expect(names(sorted(rows, 'name', true))).toBe('a b c');
  expect(names(sorted(rows, 'agency', false))).toBe('c a b');
  expect(names(sorted(rows, 'agency', true))).toBe('a c b');
  expect(names(sorted(rows, 'state', false))).toBe('a c b');
  expect(names(sorted(rows, 'displays', false))).toBe('c a b');
  expect(names(sorted(rows, 'from', false))).toBe('b c a');
  expect(names(sorted(rows, 'hours', true))).toBe('b a c');
});

it('knows a booking on a display or a group, however it came there', () => {
  const town = { id: 'town', rev: 1, name: 'Kota', displayIds: ['one', 'two'] };
  const own = sampleBooking('own');
  const through = sampleBooking('through', { where: { displayIds: [], groupIds: ['town'] } });
  const away = sampleBooking('away', { where: { displayIds: ['nine'], groupIds: [] } });
  const at = (places: Parameters<typeof isAt>[1]) =>
    [own, through, away].filter((each) => isAt(each, places, [town])).map(({ id }) => id);
  expect(at({})).toEqual(['own', 'through', 'away']);
  expect(at({ display: 'one' })).toEqual(['own', 'through']);
  expect(at({ display: 'two' })).toEqual(['through']);
  expect(at({ group: 'town' })).toEqual(['own', 'through']);
  expect(at({ group: 'town', display: 'two' })).toEqual(['through']);
});
