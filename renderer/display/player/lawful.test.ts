/** What the rules forbid never comes on the panel, leaves it when they begin to, and makes no play. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reason } from '../../../electron/contract/scalars';
import { createPlayer, type PlayerEvent, step } from './player';
import { clip, hashOf, plays, run, show, T0, timelineOf } from './samples';
import type { Against } from './slot';

const LOCKED = reason('judge.locked', { name: 'clip 2' });
const timeline = {
  ...timelineOf(
    [clip(1), clip(2), clip(9, 'image', 'why.filler')],
    [
      [0, 10_000],
      [1, 10_000],
      [0, 10_000],
    ],
  ),
  lawful: true as const,
};
const ready = [1, 2, 9].map((n): PlayerEvent => ({ type: 'mediaReady', hash: hashOf(n), now: T0 }));
const from = (against: Against) => {
  const [state] = run(createPlayer([], against), [{ type: 'timeline', timeline, now: T0 }, ...ready]);
  return state;
};
const isSecond = (shown: { kind: string; hash?: string }) => shown.hash === hashOf(2);

describe('the player', () => {
  it('shows filler in the place of what is forbidden, and skips it with the reason', () => {
    let state = from((of) => (isSecond(of) ? LOCKED : null));
    expect(state.plan[1]).toMatchObject({ shows: { name: 'clip 9' }, instead: LOCKED });
    [state] = show(state, T0);
    [state] = step(state, { type: 'tick', now: T0 + 10_010 });
    [state] = show(state, T0 + 10_000);
    const [, effects] = step(state, { type: 'tick', now: T0 + 20_010 });
    expect(plays(effects)).toMatchObject([{ outcome: 'skipped', because: LOCKED }]);
  });

  it('shows the slate where filler is forbidden too', () => {
    const state = from((of) => (isSecond(of) || ('name' in of && of.name === 'clip 9') ? LOCKED : null));
    expect(state.plan[1]?.shows.kind).toBe('slate');
  });

  it('takes off what a lock forbids from its middle on, and counts it as cut', () => {
    const middle = T0 + 15_000;
    let state = from((of, at) => (isSecond(of) && at >= middle ? LOCKED : null));
    [state] = show(state, T0);
    [state] = step(state, { type: 'tick', now: T0 + 10_010 });
    [state] = show(state, T0 + 10_000);
    expect(state.plan[0]?.shows).toMatchObject({ name: 'clip 2' });
    const [after, effects] = step(state, { type: 'law', now: middle });
    expect(after.plan[0]).toMatchObject({ shows: { name: 'clip 9' }, instead: LOCKED });
    expect(plays(effects)).toMatchObject([
      { outcome: 'partial', startedAt: T0 + 10_000, endedAt: middle, because: LOCKED },
    ]);
  });

  it('asks nothing of a timeline that was not made under rules', () => {
    const plain = timelineOf([clip(1)], [[0, 10_000]]);
    const [state] = run(
      createPlayer([], () => LOCKED),
      [{ type: 'timeline', timeline: plain, now: T0 }, ...ready],
    );
    expect(state.plan[0]?.shows).toMatchObject({ name: 'clip 1' });
  });

  it('never has on the panel what is forbidden at that moment, whenever it is asked and whatever is forbidden when', () => {
    const bans = fc.array(
      fc.record({
        n: fc.constantFrom(1, 2, 9),
        from: fc.integer({ min: 0, max: 30_000 }),
        ms: fc.integer({ min: 1, max: 15_000 }),
      }),
      { maxLength: 5 },
    );
    const steps = fc.array(fc.integer({ min: 20, max: 3000 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(bans, steps, (all, ticks) => {
        const against: Against = (of, at) =>
          all.some(
            (ban) => 'hash' in of && of.hash === hashOf(ban.n) && at >= T0 + ban.from && at < T0 + ban.from + ban.ms,
          )
            ? LOCKED
            : null;
        let state = from(against);
        let now = T0;
        for (const ms of ticks) {
          now += ms;
          [state] = step(state, { type: 'tick', now });
          const on = state.plan[0];
          if (on && against(on.shows, now)) [state] = step(state, { type: 'law', now });
          [state] = show(state, now);
          const shows = state.plan[0]?.shows;
          expect(shows && against(shows, now)).toBeNull();
        }
      }),
    );
  });
});
