import { beforeEach, describe, expect, it } from 'vitest';
import type { ToldReceipt } from '../../../electron/contract/records/recall';
import { newId } from '../../../electron/contract/ulid';
import { createFirstWord } from './first-word';
import { type KeptRecalls, NO_RECALLS } from './kept';
import { createRecalls, type Recalls } from './recalls';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
const FIRST = { id: newId(1), hashes: [A] };
let now: number;
let kept: KeptRecalls;
let sent: ToldReceipt[][];
let steps: string[];
let panel: string | null;
let listens: boolean;

const make = (): Recalls =>
  createRecalls({
    now: () => now,
    kept,
    keep: (next) => {
      kept = structuredClone(next);
      steps.push('kept');
    },
    send: ({ receipts }) => {
      if (listens) sent.push(receipts);
      return listens;
    },
    withhold: (hashes) => void steps.push(`withheld ${[...hashes].map((hash) => hash[0]).join('')}`),
    onPanel: () => panel,
  });

beforeEach(() => {
  [now, kept, sent, steps, panel, listens] = [1000, NO_RECALLS, [], [], null, true];
});

describe('recalls at a display', () => {
  it('take what is on the panel off it before anything else, and say when it was last seen there', () => {
    const recalls = make();
    steps = [];
    panel = A;
    recalls.take([FIRST]);
    expect(steps).toEqual(['withheld a', 'kept']);
    expect(recalls.withholds(A)).toBe(true);
    expect(sent).toEqual([[{ recallId: FIRST.id, toldAt: 1000, removedAt: null, lastShownAt: 1000, bytes: 0 }]]);
    now = 1040;
    recalls.removed([{ hash: A, bytes: 7 }]);
    expect(sent.at(-1)).toMatchObject([{ toldAt: 1000, removedAt: 1040, bytes: 7 }]);
    expect(kept.receipts).toEqual(sent.at(-1));
  });

  it('are removed only when every file of them is, and are told of a second time only where more is gone', () => {
    const recalls = make();
    recalls.take([{ ...FIRST, hashes: [A, B] }]);
    recalls.removed([{ hash: A, bytes: 7 }]);
    expect(sent).toHaveLength(1);
    recalls.removed([{ hash: B, bytes: 0 }]);
    expect(sent.at(-1)?.[0]?.removedAt).toBe(1000);
    const told = sent.length;
    recalls.removed([{ hash: A, bytes: 0 }]);
    expect(sent).toHaveLength(told);
  });

  it('stand at the next start without a station, and what it could not say is said when it listens', () => {
    listens = false;
    make().take([FIRST]);
    steps = [];
    const again = make();
    expect(steps).toEqual(['withheld a']);
    expect(again.withholds(A)).toBe(true);
    again.removed([{ hash: A, bytes: 9 }]);
    expect(sent).toEqual([]);
    listens = true;
    again.welcomed();
    expect(sent).toMatchObject([[{ recallId: FIRST.id, bytes: 9 }]]);
  });

  it('are over when the station names them no more', () => {
    const recalls = make();
    recalls.take([FIRST]);
    recalls.take([]);
    expect(recalls.withholds(A)).toBe(false);
    expect(kept).toMatchObject({ orders: [], receipts: [] });
    expect(steps.at(-2)).toBe('withheld ');
  });

  it('ask again for what the disk would not delete', () => {
    const recalls = make();
    recalls.take([FIRST]);
    steps = [];
    now += 31_000;
    recalls.look();
    expect(steps).toContain('withheld a');
    recalls.removed([{ hash: A, bytes: 1 }]);
    steps = [];
    now += 31_000;
    recalls.look();
    expect(steps).not.toContain('withheld a');
  });

  it('remember a showing of days ago, across a restart', () => {
    const recalls = make();
    panel = A;
    recalls.look();
    panel = B;
    now += 31_000;
    recalls.look();
    now += 5 * 86_400_000;
    make().take([FIRST]);
    expect(sent.at(-1)?.[0]?.lastShownAt).toBe(1000);
  });
});

describe('the first word', () => {
  const held = (expects = true) => {
    const timers: { ms: number; act: () => void }[] = [];
    let released = 0;
    const word = createFirstWord({
      expects,
      later: (ms, act) => void timers.push({ ms, act }),
      released: () => {
        released += 1;
      },
    });
    return { word, timers, count: () => released };
  };

  it('is waited for while the line stands, and for a bounded time', () => {
    const { word, timers, count } = held();
    word.line(true);
    timers[0]?.act();
    expect(word.holds).toBe(true);
    expect(timers[1]?.ms).toBe(5000);
    timers[1]?.act();
    word.heard();
    expect([word.holds, count()]).toEqual([false, 1]);
  });

  it('is not waited for without a line, nor by a page that is no display yet', () => {
    const broken = held();
    broken.word.line(false);
    expect(broken.word.holds).toBe(false);
    const silent = held();
    expect(silent.timers[0]?.ms).toBe(1500);
    silent.timers[0]?.act();
    expect(silent.word.holds).toBe(false);
    expect(held(false).word.holds).toBe(false);
  });
});
