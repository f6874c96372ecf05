import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookingDraft } from '../../contract/records/booking';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { type Timeline, Timeline as TimelineSchema } from '../../contract/records/timeline';
import { HOUR_MS } from '../../domain/calendar';
import { idFor, ofAsset, ofPlaylist, video } from '../../domain/compile-fixtures';
import { checkTimeline, entryAt } from '../../domain/timeline';
import { createPlaylists } from '../playlists';
import type { Reader } from '../store';
import { operator, quiet } from '../store/samples';
import { createSchedule, type RenditionNeed, type Schedule } from '.';
import type { WhyTold } from './look';
import {
  type Bench,
  caller,
  DISPLAYS,
  FILLER,
  LIST,
  MORNING_DRAFT,
  openBench,
  putAsset,
  settle,
  until,
} from './samples';

const [ONE = '', TWO = '', THREE = ''] = DISPLAYS.map(({ id }) => id);
const MORNING: BookingDraft = { ...MORNING_DRAFT, to: '2026-12-31' };

let bench: Bench;
let schedule: Schedule;
let told: { id: string; revision: number; why: WhyTold; timeline: Timeline }[];
let pushed: string[];
let needs: RenditionNeed[];
let monotonic: number;
let warned: unknown[];

function build(): Schedule {
  const made = createSchedule({
    store: bench.store,
    clock: bench.clock,
    log: { info: () => {}, error: () => {}, warn: (what: unknown) => void warned.push(what) },
    monotonic: () => monotonic,
    ensureRenditions: async (asked) => void needs.push(...asked),
    push: (id) => void pushed.push(id),
  });
  made.timelines.changed.subscribe(({ displayId: id, timeline, why }) =>
    told.push({ id, revision: timeline.revision, why, timeline }),
  );
  return made;
}

beforeEach(async () => {
  bench = await openBench();
  [told, pushed, needs, monotonic, warned] = [[], [], [], 0, []];
  schedule = build();
});
afterEach(async () => {
  await schedule.timelines.stop();
  await bench.close();
});

const displayOf = (reader: Reader, id: string) => {
  const display = reader.get('display', id);
  if (!display) throw new Error(`no display ${id}`);
  return display;
};
const settings = (change: object) =>
  bench.store.commit({ command: 'station.updateSettings', actor: operator }, (tx) =>
    tx.put('settings', { ...DEFAULT_SETTINGS, ...tx.get('settings', 'settings'), ...change }),
  );
const book = (change: Partial<BookingDraft> = {}) =>
  schedule.handlers.bookings.create({ ...MORNING, ...change }, caller);
const summary = () => told.map(({ id, revision, why }) => [id, revision, why]);
const begin = async () => {
  schedule.timelines.start();
  await until(() => told.length === DISPLAYS.length);
  await settle();
  told.length = 0;
};
/** What was told of within the patience, and that nothing more follows. */
const toldAfter = async (count: number) => {
  await until(() => told.length >= count);
  await settle();
  return summary();
};

describe('compileAll', () => {
  it('tells every display once, ahead of the whole horizon, and nothing while nothing changes', async () => {
    await book();
    expect(await schedule.timelines.current(ONE)).toBeNull();
    expect(await schedule.timelines.compileAll()).toEqual({ changed: 3 });
    expect(pushed).toEqual([ONE, TWO, THREE]);
    expect(await schedule.timelines.compileAll()).toEqual({ changed: 0 });
    const timeline = TimelineSchema.parse(await schedule.timelines.current(ONE));
    expect(timeline).toEqual(told[0]?.timeline);
    expect(checkTimeline(timeline)).toBeNull();
    expect(timeline.until).toBeGreaterThanOrEqual(bench.clock.at + 48 * HOUR_MS);
    expect(entryAt(timeline, bench.clock.at)?.clip).toMatchObject({ name: 'Clip 1', because: { code: 'why.booking' } });
  });

  it('hands whoever comes back what is newest, also when it was asked for before the change', async () => {
    await book();
    await schedule.timelines.compileAll();
    const asked = schedule.timelines.current(ONE);
    await book({ name: 'Kedua', what: ofPlaylist(FILLER) });
    await schedule.timelines.compileAll();
    const [before, after] = [await asked, await schedule.timelines.current(ONE)];
    expect(before?.revision).toBeLessThanOrEqual(2);
    expect(after).toEqual(told.filter(({ id }) => id === ONE).at(-1)?.timeline);
  });

  it('tells the same further ahead as a new revision, and says so', async () => {
    await book();
    await schedule.timelines.compileAll();
    told.length = 0;
    bench.clock.at += 24 * HOUR_MS;
    await schedule.timelines.compileAll();
    expect(summary()).toEqual([]);
    bench.clock.at += 2 * HOUR_MS;
    await schedule.timelines.compileAll();
    expect(summary()).toEqual([ONE, TWO, THREE].map((id) => [id, 2, 'horizon']));
  });

  it('goes on counting after a restart, and tells nothing that is known', async () => {
    await book();
    await schedule.timelines.compileAll();
    await schedule.timelines.stop();
    await bench.reopen();
    schedule = build();
    told.length = 0;
    expect(schedule.timelines.newest(ONE)?.revision).toBe(1);
    expect((await schedule.timelines.current(ONE))?.revision).toBe(1);
    expect(await schedule.timelines.compileAll()).toEqual({ changed: 0 });
    await book({ where: { displayIds: [TWO], groupIds: [] } });
    await schedule.timelines.compileAll();
    expect(summary()).toEqual([[TWO, 2, 'content']]);
  });

  it('is the answer to push', async () => {
    expect(await schedule.handlers.schedule.push(undefined, caller)).toEqual({ changed: 3 });
  });

  it('is not stopped by a display that cannot be reached', async () => {
    await schedule.timelines.stop();
    schedule = createSchedule({
      store: bench.store,
      clock: bench.clock,
      log: quiet,
      ensureRenditions: () => Promise.reject(new Error('no')),
      push: () => Promise.reject(new Error('gone')),
    });
    expect(await schedule.timelines.compileAll()).toEqual({ changed: 3 });
  });
});

describe('after a change', () => {
  beforeEach(begin);

  it('tells the displays of a booking, and of what it leaves, and no other', async () => {
    const booking = await book();
    expect(await toldAfter(1)).toEqual([[ONE, 2, 'content']]);
    const draft = { ...MORNING, where: { displayIds: [TWO], groupIds: [] } };
    await schedule.handlers.bookings.update({ id: booking.id, rev: booking.rev, draft }, caller);
    expect((await toldAfter(3)).slice(1)).toEqual([
      [ONE, 3, 'content'],
      [TWO, 2, 'content'],
    ]);
    await bench.store.undo(operator);
    expect((await toldAfter(5)).slice(3)).toHaveLength(2);
  });

  it('tells nobody of a booking that is over or paused, or of a new name for a display', async () => {
    await book({ from: '2026-01-01', to: '2026-01-31' });
    await book({ paused: true });
    const seed = { command: 'displays.update', actor: operator };
    await bench.store.commit(seed, (tx) => tx.put('display', { ...displayOf(tx, ONE), name: 'Baru' }));
    await settle();
    expect(summary()).toEqual([]);
  });

  it('follows groups, playlists and fillers', async () => {
    const group = { id: idFor('G', 1), rev: 0, name: 'Kota', displayIds: [ONE, TWO] };
    const seed = { command: 'groups.create', actor: operator };
    await bench.store.commit(seed, (tx) => tx.put('displayGroup', group));
    await book({ where: { displayIds: [], groupIds: [group.id] } });
    expect((await toldAfter(2)).map(([id]) => id)).toEqual([ONE, TWO]);
    await bench.store.commit(seed, (tx) => tx.put('displayGroup', { ...group, displayIds: [TWO, THREE] }));
    expect((await toldAfter(4)).slice(2).map(([id]) => id)).toEqual([ONE, THREE]);
    const playlists = createPlaylists({ store: bench.store, clock: bench.clock });
    const rev = bench.store.get('playlist', LIST.id)?.rev ?? 0;
    await playlists.update({ id: LIST.id, rev, items: LIST.items.slice(0, 1) }, caller);
    expect((await toldAfter(6)).slice(4).map(([id]) => id)).toEqual([TWO, THREE]);
    await settings({ fillerPlaylistId: FILLER.id });
    expect((await toldAfter(9)).slice(6).map(([id]) => id)).toEqual([ONE, TWO, THREE]);
  });

  it('orders the renditions that are missing, trimmed or whole, and shows them once they are ready', async () => {
    await book({ what: ofAsset({ id: idFor('A', 3) }) });
    await until(() => needs.length > 0);
    await settle();
    expect(needs[0]).toEqual({ assetId: idFor('A', 3), inMs: 0, profile: DISPLAYS[0]?.profile });
    expect(schedule.timelines.notReady(ONE)).toEqual([{ code: 'why.notReady', params: { asset: 'Clip 3' } }]);
    const moved: string[] = [];
    schedule.timelines.readiness.subscribe((id) => moved.push(id));
    told.length = 0;
    await putAsset(bench.store, { ...video(3, 60_000), rev: 1 });
    expect((await toldAfter(1)).map(([id, , why]) => [id, why])).toEqual([[ONE, 'content']]);
    expect(schedule.timelines.notReady(ONE)).toEqual([]);
    expect(moved).toEqual([ONE]);
  });

  it('follows what a smart playlist finds', async () => {
    const smart = { tags: ['dbd'], agencyIds: [], categories: [], sort: 'oldest' as const, limit: 10 };
    const playlists = createPlaylists({ store: bench.store, clock: bench.clock });
    const { id: playlistId } = await playlists.create({ name: 'DBD', items: [], smart }, caller);
    await book({ what: { kind: 'playlist', playlistId } });
    const names = () => told.at(-1)?.timeline.clips.map((clip) => (clip.kind === 'slate' ? 'slate' : clip.name));
    await putAsset(bench.store, video(1, 30_000, { tags: ['dbd'] }));
    await until(() => names()?.includes('Clip 1') ?? false);
    await putAsset(bench.store, video(1, 30_000, { tags: ['banjir'] }));
    await until(() => names()?.join() === 'slate');
  });

  it('passes over assets that nothing shows', async () => {
    const looks: string[] = [];
    schedule.timelines.readiness.subscribe((id) => looks.push(id));
    await putAsset(bench.store, video(77, 30_000));
    await settle();
    expect([summary(), looks]).toEqual([[], []]);
  });

  it('tells anew whom it handed an edit that was undone before it was counted', async () => {
    const before = (await schedule.timelines.current(ONE))?.entries;
    await book();
    expect((await schedule.timelines.current(ONE))?.entries).not.toEqual(before);
    await bench.store.undo(operator);
    expect(await toldAfter(1)).toEqual([[ONE, 2, 'content']]);
    expect(told[0]?.timeline.entries).toEqual(before);
    await schedule.timelines.compileAll();
    expect(summary()).toHaveLength(1);
  });

  it('takes back what another compile told of a booking that was undone at once', async () => {
    const before = (await schedule.timelines.current(ONE))?.entries;
    await book();
    await schedule.timelines.compileAll();
    await bench.store.undo(operator);
    expect(await toldAfter(2)).toEqual([2, 3].map((revision) => [ONE, revision, 'content']));
    expect(told[1]?.timeline.entries).toEqual(before);
  });

  it('handles a storm of edits in a few goes and misses none', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => book({ name: `Pesanan ${n}` })));
    await until(() => bench.store.all('booking').length === 200 && told.length > 0);
    await settle();
    expect(told.length).toBeLessThan(20);
    const last = told.at(-1)?.timeline;
    expect(new Set(last?.clips.map(({ bookingId }) => bookingId)).size).toBe(201);
  });

  it('compiles a new display, and forgets one that is removed', async () => {
    const seed = { command: 'displays.create', actor: operator };
    const four = idFor('D', 4);
    await bench.store.commit(seed, (tx) => tx.put('display', { ...displayOf(tx, ONE), id: four }));
    expect(await toldAfter(1)).toEqual([[four, 1, 'content']]);
    await bench.store.commit(seed, (tx) => tx.remove('display', four));
    await until(() => bench.store.get('storedTimeline', four) === undefined);
    expect([await schedule.timelines.current(four), schedule.timelines.newest(four)]).toEqual([null, null]);
  });
});

describe('when the system clock is moved', () => {
  it.each([HOUR_MS, -HOUR_MS])('by %d ms, looks at every display again', async (byMs) => {
    await book({ dayparts: [{ start: '00:00:00', end: '24:00:00' }] });
    await begin();
    bench.clock.at += byMs;
    // An hour back, the time from nine on has never been told; an hour on, all of it has.
    await until(() => warned.length > 0 && (byMs > 0 || summary().length >= DISPLAYS.length));
    await settle();
    expect(warned).toEqual([{ byMs }]);
    expect(summary()).toEqual(byMs > 0 ? [] : [ONE, TWO, THREE].map((id) => [id, 2, 'content']));
    const timeline = await schedule.timelines.current(ONE);
    expect(timeline && entryAt(timeline, bench.clock.at)?.clip.bookingId).toBeTruthy();
  });

  it('does not take the passing of time for a jump', async () => {
    await begin();
    bench.clock.at += 30 * HOUR_MS;
    monotonic += 30 * HOUR_MS;
    await new Promise((wait) => setTimeout(wait, 1200));
    expect([warned, summary()]).toEqual([[], []]);
  });
});
