/** Commands, what displays are told and when, and receipts, on a real store. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import type { Caller } from '../../contract/api/handlers';
import { ToDisplay } from '../../contract/display-protocol';
import type { Asset } from '../../contract/records/asset';
import type { Display } from '../../contract/records/display';
import type { TakeoverFields, TakeoverOrder } from '../../contract/records/takeover';
import { newId } from '../../contract/ulid';
import { still, VT01, video } from '../../domain/compile-fixtures';
import { rule } from '../../domain/judge/samples';
import { namedThoughGone } from '../../domain/references';
import { usageOf } from '../library/usage';
import { openStore, type Store } from '../store';
import { caller as anyone, operator, quiet, temporaryFolder } from '../store/samples';
import { createTakeovers, type Takeovers } from '.';

const T0 = 1_800_000_000_000;
const caller: Caller = { ...anyone, sessionId: 'session', address: '10.0.0.9' };
let now = T0;
let store: Store;
let room: Takeovers;
let remove: () => void;
let told: { to: string; orders: TakeoverOrder[]; bytes: Buffer }[] = [];
const ensured = vi.fn(async () => {});
const online = new Set<string>();
const [first, second, third] = [newId(T0), newId(T0 + 1), newId(T0 + 2)];
const group = newId();
const clip = video(1, 30_000);

const ordersIn = (bytes: Buffer): TakeoverOrder[] => {
  const message = ToDisplay.parse(JSON.parse(String(bytes)));
  return message.type === 'takeovers' ? message.orders : [];
};
const display = (id: string, width: number = VT01.profile.width): Display => {
  const name = `VT ${id.slice(-2)} ${width}`;
  return { ...VT01, id, rev: 0, name, place: '', profile: { ...VT01.profile, width }, token: null, createdAt: 0 };
};
const fields = (part: Partial<TakeoverFields> = {}): TakeoverFields => ({
  name: 'Banjir',
  what: { kind: 'text', tone: 'emergency', title: 'Banjir', body: 'Jauhi sungai.', qr: '' },
  where: { all: true, displayIds: [], groupIds: [] },
  from: T0,
  until: null,
  test: false,
  ...part,
});
const put = (...values: Display[]) =>
  store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    for (const value of values) tx.put('display', value);
  });
const putAsset = (asset: Asset) =>
  store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('asset', asset));
const start = (part: Partial<TakeoverFields> = {}) => Promise.resolve(room.handlers.start(fields(part), caller));
const whole = () => eventually(() => expect(told.length).toBeGreaterThan(0));
const say = (displayId: string, takeoverId: string, event: 'received' | 'shown' | 'ended', at: number) =>
  room.heard(displayId, { type: 'takeover', takeoverId, event, at, reason: null });

beforeEach(async () => {
  now = T0;
  told = [];
  ensured.mockClear();
  const folder = temporaryFolder();
  remove = folder.remove;
  store = await openStore({ dir: folder.dir, clock: { now: () => now }, log: quiet });
  online.clear();
  for (const id of [first, second, third]) online.add(id);
  const line = {
    connected: () => online,
    has: (id: string) => online.has(id),
    send: (to: string, bytes: Buffer) => void told.push({ to, orders: ordersIn(bytes), bytes }),
  };
  room = createTakeovers({ store, clock: { now: () => now }, log: quiet, ensureRenditions: ensured, line });
  await put(display(first), display(second), display(third, 1024));
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
    tx.put('displayGroup', { id: group, rev: 0, name: 'Alun-alun', displayIds: [second] }),
  );
  for (const id of online) room.greet(id);
});
afterEach(async () => {
  await room.stop();
  await store.close();
  remove();
});

describe('telling', () => {
  it('tells every connected display it means the same bytes, and the others nothing', async () => {
    const made = await start();
    await eventually(() => expect(told.map(({ to }) => to).sort()).toEqual([first, second, third].sort()));
    expect(told[0]?.orders).toMatchObject([{ id: made.id, from: T0, until: null, show: { kind: 'text' } }]);
    expect(told.find(({ to }) => to === first)?.bytes).toBe(told.find(({ to }) => to === second)?.bytes);
    told = [];
    await start({ where: { all: false, displayIds: [], groupIds: [group] } });
    await whole();
    expect(told.map(({ to, orders }) => [to, orders.length])).toEqual([[second, 2]]);
  });

  it('greets a display that connects later with what holds for it, and with nothing once it is over', async () => {
    await start({ until: T0 + 5000 });
    expect(ordersIn(room.greet(first))).toHaveLength(1);
    now = T0 + 5000;
    expect(ordersIn(room.greet(first))).toEqual([]);
  });

  it('follows a display into and out of a group', async () => {
    await start({ where: { all: false, displayIds: [], groupIds: [group] } });
    await whole();
    told = [];
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('displayGroup', { id: group, rev: 0, name: 'Alun-alun', displayIds: [first] }),
    );
    await eventually(() => expect(told).toHaveLength(2));
    expect(new Map(told.map(({ to, orders }) => [to, orders.length]))).toEqual(
      new Map([
        [first, 1],
        [second, 0],
      ]),
    );
  });

  it('asks for a rendition that a panel lacks, says so, and tells anew when it is there', async () => {
    await putAsset(video(1, 30_000, { renditions: [] }));
    await start({
      what: { kind: 'asset', assetId: clip.id },
      where: { all: false, displayIds: [first], groupIds: [] },
    });
    await whole();
    expect(told[0]?.orders[0]?.show).toMatchObject({ kind: 'missing', because: { code: 'why.notReady' } });
    expect(ensured).toHaveBeenCalledWith([expect.objectContaining({ assetId: clip.id, inMs: 0 })]);
    told = [];
    await putAsset(clip);
    await whole();
    expect(told.map(({ to }) => to)).toEqual([first]);
    expect(told[0]?.orders[0]?.show).toMatchObject({ kind: 'video', assetId: clip.id, durationMs: 30_000 });
  });
});

describe('commands', () => {
  it('start now where the start is past; refuse what is over, gone or cannot be shown', async () => {
    now = T0 + 1000;
    expect(await start()).toMatchObject({ from: T0 + 1000, endedAt: null, rev: 1 });
    await expect(start({ until: T0 + 500 })).rejects.toMatchObject({
      data: { code: 'invalidInput', details: [{ code: 'takeover.overBefore' }] },
    });
    await expect(start({ what: { kind: 'asset', assetId: newId() } })).rejects.toMatchObject({
      data: { details: [{ code: 'why.missingAsset' }] },
    });
    await expect(start({ where: { all: false, displayIds: [newId()], groupIds: [newId()] } })).rejects.toMatchObject({
      data: { details: [{ code: 'booking.noDisplay' }, { code: 'booking.noGroup' }] },
    });
  });

  it.each([
    ['a still', 'image', still(2)],
    ['a clip, which is repeated,', 'video', video(2, 30_000)],
  ])('hold %s no longer than a rule lets it, nor are they extended past that', async (_, kind, picture) => {
    const longest = rule(1, { does: { kind: 'longest', ms: 60_000 } });
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) => [
      tx.put('asset', picture),
      tx.put('rule', longest),
    ]);
    const show = (until: number | null) => start({ what: { kind: 'asset', assetId: picture.id }, until });
    const tooLong = { data: { details: [{ code: 'judge.tooLong' }] } };
    await expect(show(null)).rejects.toMatchObject(tooLong);
    await expect(show(T0 + 61_000)).rejects.toMatchObject(tooLong);
    const { id, rev } = await show(T0 + 60_000);
    const extended = async (until: number | null) => room.handlers.extend({ id, rev, until }, caller);
    await expect(extended(null)).rejects.toMatchObject(tooLong);
    await expect(extended(T0 + 90_000)).rejects.toMatchObject(tooLong);
    await extended(T0 + 50_000);
    await whole();
    const media = told.findLast(({ to }) => to === first)?.orders[0]?.show;
    expect(media).toMatchObject({ kind, matter: { ms: 50_000 } });
  });

  it('end it at once everywhere; ending again changes nothing', async () => {
    const { id } = await start();
    await whole();
    told = [];
    now = T0 + 3000;
    const ended = await room.handlers.end({ id }, caller);
    expect(ended.endedAt).toBe(T0 + 3000);
    await eventually(() => expect(told.map(({ orders }) => orders.length)).toEqual([0, 0, 0]));
    now = T0 + 4000;
    expect(await room.handlers.end({ id }, caller)).toEqual(ended);
  });

  it('extend it while it holds, of the revision that was seen', async () => {
    const { id, rev } = await start({ until: T0 + 5000 });
    await expect(room.handlers.extend({ id, rev: rev + 1, until: null }, caller)).rejects.toMatchObject({
      data: { code: 'stale' },
    });
    expect(await room.handlers.extend({ id, rev, until: T0 + 9000 }, caller)).toMatchObject({ until: T0 + 9000 });
    now = T0 + 9000;
    await expect(
      Promise.resolve(room.handlers.extend({ id, rev: rev + 1, until: null }, caller)),
    ).rejects.toMatchObject({
      data: { code: 'refused', details: [{ code: 'takeover.over' }] },
    });
  });

  it('keep what it names from being removed while it holds', async () => {
    await putAsset(clip);
    const { id } = await start({ what: { kind: 'asset', assetId: clip.id }, until: T0 + 5000 });
    expect(usageOf(store, clip.id, now)).toEqual([{ kind: 'takeover', id, name: 'Banjir' }]);
    expect(
      namedThoughGone({ get: () => undefined, all: store.all, assetsOf: () => [] }, 'asset', clip.id, now),
    ).toHaveLength(1);
    expect(usageOf(store, clip.id, T0 + 5000)).toEqual([]);
  });

  it('are taken back: a start ends, an end holds again while its time is not over, and is refused after', async () => {
    const { id } = await start({ until: T0 + 5000 });
    await room.handlers.end({ id }, caller);
    now = T0 + 2000;
    await store.undo(operator);
    expect(ordersIn(room.greet(first))).toHaveLength(1);
    await store.undo(operator);
    expect(ordersIn(room.greet(first))).toEqual([]);
    await store.redo(operator);
    expect(ordersIn(room.greet(first))).toHaveLength(1);
    await room.handlers.end({ id }, caller);
    now = T0 + 5000;
    await expect(store.undo(operator)).rejects.toMatchObject({
      data: { code: 'undoConflict', details: [{ code: 'store.takeoverOver', params: { name: 'Banjir' } }] },
    });
  });
});

describe('a start that is taken back', () => {
  it('ends the takeover and keeps what proves that it was shown', async () => {
    const { id } = await start();
    say(first, id, 'shown', T0 + 20);
    await eventually(() => expect(store.get('takeoverReceipt', `${id}:${first}`)?.shownAt).toBe(T0 + 20));
    now = T0 + 3000;
    await store.undo(operator);
    say(first, id, 'ended', now + 10);
    await eventually(() => expect(store.get('takeoverReceipt', `${id}:${first}`)?.endedAt).toBe(T0 + 3010));
    const { takeover, displays } = await room.handlers.get({ id }, caller);
    expect(takeover).toMatchObject({ endedAt: T0 + 3000, undone: true });
    expect(displays.find(({ displayId }) => displayId === first)?.receipt?.shownAt).toBe(T0 + 20);
    expect(await room.handlers.list(undefined, caller)).toMatchObject([{ id }]);
    const [entry] = store.audit.list({ record: 'takeover', id, limit: 1 });
    expect(entry).toMatchObject({ command: 'takeovers.start', changes: [{ after: { undone: true } }] });
  });

  it('holds again when that is done again, and ends anew when that is taken back', async () => {
    const { id } = await start();
    now = T0 + 1000;
    await store.undo(operator);
    await store.redo(operator);
    expect(store.get('takeover', id)).toMatchObject({ endedAt: null, undone: false });
    now = T0 + 2000;
    await store.undo(operator);
    expect(store.get('takeover', id)).toMatchObject({ endedAt: T0 + 2000, undone: true });
  });

  it('stays as it was once it is over, and lets what lay before be taken back', async () => {
    await store.commit({ command: 'tests.name', actor: operator, undoable: true }, (tx) =>
      tx.put('displayGroup', { id: group, rev: 0, name: 'Pasar', displayIds: [second] }),
    );
    const { id } = await start({ until: T0 + 5000 });
    now = T0 + 6000;
    await store.undo(operator);
    expect(store.get('takeover', id)).toMatchObject({ until: T0 + 5000, endedAt: null, undone: false });
    await store.undo(operator);
    expect(store.get('displayGroup', group)?.name).toBe('Alun-alun');
  });
});

describe('receipts', () => {
  it('are kept with every display it means, connected or not, the newest first told', async () => {
    const { id } = await start({ where: { all: false, displayIds: [first, third], groupIds: [] } });
    online.delete(third);
    say(first, id, 'received', T0 + 10);
    say(first, id, 'shown', T0 + 20);
    say(first, newId(), 'shown', T0 + 20);
    await eventually(() => expect(store.all('takeoverReceipt')).toHaveLength(1));
    const { displays } = await room.handlers.get({ id }, caller);
    expect(
      displays.map(({ displayId, connected, receipt }) => [displayId, connected, receipt?.shownAt ?? null]),
    ).toEqual(
      expect.arrayContaining([
        [first, true, T0 + 20],
        [third, false, null],
      ]),
    );
    expect(displays).toHaveLength(2);
  });

  it('tell of a drill under a real takeover, where the display shows that one, and of the drill again after it', async () => {
    const drill = await start({ name: 'Latihan', test: true });
    for (const id of [first, second]) say(id, drill.id, 'shown', T0 + 10);
    now = T0 + 1000;
    const real = await start({ where: { all: false, displayIds: [first, second], groupIds: [] }, from: now });
    const coveredOf = async () => {
      const { displays } = await room.handlers.get({ id: drill.id }, caller);
      return new Map(displays.map(({ displayId, coveredBy }) => [displayId, coveredBy?.id ?? null]));
    };
    // Nothing but the rules says so yet: both may be cut off from the station, with the drill on them.
    expect([...(await coveredOf()).values()]).toEqual([null, null, null]);
    say(first, real.id, 'shown', now + 20);
    expect(await coveredOf()).toEqual(
      new Map([
        [first, real.id],
        [second, null],
        [third, null],
      ]),
    );
    const { displays } = await room.handlers.get({ id: real.id }, caller);
    expect(displays.map(({ coveredBy }) => coveredBy)).toEqual([null, null]);
    expect(await room.handlers.counts({ id: drill.id }, caller)).toMatchObject({ received: 2, shown: 1 });
    say(first, real.id, 'ended', now + 500);
    expect((await coveredOf()).get(first)).toBeNull();
  });

  it('are counted, of the displays it means', async () => {
    const { id } = await start({ where: { all: false, displayIds: [first, second], groupIds: [] } });
    const counts = () => room.handlers.counts({ id }, caller);
    expect(await counts()).toEqual({ displays: 2, received: 0, shown: 0, ended: 0, faulty: 0 });
    say(first, id, 'received', T0 + 10);
    say(second, id, 'shown', T0 + 20);
    say(third, id, 'shown', T0 + 20);
    expect(await counts()).toEqual({ displays: 2, received: 2, shown: 1, ended: 0, faulty: 0 });
    say(second, id, 'ended', T0 + 30);
    expect(await counts()).toEqual({ displays: 2, received: 2, shown: 1, ended: 1, faulty: 0 });
    await expect(async () => room.handlers.counts({ id: newId() }, caller)).rejects.toMatchObject({
      data: { code: 'notFound' },
    });
  });

  it('clear an end when it is shown again, and are not written twice for what is known', async () => {
    const { id } = await start();
    for (const [event, at] of [
      ['received', 1],
      ['shown', 2],
      ['ended', 3],
      ['shown', 4],
    ] as const)
      say(first, id, event, T0 + at);
    await eventually(() => expect(store.get('takeoverReceipt', `${id}:${first}`)?.shownAt).toBe(T0 + 4));
    expect(store.get('takeoverReceipt', `${id}:${first}`)?.endedAt).toBeNull();
    const before = store.lastChange('takeoverReceipt');
    say(first, id, 'shown', T0 + 4);
    await new Promise((wait) => setTimeout(wait, 60));
    expect(store.lastChange('takeoverReceipt')).toBe(before);
  });
});
