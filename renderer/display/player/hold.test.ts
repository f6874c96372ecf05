/** What an edit does to the clip on the panel. */
import { describe, expect, it } from 'vitest';
import type { Clip, Timeline } from '../../../electron/contract/records/timeline';
import { createPlayer, type PlayerEvent, type PlayerState, step } from './player';
import { clip, hashOf, plays, run, show, T0, timelineOf } from './samples';

const filler = (n: number): Clip => ({ ...clip(n, 'video', 'why.filler'), bookingId: null });
const CLIPS = [clip(1), clip(2), clip(3), filler(4), filler(5)];
const ready = [1, 2, 3, 4, 5].map((n): PlayerEvent => ({ type: 'mediaReady', hash: hashOf(n), now: T0 }));
/** Entries of ten seconds, by number of the clip, the first at `start`. */
const each = (numbers: number[], start = T0, revision = 2): Timeline => {
  const clips = CLIPS.filter((_, index) => numbers.includes(index + 1));
  const order = numbers.map((n): [number, number] => [clips.indexOf(CLIPS[n - 1] as Clip), 10_000]);
  return timelineOf(clips, order, start, revision);
};
/** The first of these is on the panel. */
const playing = (numbers: number[]): PlayerState => {
  const [state] = run(createPlayer(), [...ready, { type: 'timeline', timeline: each(numbers, T0, 1), now: T0 }]);
  return show(state, T0)[0];
};
const edit = (state: PlayerState, timeline: Timeline, now: number) => step(state, { type: 'timeline', timeline, now });
const showing = ({ plan }: PlayerState) => plan.map(({ shows }) => (shows.kind === 'slate' ? '' : shows.name));

describe('an edit', () => {
  it('lets the clip on the panel run to its end, and joins what is due then', () => {
    const [edited, cut] = edit(playing([1, 2, 1, 2]), each([2, 3, 1, 2, 3], T0 - 4000), T0 + 3000);
    expect(plays(cut)).toEqual([]);
    expect(showing(edited).slice(0, 3)).toEqual(['clip 1', 'clip 3', 'clip 1']);
    expect(edited.plan[1]).toMatchObject({ start: T0 + 6000, joinAt: T0 + 10_000, end: T0 + 16_000 });
    const [after, ended] = step(edited, { type: 'tick', now: T0 + 10_000 });
    expect(plays(ended)).toMatchObject([{ outcome: 'shown', endedAt: T0 + 10_000, because: null }]);
    const [, late] = step(show(after, T0 + 10_000)[0], { type: 'tick', now: T0 + 16_000 });
    expect(plays(late)).toMatchObject([{ outcome: 'partial', because: { code: 'play.beganLate' } }]);
  });

  it('goes on with the clip though files arrive meanwhile', () => {
    const [edited] = edit(playing([1, 2, 1, 2]), each([2, 3, 1, 2, 3], T0 - 4000), T0 + 3000);
    const [after, effects] = step(edited, { type: 'mediaReady', hash: hashOf(9), now: T0 + 4000 });
    expect(plays(effects)).toEqual([]);
    expect(after.plan).toEqual(edited.plan);
  });

  it('says of entries that came and went meanwhile why they were not shown', () => {
    const short = timelineOf(
      [clip(2), clip(3), clip(1)],
      [
        [0, 5000],
        [1, 3000],
        [2, 10_000],
      ],
      T0,
      2,
    );
    const [edited] = edit(playing([1, 2]), short, T0 + 4000);
    const [, effects] = step(edited, { type: 'tick', now: T0 + 10_000 });
    expect(plays(effects).map((play) => [play.slot.entry?.clip, play.because?.code])).toEqual([
      [clip(1), undefined],
      [clip(3), 'play.behind'],
    ]);
  });

  it('cuts a clip that may no longer play, also while it runs on', () => {
    const [edited] = edit(playing([1, 2, 1, 2]), each([2, 3, 1, 2], T0 - 4000), T0 + 3000);
    const [gone, effects] = edit(edited, each([2, 3, 2, 3], T0 - 4000, 3), T0 + 5000);
    expect(plays(effects)).toMatchObject([{ endedAt: T0 + 5000, because: { code: 'play.replaced' } }]);
    expect(showing(gone)[0]).toBe('clip 2');
    // What was to be joined later comes whole, as another picture.
    expect(gone.plan.every(({ joinAt }) => joinAt === undefined)).toBe(true);
  });

  it('has filler give way to what is booked, and only to that', () => {
    const [booked] = edit(playing([4, 5, 4, 5]), each([1, 4, 1, 4], T0 - 4000), T0 + 3000);
    expect(showing(booked)[0]).toBe('clip 1');
    const [shifted] = edit(playing([4, 5, 4, 5]), each([5, 4, 5, 4], T0 - 4000), T0 + 3000);
    expect(showing(shifted)[0]).toBe('clip 4');
  });

  it('cuts what nobody has seen yet', () => {
    const [state] = run(createPlayer(), [...ready, { type: 'timeline', timeline: each([1, 2], T0, 1), now: T0 }]);
    const [edited] = edit(state, each([2, 1, 2], T0 - 4000), T0 + 3000);
    expect(showing(edited)[0]).toBe('clip 2');
  });
});
