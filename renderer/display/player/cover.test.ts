/** What a takeover leaves to be seen, and the plays that follow from it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cover, covered, longestSeen, uncovered } from './cover';
import { createPlayer, type PlayerEvent, step } from './player';
import { clip, hashOf, plays, run, show, T0, timelineOf } from './samples';

describe('covers', () => {
  it('leave the longest stretch that no takeover lay over', () => {
    const instant = fc.integer({ min: 0, max: 40 });
    const spans = fc.array(fc.tuple(instant, fc.integer({ min: 1, max: 15 })), { maxLength: 4 });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 40 }), spans, (from, ms, pairs) => {
        let covers: readonly Cover[] = [];
        let at = 0;
        for (const [gap, length] of pairs) {
          covers = uncovered(covered(covers, at + gap, 'Banjir'), at + gap + length);
          at += gap + length;
        }
        const free = Array.from({ length: ms }, (_, i) =>
          covers.every((cover) => from + i < cover.from || from + i >= (cover.until ?? 0)),
        );
        const runs = free
          .map(Number)
          .join('')
          .split('0')
          .map(({ length }) => length);
        const seen = longestSeen(from, from + ms, covers);
        expect(seen ? seen.until - seen.from : ms).toBe(Math.max(...runs));
        expect(seen === null).toBe(free.every(Boolean));
      }),
    );
  });

  it('go on under the name of the takeover that follows at once', () => {
    const covers = covered(covered([], T0, 'Banjir'), T0 + 10, 'Gempa');
    expect(covers).toEqual([
      { from: T0, until: T0 + 10, name: 'Banjir' },
      { from: T0 + 10, until: null, name: 'Gempa' },
    ]);
  });
});

/** Three clips of ten seconds, the first on the panel. */
const playing = () => {
  const clips = [clip(1), clip(2), clip(3)];
  const ready = [1, 2, 3].map((n): PlayerEvent => ({ type: 'mediaReady', hash: hashOf(n), now: T0 }));
  const timeline = timelineOf(
    clips,
    [0, 1, 2, 0, 1, 2].map((index): [number, number] => [index, 10_000]),
  );
  return show(run(createPlayer(), [...ready, { type: 'timeline', timeline, now: T0 }])[0], T0)[0];
};
const cover = (at: number): PlayerEvent => ({ type: 'covered', at, name: 'Banjir' });
const uncover = (at: number): PlayerEvent => ({ type: 'uncovered', at });

describe('plays under a takeover', () => {
  it('are partial at its edges and skipped beneath it, one for each entry', () => {
    let [state, effects] = run(playing(), [cover(T0 + 4000), { type: 'tick', now: T0 + 10_000 }]);
    const all = plays(effects);
    [state] = show(state, T0 + 10_000);
    [state, effects] = run(state, [{ type: 'tick', now: T0 + 20_000 }]);
    all.push(...plays(effects));
    [state] = show(state, T0 + 20_000);
    [state, effects] = run(state, [uncover(T0 + 23_000), { type: 'tick', now: T0 + 30_000 }]);
    all.push(...plays(effects));
    [state] = show(state, T0 + 30_000);
    all.push(...plays(step(state, { type: 'tick', now: T0 + 40_000 })[1]));
    expect(all.map((play) => [play.outcome, play.startedAt - T0, play.endedAt - T0, play.because?.code])).toEqual([
      ['partial', 0, 4000, 'play.takenOver'],
      ['skipped', 10_000, 10_000, 'play.takenOver'],
      ['partial', 23_000, 30_000, 'play.takenOver'],
      ['shown', 30_000, 40_000, undefined],
    ]);
    expect(all[0]?.because?.params).toEqual({ name: 'Banjir' });
  });

  it('begin for the outbox when they can be seen, so that a page that dies tells nothing more', () => {
    const [state] = run(playing(), [cover(T0 + 4000), { type: 'tick', now: T0 + 10_000 }]);
    const [hidden, atStart] = show(state, T0 + 10_000);
    expect(atStart.filter(({ type }) => type === 'began')).toEqual([]);
    const [, seen] = step(hidden, uncover(T0 + 13_000));
    expect(seen).toMatchObject([{ type: 'began', at: T0 + 13_000, slot: { entry: { start: T0 + 10_000 } } }]);
  });

  it('are whole where it took less than is late', () => {
    const [, effects] = run(playing(), [cover(T0), uncover(T0 + 300), { type: 'tick', now: T0 + 10_000 }]);
    expect(plays(effects)).toMatchObject([{ outcome: 'shown', because: null }]);
  });
});
