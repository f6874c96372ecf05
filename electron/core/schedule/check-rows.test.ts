import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import { idFor } from '../../domain/compile-fixtures';
import { policyOf } from '../../domain/traffic/fixtures';
import { operator } from '../store/samples';
import { type Checkable, checkRows } from './check-rows';
import { readNetwork } from './network';
import { type Bench, DISPLAYS, openBench, SLOT_DRAFT } from './samples';

const [ONE, TWO] = DISPLAYS.map(({ id }) => id) as [string, string];
const DRAFT: BookingDraft = { ...SLOT_DRAFT, where: { displayIds: [], groupIds: [idFor('G', 1)] } };
const HELD: Booking = { id: idFor('B', 1), rev: 0, ...DRAFT, createdAt: 1, createdBy: 'x' };

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('displayGroup', { id: idFor('G', 1), rev: 0, name: 'Kota', displayIds: [ONE, TWO] });
    tx.put('loopPolicy', policyOf({ id: idFor('P', 900), where: { displayIds: [ONE, TWO], groupIds: [] } }));
    tx.put('booking', HELD);
  });
});
afterEach(() => bench.close());

const check = async (rows: Checkable[], lookMs?: number) => {
  const around = { sources: bench.store, network: () => readNetwork(bench.store), now: bench.clock.now() };
  return checkRows({ ...around, ...(lookMs === undefined ? {} : { lookMs }) }, rows);
};
const made = (over: Partial<BookingDraft> = {}): Checkable => ({ draft: { ...DRAFT, ...over }, held: null });
const codes = async (rows: Checkable[]) =>
  (await check(rows)).said.map(({ conflicts }) => conflicts.map(({ reason: { code } }) => code));

describe('rows checked together', () => {
  it('are held against what stays, and a booking that is changed not against itself', async () => {
    expect(await codes([made()])).toEqual([['plan.slotOversold']]);
    const moved = { ...DRAFT, how: { kind: 'slot' as const, slot: 5, every: 1, first: 0 } };
    // The slot that it leaves is free for another row.
    expect(await codes([{ draft: moved, held: HELD }, made()])).toEqual([[], []]);
    expect(await codes([{ draft: { ...DRAFT, to: '2026-03-12' }, held: HELD }, made()])).toEqual([
      [],
      ['plan.slotOversold'],
    ]);
  });

  it('say of each other what they cannot have together', async () => {
    const share = (percent: number, name: string) => made({ name, how: { kind: 'share', percent } });
    expect(await codes([share(60, 'A'), share(50, 'B')])).toEqual([['plan.shareOver'], ['plan.shareOver']]);
    const exact = (time: string) => made({ how: { kind: 'exact', times: [time], whenTaken: 'join' } });
    expect(await codes([exact('09:00:00'), exact('09:00:00'), exact('12:00:00')])).toEqual([
      ...[[], ['plan.exactTaken'], []],
    ]);
  });

  it('say what others lose by each, and by all of them together', async () => {
    const urgent = { priority: 9, how: { kind: 'share' as const, percent: 48 } };
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('booking', { ...HELD, name: 'Lama', how: { kind: 'share', percent: 50 } }),
    );
    expect(await codes([made(urgent)])).toEqual([[]]);
    expect(await codes([made(urgent), made({ ...urgent, name: 'Dua' })])).toEqual([
      ['plan.costsTogether'],
      ['plan.costsTogether'],
    ]);
    expect(await codes([made({ ...urgent, how: { kind: 'share', percent: 90 } })])).toEqual([['plan.costsOther']]);
  });

  it('name those who lose most by all of them, and not everyone', async () => {
    const hourly = { kind: 'frequency', plays: 2, per: 'hour' } as const;
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      for (let n = 1; n <= 60; n++) tx.put('booking', { ...HELD, id: idFor('B', n), name: `Lama ${n}`, how: hourly });
    });
    const urgent = Array.from({ length: 60 }, () => made({ priority: 9, how: hourly }));
    const { said } = await check(urgent);
    expect(said).toHaveLength(60);
    for (const { conflicts, notes, verdict } of said) {
      expect(verdict).toBe('warned');
      expect(conflicts.map(({ reason: { code } }) => code)).toContain('plan.costsTogether');
      expect(Number(notes[0]?.reason.params.more)).toBeLessThan(20);
    }
  });

  it('that never are on the air take nothing and are told of nothing', async () => {
    expect(await codes([made({ paused: true })])).toEqual([[]]);
    expect(await codes([made({ from: '2026-02-01', to: '2026-02-02' })])).toEqual([['plan.over']]);
    expect(await codes([made({ where: { displayIds: [], groupIds: [idFor('G', 9)] } })])).toEqual([['plan.nowhere']]);
  });

  it('for which there is no time are named', async () => {
    const { said, notes } = await check([made(), made({ from: '2026-02-01', to: '2026-02-02' })], 0);
    expect(said.map(({ verdict }) => verdict)).toEqual(['unchecked', 'warned']);
    expect(said[0]?.notes).toEqual([{ column: null, reason: { code: 'plan.unchecked', params: {} } }]);
    expect(notes).toEqual([{ code: 'plan.uncheckedRows', params: { rows: 1, all: 2 } }]);
  });
});
