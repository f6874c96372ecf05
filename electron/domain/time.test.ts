import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, listDays, timeMs, timeOf, weekdayOf } from './calendar';
import { instantOf, localParts, toInstant } from './time';
import { zoneLabel } from './zone-label';

const ZONES = [
  'Asia/Jakarta',
  'Asia/Jayapura',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Havana',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const day = fc.integer({ min: dayNumber('2005-01-01'), max: dayNumber('2040-12-31') });

describe('calendar', () => {
  it('counts days, weekdays and leap days', () => {
    expect(weekdayOf(dayNumber('1970-01-01'))).toBe(4);
    expect(weekdayOf(dayNumber('1969-12-28'))).toBe(7);
    expect(weekdayOf(dayNumber('2024-11-27'))).toBe(3);
    expect(listDays('2024-02-27', '2024-03-01')).toEqual(['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01']);
    expect(listDays('2023-12-31', '2024-01-01')).toEqual(['2023-12-31', '2024-01-01']);
    expect(listDays('2024-01-02', '2024-01-01')).toEqual([]);
    expect(dateOf(dayNumber('2025-02-28') + 1)).toBe('2025-03-01');
  });

  it('reads and writes times of day', () => {
    expect(timeMs('24:00:00')).toBe(DAY_MS);
    expect(timeOf(timeMs('23:59:59') + 999)).toBe('23:59:59');
  });
});

describe('toInstant', () => {
  it('agrees with Temporal on every zone, day and time', () => {
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 0, max: 86_399 }), (name, number, second) => {
        const local = `${dateOf(number)}T${timeOf(second * 1000)}`;
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(name).epochMilliseconds;
        expect(instantOf(number, second * 1000, name)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('takes 24:00:00 as the next midnight', () => {
    expect(toInstant('2024-12-31', '24:00:00', 'Asia/Jakarta')).toBe(
      toInstant('2025-01-01', '00:00:00', 'Asia/Jakarta'),
    );
    expect(toInstant('9999-12-31', '24:00:00', 'UTC')).toBe(253_402_300_800_000);
  });

  it('moves a skipped time on and takes the first of a double hour', () => {
    const at = (time: string, date: string, name: string) => toInstant(date, time, name);
    const newYork = 'America/New_York';
    expect(at('02:30:00', '2026-03-08', newYork)).toBe(at('03:30:00', '2026-03-08', newYork));
    expect(at('01:30:00', '2026-11-01', newYork)).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(at('02:00:00', '2026-11-01', newYork) - at('01:00:00', '2026-11-01', newYork)).toBe(2 * HOUR_MS);
    // Lord Howe moves by half an hour.
    expect(at('02:15:00', '2026-10-04', 'Australia/Lord_Howe')).toBe(
      at('02:45:00', '2026-10-04', 'Australia/Lord_Howe'),
    );
  });
});

describe('localParts', () => {
  it('agrees with Temporal at every instant', () => {
    const instant = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(zone, instant, (name, value) => {
        const truth = Temporal.Instant.fromEpochMilliseconds(value).toZonedDateTimeISO(name);
        expect(localParts(value, name)).toEqual({
          date: truth.toPlainDate().toString(),
          time: truth.toPlainTime().toString().slice(0, 8),
          weekday: truth.dayOfWeek,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('tells both passes of a double hour alike', () => {
    const first = Date.UTC(2026, 10, 1, 5, 30);
    expect(localParts(first, 'America/New_York')).toEqual(localParts(first + HOUR_MS, 'America/New_York'));
  });
});

describe('zoneLabel', () => {
  it("uses the product's own labels in Indonesia, the offset elsewhere", () => {
    expect(ZONES.slice(0, 2).map((name) => zoneLabel(name, 0))).toEqual(['WIB', 'WIT']);
    expect(zoneLabel('Asia/Makassar', 0)).toBe('WITA');
    expect(zoneLabel('America/New_York', Date.UTC(2026, 6, 1))).toBe('UTC-4');
    expect(zoneLabel('Europe/Berlin', Date.UTC(2026, 0, 1))).toBe('UTC+1');
    expect(['Asia/Tokyo', 'Asia/Kolkata', 'UTC'].map((name) => zoneLabel(name, 0))).toEqual([
      'UTC+9',
      'UTC+5:30',
      'UTC',
    ]);
  });
});
