import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalendarDays, Summary } from '../../../contract/api/planner';
import type { BookingDraft } from '../../../contract/records/booking';
import { DAY_MS, HOUR_MS } from '../../../domain/calendar';
import { compile } from '../../../domain/compile';
import { at, ofPlaylist, playlist, video } from '../../../domain/compile-fixtures';
import { operator } from '../../store/samples';
import { createBookings } from '../bookings';
import { readNetwork } from '../network';
import { questionOf } from '../questions';
import { type Bench, CLIPS, caller, DISPLAYS, MORNING_DRAFT as DRAFT, openBench } from '../samples';
import { createDesk } from '.';
import { createDaySums, type DaySumsNeed } from './day-sums';

const [ONE = '', TWO = '', THREE = ''] = DISPLAYS.map(({ id }) => id);

let bench: Bench;
let compiled: string[];
let desk: ReturnType<typeof createDesk>;
let bookings: ReturnType<typeof createBookings>;

beforeEach(async () => {
  bench = await openBench();
  compiled = [];
  desk = deskOf((displayId, { from }) =>
    compiled.push(
      `${DISPLAYS.find(({ id }) => id === displayId)?.name} ${new Date(from + 7 * HOUR_MS).toISOString().slice(0, 10)}`,
    ),
  );
  bookings = createBookings(bench.store, bench.clock);
});
afterEach(() => bench.close());

function deskOf(onCompile: DaySumsNeed['onCompile'] = () => {}) {
  const ground = { sources: bench.store, network: () => readNetwork(bench.store) };
  const view = { ...ground, sums: createDaySums({ ...ground, onCompile }) };
  return createDesk(() => view);
}

const ask = async (displayIds: string[], step: 'day' | 'hour' = 'day') => {
  compiled.length = 0;
  return Summary.parse(await desk.summary({ displayIds, from: '2026-03-01', days: 31, step }, caller));
};
const days = (compiledDays: string[]) => compiledDays.map((each) => each.slice(6)).sort();

describe('days in sums', () => {
  it('tell how much of each hour is open and whose it is', async () => {
    const { id } = await bookings.create(DRAFT, caller);
    const { owners, displays } = await ask([ONE], 'hour');
    const [first] = displays[0]?.days ?? [];
    expect(first).toMatchObject({ from: at('2026-03-01 00:00:00'), skipped: 0, loop: null });
    expect(first?.openMs).toEqual(Array.from({ length: 24 }, () => HOUR_MS));
    const mine = first?.parts.filter(([, owner]) => owners[owner] === id) ?? [];
    expect(mine.map(([hour]) => hour)).toEqual([6, 7, 8, 9, 10, 11]);
    expect(mine.map(([, , ms]) => ms)).toEqual(mine.map(() => HOUR_MS));
    const whole = (await ask([ONE])).displays[0]?.days[0];
    const six = whole?.parts.find(([, owner]) => owners[owner] === id);
    expect(six).toEqual([0, expect.any(Number), 6 * HOUR_MS, mine.reduce((sum, [, , , plays]) => sum + plays, 0)]);
    expect(whole?.parts.reduce((sum, [, , ms]) => sum + ms, 0)).toBe(DAY_MS);
  });

  it('tell of which bookings nothing airs, with why, and of none that airs in part', async () => {
    const [first] = CLIPS;
    if (!first) throw new Error('no clips');
    const whole = await bookings.create({ ...DRAFT, what: { kind: 'asset', assetId: first.id } }, caller);
    // The list has another clip beside it.
    await bookings.create(DRAFT, caller);
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('asset', { ...first, rev: bench.store.get('asset', first.id)?.rev ?? 0, recalledAt: 1 }),
    );
    const { owners, reasons, displays } = await ask([ONE]);
    const told = displays[0]?.days[0]?.silent.map(([owner, why]) => [owners[owner], reasons[why]?.code]);
    expect(told).toEqual([[whole.id, 'judge.recalled']]);
    const input = { displayIds: [ONE], from: '2026-03-01', days: 1 };
    const calendar = CalendarDays.parse(await desk.calendar(input, caller));
    const [day] = calendar.days;
    expect(day?.silent.map(([owner, why]) => [calendar.owners[owner], calendar.reasons[why]?.code])).toEqual(told);
  });

  it('are compiled once for displays that agree, and not again while nothing changes', async () => {
    await bookings.create({ ...DRAFT, where: { displayIds: [ONE, TWO], groupIds: [] } }, caller);
    const first = await ask([ONE, TWO]);
    expect(days(compiled)).toHaveLength(31);
    expect(await ask([ONE, TWO])).toEqual(first);
    expect(compiled).toEqual([]);
  });

  it('are compiled anew only on the displays and days that a changed booking touches', async () => {
    await bookings.create({ ...DRAFT, where: { displayIds: [ONE, TWO, THREE], groupIds: [] } }, caller);
    await ask([ONE, TWO, THREE]);
    const some = await bookings.create(
      {
        ...DRAFT,
        name: 'Siang',
        from: '2026-03-10',
        to: '2026-03-12',
        dayparts: [{ start: '13:00:00', end: '14:00:00' }],
      },
      caller,
    );
    await ask([ONE, TWO, THREE]);
    // The night after its last day is counted from its last edge.
    expect(compiled.every((each) => each.startsWith('VT-01'))).toBe(true);
    expect(days(compiled)).toEqual(['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13']);
    const { id, rev, name, dayparts } = some;
    const rest = { name, dayparts };
    await bookings.update({ id, rev, draft: { ...DRAFT, ...rest, from: '2026-03-11', to: '2026-03-13' } }, caller);
    await ask([ONE, TWO, THREE]);
    // The 10th is as it was before: remembered.
    expect(days(compiled)).toEqual(['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14']);
    await bench.store.undo(operator);
    await ask([ONE, TWO, THREE]);
    expect(compiled.every((each) => each.startsWith('VT-01'))).toBe(true);
    expect(compiled.length).toBeLessThanOrEqual(4);
  });

  it('of several displays add up to what the calendar is told, and need no compile of their own', async () => {
    const draft = { ...DRAFT, where: { displayIds: [ONE, TWO], groupIds: [] } };
    const { id } = await bookings.create(draft, caller);
    const { owners, displays } = await ask([ONE, TWO, THREE]);
    compiled.length = 0;
    const gone = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const tile = { displayIds: [ONE, TWO, THREE, gone], from: '2026-03-01', days: 31 };
    const calendar = CalendarDays.parse(await desk.calendar(tile, caller));
    expect(compiled).toEqual([]);
    expect(calendar.days.map(({ date }) => date).slice(0, 2)).toEqual(['2026-03-01', '2026-03-02']);
    const playsOf = (day: number) =>
      displays.flatMap(({ days }) => days[day]?.parts.filter(([, owner]) => owners[owner] === id) ?? []);
    for (const [day, { openMs, parts }] of calendar.days.entries()) {
      const mine = parts.filter(([owner]) => calendar.owners[owner] === id);
      const plays = playsOf(day).reduce((sum, [, , , each]) => sum + each, 0);
      expect(mine).toEqual([[expect.any(Number), 12 * HOUR_MS, plays, 2]]);
      expect([openMs, parts.reduce((sum, [, ms]) => sum + ms, 0)]).toEqual([3 * DAY_MS, 3 * DAY_MS]);
    }
  });

  it('are after any edits what they are when nothing is remembered', async () => {
    const drafts: BookingDraft[] = [
      DRAFT,
      { ...DRAFT, dayparts: [{ start: '00:00:00', end: '24:00:00' }] },
      { ...DRAFT, from: '2026-03-02', to: '2026-03-03', dayparts: [{ start: '22:00:00', end: '03:00:00' }] },
      { ...DRAFT, how: { kind: 'share' as const, percent: 20 }, from: '2026-03-03', to: '2026-03-04' },
      {
        ...DRAFT,
        how: { kind: 'frequency' as const, plays: 3, per: 'hour' as const },
        from: '2026-03-04',
        to: '2026-03-06',
      },
      { ...DRAFT, priority: 7, from: '2026-03-02', to: '2026-03-02' },
    ];
    for (const draft of drafts) {
      await bookings.create({ ...draft, where: { displayIds: [ONE, TWO], groupIds: [] } }, caller);
      const week = { displayIds: [ONE, TWO], from: '2026-03-01', days: 5, step: 'hour' as const };
      const remembered = await desk.summary(week, caller);
      const fresh = deskOf();
      expect(remembered).toEqual(await fresh.summary(week, caller));
    }
  });

  it('name the length of plays at exact times: of a playlist its longest item', async () => {
    const exact = { kind: 'exact' as const, times: ['12:00:00'], whenTaken: 'delay' as const };
    await bookings.create({ ...DRAFT, how: exact }, caller);
    await bookings.create({ ...DRAFT, how: exact, what: { kind: 'asset', assetId: CLIPS[1]?.id ?? '' } }, caller);
    await bookings.create(DRAFT, caller);
    const owners = await desk.owners({}, caller);
    expect(owners.bookings.map(({ exactMs }) => exactMs)).toEqual([30_000, 15_000, null]);
  });

  it('follow the edge before them also where a rule says what plays', async () => {
    const rule = { tags: [], agencyIds: [], categories: [], sort: 'oldest' as const, limit: 9 };
    const smart = playlist(3, [], { smart: rule });
    await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('playlist', smart);
      // Lengths that do not divide an hour: sums tell one phase of the cycle from another.
      tx.put('asset', video(9, 37_000));
    });
    const dayparts = [{ start: '00:00:00', end: '24:00:00' }];
    await bookings.create({ ...DRAFT, what: ofPlaylist(smart), dayparts }, caller);
    const evening = { ...DRAFT, name: 'Malam', from: '2026-03-01', to: '2026-03-01' };
    const until = (end: string) => ({ ...evening, dayparts: [{ start: '18:00:00', end }] });
    const { id, rev } = await bookings.create(until('23:00:00'), caller);
    const ofMonday = async (from: typeof desk) =>
      (await from.summary({ displayIds: [ONE], from: '2026-03-02', days: 1, step: 'hour' }, caller)).displays;
    await ofMonday(desk);
    await bookings.update({ id, rev, draft: until('23:00:10') }, caller);
    expect(await ofMonday(desk)).toEqual(await ofMonday(deskOf()));
  });

  it('add up to the timeline of the day', async () => {
    await bookings.create(DRAFT, caller);
    const [display] = DISPLAYS;
    if (!display) throw new Error('no display');
    const day = { from: at('2026-03-04 00:00:00'), until: at('2026-03-05 00:00:00') };
    const plan = compile({ ...questionOf(bench.store, readNetwork(bench.store), display), ...day });
    const sums = createDaySums({ sources: bench.store, network: () => readNetwork(bench.store) });
    const sum = await sums.of(ONE, day);
    const plays = plan.entries.filter(([, start]) => start >= day.from && start < day.until).length;
    expect(sum?.plays.reduce((all, each) => all + each, 0)).toBe(plays);
    expect(sum?.ms.reduce((all, each) => all + each, 0)).toBe(DAY_MS);
    expect(await sums.of('01ARZ3NDEKTSV4RRFFQ69G5FAV', day)).toBeNull();
  });
});

describe('many bookings at once', () => {
  it('are changed, made and removed as one command, undone as one', async () => {
    const [a, b] = [await bookings.create(DRAFT, caller), await bookings.create({ ...DRAFT, name: 'Sore' }, caller)];
    const answer = await bookings.updateMany(
      {
        changed: [{ id: a.id, rev: a.rev, draft: { ...DRAFT, to: '2026-03-10' } }],
        made: [{ ...DRAFT, name: 'Salinan' }],
        removed: [{ id: b.id, rev: b.rev }],
      },
      caller,
    );
    expect(answer.map(({ name, to }) => [name, to])).toEqual([
      ['Pagi', '2026-03-10'],
      ['Salinan', '2026-03-31'],
    ]);
    expect((await bench.store.undo(operator)).command).toBe('bookings.updateMany');
    const left = await bookings.list(undefined, caller);
    expect(left.map(({ name, to }) => [name, to]).sort()).toEqual([
      ['Pagi', '2026-03-31'],
      ['Sore', '2026-03-31'],
    ]);
  });

  it('are refused as a whole when one has changed meanwhile', async () => {
    const [a, b] = [await bookings.create(DRAFT, caller), await bookings.create({ ...DRAFT, name: 'Sore' }, caller)];
    await bookings.update({ id: b.id, rev: b.rev, draft: { ...DRAFT, name: 'Malam' } }, caller);
    const change = (each: typeof a) => ({ id: each.id, rev: each.rev, draft: { ...DRAFT, paused: true } });
    const edit = bookings.updateMany({ changed: [change(a), change(b)], made: [], removed: [] }, caller);
    await expect(edit).rejects.toMatchObject({ data: { code: 'stale', params: { name: 'Malam' } } });
    expect((await bookings.list(undefined, caller)).filter(({ paused }) => paused)).toEqual([]);
  });
});
