/** Hard starts, midnight and changes of clocks: expected times reckoned by hand. `+1` is the day after the rundown's date. */
import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../calendar';
import { toInstant } from '../time';
import {
  floating,
  type Given,
  hard,
  line,
  only,
  type PlanSeen,
  planFor,
  planSeen,
  segment,
  span,
} from './vector-samples';

type Vector = Given & { title: string; because: string; gives: PlanSeen };

const HARD: Vector[] = [
  {
    title: 'a gap',
    because: '10 min are over at 09:10, the news come at 09:15: 5 min that nothing fills, and A could start at 09:05',
    lines: [line('10:00'), line('5:00', hard('09:15:00')), line('1:00')],
    gives: {
      starts: ['09:00:00', '09:15:00', '09:20:00'],
      gaps: ['0:00', '5:00', '0:00'],
      back: ['09:05:00', '09:54:00', '09:59:00'],
      sums: ['10:00', '15:00', '16:00'],
      over: '-39:00',
    },
  },
  {
    title: 'an overlap',
    because: '20 min reach 5 past 09:15; the news come at their time, and A ought to have begun at 08:55',
    lines: [line('20:00'), line('45:00', hard('09:15:00'))],
    gives: {
      starts: ['09:00:00', '09:15:00'],
      gaps: ['0:00', '-5:00'],
      back: ['08:55:00', '09:15:00'],
      end: '10:00:00',
      total: '65:00',
      over: '0:00',
    },
  },
  {
    title: 'just in time',
    because: '15 min end at 09:15 exactly: no gap',
    lines: [line('15:00'), line('45:00', hard('09:15:00'))],
    gives: { gaps: ['0:00', '0:00'], over: '0:00' },
  },
  {
    title: 'the first is hard, at the beginning',
    because: 'the time signal at 09:00:00 is where it would be anyway',
    lines: [line('0:30', hard('09:00:00')), line('1:00')],
    gives: { starts: ['09:00:00', '09:00:30'], gaps: ['0:00', '0:00'] },
  },
  {
    title: 'the first is hard, later',
    because: 'two minutes of nothing before it',
    lines: [line('0:30', hard('09:02:00')), line('1:00')],
    gives: { starts: ['09:02:00', '09:02:30'], gaps: ['2:00', '0:00'] },
  },
  {
    title: 'before the show begins',
    because: '08:55 is five minutes too early, not tomorrow',
    lines: [line('1:00', hard('08:55:00')), line('1:00')],
    gives: { starts: ['08:55:00', '08:56:00'], gaps: ['-5:00', '0:00'] },
  },
  {
    title: 'six hours before',
    because: '03:00 is six hours before 09:00, still before; 02:59:59 is the next day',
    clock: { lengthMs: 0 },
    lines: [line('1:00', hard('03:00:00')), line('1:00', hard('02:59:59'))],
    gives: { starts: ['03:00:00', '02:59:59+1'] },
  },
  {
    title: 'two in conflict',
    because:
      'A at 09:30 is over at 09:40, B at 09:20 is 20 min before that; both are held, and A would have to start at 09:10',
    lines: [line('10:00', hard('09:30:00')), line('10:00', hard('09:20:00')), line('5:00')],
    gives: {
      starts: ['09:30:00', '09:20:00', '09:30:00'],
      gaps: ['30:00', '-20:00', '0:00'],
      back: ['09:10:00', '09:45:00', '09:55:00'],
      end: '09:35:00',
    },
  },
  {
    title: 'two at the same time',
    because: 'the second comes when the first does, whose 10 min are all too many',
    lines: [line('10:00', hard('09:30:00')), line('10:00', hard('09:30:00'))],
    gives: { starts: ['09:30:00', '09:30:00'], gaps: ['30:00', '-10:00'] },
  },
  {
    title: 'one that floats',
    because: 'what does not count holds no time: B follows A',
    lines: [line('10:00'), line('1:00', { ...floating, ...hard('09:30:00') }), line('5:00')],
    gives: { starts: ['09:00:00', null, '09:10:00'] },
  },
  {
    title: 'in a segment',
    because: 'the second of it comes at 09:20, 10 min after the first is over; the segment lasts from 09:00 to 09:25',
    lines: [segment(), line('10:00', { in: 1 }), line('5:00', { in: 1, ...hard('09:20:00') }), line('1:00')],
    gives: {
      starts: ['09:00:00', '09:00:00', '09:20:00', '09:25:00'],
      lengths: ['15:00', '10:00', '5:00', '1:00'],
      gaps: ['0:00', '0:00', '10:00', '0:00'],
    },
  },
  {
    title: 'of a segment',
    because: 'its first item holds it, and the gap of 20 min is said of both',
    lines: [line('10:00'), segment(hard('09:30:00')), line('4:00', { in: 2 }), line('6:00', { in: 2 })],
    gives: { starts: ['09:00:00', '09:30:00', '09:30:00', '09:34:00'], gaps: ['0:00', '20:00', '20:00', '0:00'] },
  },
  {
    title: 'of a segment whose first item floats',
    because: 'the first that counts holds it',
    lines: [segment(hard('09:30:00')), line('4:00', { in: 1, ...floating }), line('6:00', { in: 1 })],
    gives: { starts: ['09:30:00', null, '09:30:00'] },
  },
  {
    title: 'of an empty segment',
    because: 'it keeps its place and its time itself: 09:30 and its 5 min',
    lines: [line('10:00'), segment({ ...hard('09:30:00'), durationMs: span('5:00') }), line('1:00')],
    gives: { starts: ['09:00:00', '09:30:00', '09:35:00'] },
  },
  {
    title: 'of a segment in which all floats',
    because: 'it keeps its time as an empty one does',
    lines: [line('10:00'), segment(hard('09:30:00')), line('4:00', { in: 2, ...floating }), line('1:00')],
    gives: { starts: ['09:00:00', '09:30:00', null, '09:30:00'] },
  },
  {
    title: 'of a segment and of its first item',
    because: "what is taken is the item: its own 09:31 counts, not the segment's 09:30",
    lines: [line('10:00'), segment(hard('09:30:00')), line('4:00', { in: 2, ...hard('09:31:00') })],
    gives: { starts: ['09:00:00', '09:31:00', '09:31:00'], gaps: ['0:00', '21:00', '21:00'] },
  },
];

const berlin = (date: string, startsAt: string, hours: number) => ({
  zone: 'Europe/Berlin',
  date,
  startsAt,
  lengthMs: hours * HOUR_MS,
});

const CLOCKS: Vector[] = [
  {
    title: 'over midnight',
    because: '00:05 in a show from 23:00 is the next day: 5 min after 60, and an hour and a half end at 00:30',
    clock: { startsAt: '23:00:00', lengthMs: span('90:00') },
    lines: [line('60:00'), line('25:00', hard('00:05:00'))],
    gives: { starts: ['23:00:00', '00:05:00+1'], gaps: ['0:00', '5:00'], asked: '00:30:00+1', over: '0:00' },
  },
  {
    title: 'before midnight in a show from just after it',
    because: '23:55 is ten minutes before 00:05, the evening before',
    clock: { startsAt: '00:05:00' },
    lines: [line('1:00', hard('23:55:00')), line('1:00')],
    gives: { starts: ['23:55:00-1', '23:56:00-1'], gaps: ['-10:00', '0:00'] },
  },
  {
    title: 'from 24:00:00',
    because: 'the end of the 14th is the beginning of the 15th; 00:30 and 24:00 are of that day too',
    clock: { startsAt: '24:00:00' },
    lines: [line('20:00', hard('24:00:00')), line('30:00', hard('00:30:00'))],
    gives: { starts: ['00:00:00+1', '00:30:00+1'], asked: '01:00:00+1', gaps: ['0:00', '10:00'], over: '0:00' },
  },
  {
    title: 'a whole day',
    because: 'nothing is before it: 05:59 is its last minute, and 24 h end where they began',
    clock: { startsAt: '06:00:00', lengthMs: 24 * HOUR_MS },
    lines: [line('1439:00'), line('1:00', hard('05:59:00'))],
    gives: { starts: ['06:00:00', '05:59:00+1'], gaps: ['0:00', '0:00'], asked: '06:00:00+1', over: '0:00' },
  },
  {
    title: 'twenty hours',
    because: 'from 06:00 to 02:00: 01:30 is within it, 03:00 is after it and three hours before, so before',
    clock: { startsAt: '06:00:00', lengthMs: 20 * HOUR_MS },
    lines: [line('1:00', hard('01:30:00')), line('1:00', hard('03:00:00'))],
    gives: { starts: ['01:30:00+1', '03:00:00'] },
  },
  {
    title: 'the night of spring in Berlin',
    because: '2 h of real time from 01:00 are 04:00 on the wall, where 02:00 to 03:00 is not',
    clock: berlin('2026-03-29', '01:00:00', 2),
    lines: [line('60:00'), line('60:00')],
    gives: { starts: ['01:00:00', '03:00:00'], asked: '04:00:00', over: '0:00', back: ['01:00:00', '03:00:00'] },
  },
  {
    title: 'a hard start in the night of spring',
    because: '03:30 on the wall is 90 min after 01:00: 60 of it filled, 30 not',
    clock: berlin('2026-03-29', '01:00:00', 2),
    lines: [line('60:00'), line('30:00', hard('03:30:00'))],
    gives: { starts: ['01:00:00', '03:30:00'], gaps: ['0:00', '30:00'], over: '0:00' },
  },
  {
    title: 'a hard start in the hour that is not',
    because: '02:30 is as far after the change as it would have been: 03:30',
    clock: berlin('2026-03-29', '01:00:00', 2),
    lines: [line('90:00'), line('30:00', hard('02:30:00'))],
    gives: { starts: ['01:00:00', '03:30:00'], gaps: ['0:00', '0:00'] },
  },
  {
    title: 'the night of autumn in Berlin',
    because: '3 h of real time from 01:00: the second and the third hour both read 02:00, the end is 03:00',
    clock: berlin('2026-10-25', '01:00:00', 3),
    lines: [line('60:00'), line('60:00'), line('60:00')],
    gives: { starts: ['01:00:00', '02:00:00', '02:00:00'], asked: '03:00:00', over: '0:00' },
  },
  {
    title: 'a hard start in the hour that comes twice',
    because: 'the first 02:30 is meant, 90 min after 01:00; 03:00 is 180 min after it',
    clock: berlin('2026-10-25', '01:00:00', 3),
    lines: [line('90:00'), line('30:00', hard('02:30:00')), line('0:00', hard('03:00:00'))],
    gives: { gaps: ['0:00', '0:00', '60:00'], over: '0:00' },
  },
  {
    title: '23 hours into the night of spring',
    because: 'from 18:00 they end at 18:00 on the wall, as the day has 23: 17:30 is its last half hour, not before it',
    clock: berlin('2026-03-28', '18:00:00', 23),
    lines: [line('1350:00'), line('30:00', hard('17:30:00'))],
    gives: { starts: ['18:00:00', '17:30:00+1'], gaps: ['0:00', '0:00'], asked: '18:00:00+1', over: '0:00' },
  },
];

describe('hard starts', () => {
  it.each(HARD)('$title: $because', (vector) => expect(only(planSeen(vector), vector.gives)).toEqual(vector.gives));
});

describe('clocks', () => {
  it.each(CLOCKS)('$title: $because', (vector) => expect(only(planSeen(vector), vector.gives)).toEqual(vector.gives));

  it.each([
    ['Asia/Jakarta', '02:00:00', 'WIB is 7 h ahead'],
    ['Asia/Makassar', '01:00:00', 'WITA is 8 h ahead'],
    ['Asia/Jayapura', '00:00:00', 'WIT is 9 h ahead'],
  ])('nine in %s is %s in UTC: %s', (zone, utc) => {
    const plan = planFor({ clock: { zone }, lines: [line('10:00'), line('1:00', hard('09:30:00'))] });
    const start = toInstant('2024-11-14', utc, 'UTC');
    expect(plan.rows.map((row) => row.start)).toEqual([start, start + span('30:00')]);
  });
});
