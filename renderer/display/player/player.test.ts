import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clip, Timeline } from '../../../electron/contract/records/timeline';
import { reason } from '../../../electron/contract/scalars';
import { createPlayer, type PlayerEffect, type PlayerEvent, step } from './player';
import { clip, hashOf, plays, run, show, T0, timelineOf } from './samples';
import { entryKey } from './slot';

describe('player', () => {
  const three = timelineOf(
    [clip(1), clip(2), clip(3, 'image')],
    [
      [0, 10_000],
      [1, 10_000],
      [2, 5_000],
    ],
  );
  const ready = (n: number, now = T0): PlayerEvent => ({ type: 'mediaReady', hash: hashOf(n), now });

  it('plans from now on and makes a shown play at each end', () => {
    let [state] = run(createPlayer(), [{ type: 'timeline', timeline: three, now: T0 }, ready(1), ready(2), ready(3)]);
    expect(state.plan.slice(0, 3).map((slot) => slot.shows)).toEqual(three.clips);
    [state] = show(state, T0);
    const [, effects] = step(state, { type: 'tick', now: T0 + 10_010 });
    expect(plays(effects)).toMatchObject([{ outcome: 'shown', startedAt: T0, endedAt: T0 + 10_000, because: null }]);
  });

  it('begins what joins in progress in the midst of its film, when it is due, as a whole play', () => {
    const film = { ...clip(2), fromMs: 4000 } as Clip;
    const joins = timelineOf(
      [clip(1), film],
      [
        [0, 10_000],
        [1, 6_000],
      ],
    );
    let [state] = run(createPlayer(), [{ type: 'timeline', timeline: joins, now: T0 }, ready(1), ready(2)]);
    expect(state.plan[1]).toMatchObject({ shows: film, start: T0 + 6000, joinAt: T0 + 10_000, end: T0 + 16_000 });
    [state] = show(state, T0);
    [state] = step(state, { type: 'tick', now: T0 + 10_010 });
    [state] = show(state, T0 + 10_000);
    const [, effects] = step(state, { type: 'tick', now: T0 + 16_010 });
    expect(plays(effects)).toMatchObject([{ outcome: 'shown', startedAt: T0 + 10_000, endedAt: T0 + 16_000 }]);
  });

  it('is partial when joined late, and says by how much', () => {
    let [state] = run(createPlayer(), [ready(1, T0 + 4000), { type: 'timeline', timeline: three, now: T0 + 4000 }]);
    [state] = show(state, T0 + 4000);
    const [, effects] = step(state, { type: 'tick', now: T0 + 10_000 });
    expect(plays(effects)).toMatchObject([
      { outcome: 'partial', because: { code: 'play.beganLate', params: { ms: 4000 } } },
    ]);
  });

  it('shows filler for missing media, the slate without filler, and skips the entry with the reason', () => {
    const filler = timelineOf(
      [clip(1), clip(9, 'image', 'why.filler')],
      [
        [0, 10_000],
        [1, 10_000],
      ],
    );
    const [bare] = run(createPlayer(), [{ type: 'timeline', timeline: filler, now: T0 }]);
    expect(bare.plan[0]?.shows.kind).toBe('slate');
    const [state] = run(bare, [ready(9)]);
    expect(state.plan[0]?.shows).toMatchObject({ hash: hashOf(9) });
    const [, effects] = run(show(state, T0)[0], [{ type: 'tick', now: T0 + 10_000 }]);
    expect(plays(effects)).toMatchObject([{ outcome: 'skipped', because: { code: 'play.missing' } }]);
  });

  it('takes up its own media when it arrives during the entry', () => {
    const [state] = run(createPlayer(), [{ type: 'timeline', timeline: three, now: T0 }, ready(1, T0 + 3000)]);
    expect(state.plan[0]).toMatchObject({ shows: { hash: hashOf(1) }, start: T0, instead: null });
  });

  it('reports a broken file once and closes what was on as partial', () => {
    let [state] = run(createPlayer(), [ready(1), { type: 'timeline', timeline: three, now: T0 }]);
    [state] = show(state, T0);
    const event: PlayerEvent = {
      type: 'mediaBroken',
      hash: hashOf(1),
      why: reason('fault.undecodable'),
      now: T0 + 4000,
    };
    const [after, effects] = run(state, [event, event]);
    expect(effects.filter((e) => e.type === 'fault')).toHaveLength(1);
    expect(plays(effects)).toMatchObject([
      { outcome: 'partial', endedAt: T0 + 4000, because: { code: 'play.undecodable' } },
    ]);
    expect(plays(run(after, [{ type: 'tick', now: T0 + 10_000 }])[1])).toEqual([]);
  });

  it('says broken, not missing, once it is known, also for what was planned before', () => {
    const [state] = run(createPlayer(), [{ type: 'timeline', timeline: three, now: T0 }, ready(1)]);
    const why = reason('fault.undecodable');
    const [after] = run(state, [{ type: 'mediaBroken', hash: hashOf(2), why, now: T0 + 100 }]);
    expect(after.plan[1]).toMatchObject({ instead: { code: 'play.undecodable' }, id: state.plan[1]?.id });
  });

  it('plays nothing that the list of recalls names, and what it names no more once that is there again', () => {
    const recalled = (...named: number[]): PlayerEvent => ({
      ...{ type: 'recalls', hashes: new Set(named.map(hashOf)), now: T0 + 4000 },
    });
    let [state] = run(createPlayer(), [ready(1), ready(2), { type: 'timeline', timeline: three, now: T0 }]);
    [state] = show(state, T0);
    const [without, effects] = step(state, recalled(1));
    expect(plays(effects)).toMatchObject([{ outcome: 'partial', endedAt: T0 + 4000 }]);
    expect(without.plan[0]).toMatchObject({ instead: { code: 'play.recalled' } });
    expect(without.plan[1]?.shows).toMatchObject({ hash: hashOf(2) });
    const [other] = run(without, [recalled(2)]);
    expect(other.plan.slice(0, 2).map(({ instead }) => instead?.code)).toEqual(['play.missing', 'play.recalled']);
    const [again] = run(other, [ready(1, T0 + 4000)]);
    expect(again.plan[0]).toMatchObject({ shows: { hash: hashOf(1) }, instead: null });
  });

  it('goes on with the same showing under a new revision that agrees', () => {
    let [state] = run(createPlayer(), [ready(1), { type: 'timeline', timeline: three, now: T0 }]);
    [state] = show(state, T0);
    const [, effects] = step(state, { type: 'timeline', timeline: { ...three, revision: 2 }, now: T0 + 2000 });
    expect(plays(effects)).toEqual([]);
  });

  it('gives way at once to a new revision that differs', () => {
    let [state] = run(createPlayer(), [ready(1), ready(2), { type: 'timeline', timeline: three, now: T0 }]);
    [state] = show(state, T0);
    const other = timelineOf([clip(2)], [[0, 60_000]], T0 - 5000, 2);
    const [after, effects] = step(state, { type: 'timeline', timeline: other, now: T0 + 2000 });
    expect(plays(effects)).toMatchObject([
      { outcome: 'partial', endedAt: T0 + 2000, because: { code: 'play.replaced' } },
    ]);
    expect(after.plan[0]?.shows).toMatchObject({ hash: hashOf(2) });
  });

  it('does not claim entries before a first synchronisation of the clock', () => {
    let [state] = run(createPlayer(), [ready(1), { type: 'timeline', timeline: three, now: T0 }]);
    [state] = show(state, T0 + 10);
    const [after, effects] = step(state, { type: 'clockStep', now: T0 + 21_000, trusted: false });
    expect(plays(effects).map((play) => play.slot.entry?.start)).toEqual([T0]);
    expect(after.plan[0]?.entry?.start).toBe(T0 + 20_000);
  });

  const anyTimeline = fc
    .array(fc.tuple(fc.nat(4), fc.integer({ min: 200, max: 60_000 })), { minLength: 1, maxLength: 120 })
    .map((lengths) => {
      const clips = [clip(1), clip(2, 'image'), clip(3), clip(4, 'image', 'why.filler'), clip(5)];
      return timelineOf(clips, lengths as [number, number][]);
    });
  const anyMove = fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('jump' as const),
        ms: fc.constantFrom(-3_600_000, 3_600_000, -40_000, 70_000),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('sleep' as const), ms: fc.integer({ min: 90_000, max: 900_000 }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('ready' as const, 'broken' as const, 'gone' as const),
        ms: fc.integer({ min: 1, max: 5 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('revision' as const), ms: fc.nat(4) }) },
  );

  function eventOf(move: { kind: string; ms: number }, now: number, timeline: Timeline): PlayerEvent {
    const hash = hashOf(move.ms);
    if (move.kind === 'jump') return { type: 'clockStep', now: now + move.ms, trusted: true };
    if (move.kind === 'ready') return { type: 'mediaReady', hash, now };
    if (move.kind === 'gone') return { type: 'mediaGone', hash, now };
    if (move.kind === 'broken') return { type: 'mediaBroken', hash, why: reason('fault.undecodable'), now };
    if (move.kind === 'revision') return { type: 'timeline', timeline: { ...timeline, revision: 2 + move.ms }, now };
    return { type: 'tick', now: now + move.ms };
  }

  /** Another timeline altogether: the same clips in another order, from another instant on. */
  const anyEdit = fc.record({ kind: fc.constant('edit' as const), ms: fc.nat(30_000) });
  const edited = ({ clips, entries }: Timeline, byMs: number): Timeline =>
    timelineOf(
      clips,
      entries.map(([index, , ms]) => [(index + 1 + byMs) % clips.length, ms + (byMs % 7) * 100]),
      T0 - byMs,
      9,
    );

  it('always has something to show, never the slate while a prepared thing would do, and no gap in the plan', () => {
    fc.assert(
      fc.property(
        anyTimeline,
        fc.array(fc.oneof(anyMove, anyEdit), { maxLength: 80 }),
        fc.boolean(),
        (timeline, moves, sees) => {
          let [state] = step(createPlayer(), { type: 'timeline', timeline, now: T0 });
          let now = T0;
          for (const move of moves) {
            const event: PlayerEvent =
              move.kind === 'edit'
                ? { type: 'timeline', timeline: edited(timeline, move.ms), now }
                : eventOf(move, now, timeline);
            if ('now' in event) now = event.now;
            [state] = step(state, event);
            if (sees) [state] = show(state, now);
            const [due] = state.plan;
            expect(due && due.start <= now && now < due.end).toBe(true);
            for (let i = 1; i < state.plan.length; i++) {
              const [before, slot] = [state.plan[i - 1], state.plan[i]];
              expect(slot?.start).toBeLessThanOrEqual(before?.end ?? 0);
              expect(slot?.end).toBeGreaterThan(before?.end ?? 0);
            }
            const own = due?.entry?.clip;
            const fillerReady = state.media.get(hashOf(4)) === 'ready';
            const ownReady = own && own.kind !== 'slate' && state.media.get(own.hash) === 'ready';
            if ((fillerReady || ownReady) && (due?.end ?? 0) - now > 2000) expect(due?.shows.kind).not.toBe('slate');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes exactly one play of every entry passed, however the clock jumps', () => {
    fc.assert(
      fc.property(anyTimeline, fc.array(anyMove, { maxLength: 80 }), (timeline, moves) => {
        let [state] = step(createPlayer(), { type: 'timeline', timeline, now: T0 });
        let now = T0;
        const made = new Map<string, number>();
        const began = new Set<string>();
        const take = (effects: PlayerEffect[]) => {
          for (const play of plays(effects))
            made.set(play.slot.entry?.key ?? '', (made.get(play.slot.entry?.key ?? '') ?? 0) + 1);
          for (const effect of effects) if (effect.type === 'began') began.add(effect.slot.entry?.key ?? '');
        };
        for (const move of moves) {
          const event = eventOf(move, now, timeline);
          if ('now' in event) now = event.now;
          const [next, effects] = step(state, event);
          take(effects);
          const [after, more] = show(next, now);
          take(more);
          state = after;
        }
        const end = Math.max(timeline.until, now) + 1;
        take(
          step(
            state,
            now < timeline.until ? { type: 'clockStep', now: end, trusted: true } : { type: 'tick', now: end },
          )[1],
        );
        expect([...made.values()].every((count) => count === 1)).toBe(true);
        for (const [index, start] of timeline.entries) {
          expect(made.get(entryKey(timeline.clips[index] as Clip, start))).toBe(1);
        }
        for (const key of began) expect(made.get(key)).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
