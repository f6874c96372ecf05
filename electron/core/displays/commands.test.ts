/** Displays and groups as records, and what consoles are told of displays. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DisplayStatus } from '../../contract/live';
import { EVERYWHERE } from '../../contract/records/rule';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { rule } from '../../domain/judge/samples';
import { sampleBooking } from '../store/samples';
import { caller, newDisplay, openRoom, pairedPage, type Room, sampleTimeline, statusOf } from './samples';

let room: Room;
beforeEach(async () => {
  room = await openRoom();
});
afterEach(() => room.close());

const put = (booking: ReturnType<typeof sampleBooking>) =>
  room.store.commit({ command: 'test', actor: caller.actor }, (tx) => tx.put('booking', booking));
/** Not over for a while. */
const LATER = '2999-12-31';
const showing = (name: string) => ({
  type: 'showing',
  now: { name, assetId: null, bookingId: null, startedAt: 1, endsAt: 2 },
  ...{ next: null, clock: { offsetMs: 4, errorMs: 1 }, outbox: 3 },
});

describe('displays', () => {
  it('refuses an update of an old revision, and a filler that is not there', async () => {
    const { id, rev } = await newDisplay(room);
    await room.commands.update({ id, rev, name: 'Baru' }, caller);
    const late = Promise.resolve(room.commands.update({ id, rev, name: 'Telat' }, caller));
    await expect(late).rejects.toMatchObject({ data: { code: 'stale' } });
    const filler = Promise.resolve(room.commands.update({ id, rev: rev + 1, fillerPlaylistId: newId() }, caller));
    await expect(filler).rejects.toMatchObject({
      data: { code: 'invalidInput', details: [{ code: 'displays.fillerGone' }] },
    });
  });

  it('is not removed while booked, saying where', async () => {
    const { id } = await newDisplay(room);
    const booking = await put(sampleBooking({ name: 'Pagi', to: LATER, where: { displayIds: [id], groupIds: [] } }));
    const details = [reason('where.booking', { name: 'Pagi' })];
    const removal = Promise.resolve(room.commands.remove({ id }, caller));
    await expect(removal).rejects.toMatchObject({ data: { code: 'inUse', details } });
    await room.store.commit({ command: 'test', actor: caller.actor }, (tx) => tx.remove('booking', booking.id));
    await room.commands.remove({ id }, caller);
    expect(await room.commands.list(undefined, caller)).toEqual([]);
  });

  it('is not removed while booked through a group alone, saying which; a booking that is over does not hold it', async () => {
    const { id } = await newDisplay(room);
    const { id: groupId } = await room.groups.create({ name: 'Kota', displayIds: [id] }, caller);
    const where = { displayIds: [], groupIds: [groupId] };
    const booking = await put(sampleBooking({ name: 'Sore', to: LATER, where }));
    const details = [reason('where.bookingOfGroup', { name: 'Sore', group: 'Kota' })];
    const removal = Promise.resolve(room.commands.remove({ id }, caller));
    await expect(removal).rejects.toMatchObject({ data: { code: 'inUse', details } });
    await put({ ...booking, to: '2024-11-30' });
    await room.commands.remove({ id }, caller);
  });

  it('never gives its token away', async () => {
    const { id } = await newDisplay(room);
    await pairedPage(room, id);
    expect(JSON.stringify(await room.commands.list(undefined, caller))).not.toMatch(/hash|token/);
  });
});

describe('groups', () => {
  it('hold each display once, lose a removed one, and have it back when that is undone', async () => {
    const [one, two] = [await newDisplay(room), await newDisplay(room)];
    const group = await room.groups.create({ name: 'Kota', displayIds: [one.id, two.id, one.id] }, caller);
    expect(group.displayIds).toEqual([one.id, two.id]);
    await room.commands.remove({ id: one.id }, caller);
    expect(await room.groups.list(undefined, caller)).toMatchObject([{ displayIds: [two.id] }]);
    await room.store.undo(caller.actor);
    expect(await room.groups.list(undefined, caller)).toMatchObject([{ displayIds: [one.id, two.id] }]);
  });

  it('refuse displays that are not there, old revisions, and removal while booked', async () => {
    const { id } = await newDisplay(room);
    const attempt = async (work: () => unknown) => Promise.resolve().then(work);
    const stranger = attempt(() => room.groups.create({ name: 'Kota', displayIds: [newId()] }, caller));
    await expect(stranger).rejects.toMatchObject({ data: { code: 'notFound' } });
    const group = await room.groups.create({ name: 'Kota', displayIds: [id] }, caller);
    const renamed = await room.groups.update(
      { id: group.id, rev: group.rev, name: 'Desa', evenIfBooked: false },
      caller,
    );
    expect(renamed).toMatchObject({ name: 'Desa', displayIds: [id] });
    const late = attempt(() =>
      room.groups.update({ id: group.id, rev: group.rev, name: 'Telat', evenIfBooked: false }, caller),
    );
    await expect(late).rejects.toMatchObject({ data: { code: 'stale' } });
    await put(sampleBooking({ name: 'Sore', to: LATER, where: { displayIds: [], groupIds: [group.id] } }));
    const removal = attempt(() => room.groups.remove({ id: group.id }, caller));
    const details = [reason('where.booking', { name: 'Sore' })];
    await expect(removal).rejects.toMatchObject({ data: { code: 'inUse', details } });
  });

  it('keeps a group that a rule holds on: its panels would be free', async () => {
    const { id } = await newDisplay(room);
    const group = await room.groups.create({ name: 'Dekat sekolah', displayIds: [id] }, caller);
    const made = rule(1, { name: 'Tanpa rokok', scope: { ...EVERYWHERE, groupIds: [group.id] } });
    await room.store.commit({ command: 'test', actor: caller.actor }, (tx) => tx.put('rule', made));
    const removal = Promise.resolve().then(() => room.groups.remove({ id: group.id }, caller));
    const details = [reason('where.rule', { name: 'Tanpa rokok' })];
    await expect(removal).rejects.toMatchObject({ data: { code: 'inUse', details } });
    await room.store.commit({ command: 'test', actor: caller.actor }, (tx) => tx.remove('rule', made.id));
    await room.groups.remove({ id: group.id }, caller);
  });
});

describe('a display that leaves a group', () => {
  const ALONE = { name: 'VT-01 Alun-alun' };
  async function booked() {
    const [one, two] = [await newDisplay(room, ALONE), await newDisplay(room, { name: 'VT-02' })];
    const group = await room.groups.create({ name: 'Kota', displayIds: [one.id, two.id] }, caller);
    const book = (where: { displayIds: string[]; groupIds: string[] }) =>
      put(sampleBooking({ name: 'Sore', to: LATER, where: { ...where, groupIds: [...where.groupIds, group.id] } }));
    const leave = (evenIfBooked = false) =>
      Promise.resolve(room.groups.update({ id: group.id, rev: group.rev, displayIds: [two.id], evenIfBooked }, caller));
    return { one, book, leave };
  }

  it('with what is booked for it is told first, and may go when that is meant', async () => {
    const { book, leave } = await booked();
    await book({ displayIds: [], groupIds: [] });
    const details = [reason('where.displayLeavesBooking', { display: ALONE.name, name: 'Sore' })];
    await expect(leave()).rejects.toMatchObject({
      data: { code: 'leavesBookings', params: { name: 'Kota' }, details },
    });
    expect((await leave(true)).displayIds).toHaveLength(1);
  });

  it('goes without a word where the booking reaches it by name or by another group', async () => {
    const { one, book, leave } = await booked();
    const other = await room.groups.create({ name: 'Desa', displayIds: [one.id] }, caller);
    await book({ displayIds: [one.id], groupIds: [] });
    await book({ displayIds: [], groupIds: [other.id] });
    expect((await leave()).displayIds).toHaveLength(1);
  });
});

describe('status', () => {
  it('is what the page said, beside what the station expects of it', async () => {
    const { id } = await newDisplay(room);
    expect(await statusOf(room, id)).toMatchObject({ connected: false, since: null, expectedRevision: null });
    room.current.set(id, sampleTimeline(id, 8));
    room.notReady.push(reason('why.notReady', { asset: 'Klip' }));
    const { page } = await pairedPage(room, id);
    page.say({ type: 'holds', revision: 7, missing: ['ab'.repeat(32)], missingBytes: 900 });
    page.say(showing('Klip'));
    expect(await statusOf(room, id)).toMatchObject({
      ...{ connected: true, expectedRevision: 8, holdsRevision: 7, missing: { files: 1, bytes: 900 } },
      ...{ playing: { name: 'Klip' }, clock: { offsetMs: 4 }, outbox: 3, notReady: [{ code: 'why.notReady' }] },
    });
    const fault = (at: number, name: string) =>
      page.say({ type: 'fault', at, reason: reason('fault.stalled', { name }) });
    for (let at = 1; at <= 25; at++) fault(at, `Klip ${at}`);
    const { faults } = await statusOf(room, id);
    expect(faults).toHaveLength(20);
    expect(faults[0]?.at).toBe(25);
    fault(26, 'Klip 20');
    const again = (await statusOf(room, id)).faults;
    expect(again).toHaveLength(20);
    expect(again.filter(({ reason: { params } }) => params?.name === 'Klip 20')).toMatchObject([{ at: 26 }]);
  });

  it('is told at once, then at most four times a second, and the last word is never lost', async () => {
    const { id } = await newDisplay(room);
    const { page } = await pairedPage(room, id);
    const told: { at: number; status: DisplayStatus }[] = [];
    room.displays.statuses.subscribe((status) => told.push({ at: performance.now(), status }));
    const started = performance.now();
    for (let count = 0; performance.now() - started < 1_000; count++) {
      page.say(showing(String(count)));
      await pause(5);
    }
    page.say(showing('last'));
    await expect.poll(() => told.at(-1)?.status.playing?.name).toBe('last');
    const gaps = told.slice(1).map(({ at }, place) => at - (told[place]?.at ?? 0));
    // Timers may fire a little before their millisecond.
    expect(Math.min(...gaps)).toBeGreaterThan(245);
    expect(told.length).toBeGreaterThan(2);
  });
});
