import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '../../../electron/contract/ulid';
import { type DisplayDb, openDisplayDb } from './db';
import { createOutbox, type Outbox } from './outbox';

const display = newId();
const T0 = 1_700_000_000_000;
const refused = (why: unknown) => {
  throw why;
};
function open(id = newId()) {
  const play = {
    id,
    bookingId: null,
    assetId: null,
    hash: 'a'.repeat(64),
    revision: 1,
    plannedStart: T0,
    plannedMs: 10_000,
    startedAt: T0,
    endedAt: T0,
    frames: 0,
    outcome: 'shown' as const,
    because: null,
    clockOffsetMs: null,
  };
  return { id, displayId: display, play, entryKey: `${T0}:a:`, entryStart: T0 };
}

describe('outbox', () => {
  let db: DisplayDb;
  let count = 0;
  beforeEach(async () => {
    db = await openDisplayDb(undefined, `test-${++count}`);
  });

  it('keeps a finished play until it is acknowledged', async () => {
    const outbox = createOutbox(db, { wall: () => T0, refused });
    const one = open();
    await outbox.begin(one);
    expect(await outbox.waiting()).toBe(0);
    await outbox.finish({ ...one, play: { ...one.play, endedAt: T0 + 10_000, frames: 250 } });
    expect(await outbox.batch(display)).toMatchObject([{ id: one.id, frames: 250 }]);
    expect(await outbox.batch(display)).toHaveLength(1);
    await outbox.acknowledged([one.id]);
    expect(await outbox.batch(display)).toEqual([]);
    expect(await outbox.recover()).toEqual([]);
  });

  it('reports what a dead page left open as interrupted, once, with its own id and last sign of life', async () => {
    const one = open();
    const before = createOutbox(db, { wall: Date.now, refused });
    await before.begin(one);
    await before.still(one.id, T0 + 4000, 100);
    const after = createOutbox(db, { wall: () => T0, refused });
    expect(await after.recover()).toEqual([[one.entryKey, T0]]);
    expect(await after.recover()).toEqual([]);
    expect(await after.batch(display)).toMatchObject([
      { id: one.id, outcome: 'interrupted', endedAt: T0 + 4000, frames: 100, because: { code: 'play.pageDied' } },
    ]);
  });

  it('never hands a play to another display, and sends at most 200, oldest first', async () => {
    const outbox = createOutbox(db, { wall: () => T0, refused });
    const all = Array.from({ length: 205 }, () => open());
    for (const each of all) await outbox.finish(each);
    await outbox.finish({ ...open(), displayId: newId() });
    const batch = await outbox.batch(display);
    expect(batch.map((play) => play.id)).toEqual(all.slice(0, 200).map((each) => each.id));
    expect(await outbox.waiting()).toBe(206);
  });

  it('passes over a damaged record', async () => {
    const outbox = createOutbox(db, { wall: () => T0, refused });
    await db.put('plays', { id: '0', play: 'not one' });
    await outbox.finish(open());
    expect(await outbox.batch(display)).toHaveLength(1);
  });

  describe('on a full disk', () => {
    const REFUSED_FOR_MS = 4000;
    const told: unknown[] = [];
    let full = true;
    let outbox: Outbox;
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout'] });
      full = true;
      told.length = 0;
      outbox = createOutbox(
        fullAtTimes(db, () => full),
        { wall: () => T0, refused: (why) => told.push(why) },
      );
    });
    afterEach(() => vi.useRealTimers());

    it('waits a moment for room before it says anything', async () => {
      const one = open();
      const kept = Promise.all([outbox.begin(one), outbox.finish(one)]);
      await vi.advanceTimersByTimeAsync(REFUSED_FOR_MS / 4);
      full = false;
      await vi.advanceTimersByTimeAsync(REFUSED_FOR_MS);
      await kept;
      expect(told).toEqual([]);
      expect(await db.count('plays')).toBe(1);
      expect(await outbox.recover()).toEqual([]);
    });

    it('holds what is refused, hands it out, and writes it once there is room', async () => {
      const [one, two] = [open(), open()];
      const tried = Promise.all([outbox.begin(one), outbox.finish(one)]);
      await vi.advanceTimersByTimeAsync(2 * REFUSED_FOR_MS);
      await tried;
      expect(told).toHaveLength(2);
      expect(await outbox.waiting()).toBe(1);
      expect(await outbox.batch(display)).toEqual([one.play]);
      expect(await outbox.batch(newId())).toEqual([]);
      full = false;
      await outbox.finish(two);
      expect(await db.count('plays')).toBe(2);
      expect(await outbox.waiting()).toBe(2);
      await outbox.acknowledged([one.id, two.id]);
      expect(await outbox.waiting()).toBe(0);
    });
  });

  it('writes an hour of plays that end at once together', async () => {
    const outbox = createOutbox(db, { wall: () => T0, refused });
    const transactions = vi.spyOn(db, 'transaction');
    await Promise.all(Array.from({ length: 500 }, () => outbox.finish(open())));
    expect(transactions.mock.calls.length).toBeLessThanOrEqual(2);
    expect(await outbox.waiting()).toBe(500);
  });
});

/** A disk that refuses every write while it is full. */
function fullAtTimes(db: DisplayDb, full: () => boolean): DisplayDb {
  return new Proxy(db, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (key !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
      return (...args: Parameters<DisplayDb['transaction']>) => {
        if (full() && args[1] === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
        return target.transaction(...args);
      };
    },
  });
}
