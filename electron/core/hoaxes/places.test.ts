/** An answer on chosen panels, in breaks and in a rundown: who may, what is made of it the first time and again, and how it leaves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawnAs, openDesk, seed } from '../../../tests/fixtures/hoaxes';
import type { Caller } from '../../contract/api/handlers';
import type { HoaxPlaceRef } from '../../contract/api/hoaxes';
import type { Booking } from '../../contract/records/booking';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { PLAIN_ITEM } from '../../contract/records/rundown-item';
import { newId } from '../../contract/ulid';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { video } from '../../domain/compile-fixtures';
import type { RundownsRoom } from '../rundowns';
import { createSpots } from '../spots';
import { openStore, type Store } from '../store';
import {
  caller,
  colleague,
  quiet,
  refused,
  sampleAsset,
  sampleBooking,
  sampleDisplay,
  samplePlay,
  samplePlaylist,
  temporaryFolder,
} from '../store/samples';
import type { Hoaxes } from '.';

const NOW = Date.parse('2026-11-23T02:00:00Z');
let now = NOW;
const clock = { now: () => now };
const card = sampleAsset({ approval: 'pending' });
const [square, station] = [sampleDisplay(), sampleDisplay({ name: 'VT-02 Terminal' })];
const market = { id: newId(), rev: 0, name: 'Pasar', displayIds: [square.id] };
const playlist = samplePlaylist();
const voice = sampleAsset({ name: 'Klarifikasi, suara', approval: 'notNeeded' });
const RUNDOWN = newId(NOW);
const rundown = {
  ...{ zone: 'Asia/Jakarta', startsAt: '09:00:00', lengthMs: 3_600_000, status: 'draft' as const, presenterIds: [] },
  ...{ guests: [], questions: [], research: '', links: [] },
};

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let desk: Hoaxes;
let rundowns: RundownsRoom;

beforeEach(async () => {
  now = NOW;
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  ({ desk, rundowns } = openDesk(store, clock, drawnAs(store, card)));
  await store.commit(seed, (tx) => {
    for (const asset of [card, voice]) tx.put('asset', asset);
    for (const display of [square, station]) tx.put('display', display);
    tx.put('displayGroup', market);
    tx.put('playlist', playlist);
    tx.put('rundown', {
      ...{ id: RUNDOWN, rev: 0, programmeId: null, name: 'Ruang Pemilih', date: '2026-11-24', ...rundown },
      ...{ createdAt: NOW, createdBy: 'x', updatedAt: NOW },
    });
  });
});
afterEach(async () => {
  rundowns.stop();
  await store.close();
  folder.remove();
});

async function answered(): Promise<HoaxCase> {
  const said = { reporter: '', channel: '', link: '', claim: 'Pencoblosan diundur', reportedAt: now };
  const made = (await desk.handlers.report(said, caller)) as HoaxCase;
  const clarification = { verdict: 'hoax' as const, answer: 'Tidak benar.', sources: ['KPU'] };
  return (await desk.handlers.clarify({ id: made.id, rev: made.rev, clarification }, caller)) as HoaxCase;
}
const on = (displayIds: string[], days = 7, groupIds: string[] = []) => ({ on: { displayIds, groupIds, days } });
const spot = (days = 7, plays = 4, assetId = voice.id) => ({ spot: { assetId, days, plays } });
const NOWHERE = { playlistIds: [], on: null, rundownId: null, spot: null };
const as = (role: Caller['role']): Caller => ({ ...caller, role });
const caseNow = (id: string) => store.get('hoaxCase', id) as HoaxCase;

/** Again and again, each from what it is by then. */
async function publish({ id }: Pick<HoaxCase, 'id'>, part: object): Promise<HoaxCase> {
  const { rev } = caseNow(id);
  return (await desk.handlers.publish({ id, rev, ...NOWHERE, ...part }, as('operator'))) as HoaxCase;
}
async function takeOff({ id }: Pick<HoaxCase, 'id'>, place: HoaxPlaceRef, role: Caller['role'] = 'operator') {
  return (await desk.handlers.takeOff({ id, rev: caseNow(id).rev, place }, as(role))) as HoaxCase;
}
const places = async ({ id }: Pick<HoaxCase, 'id'>) => (await desk.handlers.places({ id }, as('operator'))).places;
const bookings = () => store.all('booking');
const change = (part: Partial<Booking>, at = 0) =>
  store.commit(seed, (tx) => tx.put('booking', { ...(bookings()[at] as Booking), ...part }));
const approve = () =>
  store.commit(seed, (tx) => tx.put('asset', { ...card, rev: 1, approval: 'approved', approvedHash: card.hash }));

describe('on panels', () => {
  it('is booked by turns for so many days, and its clock stops once it is approved', async () => {
    const out = await publish(await answered(), on([square.id]));
    expect(bookings()).toMatchObject([
      {
        ...{ what: { kind: 'asset', assetId: card.id }, where: { displayIds: [square.id], groupIds: [] } },
        ...{ how: { kind: 'rotation' }, from: '2026-11-23', to: '2026-11-29', name: 'Pencoblosan diundur' },
      },
    ]);
    expect(out).toMatchObject({ state: 'published', publishedAt: null });
    desk.start();
    await approve();
    await desk.stop();
    expect(caseNow(out.id).publishedAt).toBe(NOW);
  });

  it('goes on in its booking when it is published there again, its days counted anew', async () => {
    const one = await answered();
    await publish(one, on([square.id]));
    now += 2 * DAY_MS;
    await publish(one, on([square.id], 10));
    expect(bookings()).toMatchObject([{ from: '2026-11-23', to: '2026-12-04' }]);
    await publish(one, on([square.id], 1));
    expect(bookings()).toMatchObject([{ from: '2026-11-23', to: '2026-11-25' }]);
  });

  it('is one booking of panels that end on one day, and of a group that holds one of them', async () => {
    const one = await answered();
    await publish(one, on([square.id]));
    await publish(one, on([station.id]));
    expect(bookings()).toMatchObject([{ where: { displayIds: [square.id, station.id], groupIds: [] } }]);
    await publish(one, on([], 3, [market.id]));
    expect(bookings()).toMatchObject([
      { where: { displayIds: [square.id, station.id], groupIds: [market.id] }, to: '2026-11-29' },
    ]);
  });

  it('does not double on a display that somebody else booked it on when its whole group is asked for', async () => {
    const theirs = sampleBooking({
      ...{ what: { kind: 'asset', assetId: card.id }, where: { displayIds: [square.id], groupIds: [] } },
      ...{ from: '2026-11-01', to: '2026-12-31' },
    });
    const [pair, all] = [
      { ...market, id: newId(), displayIds: [square.id, station.id] },
      { ...market, id: newId(), displayIds: [square.id] },
    ];
    await store.commit(seed, (tx) => {
      tx.put('booking', theirs);
      for (const group of [pair, all]) tx.put('displayGroup', group);
    });
    const one = await answered();
    await publish(one, on([], 7, [all.id]));
    expect(bookings()).toMatchObject([{ id: theirs.id }]);
    await publish(one, on([], 7, [pair.id]));
    expect(bookings()).toMatchObject([
      { id: theirs.id, where: { displayIds: [square.id], groupIds: [] } },
      { where: { displayIds: [station.id], groupIds: [] } },
    ]);
    await publish(one, on([], 9, [pair.id]));
    expect(bookings()).toHaveLength(2);
  });

  it('does not double on a display that its group shows it on already', async () => {
    const one = await answered();
    await publish(one, on([], 7, [market.id]));
    await publish(one, on([square.id], 9));
    expect(bookings()).toMatchObject([{ where: { displayIds: [], groupIds: [market.id] }, to: '2026-12-01' }]);
  });

  it('never ends sooner on a panel that was not asked about', async () => {
    const one = await answered();
    await publish(one, on([square.id, station.id], 20));
    await publish(one, on([square.id], 2));
    expect(bookings()).toMatchObject([{ to: '2026-12-12' }]);
  });

  it('keeps hours that a person gave its booking, plays again where it was paused, and leaves them to that panel', async () => {
    const one = await answered();
    await publish(one, on([square.id]));
    await change({ dayparts: [{ start: '16:00:00', end: '20:00:00' }], paused: true });
    await publish(one, on([square.id, station.id], 9));
    const [evening, allDay, ...more] = bookings();
    expect(more).toEqual([]);
    expect(evening).toMatchObject({
      ...{ where: { displayIds: [square.id] }, to: '2026-12-01', paused: false },
      dayparts: [{ start: '16:00:00' }],
    });
    expect(allDay).toMatchObject({ where: { displayIds: [station.id] }, dayparts: [{ start: '00:00:00' }] });
  });

  it('lengthens what somebody else booked there, and never ends it sooner', async () => {
    const what = { kind: 'asset' as const, assetId: card.id };
    const where = { displayIds: [square.id], groupIds: [] };
    const slot = { kind: 'slot' as const, slot: 4, every: 1, first: 0 };
    const theirs = sampleBooking({ what, where, how: slot, from: '2026-11-01', to: '2026-12-31' });
    await store.commit(seed, (tx) => tx.put('booking', theirs));
    const one = await answered();
    await publish(one, on([square.id]));
    expect(bookings()).toMatchObject([{ id: theirs.id, how: slot, to: '2026-12-31' }]);
    await publish(one, on([square.id], 60));
    expect(bookings()).toMatchObject([{ id: theirs.id, how: slot, to: '2027-01-21' }]);
  });

  it('comes back only where it is asked for once a person has deleted its booking, and leaves what is over alone', async () => {
    const one = await answered();
    await publish(one, on([square.id]));
    await store.commit(seed, (tx) => tx.remove('booking', bookings()[0]?.id ?? ''));
    await publish(one, {});
    expect(bookings()).toEqual([]);
    await publish(one, on([square.id], 1));
    now += 5 * DAY_MS;
    await publish(one, on([square.id], 2));
    expect(bookings()).toMatchObject([
      { from: '2026-11-23', to: '2026-11-23' },
      { from: '2026-11-28', to: '2026-11-29' },
    ]);
  });
});

describe('in breaks of the radio', () => {
  it('is booked as a spot, and out once its sound may air, whatever the card waits for', async () => {
    const out = await publish(await answered(), spot());
    expect(bookings()).toMatchObject([
      {
        ...{ what: { kind: 'asset', assetId: voice.id }, where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] } },
        ...{ how: { kind: 'frequency', plays: 4, per: 'day' }, from: '2026-11-23', to: '2026-11-29' },
      },
    ]);
    expect(out).toMatchObject({ state: 'published', publishedAt: NOW, spokenId: voice.id });
  });

  it('is out by a booking that somebody made of its sound, once that is not paused and the sound may air', async () => {
    const one = await publish(await answered(), spot());
    const [inBreaks] = await places(one);
    if (!inBreaks) throw new Error('nowhere');
    await takeOff(one, inBreaks);
    expect((await publish(one, {})).publishedAt).toBeNull();
    desk.start();
    const theirs = sampleBooking({
      ...{ what: { kind: 'asset', assetId: voice.id }, where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] } },
      ...{ from: '2026-11-01', to: '2026-12-31', paused: true },
    });
    await store.commit(seed, (tx) => tx.put('booking', theirs));
    await store.commit(seed, (tx) => tx.put('asset', { ...voice, rev: 2, approval: 'rejected' }));
    await change({ paused: false });
    await desk.stop();
    expect(caseNow(one.id).publishedAt).toBeNull();
    desk.start();
    now += HOUR_MS;
    await store.commit(seed, (tx) => tx.put('asset', { ...voice, rev: 3 }));
    await desk.stop();
    expect(caseNow(one.id).publishedAt).toBe(now);
    await publish(one, spot(3, 9));
    expect(bookings()).toMatchObject([{ id: theirs.id, to: '2026-12-31', how: { kind: 'rotation' } }]);
  });

  it('goes on in its booking with another sound, and is told in one way', async () => {
    const retold = sampleAsset({ name: 'Klarifikasi, ulang' });
    await store.commit(seed, (tx) => tx.put('asset', retold));
    const one = await publish(await answered(), spot());
    await publish(one, spot(3, 6, retold.id));
    expect(bookings()).toMatchObject([
      { what: { assetId: retold.id }, how: { plays: 6 }, from: '2026-11-23', to: '2026-11-25' },
    ]);
    expect(await places(one)).toMatchObject([{ kind: 'radio', name: 'Klarifikasi, ulang', to: '2026-11-25' }]);
  });

  it('stands in the breaks of the next broadcast like every spot', async () => {
    const sound = heard(newId());
    const { rundowns: handlers } = rundowns.handlers;
    const fields = { ...PLAIN_ITEM, kind: 'spotBreak' as const, durationMs: 60_000 };
    const add = { type: 'add' as const, key: newId(), parentId: null, order: 'a0', fields, script: null };
    await store.commit(seed, (tx) => tx.put('asset', sound));
    await handlers.edit({ id: RUNDOWN, changes: [add] }, caller);
    await publish(await answered(), spot(7, 4, sound.id));
    const items = (id: string) => rundowns.book.items(id);
    const spots = createSpots({ store, clock, log: quiet, items, channelName: () => 'Radio' });
    await spots.handlers.fillBreaks({ rundownId: RUNDOWN, itemIds: null }, caller);
    const [filled] = read().filter(({ kind }) => kind === 'spotBreak');
    expect(filled?.spots).toMatchObject([{ assetId: sound.id, bookingId: bookings()[0]?.id }]);
  });

  it('is judged as every spot: what lies in the bin or waits for approval is not booked, nor is the card then', async () => {
    const [binned, unseen] = [sampleAsset({ trashedAt: 1 }), sampleAsset({ approval: 'pending' })];
    await store.commit(seed, (tx) => [binned, unseen].map((asset) => tx.put('asset', asset)));
    const one = await answered();
    const against = async ({ id }: typeof binned) =>
      (await refused(() => publish(one, { ...on([square.id]), ...spot(7, 4, id) }))).data.details;
    expect(await against(binned)).toMatchObject([{ code: 'booking.binned' }]);
    expect(await against(unseen)).toMatchObject([{ code: 'judge.notApproved' }]);
    expect([caseNow(one.id).state, bookings(), store.get('card', one.cardId ?? '')?.assetId]).toEqual([
      ...['clarified', []],
      null,
    ]);
  });
});

/** Half a minute that can be played. */
const heard = (id: string) => ({
  ...{ ...sampleAsset({ id, name: 'Klarifikasi, suara' }), state: 'ready' as const, renditions: [] },
  probe: {
    ...{ kind: 'audio' as const, container: 'wav', durationMs: 30_000, bitRate: null, video: null, audio: [] },
    ...{ loudness: null, fragmentedPerTrack: false, findings: [] },
  },
  pictures: { thumbnail: null, filmstrip: null, waveform: null },
});

const read = (rundownId = RUNDOWN) => store.rundownParts.of('rundownItem', rundownId);

describe('in a rundown', () => {
  it('is added with the words to be read, once however often it is asked for', async () => {
    const one = await answered();
    await publish(one, { rundownId: RUNDOWN });
    await publish(one, { rundownId: RUNDOWN });
    expect(read()).toMatchObject([{ kind: 'script', title: 'Pencoblosan diundur' }]);
    expect(JSON.stringify(store.rundownParts.of('script', RUNDOWN))).toContain('Hoaks. Tidak benar.');
    expect(caseNow(one.id).rundownIds).toEqual([RUNDOWN]);
  });

  describe('when its answer is changed', () => {
    const clarify = (one: HoaxCase, answer: string) => {
      const clarification = { verdict: 'fact' as const, answer, sources: ['KPU'] };
      return desk.handlers.clarify({ id: one.id, rev: caseNow(one.id).rev, clarification }, caller);
    };
    const inRundown = async (one: HoaxCase) => (await places(one)).find(({ kind }) => kind === 'rundown');
    const text = () => JSON.stringify(store.rundownParts.of('script', RUNDOWN)[0]?.doc);
    const write = async (words: string) => {
      const { rundowns: handlers } = rundowns.handlers;
      const [script] = store.rundownParts.of('script', RUNDOWN);
      if (!script) throw new Error('no script');
      const content = [
        { type: 'line' as const, attrs: { speaker: '' }, content: [{ type: 'text' as const, text: words }] },
      ];
      await handlers.saveScript({ id: script.id, rev: script.rev, doc: { type: 'doc', content } }, caller);
    };

    it('says so until it is published again, which writes it anew, its length too, and draft', async () => {
      const one = await answered();
      await publish(one, { rundownId: RUNDOWN });
      const [was] = read();
      const fields = { status: 'approved' as const };
      const change = { type: 'set' as const, id: was?.id ?? '', rev: null, fields };
      await rundowns.handlers.rundowns.edit({ id: RUNDOWN, changes: [change] }, caller);
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      now += HOUR_MS;
      await clarify(one, 'Benar: '.repeat(40));
      await clarify(one, 'Benar, ditunda satu hari. '.repeat(20).trim());
      expect(await inRundown(one)).toMatchObject({ words: 'earlier' });
      expect(text()).toContain('Hoaks. Tidak benar.');
      await publish(one, {});
      expect(text()).toContain('Fakta. Benar, ditunda satu hari.');
      expect(text()).not.toContain('Tidak benar.');
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      expect(read()).toMatchObject([{ order: was?.order, status: 'draft' }]);
      expect(read()[0]?.durationMs).toBeGreaterThan((was?.durationMs ?? 0) * 2);
    });

    it('leaves words that an editor put, and says so until an editor has been there again', async () => {
      const one = await answered();
      await publish(one, { rundownId: RUNDOWN });
      now += HOUR_MS;
      await write('KPU membantah.');
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      now += HOUR_MS;
      await clarify(one, 'Benar.');
      expect(await inRundown(one)).toMatchObject({ words: 'edited' });
      now += HOUR_MS;
      await publish(one, {});
      expect(text()).toContain('KPU membantah.');
      expect(await inRundown(one)).toMatchObject({ words: 'edited' });
      await write('KPU membenarkan.');
      await publish(one, {});
      expect(await inRundown(one)).toMatchObject({ words: 'current' });
      expect(text()).toContain('KPU membenarkan.');
    });

    it('stays as it was read once it was on air', async () => {
      const one = await answered();
      await publish(one, { rundownId: RUNDOWN });
      await readAloud(one, false);
      await clarify(one, 'Benar.');
      await publish(one, {});
      expect(text()).toContain('Tidak benar.');
      expect(await inRundown(one)).toMatchObject({ over: true, words: 'current' });
    });
  });

  it('is out with the approval of its words while the broadcast is to come, and not where the item was taken out', async () => {
    await approve();
    const out = await publish(await answered(), { rundownId: RUNDOWN });
    expect(out.publishedAt).toBe(NOW);
    await store.commit(seed, (tx) => tx.put('asset', { ...card, rev: 2, approval: 'pending' }));
    const late = await publish(await answered(), { rundownId: RUNDOWN });
    const gone = { id: RUNDOWN, changes: [{ type: 'remove' as const, id: `${RUNDOWN}:${late.id}` }] };
    await rundowns.handlers.rundowns.edit(gone, caller);
    desk.start();
    await approve();
    await desk.stop();
    expect(caseNow(late.id).publishedAt).toBeNull();
  });

  it('is out when it was read, though nobody had looked at its card', async () => {
    const one = await publish(await answered(), { rundownId: RUNDOWN });
    expect(one.publishedAt).toBeNull();
    desk.start();
    now += HOUR_MS;
    await readAloud(one, true);
    await readAloud(one, false);
    await desk.stop();
    expect(caseNow(one.id).publishedAt).toBe(now);
  });

  it('is no answer that was read in a rehearsal', async () => {
    const one = await publish(await answered(), { rundownId: RUNDOWN });
    desk.start();
    await readAloud(one, true);
    await desk.stop();
    expect(caseNow(one.id).publishedAt).toBeNull();
  });
});

async function readAloud(one: HoaxCase, rehearsal: boolean): Promise<void> {
  const showId = newId(now);
  const show = {
    ...{ id: showId, rev: 0, rundownId: RUNDOWN, rundownName: 'Ruang Pemilih', rehearsal, shiftMs: 0 },
    ...{ state: 'ended' as const, mode: 'hand' as const, plannedStart: now, plannedEnd: null, startedAt: now },
    ...{ endedAt: now, current: null, skipped: [], lengths: {}, turn: 1, signature: null },
  };
  const step = {
    ...{ id: `${RUNDOWN}:${newId(now)}`, rev: 0, showId, rundownId: RUNDOWN, itemId: `${RUNDOWN}:${one.id}` },
    ...{ kind: 'script' as const, title: one.name, plannedStart: now, plannedMs: 1000, agreedMs: null },
    ...{
      startedAt: now,
      endedAt: now,
      heldMs: 0,
      source: 'hand' as const,
      outcome: 'aired' as const,
      why: '',
      by: 'x',
    },
  };
  await store.commit(seed, (tx) => {
    tx.put('show', show);
    tx.put('step', step);
  });
}

describe('its places', () => {
  it('are told, and each is left by itself', async () => {
    const one = await answered();
    const all = { ...on([square.id, station.id]), ...spot(), playlistIds: [playlist.id], rundownId: RUNDOWN };
    await publish(one, all);
    const seen = await places(one);
    expect(seen).toMatchObject([
      { kind: 'display', name: 'VT-01 Alun-alun', from: '2026-11-23', to: '2026-11-29', paused: false },
      { kind: 'display', name: 'VT-02 Terminal' },
      { kind: 'playlist', name: playlist.name },
      { kind: 'radio', name: 'Klarifikasi, suara', to: '2026-11-29' },
      { kind: 'rundown', name: 'Ruang Pemilih', date: '2026-11-24', over: false },
    ]);
    for (const place of seen) await takeOff(one, place);
    expect(await places(one)).toEqual([]);
    expect([bookings(), store.get('playlist', playlist.id)?.items, read()]).toEqual([[], [], []]);
    await store.undo(caller.actor);
    expect(await places(one)).toMatchObject([{ kind: 'rundown' }]);
  });

  it('are left by whoever may plan or write there, and only if they are its own', async () => {
    const one = await answered();
    await publish(one, { ...on([square.id]), rundownId: RUNDOWN });
    const [onPanel, inRundown] = await places(one);
    if (!onPanel || !inRundown) throw new Error('nowhere');
    const against = async (place: HoaxPlaceRef, role: Caller['role']) =>
      (await refused(() => takeOff(one, place, role))).data.params;
    expect(await against(onPanel, 'head')).toEqual({ needs: 'schedule' });
    expect(await against(inRundown, 'head')).toEqual({ needs: 'rundown' });
    const other = sampleBooking();
    await store.commit(seed, (tx) => tx.put('booking', other));
    const foreign = { kind: 'display' as const, id: square.id, bookingId: other.id };
    expect(await against(foreign, 'operator')).toEqual({ record: 'booking' });
    const theirs = sampleBooking({
      ...{ name: 'Slot 4', what: { kind: 'asset', assetId: card.id }, from: '2026-11-01', to: '2026-12-31' },
      where: { displayIds: [station.id], groupIds: [] },
    });
    await store.commit(seed, (tx) => tx.put('booking', theirs));
    const held = (await places(one)).find(({ name }) => name === station.name);
    if (!held) throw new Error('not told');
    expect(held).toMatchObject({ own: false });
    const details = [{ code: 'hoax.othersBooking', params: { name: 'Slot 4' } }];
    expect((await refused(() => takeOff(one, held))).data.details).toMatchObject(details);
    await readAloud(one, false);
    expect((await refused(() => takeOff(one, inRundown))).data.details).toMatchObject([{ code: 'rundown.wasOnAir' }]);
  });

  it('are none for who may not plan or write there, nor where nothing is', async () => {
    const { id, rev } = await answered();
    const against = (part: object, role: Caller['role']) =>
      refused(() => desk.handlers.publish({ id, rev, ...NOWHERE, ...part }, as(role)));
    expect((await against(on([square.id]), 'head')).data.params).toEqual({ needs: 'schedule' });
    expect((await against(spot(), 'head')).data.params).toEqual({ needs: 'schedule' });
    expect((await against({ rundownId: RUNDOWN }, 'head')).data.params).toEqual({ needs: 'rundown' });
    expect((await against(on([newId(NOW)]), 'operator')).code).toBe('notFound');
    expect((await against(spot(7, 4, newId(NOW)), 'operator')).code).toBe('notFound');
    expect((await against({ rundownId: newId(NOW) }, 'operator')).code).toBe('notFound');
    expect([bookings(), read()]).toEqual([[], []]);
  });
});

describe('its clock', () => {
  it('stands where it could first air when it is published again', async () => {
    await approve();
    const one = await publish(await answered(), on([square.id]));
    now += 3 * DAY_MS;
    expect((await publish(one, { ...on([station.id]), ...spot() })).publishedAt).toBe(NOW);
  });

  it('goes on when it left all its places before anybody saw it, and stops anew', async () => {
    await approve();
    const one = await publish(await answered(), { ...on([square.id]), playlistIds: [playlist.id] });
    const [first, last] = await places(one);
    if (!first || !last) throw new Error('nowhere');
    expect(await takeOff(one, first)).toMatchObject({ state: 'published', publishedAt: NOW });
    expect(await takeOff(one, last)).toMatchObject({ state: 'clarified', publishedAt: null });
    now += 5 * HOUR_MS;
    expect(await publish(one, on([square.id]))).toMatchObject({ state: 'published', publishedAt: now });
  });

  it('stands when it left all its places after it had been seen or heard', async () => {
    await approve();
    const spoken = await publish(await answered(), spot());
    store.plays.add([samplePlay({ assetId: voice.id, startedAt: NOW + 1000, endedAt: NOW + 9000 })]);
    const [inBreaks] = await places(spoken);
    if (!inBreaks) throw new Error('nowhere');
    const seen = async () => {
      const { items } = await desk.handlers.list({ search: '', offset: 0, limit: 10 }, caller);
      let sheet = '';
      for await (const piece of desk.csv({}, 'id', 'operator')) sheet += piece;
      return [items[0]?.shown, /;Terbit[^;]*;/.exec(sheet)?.[0]];
    };
    expect(await seen()).toEqual([true, ';Terbit;']);
    expect(await takeOff(spoken, inBreaks)).toMatchObject({ state: 'published', publishedAt: NOW });
    expect(await seen()).toEqual([false, ';Terbit, sudah tidak tayang;']);
    const smart = { tags: ['hoaks'], agencyIds: [], categories: [], sort: 'name' as const, limit: 5 };
    const finding = { ...samplePlaylist(), smart, items: [] };
    await store.commit(seed, (tx) => {
      const { rev = 0 } = tx.get('asset', card.id) ?? {};
      const { id, hash } = card;
      tx.put('asset', {
        ...video(90, 10_000),
        id,
        rev,
        hash,
        approval: 'approved',
        approvedHash: hash,
        tags: ['hoaks'],
      });
      tx.put('playlist', finding);
    });
    expect(await seen()).toEqual([true, ';Terbit;']);
    await store.commit(seed, (tx) => tx.remove('playlist', finding.id));
    const passed = await publish({ id: (await answered()).id }, on([square.id], 1));
    expect(passed.publishedAt).toBe(NOW);
    store.plays.add([samplePlay({ assetId: card.id, startedAt: NOW + 2000, endedAt: NOW + 9000 })]);
    const [onPanel] = await places(passed);
    if (!onPanel) throw new Error('nowhere');
    expect(await takeOff(passed, onPanel)).toMatchObject({ state: 'published', publishedAt: NOW });
  });

  it('does not stop for a booking that was over before its card was approved', async () => {
    const one = await publish(await answered(), on([square.id], 1));
    now += 2 * DAY_MS;
    desk.start();
    await approve();
    await desk.stop();
    expect(caseNow(one.id).publishedAt).toBeNull();
  });
});

it('takes another place that a colleague gave it meanwhile, and no other answer', async () => {
  const { id, rev } = await answered();
  const cards = drawnAs(store, card);
  const meanwhile: (() => Promise<unknown>)[] = [];
  const slow = openDesk(store, clock, {
    publishWith: async (...order) => {
      await meanwhile.shift()?.();
      return cards.publishWith(...order);
    },
  });
  const press = (part: object) => slow.desk.handlers.publish({ id, rev: caseNow(id).rev, ...NOWHERE, ...part }, caller);
  meanwhile.push(
    () => desk.handlers.publish({ id, rev, ...NOWHERE, playlistIds: [playlist.id] }, caller) as Promise<unknown>,
  );
  expect(await press({ ...on([square.id]), rundownId: RUNDOWN })).toMatchObject({ playlistIds: [playlist.id] });
  const other = { verdict: 'fact' as const, answer: 'Benar.', sources: ['KPU'] };
  const theirs = { ...caller, actor: colleague };
  meanwhile.push(
    () => desk.handlers.clarify({ id, rev: caseNow(id).rev, clarification: other }, theirs) as Promise<unknown>,
  );
  expect((await refused(() => press(on([station.id])))).code).toBe('stale');
  expect(bookings()).toMatchObject([{ where: { displayIds: [square.id] } }]);
  slow.rundowns.stop();
});
