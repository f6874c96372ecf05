import { describe, expect, it } from 'vitest';
import type { Clip } from '../../../electron/contract/records/timeline';
import { reason } from '../../../electron/contract/scalars';
import type { Slot } from '../player/slot';
import { AT_REST, discipline } from './discipline';
import { createLeadTime } from './lead-time';
import { change, LINE_MS, lineOf, piecesOf } from './pieces';

const T0 = 1_700_000_000_000;
function slot(from: number, to: number, kind: Clip['kind'] = 'video', durationMs = to - from): Slot {
  const base = { bookingId: null, because: reason('why.booking'), assetId: '', name: '', hash: `h${from}`, bytes: 1 };
  const codecs = { video: 'avc1.64001f', audio: 'mp4a.40.2' };
  const shows: Clip =
    kind === 'video'
      ? { kind, ...base, mime: 'video/mp4', durationMs, codecs }
      : { kind: 'slate', bookingId: null, because: base.because };
  return { id: `${from}`, entry: null, shows, instead: null, start: T0 + from, end: T0 + to };
}
const always = () => true;

describe('a line', () => {
  it('takes videos as long as they follow each other, sound alike, and not for ever', () => {
    const plan = [slot(0, 10), slot(10, 20), slot(20, 30, 'slate'), slot(30, 40)];
    expect(lineOf(plan, T0, always)).toEqual(plan.slice(0, 2));
    expect(lineOf([slot(0, 10), slot(11, 20)], T0, always)).toHaveLength(1);
    expect(lineOf([slot(0, 10), slot(10, 20)], T0, (each) => each.id === '0')).toHaveLength(1);
    expect(lineOf([slot(0, LINE_MS - 5), slot(LINE_MS - 5, LINE_MS + 5)], T0, always)).toHaveLength(1);
  });

  it('lays a file once, cut at the end of its entry, or again and again where the entry is longer', () => {
    expect(piecesOf(slot(1000, 5000, 'video', 6000), T0, 0)).toMatchObject([{ zero: 1, from: 1, to: 5 }]);
    expect(piecesOf(slot(0, 7000, 'video', 3000), T0, 0)).toMatchObject([
      { zero: 0, to: 3 },
      { zero: 3, to: 6 },
      { zero: 6, to: 7 },
    ]);
    expect(piecesOf(slot(0, 3040, 'video', 3000), T0, 0)).toMatchObject([{ zero: 0, to: 3.04 }]);
    expect(piecesOf(slot(0, 7000, 'video', 3000), T0, 4)).toMatchObject([{ zero: 3, from: 4, to: 6 }, { zero: 6 }]);
  });

  it('changes what lies ahead, but not what decoders have taken up', () => {
    const old = [slot(0, 10_000), slot(10_000, 20_000), slot(20_000, 30_000)];
    const other = { ...slot(20_000, 40_000), id: 'other' };
    expect(change(old, old, T0, 5)).toEqual({ keep: 3, cutAt: null });
    expect(change(old, [...old.slice(0, 2), other], T0, 5)).toEqual({ keep: 2, cutAt: 20 });
    expect(change(old, [...old.slice(0, 2), other], T0, 19)).toBeNull();
    expect(change(old, [other], T0, 5)).toBeNull();
  });
});

describe('discipline', () => {
  /** A player whose own clock is off by `ppm`; `rate` reaches it at once. Returns its last errors in ms. */
  function follow(startMs: number, ppm: number, seconds: number): number[] {
    let behind = startMs / 1000;
    let state = AT_REST;
    const errors: number[] = [];
    for (let t = 0; t < seconds; t += 0.1) {
      behind += 0.1 * (1 - state.rate * (1 + ppm * 1e-6));
      const [next, correction] = discipline(state, behind);
      state = next;
      if (correction?.kind === 'jump') behind = 0;
      errors.push(behind * 1000);
    }
    return errors.slice(-100);
  }

  it('leaves a picture alone that is on time', () => {
    let state = AT_REST;
    for (let i = 0; i < 50; i++) {
      const [next, correction] = discipline(state, (i % 2 ? 1 : -1) * 0.006);
      expect(correction).toBeNull();
      state = next;
    }
  });

  it.each([
    [300, 0],
    [-300, 0],
    [0, 500],
    [0, -500],
    [80, 200],
  ])('brings %i ms at %i ppm within a frame of the panel', (startMs, ppm) => {
    for (const error of follow(startMs, ppm, 60)) expect(Math.abs(error)).toBeLessThan(13);
  });

  it('jumps when more than half a second off', () => {
    expect(follow(4000, 0, 5).at(-1)).toBeCloseTo(0);
  });
});

describe('lead time', () => {
  it('learns once from each start, and not from a wreck', () => {
    const lead = createLeadTime();
    const one = {};
    lead.learn(one, 40, 500);
    lead.learn(one, 40, 600);
    expect(lead.ms()).toBe(100);
    lead.learn({}, 5000, 500);
    expect(lead.ms()).toBe(100);
  });
});
