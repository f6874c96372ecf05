/** Rundowns run on a real store; time is set by hand, but for the roller's own timers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemChange } from '../../contract/api/rundowns';
import { PLAIN_ITEM } from '../../contract/records/rundown-item';
import type { Show } from '../../contract/records/show';
import { newId } from '../../contract/ulid';
import { scriptOf } from '../../domain/rundown/script-text';
import { createRundowns, type RundownsRoom } from '../rundowns';
import { openStore, type Store } from '../store';
import { caller, quiet, refused, temporaryFolder } from '../store/samples';
import { createShows, type ShowsRoom } from '.';

const NINE = Date.parse('2024-11-14T02:00:00Z');
let now = NINE;
/** By how much the clock was set since; all else in these tests is time that goes by. */
let setBy = 0;
let told = 0;
const clock = { now: () => now };
const producer = { ...caller, role: 'producer' as const };
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let rundowns: RundownsRoom;
let shows: ShowsRoom;
let id: string;
let ids: string[];

async function open() {
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  rundowns = createRundowns({ store, clock, log: quiet });
  shows = createShows({
    ...{ store, clock, log: quiet, items: (of) => rundowns.book.items(of), monotonic: () => now - setBy },
    onClockSet: () => {
      told += 1;
    },
  });
}
async function close() {
  shows.stop();
  rundowns.stop();
  await store.close();
}
beforeEach(async () => {
  [now, setBy, told] = [NINE, 0, 0];
  folder = temporaryFolder();
  await open();
  const fields = { name: 'Ruang Pemilih', startsAt: '09:00:00', lengthMs: 180_000 };
  ({ id } = await rundowns.handlers.rundowns.create({ programmeId: null, date: '2024-11-14', fields }, producer));
  const changes = ['Pembuka', 'Segmen 1', 'Penutup'].map((title, at) => ({
    type: 'add' as const,
    key: newId(),
    parentId: null,
    order: `a${at}`,
    fields: { ...PLAIN_ITEM, title, durationMs: 60_000 },
    script: null,
  }));
  ids = (await rundowns.handlers.rundowns.edit({ id, changes }, producer)).map((item) => item.id);
});
afterEach(async () => {
  await close();
  folder.remove();
});

const start = (rehearsal = false) => shows.handlers.start({ rundownId: id, rehearsal, source: 'hand' }, producer);
const turnOf = ({ id: showId, turn }: Show) => ({ id: showId, turn, source: 'hand' as const });
const take = (show: Show, itemId?: string) =>
  shows.handlers.take({ ...turnOf(show), ...(itemId ? { itemId } : {}) }, producer);
const log = async () => (await shows.handlers.of({ rundownId: id }, producer))[0]?.steps ?? [];
const outcomes = async () => (await log()).map(({ title, outcome }) => `${title} ${outcome}`);

describe('a show', () => {
  it('runs from the first item to the end, and its log says when', async () => {
    let show = await start();
    expect(show).toMatchObject({ plannedStart: NINE, plannedEnd: NINE + 180_000, current: { itemId: ids[0] } });
    now += 61_000;
    show = await take(show);
    now += 59_000;
    show = await take(show);
    now += 60_000;
    await shows.handlers.end(turnOf(show), producer);
    expect((await log()).map(({ plannedStart, startedAt, endedAt }) => [plannedStart, startedAt, endedAt])).toEqual([
      [NINE, NINE, NINE + 61_000],
      [NINE + 60_000, NINE + 61_000, NINE + 120_000],
      [NINE + 120_000, NINE + 120_000, NINE + 180_000],
    ]);
    expect(await outcomes()).toEqual(['Pembuka aired', 'Segmen 1 aired', 'Penutup aired']);
  });

  it('takes once where ten hands press at the same turn', async () => {
    const show = await start();
    const presses = await Promise.all(Array.from({ length: 10 }, () => take(show)));
    expect(presses.map(({ turn }) => turn)).toEqual(Array(10).fill(2));
    expect(await outcomes()).toEqual(['Pembuka aired', 'Segmen 1 onAir']);
  });

  it('jumps, goes back, skips, and has what never aired in the log', async () => {
    let show = await start();
    show = await take(show, ids[2]);
    expect(show.current?.itemId).toBe(ids[2]);
    show = await shows.handlers.back(turnOf(show), producer);
    expect(show.current?.itemId).toBe(ids[1]);
    show = await shows.handlers.back(turnOf(show), producer);
    show = await shows.handlers.skip({ ...turnOf(show), itemIds: [ids[1] ?? ''], on: true }, producer);
    show = await take(show);
    expect(show.current?.itemId).toBe(ids[2]);
    expect((await refused(() => take(show))).data.details).toMatchObject([{ code: 'show.noNext' }]);
    await shows.handlers.end(turnOf(show), producer);
    expect((await outcomes()).sort()).toEqual(
      ['Pembuka aired', 'Penutup aired', 'Segmen 1 aired', 'Pembuka aired', 'Penutup aired'].sort(),
    );
    const again = await start();
    await shows.handlers.end(turnOf(again), producer);
    expect((await outcomes()).sort()).toEqual(['Pembuka aired', 'Penutup skipped', 'Segmen 1 skipped'].sort());
  });

  it('holds the countdown and keeps for how long', async () => {
    let show = await start();
    now += 10_000;
    show = await shows.handlers.hold({ ...turnOf(show), on: true }, producer);
    now += 30_000;
    show = await shows.handlers.hold({ ...turnOf(show), on: false }, producer);
    expect(show.current).toMatchObject({ heldAt: null, heldMs: 30_000 });
    await take(show);
    expect((await log())[0]).toMatchObject({ heldMs: 30_000 });
  });

  it('keeps what was planned beside the length that was agreed on air', async () => {
    let show = await start();
    const lengths = { [ids[0] ?? '']: 20_000, [ids[1] ?? '']: 30_000 };
    show = await shows.handlers.fit({ ...turnOf(show), drop: [], lengths }, producer);
    now += 20_000;
    show = await take(show);
    show = await take(show);
    await shows.handlers.end(turnOf(show), producer);
    expect((await log()).map(({ plannedMs, agreedMs }) => [plannedMs, agreedMs])).toEqual([
      [60_000, 20_000],
      [60_000, 30_000],
      [60_000, null],
    ]);
  });

  it('of a rehearsal takes its callers along when it is thrown away, and undo brings them back', async () => {
    const { addCall } = rundowns.handlers.rundowns;
    const call = (caller: string) => addCall({ id, caller, topic: '', line: '', note: '' }, producer);
    const [before, rehearsal] = [await call('Ani'), await start(true)];
    const during = await call('Budi');
    expect([before.rehearsalId, during.rehearsalId]).toEqual([null, rehearsal.id]);
    const over = await shows.handlers.end(turnOf(rehearsal), producer);
    await shows.handlers.discard({ id: over.id }, producer);
    const callers = () => store.rundownParts.of('call', id).map(({ caller }) => caller);
    expect(callers()).toEqual(['Ani']);
    await store.undo(producer.actor);
    expect(callers()).toEqual(['Ani', 'Budi']);
  });

  it('of a rehearsal goes with its rundown, steps and all, and comes back with it', async () => {
    const rehearsal = await start(true);
    await shows.handlers.end(turnOf(rehearsal), producer);
    const steps = await log();
    await rundowns.handlers.rundowns.remove({ id }, producer);
    expect([store.get('show', rehearsal.id), ...steps.map((step) => store.get('step', step.id))]).toEqual([
      ...Array<undefined>(4).fill(undefined),
    ]);
    await store.undo(producer.actor);
    expect(await log()).toHaveLength(3);
  });

  it('is refused while another is on air, but for a rehearsal', async () => {
    await start();
    expect((await refused(() => start())).data.details).toMatchObject([{ code: 'show.isOnAir' }]);
    const other = await rundowns.handlers.rundowns.copy({ id, date: '2024-11-15' }, producer);
    const ask = (rehearsal: boolean) =>
      shows.handlers.start({ rundownId: other.id, rehearsal, source: 'hand' }, producer);
    expect((await refused(() => ask(false))).code).toBe('refused');
    expect(await ask(true)).toMatchObject({ rehearsal: true, state: 'onAir' });
    expect((await refused(() => rundowns.handlers.rundowns.remove({ id }, producer))).data.details).toMatchObject([
      { code: 'rundown.wasOnAir' },
    ]);
  });

  it('rehearses at another hour as if it were its own, teaches and proves nothing, and can be thrown away', async () => {
    const real = await start();
    await shows.handlers.end(turnOf(real), producer);
    const start9 = { kind: 'hard' as const, at: '09:01:00', takesItself: true };
    const fields = { start: start9 };
    await rundowns.handlers.rundowns.edit(
      { id, changes: [{ type: 'set', id: ids[1] ?? '', rev: null, fields }] },
      producer,
    );
    const AFTERNOON = NINE + 5 * 3_600_000;
    now = AFTERNOON;
    let show = await start(true);
    expect(show).toMatchObject({
      ...{ rehearsal: true, shiftMs: AFTERNOON - NINE },
      ...{ plannedStart: AFTERNOON, plannedEnd: AFTERNOON + 180_000 },
    });
    const takenAt = async () =>
      (await log()).map(({ title, plannedStart, startedAt }) => [title, plannedStart, startedAt]);
    shows.start();
    now += 60_000;
    await expect.poll(takenAt).toEqual([
      ['Pembuka', AFTERNOON, AFTERNOON],
      ['Segmen 1', AFTERNOON + 60_000, AFTERNOON + 60_000],
    ]);
    [show = show] = await shows.handlers.onAir(undefined, producer);
    const discard = () => shows.handlers.discard({ id: show.id }, producer);
    expect((await refused(discard)).data.details).toMatchObject([{ code: 'show.isOnAir' }]);
    show = await shows.handlers.end(turnOf(show), producer);
    const signature = { name: 'Penyiar 1', position: '', note: '' };
    const sign = () => shows.handlers.sign({ id: show.id, signature }, producer);
    expect((await refused(sign)).data.details).toMatchObject([{ code: 'show.isRehearsal' }]);
    const feed = await rundowns.handlers.rundowns.follow({ id }, { ...producer, signal: undefined });
    expect((await feed.next()).value).toMatchObject({ type: 'whole', show: { id: show.id } });
    await discard();
    expect((await feed.next()).value).toMatchObject({
      type: 'moved',
      show: { id: real.id },
      steps: [{ showId: real.id }, {}, {}],
    });
    await feed.return?.(undefined);
    expect((await shows.handlers.of({ rundownId: id }, producer)).map(({ show }) => show.id)).toEqual([real.id]);
    expect(store.rundownParts.of('step', id).every(({ showId }) => showId === real.id)).toBe(true);
    expect((await refused(() => shows.handlers.discard({ id: real.id }, producer))).data.details).toMatchObject([
      { code: 'rundown.wasOnAir' },
    ]);
    await store.undo(producer.actor);
    expect((await shows.handlers.of({ rundownId: id }, producer))[0]).toMatchObject({
      show: { id: show.id },
      steps: [{}, {}, {}],
    });
  });

  it('keeps what is on air in the rundown: neither removed, nor with its segment, nor by an undo', async () => {
    const edit = (...changes: ItemChange[]) => rundowns.handlers.rundowns.edit({ id, changes }, producer);
    const key = newId();
    const fields = { ...PLAIN_ITEM, kind: 'segment' as const, title: 'Segmen' };
    await edit({ type: 'add', key, parentId: null, order: 'a9', fields, script: null });
    const [first = '', second = ''] = ids;
    const segment = `${id}:${key}`;
    await edit({ type: 'place', id: second, parentId: segment, order: 'a0' });
    const { id: of, turn } = await start();
    const show = await shows.handlers.take({ id: of, turn, source: 'hand', itemId: second }, producer);
    const left = async () => (await rundowns.handlers.rundowns.get({ id }, producer)).items.length;
    for (const held of [segment, show.current?.itemId ?? '']) {
      const fault = await refused(() => edit({ type: 'remove', id: first }, { type: 'remove', id: held }));
      expect(fault.data.details).toMatchObject([{ code: 'rundown.itemOnAir' }]);
    }
    expect(await left()).toBe(4);
    const late = newId();
    await edit({ type: 'add', key: late, parentId: null, order: 'aA', fields: PLAIN_ITEM, script: null });
    const jumped = await shows.handlers.take(
      { id: show.id, turn: show.turn, source: 'hand', itemId: `${id}:${late}` },
      producer,
    );
    const conflict = await refused(() => store.undo(producer.actor));
    expect([conflict.code, conflict.data.details[0]?.code]).toEqual(['undoConflict', 'where.show']);
    await take(await shows.handlers.back({ id: show.id, turn: jumped.turn, source: 'hand' }, producer));
    await edit({ type: 'remove', id: first });
    expect(await left()).toBe(4);
  });

  it('stands where it stood after the station died, with the clock true', async () => {
    const show = await take(await start());
    now += 5_000;
    await close();
    now += 20_000;
    await open();
    const [again] = await shows.handlers.onAir(undefined, producer);
    expect(again).toEqual(show);
    expect(again?.current?.startedAt).toBe(NINE);
    expect(await outcomes()).toEqual(['Pembuka aired', 'Segmen 1 onAir']);
  });

  it('is explained and signed once, and then stands', async () => {
    const show = await start();
    const [step] = await log();
    await shows.handlers.end(turnOf(show), producer);
    await shows.handlers.explain({ id: step?.id ?? '', why: 'Listrik padam' }, producer);
    const signature = { name: 'Penyiar 1', position: 'Penyiar', note: '' };
    const signed = await shows.handlers.sign({ id: show.id, signature }, producer);
    expect(signed).toMatchObject({ state: 'signed', signature: { name: 'Penyiar 1', at: now } });
    expect((await refused(() => shows.handlers.sign({ id: show.id, signature }, producer))).code).toBe('refused');
    const { update, edit, saveScript, copy } = rundowns.handlers.rundowns;
    const { rev } = store.get('rundown', id) ?? { rev: 0 };
    const [first = ''] = ids;
    const writes = [
      () => update({ id, rev, fields: { name: 'Lain' } }, producer),
      () => edit({ id, changes: [{ type: 'remove', id: first }] }, producer),
      () => saveScript({ id: first, rev: 0, doc: scriptOf('Selamat pagi') }, producer),
    ];
    for (const write of writes) expect((await refused(write)).data.details).toMatchObject([{ code: 'rundown.signed' }]);
    expect((await copy({ id, date: '2024-11-15' }, producer)).status).toBe('draft');
    expect((await refused(() => shows.handlers.explain({ id: step?.id ?? '', why: '' }, producer))).code).toBe(
      'refused',
    );
  });

  it('teaches how fast its presenter reads', async () => {
    const { id: presenterId } = await rundowns.handlers.presenters.create({ name: 'Penyiar 1', wpm: null }, producer);
    await rundowns.handlers.rundowns.update({ id, rev: 1, fields: { presenterIds: [presenterId] } }, producer);
    const doc = scriptOf('kata '.repeat(150));
    await rundowns.handlers.rundowns.saveScript({ id: ids[0] ?? '', rev: 0, doc }, producer);
    let show = await start();
    now += 60_000;
    show = await take(show);
    await shows.handlers.end(turnOf(show), producer);
    const signature = { name: 'Penyiar 1', position: '', note: '' };
    await shows.handlers.sign({ id: show.id, signature }, producer);
    expect(store.get('presenter', presenterId)?.learnt).toEqual({ words: 150, ms: 60_000 });
  });
});

describe('what takes itself', () => {
  it('rolls by the clock to the exact instant, and ends with the last', async () => {
    const show = await start();
    shows.start();
    await shows.handlers.mode({ ...turnOf(show), mode: 'roll' }, producer);
    // Half a second late, as a timer may be.
    now = NINE + 60_500;
    await expect.poll(outcomes).toEqual(['Pembuka aired', 'Segmen 1 onAir']);
    expect((await log())[1]).toMatchObject({ startedAt: NINE + 60_000, source: 'clock' });
    now = NINE + 120_100;
    await expect.poll(async () => (await log()).length).toBe(3);
    now = NINE + 180_100;
    await expect.poll(() => store.get('show', show.id)?.state).toBe('ended');
    expect(store.get('show', show.id)?.endedAt).toBe(NINE + 180_000);
  });

  it('cuts at a hard start that was asked to, and leaves whoever goes back behind it', async () => {
    const fields = { start: { kind: 'hard' as const, at: '09:00:30', takesItself: true } };
    await rundowns.handlers.rundowns.edit(
      { id, changes: [{ type: 'set', id: ids[1] ?? '', rev: null, fields }] },
      producer,
    );
    await start();
    shows.start();
    now = NINE + 30_000;
    await expect.poll(outcomes).toEqual(['Pembuka cut', 'Segmen 1 onAir']);
    now += 5000;
    const [show] = await shows.handlers.onAir(undefined, producer);
    if (!show) throw new Error('nothing is on air');
    await shows.handlers.back(turnOf(show), producer);
    now += 5000;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await outcomes()).at(-1)).toBe('Pembuka onAir');
  });

  it('goes on evenly where the clock is set by 3 s', async () => {
    const show = await start();
    shows.start();
    now += 10_000 + 3000;
    setBy = 3000;
    await expect.poll(() => told).toBe(1);
    expect(now - (store.get('show', show.id)?.current?.startedAt ?? 0)).toBe(10_000);
    expect((await log())[0]?.startedAt).toBe(NINE + 3000);
  });
});
