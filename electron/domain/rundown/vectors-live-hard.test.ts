/** Hard starts on air: expected times reckoned by hand. From 09:00:00, to end at 10:00:00. */
import { describe, expect, it } from 'vitest';
import { hard, line, liveSeen, type OnAirGiven, only, segment } from './vector-samples';

type Vector = OnAirGiven & { title: string; because: string; gives: Partial<ReturnType<typeof liveSeen>> };

const NEWS = [line('10:00'), line('20:00'), line('5:00', hard('09:40:00')), line('20:00')];
const CUTS = [line('10:00'), line('20:00'), line('5:00', hard('09:25:00', true)), line('20:00')];
const HARD_SEGMENT = [line('10:00'), segment(hard('09:30:00')), line('4:00', { in: 2 }), line('6:00', { in: 2 })];

const HARD: Vector[] = [
  {
    title: 'a gap before one that warns',
    because: 'free at 09:30, it waits for 09:40: 10 min short, and 36 until then',
    lines: NEWS,
    now: '09:04:00',
    on: [1, '09:00:00'],
    gives: { coming: ['2 09:10:00', '3 09:40:00', '4 09:45:00'], nextHard: '3 in 36:00 over -10:00', end: '10:05:00' },
  },
  {
    title: 'late for one that warns',
    because: 'over at 09:25 and 09:45, so the news come 5 min late, and the end is 10 over instead of 5',
    lines: NEWS,
    now: '09:20:00',
    on: [1, '09:15:00'],
    gives: { coming: ['2 09:25:00', '3 09:45:00', '4 09:50:00'], nextHard: '3 in 20:00 over 5:00', overAtEnd: '10:00' },
  },
  {
    title: 'one that takes itself',
    because: 'it cuts the 20 min from 09:10 at 09:25, 5 before they are over, and ends 5 + 20 later',
    lines: CUTS,
    now: '09:04:00',
    on: [1, '09:00:00'],
    gives: { coming: ['2 09:10:00', '3 09:25:00', '4 09:30:00'], nextHard: '3 in 21:00 over 5:00', end: '09:50:00' },
  },
  {
    title: 'the time of one that takes itself came this moment',
    because: 'what began at 09:10 gives way: it comes now, a second late, not when that is over',
    lines: CUTS,
    now: '09:25:01',
    on: [2, '09:10:00'],
    gives: { coming: ['3 09:25:01', '4 09:30:01'], nextHard: '3 in -0:01 over 5:00' },
  },
  {
    title: 'jumped back behind one that takes itself',
    because: 'its 09:25 was past when the jump was made at 09:31: it follows at 09:51 like any other',
    lines: CUTS,
    now: '09:32:00',
    on: [2, '09:31:00'],
    gives: { coming: ['3 09:51:00', '4 09:56:00'], nextHard: '3 in -7:00 over 26:00' },
  },
  {
    title: 'past the hard start',
    because: 'what is behind the one on air is no longer next',
    lines: NEWS,
    now: '09:41:00',
    on: [3, '09:40:00'],
    gives: { nextHard: null, coming: ['4 09:45:00'], overNow: '0:00' },
  },
  {
    title: 'left out',
    because: 'without the news nothing waits: the last comes at 09:30',
    lines: NEWS,
    now: '09:04:00',
    on: [1, '09:00:00'],
    skipped: [3],
    gives: { coming: ['2 09:10:00', '4 09:30:00'], nextHard: null },
  },
  {
    title: 'of a segment whose first item is left out',
    because: "the segment's 09:30 is then the second's",
    lines: HARD_SEGMENT,
    now: '09:04:00',
    on: [1, '09:00:00'],
    skipped: [3],
    gives: { coming: ['4 09:30:00'], nextHard: '4 in 26:00 over -20:00' },
  },
  {
    title: 'of a segment that has begun',
    because: 'its first is on air since 09:20, by hand: the second follows and waits for nothing',
    lines: HARD_SEGMENT,
    now: '09:21:00',
    on: [3, '09:20:00'],
    gives: { coming: ['4 09:24:00'], nextHard: null, overNow: '-10:00' },
  },
  {
    title: 'two that take themselves in conflict',
    because: '09:30 and then 09:20: each at its time, so it ends 5 min after 09:20',
    lines: [line('10:00'), line('5:00', hard('09:30:00', true)), line('5:00', hard('09:20:00', true))],
    now: '09:00:00',
    on: [1, '09:00:00'],
    gives: { coming: ['2 09:30:00', '3 09:20:00'], end: '09:25:00' },
  },
  {
    title: 'over midnight',
    because: '23:50 and 20 min are 00:10: five past the 00:05 that warns',
    clock: { startsAt: '23:00:00' },
    lines: [line('50:00'), line('20:00'), line('5:00', hard('00:05:00'))],
    now: '23:50:00',
    on: [2, '23:50:00'],
    gives: { coming: ['3 00:10:00+1'], nextHard: '3 in 15:00 over 5:00', overAtEnd: '15:00' },
  },
];

describe('hard starts on air', () => {
  it.each(HARD)('$title: $because', (vector) => expect(only(liveSeen(vector), vector.gives)).toEqual(vector.gives));
});
