import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_ITEM } from '../../contract/records/rundown-item';
import type { ScriptDoc } from '../../contract/records/script';
import type { RundownEvent } from '../../contract/rundown-feed';
import { newId } from '../../contract/ulid';
import { scriptOf } from '../../domain/rundown/script-text';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, temporaryFolder } from '../store/samples';
import type { RundownsRoom } from '.';
import { producer, roomWith, write } from './fresh-rundowns';

let now = Date.parse('2024-11-14T01:00:00Z');
const clock = { now: () => now };
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: RundownsRoom;
let id: string;

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  ({ room, id } = await roomWith(store, clock));
});
afterEach(async () => {
  room.stop();
  await store.close();
  folder.remove();
});

const get = () => room.handlers.rundowns.get({ id }, producer);
const edit = (...changes: Parameters<typeof room.handlers.rundowns.edit>[0]['changes']) =>
  room.handlers.rundowns.edit({ id, changes }, producer);
const doc = (text: string): ScriptDoc => scriptOf(text);

describe('a rundown', () => {
  it('is listed with what it comes to', async () => {
    await write(room, id, { durationMs: 60_000 }, { durationMs: 30_000, status: 'approved' });
    const [line] = await room.handlers.rundowns.list({ from: '2024-11-14', to: '2024-11-14' }, producer);
    expect(line).toMatchObject({ items: 2, totalMs: 90_000, overMs: 90_000 - 3_600_000, open: 1, show: null });
    expect(await room.handlers.rundowns.list({ from: '2024-11-15', to: '2024-11-20' }, producer)).toEqual([]);
  });

  it('takes changes as one decision: one that cannot be refuses all', async () => {
    const [first = ''] = await write(room, id, { title: 'Pembuka' });
    const failure = await refused(() =>
      edit(
        { type: 'set', id: first, rev: 1, fields: { title: 'Salam' } },
        { type: 'set', id: first, rev: 1, fields: { notes: 'kedua' } },
      ),
    );
    expect(failure.code).toBe('stale');
    expect((await get()).items).toMatchObject([{ title: 'Pembuka', rev: 1 }]);
  });

  it('says who was slower, and writes over whatever is there when told to', async () => {
    const [first = ''] = await write(room, id, { title: 'Pembuka' });
    await edit({ type: 'set', id: first, rev: 1, fields: { title: 'Salam' } });
    const late = await refused(() => edit({ type: 'set', id: first, rev: 1, fields: { title: 'Tutup' } }));
    expect(late.data).toMatchObject({ code: 'stale', params: { name: 'Salam' } });
    await edit({ type: 'set', id: first, rev: null, fields: { title: 'Tutup' } });
    expect((await get()).items).toMatchObject([{ title: 'Tutup' }]);
  });

  it('loses a segment with what is in it, and has all of it back on undo', async () => {
    const [segment = '', loose = ''] = await write(
      room,
      id,
      { kind: 'segment', title: 'Segmen 1' },
      { title: 'Lepas' },
    );
    const key = newId();
    const script = doc('Selamat pagi, pendengar.');
    const fields = { ...PLAIN_ITEM, title: 'Di dalam' };
    await edit({ type: 'add', key, parentId: segment, order: 'a0', fields, script });
    await edit({ type: 'remove', id: segment });
    expect((await get()).items.map((item) => item.id)).toEqual([loose]);
    expect((await get()).scripts).toEqual([]);
    await store.undo(operator);
    expect((await get()).items).toHaveLength(3);
    expect((await get()).scripts).toMatchObject([{ id: `${id}:${key}`, doc: script }]);
    // One that is gone already is no fault.
    await edit({ type: 'remove', id: `${id}:${newId()}` });
  });

  it('refuses a two thousand and first item, and a script as long as a book', async () => {
    const add = (count: number) =>
      Array.from({ length: count }, () => ({
        type: 'add' as const,
        key: newId(),
        parentId: null,
        order: 'a0',
        fields: PLAIN_ITEM,
        script: null,
      }));
    const made = await edit(...add(2000));
    expect((await refused(() => edit(...add(1)))).data.details).toMatchObject([{ code: 'rundown.tooManyItems' }]);
    const long = doc('kata '.repeat(90_000));
    const failure = await refused(() =>
      room.handlers.rundowns.saveScript({ id: made[0]?.id ?? '', rev: 0, doc: long }, producer),
    );
    expect(failure.data).toMatchObject({ code: 'tooLarge', details: [{ code: 'rundown.scriptTooLong' }] });
  });

  it('does not touch items of another rundown', async () => {
    const other = await room.handlers.rundowns.create({ programmeId: null, date: '2024-11-15', fields: {} }, producer);
    const [theirs = ''] = await write(room, other.id, { title: 'Milik lain' });
    expect((await refused(() => edit({ type: 'set', id: theirs, rev: null, fields: {} }))).code).toBe('notFound');
    await edit({ type: 'remove', id: theirs });
    expect((await room.handlers.rundowns.get({ id: other.id }, producer)).items).toHaveLength(1);
  });

  it('is made from a template that was learnt from another, and copied with its scripts', async () => {
    const [segment = ''] = await write(room, id, { kind: 'segment', title: 'Segmen 1', durationMs: 720_000 });
    const fields = { ...PLAIN_ITEM, title: 'Pembuka', durationMs: 180_000, status: 'approved' as const };
    await edit({ type: 'add', key: newId(), parentId: segment, order: 'a0', fields, script: doc('Halo\n[musik]') });
    const base = { name: 'Ruang Pemilih', description: '', weekdays: [4], startsAt: '09:00:00', lengthMs: 3_600_000 };
    const empty = { presenterIds: [], jingles: [], template: [] };
    const programme = await room.handlers.programmes.create({ ...base, ...empty }, producer);
    await room.handlers.programmes.learnTemplate({ id: programme.id, rundownId: id }, producer);
    const date = '2024-11-21';
    const next = await room.handlers.rundowns.create({ programmeId: programme.id, date, fields: {} }, producer);
    const made = await room.handlers.rundowns.get({ id: next.id }, producer);
    const parts = made.items.map(({ title, durationMs, status }) => [title, durationMs, status]);
    expect(parts).toEqual([
      ['Segmen 1', 720_000, 'draft'],
      ['Pembuka', 180_000, 'draft'],
    ]);
    expect(made.items[1]?.parentId).toBe(made.items[0]?.id);
    expect(made.scripts[0]?.doc).toEqual(doc('Halo\n[musik]'));
    const copy = await room.handlers.rundowns.copy({ id, date }, producer);
    const copied = await room.handlers.rundowns.get({ id: copy.id }, producer);
    expect(copied.items.map(({ title }) => title).sort()).toEqual(['Pembuka', 'Segmen 1']);
    expect(copied.items.every(({ rundownId }) => rundownId === copy.id)).toBe(true);
    expect(copied.scripts).toHaveLength(1);
  });

  it('finds and replaces in titles, notes and scripts as one command', async () => {
    const [first = ''] = await write(room, id, { title: 'Cek DPT', notes: 'dpt (daring)' }, { title: 'Lain' });
    await room.handlers.rundowns.saveScript({ id: first, rev: 0, doc: doc('Apakah DPT Anda sudah benar?') }, producer);
    const search = { id, find: 'dpt', by: 'daftar pemilih', matchCase: false };
    const would = await room.handlers.rundowns.replace({ ...search, dryRun: true }, producer);
    expect(would).toEqual({ places: 3, items: 1 });
    expect((await get()).items.find((item) => item.id === first)?.title).toBe('Cek DPT');
    await room.handlers.rundowns.replace({ ...search, dryRun: false }, producer);
    expect((await get()).items.find((item) => item.id === first)).toMatchObject({
      title: 'Cek daftar pemilih',
      notes: 'daftar pemilih (daring)',
    });
    expect((await get()).scripts[0]?.doc).toEqual(doc('Apakah daftar pemilih Anda sudah benar?'));
    await store.undo(operator);
    expect((await get()).scripts[0]?.doc).toEqual(doc('Apakah DPT Anda sudah benar?'));
  });

  it('keeps a script as it was after each change', async () => {
    const [first = ''] = await write(room, id, { title: 'Pembuka' });
    expect(await room.handlers.rundowns.script({ id: first }, producer)).toMatchObject({
      rev: 0,
      doc: { content: [] },
    });
    const one = await room.handlers.rundowns.saveScript({ id: first, rev: 0, doc: doc('satu') }, producer);
    await room.handlers.rundowns.saveScript({ id: first, rev: one.rev, doc: doc('dua') }, producer);
    const late = await refused(() =>
      room.handlers.rundowns.saveScript({ id: first, rev: one.rev, doc: doc('tiga') }, producer),
    );
    expect(late.code).toBe('stale');
    const versions = await room.handlers.rundowns.versions({ id: first }, producer);
    expect(versions.map((version) => version.doc)).toEqual([doc('dua'), doc('satu')]);
  });
});

describe('calls', () => {
  it('come in order, and one at a time is on air', async () => {
    const call = (caller: string) =>
      room.handlers.rundowns.addCall({ id, caller, topic: 'DPT', line: '1', note: '' }, producer);
    const [budi, sari] = [await call('Budi'), await call('Sari')];
    expect(budi.order < sari.order).toBe(true);
    const set = (callId: string, state: 'onAir' | 'done') =>
      room.handlers.rundowns.setCall({ id: callId, fields: { state } }, producer);
    await set(budi.id, 'onAir');
    now += 60_000;
    expect(await set(sari.id, 'onAir')).toMatchObject({ state: 'onAir', onAirAt: now });
    expect(store.get('call', budi.id)).toMatchObject({ state: 'done', endedAt: now });
  });
});

describe('guests', () => {
  const fields = {
    ...{ name: 'Narasumber KPU', position: 'Komisioner', agency: 'KPU', phone: '0812', email: 'a@b', notes: 'rahasia' },
    consent: { given: true, on: '2024-11-01' },
    keepUntil: '2024-11-20',
  };

  it('are reached only by those who prepare broadcasts, and not through the history', async () => {
    const guest = await room.handlers.guests.create(fields, producer);
    expect(guest.contact).toEqual({ phone: '0812', email: 'a@b', notes: 'rahasia' });
    const [seen] = await room.handlers.guests.list(undefined, { ...caller, role: 'viewer' });
    expect(seen).toMatchObject({ name: 'Narasumber KPU', contact: null });
    expect(JSON.stringify(store.audit.list({ limit: 10 }))).not.toMatch(/0812|rahasia/);
  });

  it('are forgotten once their day is over, on the station clock', async () => {
    const guest = await room.handlers.guests.create(fields, producer);
    now = Date.parse('2024-11-20T16:59:00Z');
    room.start();
    expect(store.get('guest', guest.id)?.phone).toBe('0812');
    now = Date.parse('2024-11-20T17:01:00Z');
    room.start();
    await expect.poll(() => store.get('guest', guest.id)?.phone).toBe('');
    expect(store.get('guest', guest.id)).toMatchObject({ name: 'Narasumber KPU', email: '', notes: '' });
  });
});

describe('the feed', () => {
  async function follow() {
    const ends = new AbortController();
    const stream = (await room.handlers.rundowns.follow(
      { id },
      { ...producer, signal: ends.signal },
    )) as AsyncGenerator<RundownEvent>;
    const next = async () => (await stream.next()).value as RundownEvent;
    return { next, first: await next(), end: () => ends.abort(), stream };
  }

  it('tells everything, then only what moved', async () => {
    const [first = '', second = ''] = await write(room, id, { title: 'Satu' }, { title: 'Dua' });
    const view = await follow();
    expect(view.first).toMatchObject({ type: 'whole', items: [{ title: 'Satu' }, { title: 'Dua' }], show: null });
    await edit({ type: 'set', id: first, rev: 1, fields: { title: 'Satu lagi' } }, { type: 'remove', id: second });
    const moved = await view.next();
    expect(moved).toMatchObject({ type: 'moved', items: [{ id: first, title: 'Satu lagi' }], removed: [second] });
    expect(Object.keys(moved).sort()).toEqual(['at', 'items', 'removed', 'type']);
    await room.handlers.rundowns.saveScript({ id: first, rev: 0, doc: doc('satu dua tiga') }, producer);
    expect(await view.next()).toMatchObject({ type: 'moved', spoken: [{ itemId: first, words: { '': 3 } }] });
    view.end();
  });

  it('tells who is there and when they leave', async () => {
    const view = await follow();
    const key = newId();
    room.handlers.rundowns.present({ id, key, itemId: null, editing: false, leaves: false }, producer);
    expect(await view.next()).toMatchObject({ type: 'present', present: [{ key, name: 'Operator 1' }] });
    room.handlers.rundowns.present({ id, key, itemId: null, editing: false, leaves: true }, producer);
    expect(await view.next()).toEqual({ type: 'present', present: [] });
    view.end();
  });

  it('ends where the rundown goes, and tells a slow view everything anew instead of a flood', async () => {
    const [first = ''] = await write(room, id, { title: 'Satu' });
    const view = await follow();
    for (let count = 0; count < 450; count++)
      await edit({ type: 'set', id: first, rev: null, fields: { title: `${count}` } });
    const heard: RundownEvent[] = [];
    while (heard.at(-1)?.type !== 'whole') heard.push(await view.next());
    expect(heard.length).toBeLessThan(202);
    const [last] = (heard.at(-1) as Extract<RundownEvent, { type: 'whole' }>).items;
    expect(Number(last?.title)).toBeGreaterThan(200);
    await room.handlers.rundowns.remove({ id }, producer);
    let event = await view.next();
    while (event.type !== 'gone') event = await view.next();
    expect((await view.stream.next()).done).toBe(true);
  });
});
