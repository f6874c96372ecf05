import { describe, expect, it } from 'vitest';
import { liveOf, runningOf } from '../../../../electron/domain/rundown/live';
import { planOf } from '../../../../electron/domain/rundown/plan';
import { items, partId, rundown } from '../../../../electron/domain/rundown/samples';
import { showAt, step } from '../fixtures';
import { barOf } from './bar';
import { fitLines } from './fit-lines';
import { nextItems, stepped } from './next';

const MINUTE = 60_000;
const plan = planOf(
  rundown({ lengthMs: 10 * MINUTE }),
  items(
    { title: 'Pembuka', durationMs: 2 * MINUTE },
    { title: 'Segmen', kind: 'segment' },
    { title: 'Tahapan', durationMs: 3 * MINUTE, in: 2 },
    { title: 'Jeda', durationMs: MINUTE, in: 2 },
    { title: 'Penutup', durationMs: 4 * MINUTE },
    { title: 'Lagu cadangan', durationMs: 3 * MINUTE, floating: true },
  ),
);

describe('the list of next items', () => {
  it('says what comes when, what is left out and what is at hand', () => {
    const show = showAt(1, plan.start, { skipped: [partId(4)] });
    const next = nextItems(plan, runningOf(show, []), liveOf(plan, runningOf(show, []), plan.start + MINUTE));
    expect(next.map(({ row, state, nth }) => [row.item.title, state, nth])).toEqual([
      ['Tahapan', 'coming', 1],
      ['Jeda', 'skipped', null],
      ['Penutup', 'coming', 2],
      ['Lagu cadangan', 'atHand', null],
    ]);
    expect(next.map(({ segment }) => segment)).toEqual(['Segmen', null, null, null]);
    expect(next[0]?.start).toBe(plan.start + 2 * MINUTE);
  });

  it('is stepped through to its ends', () => {
    const show = showAt(1, plan.start);
    const next = nextItems(plan, runningOf(show, []), liveOf(plan, runningOf(show, []), plan.start));
    expect(stepped(next, null, 1)).toBe(partId(3));
    expect(stepped(next, partId(3), -1)).toBe(partId(3));
    expect(stepped(next, null, -1)).toBe(partId(6));
    expect(stepped([], null, 1)).toBeNull();
  });
});

describe('the bar of the whole show', () => {
  it('lays planned above actual over the same time', () => {
    const now = plan.start + 5 * MINUTE;
    const show = showAt(3, plan.start + 4 * MINUTE);
    const steps = [step(1, plan.start, plan.start + 4 * MINUTE), step(3, plan.start + 4 * MINUTE, null)];
    const bar = barOf({
      plan,
      show: { ...show, startedAt: plan.start },
      steps,
      live: liveOf(plan, runningOf(show, steps), now),
      now,
    });
    // Two minutes late: the show takes twelve.
    expect(bar.to - bar.from).toBe(12 * MINUTE);
    expect(bar.plannedEnd).toBeCloseTo(10 / 12);
    expect(bar.end).toBe(1);
    expect(bar.now).toBeCloseTo(5 / 12);
    expect(bar.planned.map(({ width }) => Math.round(width * 12))).toEqual([2, 3, 1, 4]);
    expect(bar.actual.map(({ tone, left, width }) => [tone, Math.round(left * 12), Math.round(width * 12)])).toEqual([
      ['aired', 0, 4],
      ['onAir', 4, 1],
      ['coming', 5, 2],
      ['coming', 7, 1],
      ['coming', 8, 4],
    ]);
  });
});

describe('the proposal to end on time', () => {
  it('is said in the order of the rundown', () => {
    const fit = {
      drop: [partId(4)],
      lengths: { [partId(5)]: 4 * MINUTE + 20_000, [partId(1)]: MINUTE },
      beforeMs: 0,
      afterMs: 0,
    };
    expect(fitLines(fit, plan, { lengths: {} }).map((line) => [line.do, line.title, line.ms])).toEqual([
      ['shorten', 'Pembuka', MINUTE],
      ['drop', 'Jeda', MINUTE],
      ['stretch', 'Penutup', 20_000],
    ]);
  });
});
