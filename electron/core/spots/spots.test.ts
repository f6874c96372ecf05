/** Breaks of a rundown at a real store: filled from bookings, promised, missed, made good, and counted for the law. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_ORIGIN } from '../../contract/records/asset';
import { type BookingDraft, PLAIN_BOOKING } from '../../contract/records/booking';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { EVERYWHERE, type RuleDoes } from '../../contract/records/rule';
import { PLAIN_ITEM, type RundownItem } from '../../contract/records/rundown-item';
import type { Id } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { rule } from '../../domain/judge/samples';
import { audioKey } from '../../domain/profile';
import { createCart } from '../cart';
import { createMakeGoods } from '../make-goods';
import { createRundowns, type RundownsRoom } from '../rundowns';
import { createSchedule, type Schedule } from '../schedule';
import { createShows } from '../shows';
import { type Store, settingsOf } from '../store';
import { freshStore } from '../store/fresh-store';
import { caller, operator, putAsset, quiet, refused, samplePlay } from '../store/samples';
import { createSpots, type SpotsRoom } from '.';

const EIGHT = Date.parse('2024-11-14T01:00:00Z');
const DAY = '2024-11-14';
const MINUTE = 60_000;
const clock = { at: EIGHT, now: () => clock.at };
const SOUND = newId();

let store: Store;
let rundowns: RundownsRoom;
let schedule: Schedule;
let spots: SpotsRoom;
freshStore((fresh) => {
  store = fresh;
}, clock);

beforeEach(async () => {
  clock.at = EIGHT;
  rundowns = createRundowns({ store, clock, log: quiet, spotsAgainst: (of, after) => spots.against(of, after) });
  schedule = createSchedule({ store, clock, log: quiet, ensureRenditions: async () => {}, push: () => {} });
  spots = createSpots({ store, clock, log: quiet, items: (id) => rundowns.book.items(id), channelName: () => 'Radio' });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('asset', sound(SOUND, 'Cek DPT')));
});
afterEach(async () => {
  await spots.stop();
  await schedule.timelines.stop();
  rundowns.stop();
});

const sound = (id: Id, name: string) => ({
  ...{ state: 'ready' as const, id, rev: 0, name, originalName: 'a.wav', hash: 'a'.repeat(64), bytes: 10 },
  ...{ tags: [], notes: '', ...NO_ORIGIN },
  ...{ createdAt: 1, createdBy: 'x', archivedAt: null, trashedAt: null },
  probe: {
    ...{ kind: 'audio' as const, container: 'wav', durationMs: 30_000, bitRate: null, video: null, audio: [] },
    ...{ loudness: null, fragmentedPerTrack: false, findings: [] },
  },
  pictures: { thumbnail: null, filmstrip: null, waveform: null },
  renditions: [],
});

const draft = (part: Partial<BookingDraft> = {}): BookingDraft => ({
  ...{
    name: 'Cek DPT',
    what: { kind: 'asset', assetId: SOUND },
    where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] },
  },
  ...{ how: { kind: 'frequency', plays: 2, per: 'day' }, ...PLAIN_BOOKING, from: DAY, to: '2024-11-20' },
  ...{
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    dayparts: [{ start: '06:00:00', end: '22:00:00' }],
    zone: 'station',
    paused: false,
  },
  ...part,
});
const book = (part: Partial<BookingDraft> = {}) => schedule.handlers.bookings.create(draft(part), caller);

/** Talk 10:00, a break of 1:00, talk 10:00, another: from 09:00. */
async function broadcast(date = DAY, startsAt = '09:00:00'): Promise<{ id: Id; breaks: string[] }> {
  const { id } = await rundowns.handlers.rundowns.create(
    { programmeId: null, date, fields: { startsAt, status: 'ready' } },
    caller,
  );
  const kinds = ['script', 'spotBreak', 'script', 'spotBreak'] as const;
  const changes = kinds.map((kind, at) => ({
    ...{ type: 'add' as const, key: newId(), parentId: null, order: `a${at}`, script: null },
    fields: { ...PLAIN_ITEM, kind, title: `${kind} ${at}`, durationMs: (kind === 'script' ? 10 : 1) * MINUTE },
  }));
  const items = await rundowns.handlers.rundowns.edit({ id, changes }, caller);
  return { id, breaks: items.flatMap((item) => (item.kind === 'spotBreak' ? [item.id] : [])) };
}
const spotsIn = (itemId: string) => store.get('rundownItem', itemId)?.spots ?? [];
const fillAll = (rundownId: Id) => spots.handlers.fillBreaks({ rundownId, itemIds: null }, caller);
const proposal = (rundownId: Id) => spots.handlers.proposal({ rundownId }, caller);

describe('breaks', () => {
  it('are filled from bookings, again without a change, and taken back with undo', async () => {
    const { id, breaks } = await broadcast();
    const { id: bookingId } = await book();
    expect((await proposal(id)).breaks).toMatchObject([
      { adds: 1, removes: 0 },
      { adds: 1, removes: 0 },
    ]);
    expect(await fillAll(id)).toEqual({ changed: 2 });
    expect(breaks.map((each) => spotsIn(each))).toMatchObject([
      [{ assetId: SOUND, bookingId }],
      [{ assetId: SOUND, bookingId }],
    ]);
    expect(await fillAll(id)).toEqual({ changed: 0 });
    expect((await proposal(id)).breaks.every(({ same }) => same)).toBe(true);
  });

  it('keep what was put in by hand, and lose what is booked no more', async () => {
    const { id, breaks } = await broadcast();
    const [first = ''] = breaks;
    const { id: bookingId, rev } = await book();
    const hand = { key: newId(), assetId: SOUND, bookingId: null };
    await rundowns.handlers.rundowns.edit(
      { id, changes: [{ type: 'set', id: first, rev: null, fields: { spots: [hand] } }] },
      caller,
    );
    await fillAll(id);
    // The same spot would stand back to back.
    expect(spotsIn(first)).toEqual([hand]);
    expect((await proposal(id)).short).toMatchObject([{ bookingId, missing: 1, because: [{ code: 'spots.apart' }] }]);
    await schedule.handlers.bookings.update({ id: bookingId, rev, draft: draft({ paused: true }) }, caller);
    expect((await proposal(id)).breaks).toMatchObject([{ same: true }, { removes: 1 }]);
    await fillAll(id);
    expect(breaks.map((each) => spotsIn(each).length)).toEqual([1, 0]);
  });

  it('of a broadcast that is over stay as they were', async () => {
    const { id } = await broadcast();
    const shows = createShows({
      store,
      clock,
      log: quiet,
      items: (rundown) => rundowns.book.items(rundown),
      onClockSet: () => {},
    });
    clock.at += 60 * MINUTE;
    let show = await shows.handlers.start({ rundownId: id, rehearsal: false, source: 'hand' }, caller);
    show = await shows.handlers.take({ id: show.id, turn: show.turn, source: 'hand' }, caller);
    await book();
    expect((await proposal(id)).breaks).toMatchObject([{ adds: 1 }]);
    await shows.handlers.end({ id: show.id, turn: show.turn, source: 'hand' }, caller);
    expect((await proposal(id)).breaks).toEqual([]);
    expect((await refused(() => fillAll(id))).data.details).toMatchObject([{ code: 'spots.wasOnAir' }]);
    shows.stop();
  });

  it('of every broadcast to come get what is their own, whichever is filled first', async () => {
    const [morning, noon] = [await broadcast(), await broadcast(DAY, '12:00:00')];
    await book({ how: { kind: 'frequency', plays: 4, per: 'day' } });
    expect((await proposal(noon.id)).short).toEqual([]);
    await fillAll(noon.id);
    await fillAll(morning.id);
    const counts = [...morning.breaks, ...noon.breaks].map((each) => spotsIn(each).length);
    expect(counts).toEqual([1, 1, 1, 1]);
  });

  it('of a broadcast that is over are not opened again by a rehearsal, nor is a signed one by undo', async () => {
    const { id, breaks } = await broadcast();
    const { id: bookingId, rev } = await book();
    await fillAll(id);
    const shows = createShows({
      ...{ store, clock, log: quiet, items: (rundown: Id) => rundowns.book.items(rundown), onClockSet: () => {} },
    });
    const run = async (rehearsal: boolean) => {
      const show = await shows.handlers.start({ rundownId: id, rehearsal, source: 'hand' }, caller);
      return shows.handlers.end({ id: show.id, turn: show.turn, source: 'hand' }, caller);
    };
    const { id: showId } = await run(false);
    await run(true);
    await schedule.handlers.bookings.update({ id: bookingId, rev, draft: draft({ paused: true }) }, caller);
    expect((await proposal(id)).breaks).toEqual([]);
    expect((await refused(() => fillAll(id))).data.details).toMatchObject([{ code: 'spots.wasOnAir' }]);
    await shows.handlers.sign({ id: showId, signature: { name: 'Penyiar 1', position: '', note: '' } }, caller);
    await store.undo(caller.actor);
    expect((await refused(() => store.undo(caller.actor))).data.details).toMatchObject([{ code: 'rundown.signed' }]);
    expect(breaks.map((each) => spotsIn(each).length)).toEqual([1, 1]);
    expect((await refused(() => run(true))).data.details).toMatchObject([{ code: 'rundown.signed' }]);
    shows.stop();
  });

  const inBreaks: typeof EVERYWHERE = { ...EVERYWHERE, channels: ['radio'], breaks: true };
  const ruled = (does: RuleDoes, scope = inBreaks) =>
    store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('rule', { ...rule(1, { does, scope }), rev: 0 }),
    );
  const cap = (plays: number): RuleDoes => ({ kind: 'cap', plays, seconds: null, of: 'all', counts: 'place' });
  const byHand = (many: number) =>
    Array.from({ length: many }, () => ({ key: newId(), assetId: SOUND, bookingId: null }));
  const put = (id: Id, itemId: string, hands: RundownItem['spots']) =>
    rundowns.handlers.rundowns.edit(
      { id, changes: [{ type: 'set', id: itemId, rev: null, fields: { spots: hands } }] },
      caller,
    );

  it('tell a spot that stands against a rule, also one put in by hand', async () => {
    const { id, breaks } = await broadcast();
    for (const each of breaks) await put(id, each, byHand(1));
    await ruled(cap(1));
    expect((await proposal(id)).breaches).toMatchObject([{ itemId: breaks[1], because: { code: 'judge.capPlays' } }]);
  });

  it.each([
    ['place', 'judge.capPlays'],
    ['station', 'judge.stationPlays'],
  ] as const)('take no spot by hand beyond a cap that counts each %s', async (counts, code) => {
    const { id, breaks } = await broadcast();
    const [first = '', second = ''] = breaks;
    await put(id, second, byHand(1));
    await ruled({ ...cap(2), counts } as RuleDoes, EVERYWHERE);
    // Also before one that stands: that one is not pushed over the cap.
    expect((await refused(() => put(id, first, byHand(2)))).data.details).toMatchObject([{ code }]);
    expect(spotsIn(first)).toEqual([]);
    await put(id, first, byHand(1));
    expect((await refused(() => put(id, first, [...spotsIn(first), ...byHand(1)]))).data.details).toHaveLength(1);
    expect((await proposal(id)).breaches).toEqual([]);
    // What stands may be moved about and taken out.
    await put(id, first, []);
    await put(id, second, [...spotsIn(second), ...byHand(1)]);
    expect(spotsIn(second)).toHaveLength(2);
  });

  it.each([
    ['judge.exempt', { ppid: 'exempt' }],
    ['judge.recalled', { recalledAt: 2 }],
    ['judge.binned', { trashedAt: 2 }],
    ['judge.expired', { validTo: '2024-11-13' }],
    ['judge.notApproved', { approval: 'pending' }],
  ] as const)('take no spot by hand that its papers refuse (%s), and keep what stands', async (code, papers) => {
    const { id, breaks } = await broadcast();
    const [first = '', second = ''] = breaks;
    await put(id, first, byHand(1));
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      putAsset(tx, { ...sound(SOUND, 'Cek DPT'), ...papers }),
    );
    expect((await refused(() => put(id, second, byHand(1)))).data.details).toMatchObject([{ code }]);
    expect(spotsIn(second)).toEqual([]);
    const [standing] = spotsIn(first);
    if (!standing) throw new Error('it is gone');
    // What stood may be moved within its break, not stand a second time.
    await put(id, first, [{ ...standing }]);
    expect(spotsIn(first)).toEqual([standing]);
    expect((await refused(() => put(id, first, [standing, ...byHand(1)]))).data.details).toMatchObject([{ code }]);
  });

  it('are kept from what a rule of breaks alone refuses, by hand and by the cart, which plays it elsewhere', async () => {
    const { id, breaks } = await broadcast();
    const [first = '', second = ''] = breaks;
    const { audioLoudnessLufs } = settingsOf(store);
    const file = {
      ...{ state: 'ready' as const, profileKey: audioKey(audioLoudnessLufs), inMs: 0, because: [], madeAt: 1 },
      ...{ decision: 'transcode' as const, hash: 'b'.repeat(64), bytes: 10, mime: 'audio/mp4', width: 0, height: 0 },
      ...{ durationMs: 30_000, frames: null, codecs: null, loudness: null },
    };
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
      tx.put('asset', { ...sound(SOUND, 'Cek DPT'), renditions: [file] }),
    );
    const cart = createCart({
      ...{ store, clock, log: quiet, items: (of) => rundowns.book.items(of), leftOut: spots.leftOut },
      ...{ ensureRenditions: async () => {}, record: () => {} },
    });
    const leftOut = async () => {
      const [material] = await cart.handlers.material({ rundownId: id }, caller);
      return material?.state === 'ready' ? material.leftOut : null;
    };
    await put(id, first, byHand(2));
    expect(await leftOut()).toEqual([]);
    await ruled(cap(1));
    const [, over] = spotsIn(first);
    expect(await leftOut()).toMatchObject([{ key: over?.key, because: { code: 'judge.capPlays' } }]);
    await ruled({ kind: 'refuse' });
    expect((await leftOut())?.map(({ because }) => because.code)).toEqual(['judge.refused', 'judge.refused']);
    expect((await refused(() => put(id, second, byHand(1)))).data.details).toMatchObject([{ code: 'judge.refused' }]);
  });
});

describe('bookings', () => {
  it('may name the radio with sound alone, and neither a slot nor a display with it', async () => {
    expect(
      (await refused(() => book({ how: { kind: 'slot', slot: 1, every: 1, first: 0 } }))).data.details,
    ).toMatchObject([{ code: 'booking.radioHasNoSlots' }]);
    const made = await book();
    const groupIds = [newId()];
    const where = { displayIds: [RADIO_CHANNEL_ID], groupIds };
    const codes = (
      await refused(() =>
        schedule.handlers.bookings.update({ id: made.id, rev: made.rev, draft: draft({ where }) }, caller),
      )
    ).data.details;
    expect(codes.map(({ code }) => code)).toEqual(['booking.audioOnly', 'booking.noGroup']);
  });
});

describe('what was promised', () => {
  it('and was not played is owed, and given again where a break of a coming day has room', async () => {
    const { id, breaks } = await broadcast();
    const { id: bookingId } = await book({ to: '2024-11-15' });
    await fillAll(id);
    spots.start();
    await expect.poll(() => store.get('plannedDay', `${DAY}:${RADIO_CHANNEL_ID}`)?.lines[0]?.plays).toBe(2);
    clock.at = EIGHT + 120 * MINUTE;
    const first = EIGHT + 70 * MINUTE;
    expect(breaks).toHaveLength(2);
    store.plays.add([
      samplePlay({
        ...{
          id: newId(first),
          displayId: RADIO_CHANNEL_ID,
          bookingId,
          assetId: SOUND,
          outcome: 'shown',
          because: null,
        },
        ...{ plannedStart: first, plannedMs: 30_000, startedAt: first + 2000, endedAt: first + 32_000 },
      }),
    ]);
    const makeGoods = createMakeGoods({
      ...{ store, clock, log: quiet, network: () => schedule.timelines.network(), radioPlays: spots.playsOn },
    });
    const debts = async () => (await makeGoods.handlers.debts({ from: DAY, to: DAY, settled: false }, caller)).debts;
    const owed = { bookingId, displayId: RADIO_CHANNEL_ID, day: DAY };
    expect(await debts()).toMatchObject([{ ...owed, displayName: 'Radio', planned: 2, shown: 1, owed: 1, coming: 0 }]);
    expect((await refused(() => makeGoods.handlers.schedule({ debts: [owed] }, caller))).data.details).toMatchObject([
      { code: 'makeGood.noBreak', params: { plays: 1 } },
    ]);
    const next = await broadcast('2024-11-16');
    const { scheduled, bookings } = await makeGoods.handlers.schedule({ debts: [owed] }, caller);
    expect(scheduled).toMatchObject([{ booked: [{ day: '2024-11-16', plays: 1 }], left: 0, because: null }]);
    expect(bookings).toMatchObject([{ makeGoodFor: owed, where: { displayIds: [RADIO_CHANNEL_ID] } }]);
    expect(await debts()).toMatchObject([{ owed: 1, coming: 1 }]);
    await fillAll(next.id);
    expect(next.breaks.map((each) => spotsIn(each).length)).toEqual([1, 0]);
    await makeGoods.stop();
  });
});

describe('shares', () => {
  it('count what was aired by whose it was, the day with what its breaks still hold', async () => {
    const { id } = await broadcast();
    const partner = await book({ name: 'Iklan', purpose: 'partner', how: { kind: 'frequency', plays: 1, per: 'day' } });
    await fillAll(id);
    const at = EIGHT - 30 * MINUTE;
    const play = (bookingId: Id | null, seconds: number) =>
      samplePlay({
        ...{ id: newId(at), displayId: RADIO_CHANNEL_ID, bookingId, assetId: SOUND, outcome: 'shown', because: null },
        ...{ plannedStart: at, plannedMs: seconds * 1000, startedAt: at, endedAt: at + seconds * 1000 },
      });
    const ilm = await book({ name: 'ILM', paused: true });
    store.plays.add([play(ilm.id, 60), play(partner.id, 60), play(null, 15)]);
    const { day, dayPlanned, month } = await spots.handlers.shares({ date: DAY }, caller);
    expect(day).toMatchObject({
      ilmMs: 60_000,
      commercialMs: 60_000,
      ownMs: 15_000,
      ilmPercent: 50,
      enoughIlm: true,
      fewAds: true,
    });
    expect(day.adsPercent).toBeCloseTo((2 / (19 * 60)) * 100, 6);
    expect(dayPlanned).toMatchObject({ ilmMs: 60_000, commercialMs: 90_000, ilmPercent: 40 });
    expect(month.onAirMs).toBe(14 * 19 * 3_600_000);
  });
});
