/** Drafts and versions in a real store, compared by real compiles. The bench's Monday is 2 March 2026. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Difference } from '../../../contract/api/drafts';
import { Booking, type BookingDraft } from '../../../contract/records/booking';
import type { ScheduleSource } from '../../../contract/records/schedule-version';
import { MOST_VERSIONS } from '../../../contract/records/schedule-version';
import { idFor, ofPlaylist } from '../../../domain/compile-fixtures';
import { policyOf } from '../../../domain/traffic/fixtures';
import { operator, putAsset, quiet, sampleSubmission } from '../../store/samples';
import { createSchedule, type Schedule } from '..';
import { type Bench, CLIPS, caller, DISPLAYS, LIST, openBench, SLOT_DRAFT, settle, until } from '../samples';

const [ONE, TWO, THREE] = DISPLAYS.map(({ id }) => id) as [string, string, string];
const DAY: BookingDraft = {
  ...SLOT_DRAFT,
  name: 'Cegah DBD',
  what: { kind: 'asset', assetId: CLIPS[0]?.id ?? '' },
  where: { displayIds: [ONE, TWO], groupIds: [] },
};
const HALF: BookingDraft = { ...DAY, dayparts: [{ start: '06:00:00', end: '14:00:00' }] };
/** Of one display on one day: a slot of the demo loop. */
const PLAYS = 192;
const PUBLISHED: ScheduleSource = { kind: 'published' };

let bench: Bench;
let schedule: Schedule;
let told: string[];

beforeEach(async () => {
  bench = await openBench();
  told = [];
  const { store, clock } = bench;
  const push = (id: string) => void told.push(id);
  schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('loopPolicy', policyOf({ id: idFor('P', 900), where: { displayIds: [ONE, TWO], groupIds: [] } }));
  });
});
afterEach(async () => {
  await schedule.timelines.stop();
  await bench.close();
});

const book = async (draft = DAY) => Booking.parse(await schedule.handlers.bookings.create(draft, caller));
const change = (booking: Booking, draft: BookingDraft) => ({ id: booking.id, rev: booking.rev, draft });
const NOTHING = { changed: [], made: [], removed: [] };
const open = (name = 'Coba') => schedule.handlers.drafts.create({ name }, caller);
const edit = async (id: string, part: Partial<Parameters<Schedule['handlers']['drafts']['edit']>[0]>) =>
  Booking.array().parse(await schedule.handlers.drafts.edit({ id, ...NOTHING, ...part }, caller));
const publish = (id: string) => schedule.handlers.drafts.publish({ id }, caller);
const compare = async (before: ScheduleSource, after: ScheduleSource, days = 2) =>
  Difference.parse(await schedule.handlers.drafts.compare({ before, after, from: '2026-03-02', days }, caller));
const list = async () => Booking.array().parse(await schedule.handlers.bookings.list(undefined, caller));
const hours = (bookings: readonly Booking[]) => bookings.map(({ name, dayparts }) => `${name} ${dayparts[0]?.end}`);
const kept = async () =>
  (await schedule.handlers.versions.list(undefined, caller)).map(({ reason, name, bookings }) => [
    reason,
    name,
    bookings,
  ]);

describe('a draft', () => {
  it('names before it is published what in it lost its approval or became exempt meanwhile, with the reason of the plan', async () => {
    const { store } = bench;
    const [clip, other] = [CLIPS[0], CLIPS[1]];
    if (!clip || !other) throw new Error('too few clips');
    const own = (assetId: string) => ({ kind: 'asset' as const, assetId });
    const made = { ...DAY, how: { kind: 'rotation' as const } };
    const a = await book();
    await book({ ...made, name: 'Lain', what: own(clip.id) });
    const { id } = await open();
    const more = [
      { ...made, name: 'Daftar', what: ofPlaylist(LIST) },
      { ...made, name: 'Baru', what: own(clip.id) },
      { ...made, name: 'Aman', what: own(other.id) },
    ];
    await edit(id, { changed: [change(a, HALF)], made: more });
    const look = () => schedule.handlers.drafts.look({ id }, caller);
    expect(await look()).toEqual({ refused: [], silent: [], more: 0 });
    const fall = (over: object) =>
      store.commit({ command: 'tests.fell', actor: operator }, (tx) => {
        putAsset(tx, { ...clip, rev: tx.get('asset', clip.id)?.rev ?? 0, ...over });
      });
    await fall({ approval: 'pending' });
    const of = (code: string, ...names: string[]) =>
      names.map((name) => ({ name, because: [expect.objectContaining({ code, params: expect.anything() })] }));
    const fallen = (code: string) => ({
      refused: of(code, 'Baru'),
      silent: of(code, 'Cegah DBD', 'Daftar'),
      more: 0,
    });
    expect(await look()).toEqual(fallen('judge.notApproved'));
    await fall({ ppid: 'exempt' });
    expect(await look()).toEqual(fallen('judge.exempt'));
    await expect(publish(id)).rejects.toMatchObject({
      data: { details: [{ code: 'draft.cannot' }, { code: 'judge.exempt' }] },
    });
    const fresh = (await schedule.handlers.drafts.get({ id }, caller)).edits.find(
      ({ value }) => value?.name === 'Baru',
    );
    if (!fresh?.value) throw new Error('it is not in the draft');
    await edit(id, { removed: [{ id: fresh.bookingId, rev: fresh.value.rev }] });
    expect(await look()).toMatchObject({ refused: [], silent: [{ name: 'Cegah DBD' }, { name: 'Daftar' }] });
    await publish(id);
    expect(await list()).toHaveLength(4);
  });

  it('changes, makes and removes bookings without touching what is published, and is undone step by step', async () => {
    const [a, b] = [await book(), await book({ ...DAY, name: 'Cek DPT', how: { ...DAY.how, slot: 3 } as never })];
    const { id } = await open();
    const answer = await edit(id, {
      changed: [change(a, HALF)],
      made: [{ ...DAY, name: 'Baru', how: { kind: 'rotation' } }],
      removed: [{ id: b.id, rev: b.rev }],
    });
    expect(hours(answer)).toEqual(['Cegah DBD 14:00:00', 'Baru 22:00:00']);
    expect(await schedule.handlers.drafts.list(undefined, caller)).toMatchObject([
      { name: 'Coba', counts: { made: 1, changed: 1, removed: 1 }, stale: 0 },
    ]);
    expect(await list()).toEqual([a, b]);
    const timeline = async (draftId?: string) => {
      const span = { from: bench.clock.at, until: bench.clock.at + 3_600_000 };
      const { clips } = await schedule.handlers.schedule.timeline({ displayId: ONE, ...span, draftId }, caller);
      return clips.flatMap(({ bookingId }) => bookingId ?? []);
    };
    expect(new Set(await timeline())).toEqual(new Set([a.id, b.id]));
    expect(new Set(await timeline(id))).toEqual(new Set([a.id, answer[1]?.id]));
    expect((await bench.store.undo(operator)).command).toBe('drafts.edit');
    expect((await schedule.handlers.drafts.get({ id }, caller)).edits).toEqual([]);
    expect(new Set(await timeline(id))).toEqual(new Set([a.id, b.id]));
  });

  it('is no edit when a booking is as it was again, and refuses one made of an older state', async () => {
    const a = await book();
    const { id } = await open();
    const [half] = await edit(id, { changed: [change(a, HALF)] });
    if (!half) throw new Error('not saved');
    await expect(edit(id, { changed: [change(a, DAY)] })).rejects.toMatchObject({ data: { code: 'stale' } });
    await edit(id, { changed: [change(half, DAY)] });
    expect((await schedule.handlers.drafts.get({ id }, caller)).edits).toEqual([]);
  });

  it('is seen by its own questions: sums, owners, checks and inventory', async () => {
    const a = await book();
    const { id } = await open();
    await edit(id, { removed: [{ id: a.id, rev: a.rev }] });
    const span = { displayIds: [ONE], from: '2026-03-02' };
    const owners = async (draftId?: string) =>
      (await schedule.handlers.planner.summary({ ...span, days: 1, step: 'day', draftId }, caller)).owners;
    expect(await owners()).toContain(a.id);
    expect(await owners(id)).not.toContain(a.id);
    expect((await schedule.handlers.planner.owners({ draftId: id }, caller)).bookings).toEqual([]);
    const conflicts = async (draftId?: string) =>
      (await schedule.handlers.planning.check({ draft: DAY, id: null, draftId }, caller)).conflicts.length;
    expect([await conflicts(), await conflicts(id)]).toEqual([1, 0]);
    const free = async (draftId?: string) => {
      const input = { ...span, to: '2026-03-02', by: 'day' as const, draftId };
      return (await schedule.handlers.planning.inventory(input, caller)).rows[0]?.cells[0]?.slots[1]?.free;
    };
    expect([await free(), await free(id)]).toEqual([0, PLAYS]);
    await expect((async () => owners(idFor('X', 1)))()).rejects.toMatchObject({ data: { code: 'notFound' } });
  });

  it('is told to no display', async () => {
    const a = await book();
    schedule.timelines.start();
    await until(() => told.length === DISPLAYS.length);
    await settle();
    told.length = 0;
    const { id } = await open();
    await edit(id, { changed: [change(a, HALF)] });
    await settle();
    expect(told).toEqual([]);
    await publish(id);
    await until(() => told.length >= 2);
    expect([...told].sort()).toEqual([ONE, TWO]);
  });

  it('takes another name with its edits kept, and its first one back by undo', async () => {
    const a = await book();
    const { id } = await open();
    await edit(id, { removed: [{ id: a.id, rev: a.rev }] });
    await schedule.handlers.drafts.rename({ id, name: 'Pekan Pilkada' }, caller);
    const now = () => schedule.handlers.drafts.get({ id }, caller);
    expect(await now()).toMatchObject({ draft: { name: 'Pekan Pilkada' }, edits: [{ bookingId: a.id }] });
    await bench.store.undo(operator);
    expect(await now()).toMatchObject({ draft: { name: 'Coba' }, edits: [{ bookingId: a.id }] });
  });

  it('leaves nothing when discarded, and comes back whole by undo', async () => {
    const a = await book();
    const { id } = await open();
    await edit(id, { changed: [change(a, HALF)] });
    await schedule.handlers.drafts.discard({ id }, caller);
    expect(bench.store.all('draftEdit')).toEqual([]);
    await bench.store.undo(operator);
    expect((await schedule.handlers.drafts.get({ id }, caller)).edits).toHaveLength(1);
  });
});

describe('the difference', () => {
  it('tells plays before and after per booking, also of one that nobody touched', async () => {
    const a = await book();
    const rest = await book({ ...DAY, name: 'Sisa', how: { kind: 'rotation' } });
    const { id } = await open();
    await edit(id, { changed: [change(a, HALF)] });
    const { rows, counts, looked, more } = await compare(PUBLISHED, { kind: 'draft', id });
    expect(counts).toEqual({ made: 0, changed: 1, removed: 0 });
    expect(looked).toMatchObject({ displays: 2, ofDisplays: 2, checked: 1, ofChecked: 1 });
    expect(more).toBe(0);
    const [own] = rows.filter(({ bookingId }) => bookingId === a.id);
    // Two displays, two days; half of each day is left.
    expect(own?.plays).toEqual({ before: PLAYS * 4, after: PLAYS * 2 });
    expect(own?.ms).toEqual({ before: PLAYS * 4 * 30_000, after: PLAYS * 2 * 30_000 });
    expect([own?.kind, own?.before?.dayparts, own?.after?.dayparts]).toEqual(['changed', DAY.dayparts, HALF.dayparts]);
    const [other] = rows.filter(({ bookingId }) => bookingId === rest.id);
    expect(other?.kind).toBe('same');
    expect((other?.plays.after ?? 0) - (other?.plays.before ?? 0)).toBe(PLAYS * 2);
  });

  it('looks only at displays that touched bookings name, and tells what stands in their way', async () => {
    await book();
    const { id } = await open();
    await edit(id, { made: [{ ...DAY, name: 'Sama', where: { displayIds: [ONE], groupIds: [] } }] });
    const { looked, conflicts } = await compare(PUBLISHED, { kind: 'draft', id });
    expect(looked).toMatchObject({ displays: 1, ofDisplays: 1 });
    expect(conflicts).toMatchObject([{ name: 'Sama', conflicts: [{ reason: { code: 'plan.slotOversold' } }] }]);
  });

  it('finds nothing in the way of what plays on other days, by its own rule, but of what never plays', async () => {
    await book();
    const { id } = await open();
    const fortnightly = { ...DAY, from: '2026-02-23', rule: 'FREQ=WEEKLY;INTERVAL=2' };
    await edit(id, { made: [fortnightly, { ...DAY, weekdays: [7] }] });
    const compared = () => compare(PUBLISHED, { kind: 'draft', id });
    expect((await compared()).conflicts).toEqual([]);
    await edit(id, { made: [{ ...DAY, rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }] });
    expect((await compared()).conflicts).toMatchObject([{ conflicts: [{ reason: { code: 'plan.noDays' } }] }]);
  });

  it('is nothing between a schedule and itself, and follows each edit', async () => {
    const a = await book();
    const { id } = await open();
    expect(await compare(PUBLISHED, { kind: 'draft', id })).toMatchObject({ rows: [], looked: { ofDisplays: 0 } });
    await edit(id, { removed: [{ id: a.id, rev: a.rev }] });
    const playsLeft = async () => (await compare(PUBLISHED, { kind: 'draft', id }, 1)).rows[0]?.plays.after;
    expect(await playsLeft()).toBe(0);
    await bench.store.undo(operator);
    await edit(id, { changed: [change(a, { ...DAY, where: { displayIds: [ONE, THREE], groupIds: [] } })] });
    // A slot on a display without a loop plays nothing.
    expect(await playsLeft()).toBe(PLAYS);
  });
});

describe('publishing', () => {
  it('makes all of it what airs in one command, with versions before and after, undone as one', async () => {
    const a = await book();
    const { id } = await open('Pekan depan');
    await edit(id, { changed: [change(a, HALF)], made: [{ ...DAY, name: 'Baru' }] });
    const { counts, versionId } = await publish(id);
    expect(counts).toEqual({ made: 1, changed: 1, removed: 0 });
    expect(hours(await list())).toEqual(['Cegah DBD 14:00:00', 'Baru 22:00:00']);
    expect((await list())[0]?.rev).toBe(a.rev + 1);
    expect(await kept()).toEqual([
      ['published', 'Pekan depan', 2],
      ['before', 'Pekan depan', 1],
    ]);
    expect(await schedule.handlers.drafts.list(undefined, caller)).toEqual([]);
    expect(await compare({ kind: 'version', id: versionId }, PUBLISHED)).toMatchObject({ rows: [] });
    expect((await bench.store.undo(operator)).command).toBe('drafts.publish');
    expect(hours(await list())).toEqual(['Cegah DBD 22:00:00']);
    expect(await kept()).toEqual([]);
    expect((await schedule.handlers.drafts.get({ id }, caller)).edits).toHaveLength(2);
    await bench.store.redo(operator);
    expect(hours(await list())).toEqual(['Cegah DBD 14:00:00', 'Baru 22:00:00']);
  });

  it('is refused where a booking was published otherwise meanwhile, until somebody chose', async () => {
    const [a, b] = [await book(), await book({ ...DAY, name: 'Kedua', how: { kind: 'rotation' } })];
    const { id } = await open();
    await edit(id, { changed: [change(a, HALF), change(b, { ...HALF, name: 'Kedua', how: { kind: 'rotation' } })] });
    const theirs = await schedule.handlers.bookings.update({ ...change(a, { ...DAY, name: 'Mereka' }) }, caller);
    await schedule.handlers.bookings.remove({ id: b.id }, caller);
    await expect(publish(id)).rejects.toMatchObject({ data: { code: 'stale' } });
    expect(await schedule.handlers.drafts.list(undefined, caller)).toMatchObject([{ stale: 2 }]);
    const settleWith = (rev: number | null, keepB: 'theirs' | 'mine') =>
      schedule.handlers.drafts.settle(
        {
          id,
          choices: [
            { bookingId: a.id, rev: theirs.rev, keep: 'theirs' },
            { bookingId: b.id, rev, keep: keepB },
          ],
        },
        caller,
      );
    await expect((async () => settleWith(b.rev, 'mine'))()).rejects.toMatchObject({ data: { code: 'stale' } });
    await settleWith(null, 'mine');
    expect((await publish(id)).counts).toEqual({ made: 1, changed: 0, removed: 0 });
    expect(hours(await list())).toEqual(['Mereka 22:00:00', 'Kedua 14:00:00']);
  });

  it('does not ask where both did the same, or an edit was taken back', async () => {
    const a = await book();
    const { id } = await open();
    await edit(id, { changed: [change(a, HALF)] });
    await schedule.handlers.bookings.update(change(a, HALF), caller);
    expect(await schedule.handlers.drafts.list(undefined, caller)).toMatchObject([{ stale: 0 }]);
    await bench.store.undo(operator);
    expect((await publish(id)).counts.changed).toBe(1);
  });

  it('refuses an empty draft, and one that names what is gone, and keeps both', async () => {
    const { id } = await open();
    await expect(publish(id)).rejects.toMatchObject({ data: { details: [{ code: 'draft.empty' }] } });
    await edit(id, { made: [{ ...DAY, what: ofPlaylist(LIST) }] });
    await bench.store.commit({ command: 'tests.gone', actor: operator }, (tx) => tx.remove('playlist', LIST.id));
    await expect(publish(id)).rejects.toMatchObject({
      data: { details: [{ code: 'draft.cannot', params: { booking: 'Cegah DBD' } }, { code: 'booking.noPlaylist' }] },
    });
    expect(bench.store.all('draftEdit')).toHaveLength(1);
  });
});

describe('versions', () => {
  it('are restored booking by booking, with what stood until then kept, undone as one', async () => {
    const a = await book();
    const first = await schedule.handlers.versions.keep({ name: 'Sebelum Ramadan' }, caller);
    bench.clock.at += 1000;
    const half = await schedule.handlers.bookings.update(change(a, HALF), caller);
    const extra = await book({ ...DAY, name: 'Tambahan' });
    expect((await compare({ kind: 'version', id: first.id }, PUBLISHED)).counts).toEqual({
      made: 1,
      changed: 1,
      removed: 0,
    });
    const restored = await schedule.handlers.versions.restore({ id: first.id }, caller);
    expect(restored).toEqual({ counts: { made: 0, changed: 1, removed: 1 }, leftOut: [] });
    expect(hours(await list())).toEqual(['Cegah DBD 22:00:00']);
    expect(await kept()).toEqual([
      ['before', 'Sebelum Ramadan', 2],
      ['kept', 'Sebelum Ramadan', 1],
    ]);
    await bench.store.undo(operator);
    expect((await list()).map(({ id, dayparts }) => [id, dayparts])).toEqual([
      [half.id, half.dayparts],
      [extra.id, extra.dayparts],
    ]);
  });

  it('bring back what was removed under its own id, and leave out what has lost its material', async () => {
    const [a, b] = [await book(), await book({ ...DAY, name: 'Daftar', what: ofPlaylist(LIST) })];
    const { id } = await schedule.handlers.versions.keep({ name: 'Lengkap' }, caller);
    for (const booking of [a, b]) await schedule.handlers.bookings.remove({ id: booking.id }, caller);
    await bench.store.commit({ command: 'tests.gone', actor: operator }, (tx) => tx.remove('playlist', LIST.id));
    const { counts, leftOut } = await schedule.handlers.versions.restore({ id }, caller);
    expect(counts.made).toBe(1);
    expect(leftOut.map(({ name, because }) => [name, because.code])).toEqual([['Daftar', 'version.materialGone']]);
    const [back] = await list();
    expect(back?.id).toBe(a.id);
    // No revision that it ever had comes again.
    expect(back?.rev).toBeGreaterThan(a.rev + 1000);
  });

  it('say before they are restored what comes back in another version, what stays silent and what cannot come back', async () => {
    const { store } = bench;
    const [old, next, fallen] = CLIPS;
    if (!(old && next && fallen)) throw new Error('no clips');
    const of = (name: string, assetId: string) => book({ ...DAY, name, what: { kind: 'asset', assetId } });
    const moved = await of('Cegah DBD', old.id);
    const silent = await of('Cek DPT', fallen.id);
    const gone = await book({ ...DAY, name: 'Daftar', what: ofPlaylist(LIST) });
    const { id } = await schedule.handlers.versions.keep({ name: 'Lengkap' }, caller);
    const look = () => schedule.handlers.versions.look({ id }, caller);
    const nothing = { counts: { made: 0, changed: 0, removed: 0 }, replaced: [], silent: [], leftOut: [], more: 0 };
    expect(await look()).toEqual(nothing);
    const held = sampleSubmission({ assetId: old.id, hash: old.hash });
    const later = held.versions.map((version) => ({ ...version, n: 2, assetId: next.id, hash: next.hash }));
    const versions = [...held.versions, ...later];
    await store.commit({ command: 'tests.replaced', actor: operator }, (tx) => {
      tx.put('asset', { ...fallen, rev: tx.get('asset', fallen.id)?.rev ?? 0, approval: 'pending' });
      tx.put('asset', { ...old, rev: tx.get('asset', old.id)?.rev ?? 0, approval: 'pending' });
      const approved = { approval: 'approved' as const, approvedHash: next.hash };
      tx.put('asset', { ...next, rev: tx.get('asset', next.id)?.rev ?? 0, ...approved });
      tx.put('submission', { ...held, versions, state: 'approved' });
      tx.put('booking', { ...moved, what: { kind: 'asset', assetId: next.id } });
      for (const booking of [silent, gone]) tx.remove('booking', booking.id);
      tx.remove('playlist', LIST.id);
    });
    // What airs the newer version as it is does not come back at all.
    const leftOut = [{ name: 'Daftar', because: { code: 'version.materialGone', params: { booking: 'Daftar' } } }];
    const told = { ...nothing, counts: { made: 1, changed: 0, removed: 0 }, leftOut };
    const because = [expect.objectContaining({ code: 'judge.notApproved' })];
    expect(await look()).toEqual({ ...told, silent: [{ name: 'Cek DPT', because }] });
    await schedule.handlers.bookings.remove({ id: moved.id }, caller);
    expect(await look()).toEqual({
      ...{ ...told, counts: { made: 2, changed: 0, removed: 0 }, silent: [{ name: 'Cek DPT', because }] },
      replaced: [{ name: 'Cegah DBD', n: 1, by: 2 }],
    });
    expect(await schedule.handlers.versions.restore({ id }, caller)).toMatchObject({ counts: { made: 2 }, leftOut });
    const shown = (await list()).map(({ name, what }) => [name, what.kind === 'asset' && what.assetId]);
    expect(shown.sort()).toEqual([
      ['Cegah DBD', next.id],
      ['Cek DPT', fallen.id],
    ]);
    // The version itself is what it was.
    const kept = await compare({ kind: 'version', id }, PUBLISHED);
    expect(kept.rows.find(({ name }) => name === 'Cegah DBD')?.before?.what).toEqual({
      kind: 'asset',
      assetId: old.id,
    });
  });

  it('made by publishing are bounded, those kept by hand stay, and all outlive a restart', async () => {
    const a = await book();
    await schedule.handlers.versions.keep({ name: 'Simpan' }, caller);
    let booking = a;
    for (let round = 0; round < MOST_VERSIONS.automatic + 2; round++) {
      bench.clock.at += 60_000;
      const { id } = await open(`Ke-${round}`);
      const [saved] = await edit(id, { changed: [change(booking, { ...DAY, priority: round % 10 })] });
      if (!saved) throw new Error('not saved');
      await publish(id);
      booking = (await list())[0] ?? a;
    }
    const all = await kept();
    expect(all).toHaveLength(MOST_VERSIONS.automatic + 1);
    expect(all.at(-1)).toEqual(['kept', 'Simpan', 1]);
    const store = await bench.reopen();
    expect(store.all('versionContent')).toHaveLength(all.length);
  });
});
