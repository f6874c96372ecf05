/** The demo day at a real store: planned by the station, reported except during a takeover, and what is done about it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Debt, DebtQuery } from '../../contract/api/make-goods';
import { Failure } from '../../contract/failure';
import type { Booking } from '../../contract/records/booking';
import { plannedDayId } from '../../contract/records/planned-day';
import type { Play } from '../../contract/records/play';
import { newId } from '../../contract/ulid';
import { at, booking, idFor, ofPlaylist, playlist, video } from '../../domain/compile-fixtures';
import { playsOf } from '../../domain/planned';
import { policyOf } from '../../domain/traffic/fixtures';
import { createSchedule, type Schedule } from '../schedule';
import { type Bench, caller, DISPLAYS, openBench } from '../schedule/samples';
import { operator, quiet, sampleAgreement, samplePlay } from '../store/samples';
import { createMakeGoods, type MakeGoods } from '.';

const ONE = DISPLAYS[0]?.id ?? '';
const EIGHTH = ['06:00:00', '09:00:00', '15:00:00', '18:00:00', '22:00:00'];
const LAYANAN = idFor('B', 14);
const DAY = '2026-03-03';
const MINUTE = 60_000;
const seed = { command: 'tests.seed', actor: operator };

let bench: Bench;
let schedule: Schedule;
let room: MakeGoods;
let makeGoods: MakeGoods['handlers'];

beforeEach(async () => {
  bench = await openBench();
  const { store, clock } = bench;
  schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
  const network = () => schedule.timelines.network();
  room = createMakeGoods({
    store,
    clock,
    log: quiet,
    network,
    *radioPlays() {
      yield;
      return new Map();
    },
  });
  makeGoods = room.handlers;
});
afterEach(async () => {
  await room.stop();
  await schedule.timelines.stop();
  await bench.close();
});

/** Slots 1 to 7 and 9, and the eighth by daypart; `last` holds the tenth too. */
async function bookDemoDay(last: boolean): Promise<void> {
  const slot = (n: number) => ({ how: { kind: 'slot' as const, slot: n, every: 1, first: 0 } });
  const held = [1, 2, 3, 4, 5, 6, 7, 9, ...(last ? [10] : [])];
  const all = [
    ...held.map((n) => booking(n, ofPlaylist(playlist(n, [])), slot(n))),
    ...[0, 1, 2, 3].map((part) =>
      booking(13 + part, ofPlaylist(playlist(13 + part, [])), {
        ...slot(8),
        dayparts: [{ start: EIGHTH[part] ?? '', end: EIGHTH[part + 1] ?? '' }],
      }),
    ),
  ];
  await bench.store.commit(seed, (tx) => {
    tx.put('loopPolicy', policyOf({ id: newId(), where: { displayIds: [ONE], groupIds: [] } }));
    for (const each of all) {
      const n = Number.parseInt(each.id.slice(-2), 32);
      const clip = tx.put('asset', video(n, 30_000));
      tx.put('playlist', playlist(n, [clip], { id: each.what.kind === 'playlist' ? each.what.playlistId : '' }));
      tx.put('booking', each);
    }
  });
}

/** Plans ahead, then lets the day pass with every planned play reported but for those that `lost` names. */
async function liveThrough(day: string, lost: (start: number) => boolean, until = `${day} 23:59:59`): Promise<void> {
  await schedule.timelines.compileAll();
  await schedule.timelines.stop();
  bench.clock.at = at(until) + 5 * MINUTE;
  const planned = bench.store.get('plannedDay', plannedDayId(day, ONE));
  const plays = (planned?.lines ?? []).flatMap(({ bookingId }): Play[] => {
    const line = planned?.lines.find((each) => each.bookingId === bookingId);
    const all = line ? [...playsOf(line)] : [];
    return all
      .filter(({ start }) => !lost(start) && start < bench.clock.at)
      .map(({ start, ms }) =>
        samplePlay({
          ...{ id: newId(start), displayId: ONE, bookingId, outcome: 'shown', because: null },
          ...{ plannedStart: start, plannedMs: ms, startedAt: start + 20, endedAt: start + ms },
        }),
      );
  });
  bench.store.plays.add(plays);
}

const takenOver = (start: number) => start >= at(`${DAY} 14:05:00`) && start < at(`${DAY} 14:20:00`);
const debts = async (over: Partial<DebtQuery> = {}): Promise<Debt[]> =>
  (await makeGoods.debts({ from: DAY, to: DAY, settled: false, ...over }, caller)).debts;
const debtOfLayanan = async () => (await debts({ bookingId: LAYANAN, settled: true }))[0];
const OWED = { bookingId: LAYANAN, displayId: ONE, day: DAY };

async function takeOver(): Promise<void> {
  await bench.store.commit(seed, (tx) =>
    tx.put('takeover', {
      ...{
        id: newId(),
        rev: 0,
        name: 'Banjir',
        test: false,
        endedAt: null,
        undone: false,
        cue: null,
        createdAt: 0,
        createdBy: 'Penyiar 1',
      },
      what: { kind: 'text', tone: 'emergency', title: 'Banjir', body: '', qr: '' },
      where: { all: true, displayIds: [], groupIds: [] },
      ...{ from: at(`${DAY} 14:05:00`), until: at(`${DAY} 14:20:00`) },
    }),
  );
}

describe('the demo day', () => {
  it('leaves 69 of 72 and a debt of three when 14:05-14:20 is taken over', async () => {
    await bookDemoDay(true);
    await takeOver();
    await liveThrough(DAY, takenOver);
    const found = await debts();
    expect(found.find(({ bookingId }) => bookingId === LAYANAN)).toMatchObject({
      ...{ planned: 72, shown: 69, owed: 3, given: 0, waived: 0, coming: 0 },
      why: [{ kind: 'takeover', plays: 3 }],
    });
    // Every slot loses three loops, and no other booking of the eighth.
    expect(found.map(({ owed }) => owed)).toEqual(Array(10).fill(3));
    // A loop that is sold out has no room for them: that is said, and nothing is booked.
    const schedule = async () => makeGoods.schedule({ debts: [OWED] }, caller);
    const refused = await schedule().catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(Failure);
    expect((refused as Failure).data).toMatchObject({
      code: 'refused',
      details: [{ code: 'makeGood.noRoom', params: { plays: 3 } }],
    });
  });

  it('is known after the booking was deleted, and what is over is not planned anew', async () => {
    await bookDemoDay(true);
    await liveThrough(DAY, takenOver, `${DAY} 14:30:00`);
    const before = bench.store.get('plannedDay', plannedDayId(DAY, ONE));
    await bench.store.commit(seed, (tx) => tx.remove('booking', LAYANAN));
    const { store, clock } = bench;
    schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
    await schedule.timelines.compileAll();
    await schedule.timelines.stop();
    const line = store.get('plannedDay', plannedDayId(DAY, ONE))?.lines.find(({ bookingId }) => bookingId === LAYANAN);
    // From 09:00 to 14:35, twelve an hour; the rest of its day was taken from it by whoever deleted it.
    expect(line?.plays).toBe(67);
    expect(before?.lines.find(({ bookingId }) => bookingId === LAYANAN)?.plays).toBe(72);
    clock.at = at(`${DAY} 23:59:59`) + 10 * MINUTE;
    expect(await debtOfLayanan()).toMatchObject({ planned: 67, owed: 3, bookingName: 'Pesanan 14' });
    const frozen = store.get('plannedDay', plannedDayId(DAY, ONE));
    schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
    await schedule.timelines.compileAll();
    await schedule.timelines.stop();
    expect(store.get('plannedDay', plannedDayId(DAY, ONE))).toEqual(frozen);
  });
});

describe('make-goods', () => {
  beforeEach(async () => {
    await bookDemoDay(false);
    await liveThrough(DAY, takenOver);
  });
  const bookings = () => bench.store.all('booking').filter(({ makeGoodFor }) => makeGoodFor !== null);
  const refusal = async () => {
    const scheduling = async () => makeGoods.schedule({ debts: [OWED] }, caller);
    const fault = await scheduling().catch((why: unknown) => why);
    return fault instanceof Failure ? fault.data.details?.[0]?.code : null;
  };

  it('are booked on the next day with room, in the same daypart, and taken back by one undo', async () => {
    const { scheduled } = await makeGoods.schedule({ debts: [OWED, OWED] }, caller);
    expect(scheduled).toMatchObject([{ booked: [{ day: '2026-03-05', plays: 3 }], left: 0, because: null }]);
    const [made] = bookings() as [Booking];
    expect(made).toMatchObject({ dayparts: [{ start: '09:00:00', end: '15:00:00' }], makeGoodFor: OWED });
    expect(await debtOfLayanan()).toMatchObject({ owed: 3, coming: 3 });
    await expect(makeGoods.schedule({ debts: [OWED] }, caller)).rejects.toBeInstanceOf(Failure);
    await bench.store.undo(operator);
    expect(bookings()).toEqual([]);
    expect(await debtOfLayanan()).toMatchObject({ owed: 3, coming: 0 });
  });

  it('are booked once where two ask for them at the same moment', async () => {
    const asked = () => Promise.resolve(makeGoods.schedule({ debts: [OWED] }, caller));
    const both = await Promise.allSettled([asked(), asked()]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await debtOfLayanan()).toMatchObject({ owed: 3, coming: 3 });
    expect(bookings()).toHaveLength(1);
  });

  it('settle the debt once they were shown, also when their booking is gone by then', async () => {
    await makeGoods.schedule({ debts: [OWED] }, caller);
    const { store, clock } = bench;
    schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
    await liveThrough('2026-03-05', () => false);
    expect(await debtOfLayanan()).toMatchObject({ given: 3, owed: 0, coming: 0 });
    await store.commit(seed, (tx) => tx.remove('booking', bookings()[0]?.id ?? ''));
    expect(await debtOfLayanan()).toMatchObject({ given: 3, owed: 0 });
    // What made good owes nothing itself.
    const after = await debts({ from: '2026-03-05', to: '2026-03-05', settled: true });
    expect(after).toEqual([]);
  });

  it('say plainly that the material was withdrawn or may not air any more', async () => {
    const clip = bench.store.get('asset', idFor('A', 14));
    if (!clip) throw new Error('no clip');
    const codeWith = async (part: Partial<typeof clip>) => {
      await bench.store.commit(seed, (tx) => tx.put('asset', { ...clip, ...part } as typeof clip));
      return refusal();
    };
    expect(await codeWith({ trashedAt: bench.clock.at })).toBe('makeGood.withdrawn');
    expect(await codeWith({ approval: 'rejected' })).toBe('makeGood.withdrawn');
    expect(await codeWith({ validTo: DAY })).toBe('makeGood.expired');
    expect(await codeWith({ renditions: [] })).toBe('makeGood.notReady');
    expect(bookings()).toEqual([]);
  });

  it('say plainly that the agreement has ended, and stand within one that ends', async () => {
    const agreement = sampleAgreement({ number: 'PKS/7' });
    const under = async (to: string) => {
      await bench.store.commit(seed, (tx) => {
        tx.put('agreement', { ...agreement, to });
        const lost = tx.get('booking', LAYANAN);
        if (lost) tx.put('booking', { ...lost, agreementId: agreement.id });
      });
    };
    await under('2026-03-04');
    expect(await refusal()).toBe('makeGood.agreementOver');
    expect(await debtOfLayanan()).toMatchObject({ agreement: 'PKS/7' });
    await bench.store.commit(seed, (tx) => tx.remove('agreement', agreement.id));
    expect(await refusal()).toBe('makeGood.agreementGone');
    await under('2026-03-05');
    const { scheduled } = await makeGoods.schedule({ debts: [OWED] }, caller);
    expect(scheduled).toMatchObject([{ booked: [{ day: '2026-03-05', plays: 3 }] }]);
  });

  it('may be waived, with a reason, and the waiver undone', async () => {
    await makeGoods.waive({ owed: OWED, because: 'Disepakati dengan Disdukcapil' }, caller);
    expect(await debtOfLayanan()).toMatchObject({ waived: 3, owed: 0 });
    await expect(async () => makeGoods.waive({ owed: OWED, because: 'Lagi' }, caller)).rejects.toBeInstanceOf(Failure);
    await bench.store.undo(operator);
    expect(await debtOfLayanan()).toMatchObject({ waived: 0, owed: 3 });
  });
});

describe('all that is owed', () => {
  beforeEach(async () => {
    await bookDemoDay(false);
    await liveThrough(DAY, takenOver);
    // Half a year later.
    bench.clock.at = at('2026-09-03 12:00:00');
  });
  const all = async () => makeGoods.debts({ settled: false }, caller);
  const owedOn = async (day: string) => (await all()).debts.filter((debt) => debt.day === day).length;

  it('is told however long ago it was, with since when, and summed', async () => {
    const { from, owed, agencies } = await all();
    expect(from).toBe('2026-03-02');
    expect(await owedOn(DAY)).toBe(9);
    expect(agencies.reduce((sum, each) => sum + each.owed, 0)).toBe(owed);
    const part = await makeGoods.debts({ from: DAY, to: DAY, settled: false }, caller);
    expect(part).toMatchObject({ from: DAY, count: 9, owed: 27 });
  });

  it('is counted once, and again where a display reports later', async () => {
    await room.keepUp();
    const fates = vi.spyOn(bench.store.plays, 'fates');
    expect(await owedOn(DAY)).toBe(9);
    expect(fates).not.toHaveBeenCalled();
    const start = at(`${DAY} 14:05:00`);
    const late = [0, 1, 2].map((n) =>
      samplePlay({
        ...{ id: newId(start), displayId: ONE, bookingId: LAYANAN, outcome: 'shown', because: null },
        ...{ plannedStart: start + n * 5 * MINUTE, plannedMs: 30_000 },
        ...{ startedAt: start + n * 5 * MINUTE, endedAt: start + n * 5 * MINUTE + 30_000 },
      }),
    );
    bench.store.plays.add(late);
    expect(await owedOn(DAY)).toBe(8);
    expect(fates).toHaveBeenCalled();
    fates.mockRestore();
  });

  it('is a CSV file with plays and seconds, in words of both languages, that no spreadsheet runs', async () => {
    await makeGoods.waive({ owed: OWED, because: 'Disepakati' }, caller);
    const lost = bench.store.get('booking', LAYANAN);
    if (lost) await bench.store.commit(seed, (tx) => tx.put('booking', { ...lost, name: '=1+1' }));
    const rows = async (language: 'id' | 'en') => {
      let text = '';
      const query = { from: DAY, to: DAY, bookingId: LAYANAN, settled: true };
      for await (const piece of await room.csv(query, language)) text += piece;
      return text.trim().split('\r\n');
    };
    const [header, line] = await rows('id');
    expect(header).toMatch(/^\uFEFF?Tanggal;Jadwal tayang;Layar;Instansi;Nomor perjanjian;Sebab \(tayangan\);/);
    expect(line).toMatch(new RegExp(`^${DAY};'=1\\+1;`));
    expect(line).toContain(';72;69;3;0;3;0;0;2160,0;2070,0;90,0;0,0;90,0;0,0;');
    const [english, same] = await rows('en');
    expect(english).toContain('Date,Booking,Display,Agency,Agreement number,Cause (plays),Planned (plays)');
    expect(same).toContain(',72,69,3,0,3,0,0,2160.0,2070.0,90.0,0.0,90.0,0.0,');
  });
});
