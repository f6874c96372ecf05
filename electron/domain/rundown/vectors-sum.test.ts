/** Sums, segments and what floats: expected times reckoned by hand. Each rundown begins at 09:00:00 and ought to last an hour. */
import { describe, expect, it } from 'vitest';
import { partId } from './samples';
import { floating, type Given, hard, line, only, type PlanSeen, planSeen, segment, span } from './vector-samples';

type Vector = Given & { title: string; because: string; gives: PlanSeen };

const SUMS: Vector[] = [
  {
    title: 'three in a row',
    because: '10 + 20 + 30 min are the hour, each starts where the sum before it ends',
    lines: [line('10:00'), line('20:00'), line('30:00')],
    gives: { starts: ['09:00:00', '09:10:00', '09:30:00'], sums: ['10:00', '30:00', '60:00'], over: '0:00' },
  },
  {
    title: 'too short',
    because: '10 + 20 min of 60 leave 30, so all would have to start 30 min later',
    lines: [line('10:00'), line('20:00')],
    gives: { end: '09:30:00', over: '-30:00', back: ['09:30:00', '09:40:00'] },
  },
  {
    title: 'too long',
    because: '40 + 25 min are 5 more than 60, so all would have to start 5 min earlier',
    lines: [line('40:00'), line('25:00')],
    gives: { end: '10:05:00', over: '5:00', back: ['08:55:00', '09:35:00'] },
  },
  {
    title: 'no items',
    because: 'nothing ends where it begins, and the whole hour is missing',
    lines: [],
    gives: { starts: [], end: '09:00:00', total: '0:00', over: '-60:00' },
  },
  {
    title: 'lengths of zero',
    because: 'an item of no length starts with the one after it and adds nothing',
    lines: [line('0:00'), line('1:00'), line('0:00'), line('2:00')],
    gives: { starts: ['09:00:00', '09:00:00', '09:01:00', '09:01:00'], total: '3:00' },
  },
  {
    title: 'all of no length',
    because: '0 + 0 is 0: everything starts at nine',
    lines: [line('0:00'), line('0:00')],
    gives: { starts: ['09:00:00', '09:00:00'], end: '09:00:00', sums: ['0:00', '0:00'] },
  },
  {
    title: 'one that floats',
    because: '5 + 7 are 12: the 3 min at hand are in no sum and have no times, and the sum stands at 5 there',
    lines: [line('5:00'), line('3:00', floating), line('7:00')],
    gives: {
      starts: ['09:00:00', null, '09:05:00'],
      back: ['09:48:00', null, '09:53:00'],
      sums: ['5:00', '5:00', '12:00'],
      total: '12:00',
    },
  },
  {
    title: 'only what floats',
    because: 'nothing counts, so it ends where it begins',
    lines: [line('5:00', floating), line('3:00', floating)],
    gives: { starts: [null, null], end: '09:00:00', total: '0:00', sums: ['0:00', '0:00'] },
  },
  {
    title: 'milliseconds',
    because: '61.32 s and 0.68 s are 62 s: nothing is rounded between',
    lines: [{ durationMs: 61_320 }, { durationMs: 680 }, line('1:00')],
    gives: { starts: ['09:00:00', '09:01:01', '09:01:02'], total: '2:02' },
  },
];

const SEGMENTS: Vector[] = [
  {
    title: 'a segment without a length of its own',
    because: '4 + 6 are 10; it starts with its first and asks nothing',
    lines: [line('5:00'), segment(), line('4:00', { in: 2 }), line('6:00', { in: 2 }), line('1:00')],
    gives: {
      starts: ['09:00:00', '09:05:00', '09:05:00', '09:09:00', '09:15:00'],
      lengths: ['5:00', '10:00', '4:00', '6:00', '1:00'],
      overs: [null, null, null, null, null],
      sums: ['5:00', '15:00', '9:00', '15:00', '16:00'],
      total: '16:00',
    },
  },
  {
    title: 'a segment that is over',
    because: '4 + 6 in one of 8 are 2 over; the sum is of the items, not of the 8',
    lines: [segment({ durationMs: span('8:00') }), line('4:00', { in: 1 }), line('6:00', { in: 1 })],
    gives: { overs: ['2:00', null, null], lengths: ['10:00', '4:00', '6:00'], total: '10:00' },
  },
  {
    title: 'a segment that is under',
    because: '4 in one of 12 are 8 under, and what follows starts after the 4',
    lines: [segment({ durationMs: span('12:00') }), line('4:00', { in: 1 }), line('1:00')],
    gives: { overs: ['-8:00', null, null], starts: ['09:00:00', '09:00:00', '09:04:00'] },
  },
  {
    title: 'a segment that comes out',
    because: '4 + 6 in one of 10 is neither over nor under, which is not the same as not asked',
    lines: [segment({ durationMs: span('10:00') }), line('4:00', { in: 1 }), line('6:00', { in: 1 })],
    gives: { overs: ['0:00', null, null] },
  },
  {
    title: 'an empty segment',
    because: 'until something is in it, its own 12 min keep its place: 5 + 12',
    lines: [line('5:00'), segment({ durationMs: span('12:00') }), line('1:00')],
    gives: { starts: ['09:00:00', '09:05:00', '09:17:00'], overs: [null, null, null], total: '18:00' },
  },
  {
    title: 'a segment in which all floats',
    because: 'something at hand is not what it is made of: its own 12 min keep its place as if it were empty',
    lines: [segment({ durationMs: span('12:00') }), line('2:00', { in: 1, ...floating }), line('1:00')],
    gives: { starts: ['09:00:00', null, '09:12:00'], lengths: ['12:00', '2:00', '1:00'], total: '13:00' },
  },
  {
    title: 'a segment in which one floats',
    because: '4 + 6 of 10 count, the 2 at hand do not',
    lines: [
      segment({ durationMs: span('10:00') }),
      line('4:00', { in: 1 }),
      line('2:00', { in: 1, ...floating }),
      line('6:00', { in: 1 }),
    ],
    gives: { overs: ['0:00', null, null, null], starts: ['09:00:00', '09:00:00', null, '09:04:00'] },
  },
  {
    title: 'a segment that floats',
    because: 'it is 5 long and 1 over its 4, and nothing in it is in the sum of 3 + 1',
    lines: [
      line('3:00'),
      segment({ ...floating, durationMs: span('4:00') }),
      line('2:00', { in: 2 }),
      line('3:00', { in: 2 }),
      line('1:00'),
    ],
    gives: {
      starts: ['09:00:00', null, null, null, '09:03:00'],
      lengths: ['3:00', '5:00', '2:00', '3:00', '1:00'],
      overs: [null, '1:00', null, null, null],
      sums: ['3:00', '3:00', '3:00', '3:00', '4:00'],
      total: '4:00',
    },
  },
];

const PARENTS: Vector[] = [
  {
    title: 'a parent that is gone',
    because: 'the orphan stands at the top by its own key: 1 + 2 + 3',
    lines: [line('1:00', { title: 'A' }), line('2:00', { title: 'B', in: 99 }), line('3:00', { title: 'C' })],
    gives: { titles: ['A', 'B', 'C'], starts: ['09:00:00', '09:01:00', '09:03:00'] },
  },
  {
    title: 'a parent that is no segment',
    because: 'a jingle holds nothing, so its item stands at the top',
    lines: [line('1:00', { title: 'A', kind: 'jingle' }), line('2:00', { title: 'B', in: 1 })],
    gives: { titles: ['A', 'B'], total: '3:00' },
  },
  {
    title: 'a segment in a segment',
    because: 'the inner one stands at the top with its item, and both count once: 1 + 2',
    lines: [
      segment({ title: 'S' }),
      line('1:00', { title: 'A', in: 1 }),
      segment({ title: 'T', in: 1 }),
      line('2:00', { title: 'B', in: 3 }),
    ],
    gives: {
      titles: ['S', '  A', 'T', '  B'],
      total: '3:00',
      starts: ['09:00:00', '09:00:00', '09:01:00', '09:01:00'],
    },
  },
  {
    title: 'segments in each other',
    because: 'of a circle both stand at the top, and nothing is lost: 1 + 2',
    lines: [
      segment({ title: 'S', in: 2 }),
      segment({ title: 'T', in: 1 }),
      line('1:00', { title: 'A', in: 1 }),
      line('2:00', { title: 'B', in: 2 }),
    ],
    gives: { titles: ['S', '  A', 'T', '  B'], total: '3:00' },
  },
  {
    title: 'an item in itself',
    because: 'it is no segment, so it stands at the top once',
    lines: [line('1:00', { title: 'A', in: 1 }), line('2:00', { title: 'B' })],
    gives: { titles: ['A', 'B'], total: '3:00' },
  },
  {
    title: 'the same key twice',
    because: 'the id decides, whichever came to the list first',
    lines: [
      line('2:00', { title: 'B', order: 'a5', id: partId(8) }),
      line('1:00', { title: 'A', order: 'a5', id: partId(7) }),
      line('3:00', { title: 'C', order: 'a4', id: partId(9) }),
    ],
    gives: { titles: ['C', 'A', 'B'], starts: ['09:00:00', '09:03:00', '09:04:00'] },
  },
];

const BACK: Vector[] = [
  {
    title: 'back-time where no length is asked',
    because: 'there is no end to count back from, and over means nothing',
    clock: { lengthMs: 0 },
    lines: [line('10:00'), line('20:00')],
    gives: { back: [null, null], asked: null, over: null, end: '09:30:00' },
  },
  {
    title: 'back-time where no length is asked, with a hard start',
    because: 'A has 10 min before 09:15, so 09:05; B and after it have no end to count from',
    clock: { lengthMs: 0 },
    lines: [line('10:00'), line('20:00', hard('09:15:00')), line('5:00')],
    gives: { back: ['09:05:00', null, null], starts: ['09:00:00', '09:15:00', '09:35:00'], over: null },
  },
  {
    title: 'back-time of a segment',
    because: 'from 10:00 back 1, then 6, then 4: the segment is to start with its first at 09:49',
    lines: [segment(), line('4:00', { in: 1 }), line('6:00', { in: 1 }), line('1:00')],
    gives: { back: ['09:49:00', '09:49:00', '09:53:00', '09:59:00'] },
  },
];

describe('sums', () => {
  it.each(SUMS)('$title: $because', (vector) => expect(only(planSeen(vector), vector.gives)).toEqual(vector.gives));
});
describe('segments', () => {
  it.each(SEGMENTS)('$title: $because', (vector) => expect(only(planSeen(vector), vector.gives)).toEqual(vector.gives));
});
describe('parents', () => {
  it.each(PARENTS)('$title: $because', (vector) => expect(only(planSeen(vector), vector.gives)).toEqual(vector.gives));
});
describe('back-time', () => {
  it.each(BACK)('$title: $because', (vector) => expect(only(planSeen(vector), vector.gives)).toEqual(vector.gives));
});
