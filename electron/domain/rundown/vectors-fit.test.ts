/** What is proposed to end on time: reckoned by hand. From 09:00:00, to end at 10:00:00; the first is on air since 09:00:00. */
import { describe, expect, it } from 'vitest';
import { fitOf } from './fit';
import {
  asSpan,
  flex,
  hard,
  line,
  numberOf,
  type OnAirGiven,
  optional,
  planFor,
  runningOf,
  segment,
} from './vector-samples';

/** Without `now` and `on`: five minutes into the first. */
type Lines = Pick<OnAirGiven, 'lines'> & Partial<OnAirGiven>;

function fitSeen(part: Lines) {
  const given: OnAirGiven = { now: '09:05:00', on: [1, '09:00:00'], ...part };
  const plan = planFor(given);
  const { show, now } = runningOf(given);
  const fit = fitOf(plan, show, now);
  return (
    fit && {
      drop: fit.drop.map((id) => numberOf(plan, id)),
      lengths: Object.fromEntries(Object.entries(fit.lengths).map(([id, ms]) => [numberOf(plan, id), asSpan(ms)])),
      after: asSpan(fit.afterMs),
    }
  );
}

type Vector = Lines & { title: string; because: string; gives: ReturnType<typeof fitSeen> };

const DROPS: Vector[] = [
  {
    title: 'the last optional one',
    because: '63 min are 3 over; the last of 3 does it',
    lines: [line('54:00'), line('3:00', optional), line('3:00'), line('3:00', optional)],
    gives: { drop: [4], lengths: {}, after: '0:00' },
  },
  {
    title: 'two, the last first',
    because: '66 min are 6 over; 3 + 3 of the last two do it, the first of the three stays',
    lines: [line('54:00'), line('3:00', optional), line('3:00', optional), line('3:00'), line('3:00', optional)],
    gives: { drop: [3, 5], lengths: {}, after: '0:00' },
  },
  {
    title: 'no more than it takes',
    because: '65 are 5 over; without the last 1 still 4, without the 5 before it 1 under: the 1 may stay',
    lines: [line('50:00'), line('5:00', optional), line('9:00'), line('1:00', optional)],
    gives: { drop: [2], lengths: {}, after: '0:00' },
  },
  {
    title: 'one that is far too long',
    because: '30 s over; without 5 min it would be 4:30 under, which is worse; 20 s leave 10',
    lines: [line('55:10'), line('0:20', optional), line('5:00', optional)],
    gives: { drop: [2], lengths: {}, after: '0:10' },
  },
  {
    title: 'all in an optional segment',
    because: '64 are 4 over: its last 4 go, its first 6 stay',
    lines: [line('54:00'), segment(optional), line('6:00', { in: 2 }), line('4:00', { in: 2 })],
    gives: { drop: [4], lengths: {}, after: '0:00' },
  },
  {
    title: 'an item whose parent is optional and holds nothing',
    because: 'a jingle is no segment: what names it as its parent is not optional, the jingle of 1 min is',
    lines: [line('59:00'), line('1:00', optional), line('4:00', { in: 2 })],
    gives: { drop: [2], lengths: {}, after: '3:00' },
  },
  {
    title: 'not before a hard start that is waited for',
    because: 'the optional 5 end at 09:15 and 09:30 is waited for: without them it is as much over, 5',
    lines: [line('10:00'), line('5:00', optional), line('35:00', hard('09:30:00'))],
    gives: null,
  },
  {
    title: 'before a hard start that is late',
    because: 'over at 09:35 for 09:30 and 5 at the end: without the 5 it comes at its time',
    lines: [line('30:00'), line('5:00', optional), line('30:00', hard('09:30:00'))],
    gives: { drop: [2], lengths: {}, after: '0:00' },
  },
  {
    title: 'not what was left out, or is on air',
    because: 'the second is out already and the first on air: nothing can go',
    lines: [line('62:00', optional), line('2:00', optional)],
    skipped: [2],
    gives: null,
  },
  {
    title: 'not what holds a hard start',
    because: 'the optional news of 5 were promised for 09:30, so 5 over remain',
    lines: [line('30:00'), line('5:00', { ...optional, ...hard('09:30:00') }), line('30:00')],
    gives: null,
  },
  {
    title: 'in a hard segment whose next item takes over its time',
    because: '09:30 is then the next one’s: only its own 2 min are gained, of 2',
    lines: [line('20:00'), segment(hard('09:30:00')), line('2:00', { in: 2, ...optional }), line('30:00', { in: 2 })],
    gives: { drop: [3], lengths: {}, after: '0:00' },
  },
];

const LENGTHS: Vector[] = [
  {
    title: 'drawn together in proportion',
    because: '3 over; rooms of 2 and 4 min give 1 and 2',
    lines: [line('33:00'), line('10:00', flex('8:00', '10:00')), line('20:00', flex('16:00', '20:00'))],
    gives: { drop: [], lengths: { 2: '9:00', 3: '18:00' }, after: '0:00' },
  },
  {
    title: 'drawn out in proportion',
    because: '6 under; rooms of 4 and 8 min take 2 and 4',
    lines: [line('24:00'), line('10:00', flex('10:00', '14:00')), line('20:00', flex('5:00', '28:00'))],
    gives: { drop: [], lengths: { 2: '12:00', 3: '24:00' }, after: '0:00' },
  },
  {
    title: 'as far as the bounds go',
    because: '10 over and room for 3: 7 remain',
    lines: [line('40:00'), line('30:00', flex('27:00', '60:00'))],
    gives: { drop: [], lengths: { 2: '27:00' }, after: '7:00' },
  },
  {
    title: 'whole seconds',
    because: '10 s over three rooms of 60 are 3 each; the one that is left goes to the first',
    lines: [line('57:10'), ...[1, 2, 3].map(() => line('1:00', flex('0:00', '1:00')))],
    gives: { drop: [], lengths: { 2: '0:56', 3: '0:57', 4: '0:57' }, after: '0:00' },
  },
  {
    title: 'a fraction of a second',
    because: '1.6 s over are nearest 2 s: 0.4 s under remain',
    lines: [{ durationMs: 3_541_600 }, line('1:00', flex('0:00', '1:00'))],
    gives: { drop: [], lengths: { 2: '0:58' }, after: '-0:00.400' },
  },
  {
    title: 'optional first, the rest in lengths',
    because: '5 over: 3 are left out, the other 2 of 4 drawn together',
    lines: [line('42:00'), line('20:00', flex('16:00', '20:00')), line('3:00', optional)],
    gives: { drop: [3], lengths: { 2: '18:00' }, after: '0:00' },
  },
  {
    title: 'the one on air, not below what it has been',
    because: '10 over; of 60 at least 55 by its bounds and 58 as it is on air so long: 2',
    lines: [line('60:00', flex('55:00', '60:00')), line('10:00')],
    now: '09:58:00',
    gives: { drop: [], lengths: { 1: '58:00' }, after: '8:00' },
  },
  {
    title: 'not one that is over its length already',
    because: '50 of 40 min: to draw it out to 60 would give back what is gone; of the 5 under nothing can be taken',
    lines: [line('40:00', flex('30:00', '60:00')), line('5:00')],
    now: '09:50:00',
    gives: null,
  },
  {
    title: 'not one that stands outside its bounds',
    because: 'somebody wrote 5 min where at least 8 are: it is left alone',
    lines: [line('50:00'), line('5:00', flex('8:00', '20:00'))],
    gives: null,
  },
  {
    title: 'on from a length agreed before',
    because: '20 were agreed to be 18; 1 over of 41 + 18 + 2: one more of them',
    lines: [line('41:00'), line('20:00', flex('15:00', '20:00')), line('2:00')],
    agreed: { 2: '18:00' },
    gives: { drop: [], lengths: { 2: '17:00' }, after: '0:00' },
  },
  {
    title: 'a hard start absorbs what is before it',
    because: 'the 20 before 09:30 could give, and 09:30 would be waited for: only the 31 after it give 1',
    lines: [
      line('10:00'),
      line('20:00', flex('10:00', '20:00')),
      line('31:00', { ...flex('30:00', '31:00'), ...hard('09:30:00') }),
    ],
    gives: { drop: [], lengths: { 3: '30:00' }, after: '0:00' },
  },
  {
    title: 'a hard start that is late',
    because: '5 late and 5 over: of 10 that could be given before it 5 tell, and 09:30 is met',
    lines: [line('15:00'), line('20:00', flex('10:00', '20:00')), line('30:00', hard('09:30:00'))],
    gives: { drop: [], lengths: { 2: '15:00' }, after: '0:00' },
  },
  {
    title: 'before and after a hard start that is late',
    because: '6 over: 2 late is all that tells before it, 4 after it; together just 6',
    lines: [
      line('12:00'),
      line('20:00', flex('10:00', '20:00')),
      line('34:00', { ...flex('30:00', '34:00'), ...hard('09:30:00') }),
    ],
    gives: { drop: [], lengths: { 2: '18:00', 3: '30:00' }, after: '0:00' },
  },
  {
    title: 'nothing is drawn out before a hard start',
    because: '5 under at the end; what is before 09:30 may not push it, what is after it takes 5 of 9',
    lines: [
      line('10:00'),
      line('20:00', flex('20:00', '40:00')),
      line('25:00', { ...flex('25:00', '34:00'), ...hard('09:30:00') }),
    ],
    gives: { drop: [], lengths: { 3: '30:00' }, after: '0:00' },
  },
];

const NOTHING: Vector[] = [
  { title: 'on time', because: '60 of 60', lines: [line('40:00'), line('20:00', optional)], gives: null },
  {
    title: 'within a second',
    because: '0.9 s are nothing to a listener',
    lines: [{ durationMs: 2_400_900 }, line('20:00', flex('10:00', '30:00'))],
    gives: null,
  },
  {
    title: 'no length asked',
    because: 'there is nothing to fit to',
    clock: { lengthMs: 0 },
    lines: [line('40:00'), line('50:00', optional)],
    gives: null,
  },
  { title: 'nothing gives', because: '70 min, all of them fixed', lines: [line('40:00'), line('30:00')], gives: null },
  {
    title: 'under, with only optional ones',
    because: 'nothing is left out to fill a gap',
    lines: [line('40:00'), line('10:00', optional)],
    gives: null,
  },
];

describe('what is left out', () => {
  it.each(DROPS)('$title: $because', (vector) => expect(fitSeen(vector)).toEqual(vector.gives));
});
describe('lengths', () => {
  it.each(LENGTHS)('$title: $because', (vector) => expect(fitSeen(vector)).toEqual(vector.gives));
});
describe('nothing to propose', () => {
  it.each(NOTHING)('$title: $because', (vector) => expect(fitSeen(vector)).toBeNull());
});
