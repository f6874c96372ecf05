/** A show on air, at one instant: expected times reckoned by hand. From 09:00:00, to end at 10:00:00. */
import { describe, expect, it } from 'vitest';
import { floating, line, liveSeen, type OnAirGiven, only, segment } from './vector-samples';

type Vector = OnAirGiven & { title: string; because: string; gives: Partial<ReturnType<typeof liveSeen>> };

const THREE = [line('10:00'), line('20:00'), line('30:00')];

const ON_AIR: Vector[] = [
  {
    title: 'on time',
    because: '4 of 10 min are gone, 6 are left, and all is as it was written',
    lines: THREE,
    now: '09:04:00',
    on: [1, '09:00:00'],
    gives: {
      elapsed: '4:00',
      remaining: '6:00',
      coming: ['2 09:10:00', '3 09:30:00'],
      nextHard: null,
      end: '10:00:00',
      overNow: '0:00',
      overAtEnd: '0:00',
    },
  },
  {
    title: 'begun late',
    because: 'taken at 09:03, it is over at 09:13 for 09:10: all 3 min later',
    lines: THREE,
    now: '09:04:00',
    on: [1, '09:03:00'],
    gives: { coming: ['2 09:13:00', '3 09:33:00'], end: '10:03:00', overNow: '3:00', overAtEnd: '3:00' },
  },
  {
    title: 'overrun',
    because: '12 of 10 min: the next is free now, at 09:12, and all is 2 min later',
    lines: THREE,
    now: '09:12:00',
    on: [1, '09:00:00'],
    gives: { remaining: '-2:00', coming: ['2 09:12:00', '3 09:32:00'], overNow: '2:00', overAtEnd: '2:00' },
  },
  {
    title: 'held',
    because: 'it stands at 3 of 10 min since 09:03; at 09:05 its 7 min are still to come, so over at 09:12',
    lines: THREE,
    now: '09:05:00',
    on: [1, '09:00:00', '09:03:00'],
    gives: { elapsed: '3:00', remaining: '7:00', coming: ['2 09:12:00', '3 09:32:00'], overAtEnd: '2:00' },
  },
  {
    title: 'held before, and going on',
    because: '6 min since 09:00, of which it stood 2: 4 gone, 6 left, over at 09:12',
    lines: THREE,
    now: '09:06:00',
    on: [1, '09:00:00', null, '2:00'],
    gives: { elapsed: '4:00', remaining: '6:00', coming: ['2 09:12:00', '3 09:32:00'], overNow: '2:00' },
  },
  {
    title: 'held a second time',
    because: '5 min until it was held at 09:05, of which it stood 1 before: 4, whatever the clock says',
    lines: THREE,
    now: '09:30:00',
    on: [1, '09:00:00', '09:05:00', '1:00'],
    gives: { elapsed: '4:00', remaining: '6:00', end: '10:26:00' },
  },
  {
    title: 'jumped ahead',
    because: 'from the first to the third at 09:05: 30 min of it to 09:35, 25 earlier than written',
    lines: THREE,
    now: '09:05:00',
    on: [3, '09:05:00'],
    gives: { coming: [], end: '09:35:00', overNow: '-25:00', overAtEnd: '-25:00' },
  },
  {
    title: 'jumped back',
    because: 'the first again at 09:35: what comes after it comes again, 35 min later',
    lines: THREE,
    now: '09:35:00',
    on: [1, '09:35:00'],
    gives: { coming: ['2 09:45:00', '3 10:05:00'], overNow: '35:00', overAtEnd: '35:00' },
  },
  {
    title: 'one left out',
    because: 'without the 20 min the third comes at 09:10, and it ends at 09:40',
    lines: THREE,
    now: '09:04:00',
    on: [1, '09:00:00'],
    skipped: [2],
    gives: { coming: ['3 09:10:00'], end: '09:40:00', overNow: '0:00', overAtEnd: '-20:00' },
  },
  {
    title: 'agreed lengths',
    because: '8 instead of 10 on air and 25 instead of 20 to come: 2 min earlier now, 3 later at the end',
    lines: THREE,
    now: '09:04:00',
    on: [1, '09:00:00'],
    agreed: { 1: '8:00', 2: '25:00' },
    gives: { remaining: '4:00', coming: ['2 09:08:00', '3 09:33:00'], overNow: '-2:00', overAtEnd: '3:00' },
  },
  {
    title: 'the last on air',
    because: '30 min from 09:30, nothing after it',
    lines: THREE,
    now: '09:45:00',
    on: [3, '09:30:00'],
    gives: { remaining: '15:00', coming: [], end: '10:00:00', overAtEnd: '0:00' },
  },
  {
    title: 'no length asked',
    because: 'over at the end of nothing is not known; over now is',
    clock: { lengthMs: 0 },
    lines: THREE,
    now: '09:11:00',
    on: [1, '09:00:00'],
    gives: { overNow: '1:00', overAtEnd: null, end: '10:01:00' },
  },
  {
    title: 'nothing on air, before the show',
    because: 'at 08:50 it still begins at 09:00',
    lines: THREE,
    now: '08:50:00',
    gives: { elapsed: null, coming: ['1 09:00:00', '2 09:10:00', '3 09:30:00'], overNow: '0:00', overAtEnd: '0:00' },
  },
  {
    title: 'nothing on air, after it should be',
    because: 'at 09:02 it could begin now, two minutes late',
    lines: THREE,
    now: '09:02:00',
    gives: { coming: ['1 09:02:00', '2 09:12:00', '3 09:32:00'], overNow: '2:00', overAtEnd: '2:00' },
  },
  {
    title: 'one that floats on air',
    because: 'its 3 min are over at 09:13, where it stands 09:10 is written: 3 later than written, 3 over at the end',
    lines: [line('10:00'), line('3:00', floating), line('50:00')],
    now: '09:11:00',
    on: [2, '09:10:00'],
    gives: { remaining: '2:00', coming: ['3 09:13:00'], overNow: '3:00', overAtEnd: '3:00' },
  },
  {
    title: 'on air and removed',
    because: 'of 99 nothing is known but what was before it: after the first comes the second, now',
    lines: THREE,
    now: '09:15:00',
    on: [99, '09:10:00'],
    aired: [1, 99],
    gives: { elapsed: null, coming: ['2 09:15:00', '3 09:35:00'], overNow: '5:00', overAtEnd: '5:00' },
  },
  {
    title: "a segment's head on air",
    because: 'it lasts nothing of itself, its items are to come: 4 and 6 from now',
    lines: [line('10:00'), segment(), line('4:00', { in: 2 }), line('6:00', { in: 2 })],
    now: '09:10:00',
    on: [2, '09:10:00'],
    gives: { remaining: '0:00', coming: ['3 09:10:00', '4 09:14:00'], end: '09:20:00' },
  },
  {
    title: 'a whole segment left out',
    because: 'its items go with it: after the 10 min come the 5',
    lines: [line('10:00'), segment(), line('4:00', { in: 2 }), line('6:00', { in: 2 }), line('5:00')],
    now: '09:00:00',
    on: [1, '09:00:00'],
    skipped: [2],
    gives: { coming: ['5 09:10:00'], end: '09:15:00' },
  },
];

describe('on air', () => {
  it.each(ON_AIR)('$title: $because', (vector) => expect(only(liveSeen(vector), vector.gives)).toEqual(vector.gives));
});
