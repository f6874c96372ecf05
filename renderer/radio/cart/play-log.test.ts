import { beforeEach, describe, expect, it } from 'vitest';
import type { PlayReport } from '../../../electron/contract/records/play';
import { newId } from '../../../electron/contract/ulid';
import { airTimeOf } from './air-time';
import { followTake } from './follow-take';
import { PlayLog } from './play-log';

const T0 = 1_700_000_000_000;
let kept: Map<string, string>;
let sent: PlayReport[];
let works: boolean;
let now: number;

beforeEach(() => {
  kept = new Map();
  [sent, works, now] = [[], true, T0];
});

const open = (pageKey: string) =>
  new PlayLog({
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    pageKey,
    send: async (plays) => {
      if (!works) throw new TypeError('unreachable');
      sent.push(...plays);
    },
    isRefusal: () => false,
    now: () => now,
  });
const report = (): PlayReport => ({
  ...{ id: newId(), bookingId: null, assetId: newId(), hash: 'a'.repeat(64), revision: 1, plannedStart: T0 },
  ...{ plannedMs: 30_000, startedAt: T0, endedAt: T0, frames: 0, outcome: 'interrupted', because: null },
  clockOffsetMs: 0,
});
const WHOLE = { startedAt: T0, endedAt: T0 + 30_000, frames: 1_440_000, outcome: 'shown' as const, because: null };

describe('the log of what was played', () => {
  it('keeps a play until the station has it', async () => {
    const [log, one] = [open('p'), report()];
    log.begin(one, 'Cek DPT');
    log.end(one.id, WHOLE);
    works = false;
    await expect(log.flush()).rejects.toThrow('unreachable');
    expect(log.waiting()).toBe(1);
    works = true;
    await open('other').flush();
    expect(sent).toMatchObject([{ id: one.id, frames: 1_440_000, outcome: 'shown' }]);
    expect(open('p').waiting()).toBe(0);
  });

  it('tells what a dead page left as interrupted, once, with its last sign of life; not what another page plays', async () => {
    const [first, second] = [open('p'), open('q')];
    const [one, two] = [report(), report()];
    first.begin(one, 'Cek DPT');
    second.begin(two, 'Cegah DBD');
    first.alive(new Set([one.id]), T0 + 4000, () => 192_000);
    second.alive(new Set([two.id]), T0 + 4000, () => 192_000);
    const again = open('p');
    expect(again.recover()).toMatchObject([{ name: 'Cek DPT', report: { id: one.id } }]);
    expect(again.recover()).toEqual([]);
    await again.flush();
    expect(sent).toMatchObject([
      { id: one.id, endedAt: T0 + 4000, frames: 192_000, outcome: 'interrupted', because: { code: 'cart.pageDied' } },
    ]);
    now += 200_000;
    expect(open('r').recover()).toMatchObject([{ name: 'Cegah DBD' }]);
  });

  it('goes on where what is kept was damaged or nothing can be kept', async () => {
    kept.set('suar.cart.open', '[{"broken":1}');
    const [log, one] = [open('p'), report()];
    log.begin(one, 'x');
    log.end(one.id, WHOLE);
    await log.flush();
    expect(sent).toHaveLength(1);
  });
});

describe('when a sample is heard', () => {
  it('is told on the station clock, by what leaves the output', () => {
    const stamps = { contextTime: 10, performanceTime: 5000, currentTime: 10.1, performanceNow: 5040, airNow: T0 };
    expect(airTimeOf(10, stamps)).toBe(T0 - 40);
    expect(airTimeOf(12.5, stamps)).toBe(T0 + 2460);
    expect(airTimeOf(10.1, { ...stamps, performanceTime: 0 })).toBe(T0);
  });
});

describe('a take', () => {
  const onAir = (stepId: string, startedAt = T0) => ({
    ...{ state: 'onAir' as const },
    current: { stepId, itemId: stepId, startedAt, heldAt: null, heldMs: 0 },
  });
  const follow = (seen: string | null | undefined, show: ReturnType<typeof onAir> | null) =>
    followTake(seen, show as Parameters<typeof followTake>[1], T0 + 100);

  it('is what changes under the eyes of the page: not what was on when it came, nor what is long past', () => {
    expect(follow(undefined, onAir('a'))).toEqual({ seen: 'a', take: null });
    expect(follow('a', onAir('a')).take).toBeNull();
    expect(follow('a', onAir('b'))).toMatchObject({ seen: 'b', take: { stepId: 'b' } });
    expect(follow(null, onAir('a'))).toMatchObject({ take: { stepId: 'a' } });
    expect(follow('a', onAir('b', T0 - 60_000))).toMatchObject({ seen: 'b', take: null });
    expect(follow('a', null)).toEqual({ seen: null, take: null });
  });
});
