import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Heard, heard, type Measured, NOTHING_HEARD, USUAL_RULES, type WatchEvent } from './detector';

const START = 1_000_000;
type Block = readonly [rmsDb: number, truePeakDb?: number];

function listen(blocks: readonly Block[], state: Heard = NOTHING_HEARD, first = 0) {
  const events: WatchEvent[] = [];
  let now = state;
  for (const [at, [rmsDb, truePeakDb = rmsDb + 3]] of blocks.entries()) {
    const sound: Measured = { at: START + (first + at + 1) * 100, ms: 100, rmsDb, truePeakDb };
    const step = heard(now, sound, USUAL_RULES);
    now = step.state;
    events.push(...step.events);
  }
  return { state: now, events };
}
const times = (seconds: number, block: Block): Block[] => Array.from({ length: seconds * 10 }, () => block);
const at = (seconds: number) => START + seconds * 1000;

describe('dead air', () => {
  it('is told after ten seconds, from where it began, and until sound came back', () => {
    expect(listen([...times(3, [-20]), ...times(12, [-90]), ...times(3, [-20])]).events).toEqual([
      { kind: 'silence', from: at(3), until: null },
      { kind: 'silence', from: at(3), until: at(15) },
    ]);
  });
  it('is not told of a pause, nor of what is just loud enough', () => {
    expect(listen([...times(9.9, [-90]), ...times(1, [-20]), ...times(9.9, [-90])]).events).toEqual([]);
    expect(listen(times(60, [-50])).events).toEqual([]);
  });
  it('is not over by a click, nor by noise at the edge', () => {
    const { events } = listen([...times(11, [-90]), [-10], [-10], ...times(5, [-90]), ...times(5, [-48])]);
    expect(events).toHaveLength(1);
  });
  it('is not told of time in which nothing was measured', () => {
    const { state } = listen(times(5, [-90]));
    expect(listen(times(6, [-90]), state, 36_000).events).toEqual([]);
  });
});

describe('over-level', () => {
  it('is told at the third time and is over after five seconds of calm', () => {
    const loud: Block[] = [
      [-6, -0.5],
      [-6, -3],
      [-6, 0.2],
      [-6, -3],
      [-6, -0.9],
    ];
    expect(listen([...loud, ...times(8, [-20])]).events).toEqual([
      { kind: 'over', from: START + 100, until: null },
      { kind: 'over', from: START + 100, until: START + 500 },
    ]);
  });
  it('is not told of a peak now and then, nor of exactly -1 dBTP', () => {
    const peaks = Array.from({ length: 20 }, () => [[-6, 0] as Block, ...times(6, [-20])]).flat();
    expect(listen(peaks).events).toEqual([]);
    expect(listen(times(20, [-6, -1])).events).toEqual([]);
  });
});

const block = fc.tuple(fc.constantFrom(-90, -51, -49, -20, -3), fc.constantFrom(-80, -10, -0.5, 0.4));
/** Runs of the same sound, as sound is. */
const sounds = fc
  .array(fc.tuple(block, fc.integer({ min: 1, max: 150 })), { maxLength: 12 })
  .map((runs) => runs.flatMap(([each, length]) => Array.from({ length }, () => each as Block)));

describe('whatever is heard', () => {
  it('begins and ends by turns, each end of the same beginning, never before it', () => {
    fc.assert(
      fc.property(sounds, (blocks) => {
        for (const kind of ['silence', 'over'] as const) {
          const of = listen(blocks).events.filter((event) => event.kind === kind);
          of.forEach(({ from, until }, index) => {
            expect(until === null).toBe(index % 2 === 0);
            if (until === null) return;
            expect(from).toBe(of[index - 1]?.from);
            expect(until).toBeGreaterThanOrEqual(from);
          });
        }
      }),
    );
  });
  it('is the same when it is heard in two parts', () => {
    fc.assert(
      fc.property(sounds, fc.nat(), (blocks, cut) => {
        const half = blocks.length === 0 ? 0 : cut % blocks.length;
        const first = listen(blocks.slice(0, half));
        const rest = listen(blocks.slice(half), first.state, half);
        expect([...first.events, ...rest.events]).toEqual(listen(blocks).events);
      }),
    );
  });
  it('tells every silence of ten seconds, and none of less', () => {
    fc.assert(
      fc.property(sounds, (blocks) => {
        let run = 0;
        let longest = 0;
        for (const [rmsDb] of blocks) {
          run = rmsDb < USUAL_RULES.silenceDb ? run + 1 : 0;
          longest = Math.max(longest, run);
        }
        const told = listen(blocks).events.some(({ kind }) => kind === 'silence');
        expect(told).toBe(longest >= 100);
      }),
    );
  });
  it('holds no more than ten seconds of peaks', () => {
    fc.assert(
      fc.property(sounds, (blocks) => {
        expect(listen(blocks).state.overs.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
