import { RRuleTemporal } from 'rrule-temporal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Booking, PLAIN_BOOKING } from '../../../contract/records/booking';
import { DEFAULT_SETTINGS } from '../../../contract/records/settings-defaults';
import { idFor, ofPlaylist } from '../../../domain/compile-fixtures';
import { occurrences } from '../../../domain/occurrences';
import { operator } from '../../store/samples';
import { readNetwork } from '../network';
import { type Bench, caller, DISPLAYS, LIST, openBench } from '../samples';
import { createFeeds } from './feeds';
import { calendarSteps } from './write';
import { zoneText } from './zone-text';

const DISPLAY =
  DISPLAYS[0] ??
  (() => {
    throw new Error('no display');
  })();
const NOW = Date.parse('2026-03-02T03:00:00Z');
const BOOKING: Booking = {
  id: idFor('B', 1),
  rev: 3,
  name: 'Ayo; ke TPS, sekarang',
  what: ofPlaylist(LIST),
  where: { displayIds: [DISPLAY.id], groupIds: [] },
  how: { kind: 'rotation' },
  ...PLAIN_BOOKING,
  from: '2026-03-01',
  to: '2026-06-30',
  weekdays: [1, 3],
  dayparts: [{ start: '22:00:00', end: '02:00:00' }],
  zone: 'station',
  paused: false,
  createdAt: 1,
  createdBy: 'x',
};

/** Long lines are folded (RFC 5545, 3.1). */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');
function written(bookings: readonly Booking[], zone = 'Asia/Makassar') {
  const steps = calendarSteps({ ...DISPLAY, zone }, bookings, DEFAULT_SETTINGS, NOW);
  for (let taken = 1; ; taken++) {
    const { done, value } = steps.next();
    if (done) return { lines: linesOf(value), steps: taken };
  }
}
const write = (booking: Booking, zone?: string) => written([booking], zone).lines;
const lastLine = (lines: readonly string[], name: string) => lines.filter((line) => line.startsWith(name)).at(-1) ?? '';

describe('a calendar', () => {
  it('has an event for each daypart, on the clock the booking is read on', () => {
    const lines = write({ ...BOOKING, exceptions: ['2026-03-04'] });
    expect(lines).toEqual(
      expect.arrayContaining([
        'X-WR-TIMEZONE:Asia/Makassar',
        'TZID:Asia/Jakarta',
        'TZOFFSETTO:+0700',
        'SUMMARY:Ayo\\; ke TPS\\, sekarang',
        'DTSTART;TZID=Asia/Jakarta:20260302T220000',
        'DTEND;TZID=Asia/Jakarta:20260303T020000',
        'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260629T150000Z',
        'EXDATE;TZID=Asia/Jakarta:20260304T220000',
        'SEQUENCE:3',
        'DTSTAMP:20260302T030000Z',
      ]),
    );
    expect(lastLine(write({ ...BOOKING, zone: 'display' }), 'DTSTART')).toBe(
      'DTSTART;TZID=Asia/Makassar:20260302T220000',
    );
    const two = { ...BOOKING, dayparts: [...BOOKING.dayparts, { start: '06:00:00', end: '24:00:00' }] };
    expect(write(two).filter((line) => line.startsWith('UID:'))).toEqual([
      `UID:${BOOKING.id}-1@suar`,
      `UID:${BOOKING.id}-2@suar`,
    ]);
  });

  it.each([
    ['weekdays', null],
    ['every second week', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    ['the first Monday', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['a number of times', 'FREQ=DAILY;INTERVAL=3;COUNT=9'],
    ['up to a day', 'FREQ=DAILY;UNTIL=20260320'],
  ])('recurs as the booking plays: %s', (_, rule) => {
    const booking = {
      ...BOOKING,
      rule,
      dayparts: [{ start: '06:00:00', end: '07:00:00' }],
      exceptions: ['2026-03-16'],
    };
    const lines = write(booking);
    const rruleString = [lastLine(lines, 'DTSTART'), lastLine(lines, 'RRULE'), lastLine(lines, 'EXDATE')].join('\n');
    const starts = new RRuleTemporal({ rruleString }).all().map((at) => at.epochMilliseconds);
    const played = occurrences(booking, 'Asia/Jakarta', Date.parse('2026-02-01'), Date.parse('2027-01-01'));
    expect(starts).toEqual(played.map(({ start }) => start));
    expect(starts.length).toBeGreaterThan(2);
  });

  it('is written in steps, each zone once, and no event lost between them', () => {
    const bookings = Array.from({ length: 23 }, (_, index): Booking => {
      const zone = index % 3 === 0 ? 'display' : 'station';
      return { ...BOOKING, id: idFor('B', index), zone };
    });
    const { lines, steps } = written(bookings);
    const ids = lines.filter((line) => line.startsWith('UID:')).sort();
    expect(ids).toEqual(bookings.map(({ id }) => `UID:${id}-1@suar`).sort());
    const count = (wanted: string) => lines.filter((line) => line === wanted).length;
    expect(['BEGIN:VTIMEZONE', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR'].map(count)).toEqual([2, 23, 23, 1]);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(steps).toBeGreaterThan(4);
  });

  it('leaves out what is paused, long over, or on no day', () => {
    for (const part of [
      { paused: true },
      { from: '2025-01-01', to: '2026-01-01' },
      { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
    ]) {
      expect(write({ ...BOOKING, ...part }).filter((line) => line === 'BEGIN:VEVENT')).toEqual([]);
    }
  });

  it('tells when clocks are set', () => {
    const lines = linesOf(zoneText('Europe/Berlin', NOW));
    expect(lines.slice(lines.indexOf('DTSTART:20260329T020000') - 1).slice(0, 10)).toEqual([
      ...['BEGIN:DAYLIGHT', 'DTSTART:20260329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT'],
      ...['BEGIN:STANDARD', 'DTSTART:20261025T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD'],
    ]);
    expect(linesOf(zoneText('Asia/Jakarta', NOW)).filter((line) => line.startsWith('BEGIN'))).toEqual([
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
    ]);
  });
});

describe('a feed', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openBench(NOW);
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('booking', BOOKING));
  });
  afterEach(() => bench.close());

  it('is read by its secret alone, until it is renewed or closed', async () => {
    const { handlers, read } = createFeeds(bench.store, bench.clock, () => readNetwork(bench.store));
    const { id } = DISPLAY;
    expect([handlers.address({ id }, caller), await read(id, '')]).toEqual([null, null]);
    const secretOf = ({ path }: { path: string }) => path.split('secret=')[1] ?? '';
    const first = secretOf(await handlers.renew({ id }, caller));
    expect(await read(id, first)).toContain('SUMMARY:Ayo');
    expect(JSON.stringify(bench.store.audit.list({ limit: 10 }))).not.toContain(first);
    const second = secretOf(await handlers.renew({ id }, caller));
    expect([second === first, await read(id, first), await read(DISPLAYS[1]?.id ?? '', second)]).toEqual([
      false,
      null,
      null,
    ]);
    expect(await handlers.address({ id }, caller)).toMatchObject({
      path: `/api/displays/${id}/calendar.ics?secret=${second}`,
    });
    await handlers.close({ id }, caller);
    expect(await read(id, second)).toBeNull();
    await expect(bench.store.undo(operator)).rejects.toMatchObject({ code: 'nothingToUndo' });
  });
});
