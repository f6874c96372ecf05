/** A version that is approved airs until its successor is approved, and can be played wherever it is. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codes } from '../../../tests/fixtures/refusals';
import type { Caller } from '../../contract/api/handlers';
import { isProbed, type Rendition } from '../../contract/records/asset';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { type DraftEdit, draftEditId } from '../../contract/records/schedule-draft';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { booking, idFor, ofAsset, playlist, rendition, video } from '../../domain/compile-fixtures';
import { standing } from '../../domain/drafts';
import { audioKey, profileKey } from '../../domain/profile';
import { items, RUNDOWN_ID, rundown } from '../../domain/rundown/samples';
import { settingsOf } from '../store';
import { sampleDisplay } from '../store/samples';
import { createRoom } from './room';
import { type DeskOnStore, FIELDS, HEAD, KPU, openDesk, seed, VERIFIER } from './samples';
import { watchMoves } from './watch-moves';

let on: DeskOnStore;
beforeEach(async () => {
  on = await openDesk();
});
afterEach(() => on.close());

const [SQUARE, HALL] = [
  sampleDisplay({ name: 'VT-01 Alun-alun', profile: { ...sampleDisplay().profile, width: 800, height: 400 } }),
  sampleDisplay({ name: 'VT-02 Balai', profile: { ...sampleDisplay().profile, width: 320, height: 160 } }),
];
type Files = Partial<Record<'square' | 'hall' | 'sound', Rendition['state']>>;
const ALL: Files = { square: 'ready', hall: 'ready', sound: 'ready' };

const FINDS = { tags: ['pemilu'], agencyIds: [], categories: [], sort: 'name' as const, limit: 5 };

/** As the library says of it that its files are made, waited for, or cannot be made. */
async function files(assetId: string, made: Files): Promise<void> {
  const keys = {
    square: profileKey(SQUARE.profile),
    hall: profileKey(HALL.profile),
    sound: audioKey(settingsOf(on.store).audioLoudnessLufs),
  };
  const fileOf = ([where, state]: [string, Rendition['state']]): Rendition => {
    const slot = { profileKey: keys[where as keyof Files], inMs: 0, because: [reason('why.tooDark')] };
    if (state === 'ready') return { ...rendition(7), ...slot };
    return state === 'queued' ? { state, ...slot, decision: 'transcode', jobId: newId() } : { state, ...slot };
  };
  await on.store.commit(seed, (tx) => {
    const asset = tx.get('asset', assetId);
    if (asset && isProbed(asset)) tx.put('asset', { ...asset, renditions: Object.entries(made).map(fileOf) });
  });
}

describe('a new version of what airs', () => {
  const approvals = (...ids: string[]) => ids.map((id) => on.store.get('asset', id)?.approval);
  let who: Caller;
  let [id, old] = ['', ''];

  /** Booked, in a playlist, and in the break of a broadcast to come and of one that runs. */
  beforeEach(async () => {
    await on.store.commit(seed, (tx) => {
      for (const display of [SQUARE, HALL]) tx.put('display', display);
    });
    who = await on.partnerOf(KPU.id);
    id = await on.handedIn(who);
    await on.approvedBy(id);
    const first = on.assetOf(id);
    old = first.id;
    const RUNNING = idFor('R', 2);
    const spots = [{ key: idFor('K', 1), assetId: old, bookingId: null }];
    await on.store.commit(seed, (tx) => {
      tx.put('asset', video(90, 30_000));
      tx.put('booking', booking(1, ofAsset(first), { where: { displayIds: [SQUARE.id, HALL.id], groupIds: [] } }));
      tx.put('playlist', playlist(1, [first, video(90, 30_000)]));
      tx.put('playlist', playlist(2, [], { smart: FINDS }));
      tx.put('rundown', rundown({ date: '2026-03-02', startsAt: '20:00:00' }));
      tx.put('rundown', rundown({ id: RUNNING, date: '2026-03-02', startsAt: '10:00:00' }));
      for (const line of items({ spots })) tx.put('rundownItem', line);
      for (const line of items({ spots }))
        tx.put('rundownItem', { ...line, id: `${RUNNING}:${idFor('S', 1)}`, rundownId: RUNNING });
    });
    await on.send(id, who, 2);
    await files(old, ALL);
    await files(on.assetOf(id).id, ALL);
  });

  const named = () => ({
    booking: on.store.all('booking')[0]?.what,
    playlist: on.store.all('playlist')[0]?.items[0]?.assetId,
    line: on.store.rundownParts.of('rundownItem', RUNDOWN_ID)[0]?.spots[0]?.assetId,
  });

  it('leaves the old one on the air until it is approved, and takes its place in one press that is taken back', async () => {
    const next = on.assetOf(id).id;
    expect(approvals(old, next)).toEqual(['approved', 'pending']);
    const seen = await on.desk().get({ id }, VERIFIER);
    expect(seen.onAirBefore).toMatchObject({ n: 1, assetId: old, uses: [{ kind: 'booking' }] });
    expect(seen.onAirBefore?.lengths).toEqual({ before: expect.any(Number), after: expect.any(Number) });
    const early = await codes(() => on.desk().replaceBefore({ id }, VERIFIER));
    expect(early).toEqual(['refused', 'submission.notApprovedYet']);
    await on.approvedBy(id);
    expect(approvals(old, next)).toEqual(['approved', 'approved']);
    await on.desk().replaceBefore({ id }, VERIFIER);
    expect(named()).toEqual({ booking: { kind: 'asset', assetId: next }, playlist: next, line: next });
    expect(approvals(old, next)).toEqual(['pending', 'approved']);
    expect((await on.desk().get({ id }, VERIFIER)).onAirBefore).toBeNull();
    expect(await codes(() => on.desk().replaceBefore({ id }, VERIFIER))).toEqual([
      'refused',
      'submission.nothingBefore',
    ]);
    await on.store.undo(VERIFIER.actor);
    expect(named()).toEqual({ booking: { kind: 'asset', assetId: old }, playlist: old, line: old });
    expect(approvals(old)).toEqual(['approved']);
  });

  it('tells where it is booked once it has taken its place, and until then that it stands nowhere', async () => {
    const placed = async () => (await on.desk().get({ id }, VERIFIER)).placed;
    expect(await placed()).toBeNull();
    await on.approvedBy(id);
    expect(await placed()).toEqual({ bookings: [], others: [] });
    await on.desk().replaceBefore({ id }, VERIFIER);
    expect(await placed()).toMatchObject({
      bookings: [{ radio: false, paused: false, displays: ['VT-01 Alun-alun', 'VT-02 Balai'] }],
    });
    const held = on.store.all('booking')[0];
    const group = { id: newId(), rev: 0, name: 'Kota', displayIds: [HALL.id] };
    await on.store.commit(seed, (tx) => {
      tx.put('displayGroup', group);
      if (held)
        tx.put('booking', { ...held, where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [group.id] }, paused: true });
    });
    expect(await placed()).toMatchObject({ bookings: [{ radio: true, paused: true, displays: ['VT-02 Balai'] }] });
  });

  it('takes its place in drafts and templates of the schedule in the same press, and leaves no draft to be settled', async () => {
    await on.approvedBy(id);
    const next = on.assetOf(id).id;
    const published = on.store.all('booking')[0] ?? booking(1, ofAsset({ id: old }));
    const [DRAFT, AHEAD] = [idFor('D', 1), booking(7, ofAsset({ id: old }))];
    const edit = (bookingId: string, part: Pick<DraftEdit, 'base' | 'value'>) => ({
      ...{ id: draftEditId(DRAFT, bookingId), rev: 0, draftId: DRAFT, bookingId, by: 'x', ...part },
    });
    const replaced = { ...published, what: { kind: 'asset' as const, assetId: next } };
    const also = booking(8, ofAsset({ id: old }));
    await on.store.commit(seed, (tx) => {
      tx.put('scheduleDraft', { id: DRAFT, rev: 0, name: 'Pekan depan', createdAt: 1, createdBy: 'x' });
      tx.put('booking', also);
      tx.put('draftEdit', edit(published.id, { base: published, value: { ...published, priority: 9, rev: 5 } }));
      tx.put('draftEdit', edit(AHEAD.id, { base: null, value: AHEAD }));
      tx.put('draftEdit', edit(also.id, { base: also, value: { ...also, what: replaced.what } }));
      const { name, what, how, priority, agreementId, purpose, dayparts, zone, weekdays } = published;
      tx.put('template', {
        ...{ id: idFor('T', 1), rev: 0, name: 'Senin', span: 'day', createdAt: 1, createdBy: 'x' },
        ...{ takenFrom: { display: 'VT-01', day: '2026-03-02' } },
        bookings: [{ name, what, how, priority, agreementId, purpose, dayparts, zone, weekdays }],
      });
    });
    const inDraft = () => on.store.all('draftEdit').map(({ value }) => value?.what);
    const standings = () =>
      on.store.all('draftEdit').map((each) => standing(each, on.store.get('booking', each.bookingId)));
    const inTemplate = () => on.store.all('template')[0]?.bookings[0]?.what;
    const before = on.store.all('draftEdit');
    const { moved } = await on.desk().replaceBefore({ id }, VERIFIER);
    // The edit that did just this is none any more.
    expect(inDraft()).toEqual([replaced.what, replaced.what]);
    expect(standings()).toEqual(['open', 'open']);
    expect(inTemplate()).toEqual(replaced.what);
    // Two bookings, a playlist, a line in each of two rundowns, two bookings of the draft, and a template.
    expect(moved).toBe(8);
    await on.store.undo(VERIFIER.actor);
    expect(inDraft()).toEqual(before.map(({ value }) => value?.what));
    expect(standings()).toEqual(['open', 'open', 'open']);
    expect(inTemplate()).toEqual({ kind: 'asset', assetId: old });
  });

  it('takes its place also with more tags than material holds, and is found by those that playlists ask for', async () => {
    await on.approvedBy(id);
    const next = on.assetOf(id);
    const tags = (name: string) => Array.from({ length: 49 }, (_, n) => `${name} ${n}`);
    await on.store.commit(seed, (tx) => {
      for (const [assetId, own] of [
        [old, [...tags('lama'), 'pemilu']],
        [next.id, tags('baru')],
      ] as const)
        tx.put('asset', { ...(tx.get('asset', assetId) ?? next), tags: [...own] });
    });
    await on.desk().replaceBefore({ id }, VERIFIER);
    expect(on.assetOf(id).tags).toHaveLength(50);
    expect(on.assetOf(id).tags).toEqual(expect.arrayContaining(['pemilu', ...tags('baru')]));
  });

  it('is told to its agency as waiting behind the one that airs, until it has taken its place', async () => {
    const { portal } = on.room.handlers;
    const told = async () => {
      const { standing, onAirBefore } = await portal.get({ id }, who);
      return { standing, onAirBefore };
    };
    expect(await told()).toEqual({ standing: 'submitted', onAirBefore: { n: 1 } });
    await on.approvedBy(id);
    expect(await told()).toEqual({ standing: 'approved', onAirBefore: { n: 1 } });
    await on.desk().replaceBefore({ id }, VERIFIER);
    expect(await told()).toEqual({ standing: 'airing', onAirBefore: null });
    // Handed in by the agency while it airs, another one starts the course again and takes nothing off.
    await on.send(id, who, 3);
    expect(await told()).toEqual({ standing: 'submitted', onAirBefore: { n: 2 } });
    await on.store.commit(seed, (tx) => {
      for (const { id: booked } of tx.all('booking')) tx.remove('booking', booked);
    });
    expect((await told()).onAirBefore).toBeNull();
    await portal.withdraw({ ...on.at(id), reason: 'Materi keliru' }, who);
    expect(await told()).toEqual({ standing: 'withdrawn', onAirBefore: null });
  });

  it('names the version that has places, not one that was approved and put nowhere', async () => {
    await on.approvedBy(id);
    const second = on.assetOf(id).id;
    await on.send(id, who, 3);
    await files(on.assetOf(id).id, ALL);
    expect(approvals(old, second)).toEqual(['approved', 'approved']);
    expect((await on.desk().get({ id }, VERIFIER)).onAirBefore).toMatchObject({ n: 1, assetId: old });
    expect((await on.room.handlers.portal.get({ id }, who)).onAirBefore).toEqual({ n: 1 });
    await on.approvedBy(id);
    await on.desk().replaceBefore({ id }, VERIFIER);
    expect(named().booking).toEqual({ kind: 'asset', assetId: on.assetOf(id).id });
    expect(approvals(old, second)).toEqual(['pending', 'pending']);
  });

  it('waits for its own days while the one before it airs, and says so', async () => {
    const { rev } = on.view(id).submission;
    await on.desk().update({ id, rev, fields: { ...FIELDS, validFrom: '2026-03-20' } }, VERIFIER);
    await on.approvedBy(id);
    const next = on.assetOf(id).id;
    const asked = await on.desk().replaceBefore({ id }, VERIFIER);
    expect(asked.moved).toBe(0);
    expect(asked.waits).toBeGreaterThan(0);
    expect(named()).toMatchObject({ booking: { assetId: old }, playlist: old, line: old });
    expect(approvals(old, next)).toEqual(['approved', 'approved']);
    const { onAirBefore } = await on.desk().get({ id }, VERIFIER);
    expect(onAirBefore?.waits[0]?.because.map(({ code }) => code)).toEqual(['judge.notYet']);
    const watch = watchMoves(createRoom(on.need()));
    for (const early of [on.now, Date.parse('2026-03-19T12:00:00Z')]) {
      on.now = early;
      await watch.look();
      expect(named().playlist).toBe(old);
    }
    on.now = Date.parse('2026-03-20T01:00:00Z');
    await watch.look();
    await watch.stop();
    expect(named()).toMatchObject({ booking: { assetId: next }, playlist: next });
    expect(approvals(old, next)).toEqual(['pending', 'approved']);
  });

  it('takes nothing out of a broadcast that runs, nor the approval of what airs in it', async () => {
    await on.approvedBy(id);
    const RUNNING = idFor('R', 2);
    await on.store.commit(seed, (tx) =>
      tx.put('show', {
        ...{ id: newId(), rev: 0, rundownId: RUNNING, rundownName: 'Siang', rehearsal: false, shiftMs: 0 },
        ...{ state: 'onAir', mode: 'hand', plannedStart: on.now, plannedEnd: null, startedAt: on.now, endedAt: null },
        ...{ current: null, skipped: [], lengths: {}, turn: 0, signature: null },
      }),
    );
    await on.desk().replaceBefore({ id }, VERIFIER);
    expect(named().line).toBe(on.assetOf(id).id);
    expect(on.store.rundownParts.of('rundownItem', RUNNING)[0]?.spots[0]?.assetId).toBe(old);
    expect(approvals(old)).toEqual(['approved']);
  });

  it('is returned without touching the old one, unless the head stops that too', async () => {
    const back = { reason: 'Logo', marks: [] };
    const stop = { ...back, stopAiring: true };
    expect((await codes(() => on.desk().return({ ...on.at(id), ...stop }, VERIFIER)))[0]).toBe('notAllowed');
    const next = on.assetOf(id).id;
    await on.desk().return({ ...on.at(id), ...back, stopAiring: false }, VERIFIER);
    expect(approvals(old, next)).toEqual(['approved', 'rejected']);
    await on.room.handlers.portal.submit({ id, rev: on.at(id).rev }, who);
    await on.desk().return({ ...on.at(id), ...stop }, HEAD);
    expect(approvals(old, next)).toEqual(['rejected', 'rejected']);
  });

  describe('that cannot be played everywhere yet', () => {
    let next = '';
    const waits = async () => (await on.desk().get({ id }, VERIFIER)).onAirBefore?.waits;
    const replacing = () => on.view(id).submission.replacing;
    const asked = async (made: Files) => {
      next = on.assetOf(id).id;
      await files(next, made);
      await on.approvedBy(id);
      return on.desk().replaceBefore({ id }, VERIFIER);
    };
    /** A look without the time between. */
    const looked = async () => {
      await watchMoves(createRoom(on.need())).look();
      return named().booking;
    };
    const [OLD, NEW] = [() => ({ kind: 'asset', assetId: old }), () => ({ kind: 'asset', assetId: next })];

    it('waits for each display and for the radio, has made what nobody asked for, and moves by itself', async () => {
      expect(await asked({ square: 'ready', hall: 'queued' })).toEqual({ moved: 0, waits: 2 });
      expect([named().booking, replacing()?.by.id]).toEqual([OLD(), VERIFIER.actor.id]);
      expect(await waits()).toEqual([
        { display: 'VT-02 Balai', state: 'coming', because: [] },
        { display: null, state: 'coming', because: [] },
      ]);
      expect(await looked()).toEqual(OLD());
      expect(on.ordered.filter(({ assetId }) => assetId === next)).toContainEqual({
        ...{ assetId: next, profile: null, inMs: 0 },
      });
      await files(next, { ...ALL, hall: 'queued' });
      expect(await looked()).toEqual(OLD());
      expect(approvals(old)).toEqual(['approved']);
      await files(next, ALL);
      expect(await looked()).toEqual(NEW());
      expect(named()).toMatchObject({ playlist: next, line: next });
      expect([approvals(old), replacing()]).toEqual([['pending'], null]);
    });

    it('goes on waiting after a restart, and moves without anybody asking again', async () => {
      await asked({ ...ALL, hall: 'queued' });
      const again = watchMoves(createRoom(on.need()));
      again.start();
      try {
        await files(next, ALL);
        await expect.poll(() => named().booking).toEqual(NEW());
      } finally {
        await again.stop();
      }
    });

    it('waits no longer once its approval falls, in whatever way', async () => {
      await asked({ ...ALL, hall: 'queued' });
      await on.store.commit(seed, (tx) => {
        const asset = tx.get('asset', next);
        if (asset) tx.put('asset', { ...asset, approval: 'rejected', approvedHash: null });
      });
      await looked();
      expect(replacing()).toBeNull();
      await files(next, ALL);
      expect(await looked()).toEqual(OLD());
    });

    it('waits no longer once it is returned, or a newer version comes', async () => {
      await asked({ ...ALL, hall: 'queued' });
      await on.desk().return({ ...on.at(id), reason: 'Logo', marks: [], stopAiring: false }, HEAD);
      expect(replacing()).toBeNull();
      await on.room.handlers.portal.submit(on.at(id), who);
      await on.approvedBy(id);
      await on.desk().replaceBefore({ id }, VERIFIER);
      expect(replacing()?.assetId).toBe(next);
      await on.send(id, who, 3);
      expect(replacing()).toBeNull();
      await files(next, ALL);
      expect(await looked()).toEqual(OLD());
    });

    it('says where it cannot be made, until that is mended', async () => {
      await asked({ ...ALL, hall: 'failed' });
      expect(await looked()).toEqual(OLD());
      expect(await waits()).toEqual([
        { display: 'VT-02 Balai', state: 'failed', because: [{ code: 'why.tooDark', params: {} }] },
      ]);
      const watch = watchMoves(createRoom(on.need()));
      await watch.look();
      expect([...on.alerts]).toEqual([`submissions.replace.${id}`]);
      await files(next, ALL);
      await watch.look();
      expect([[...on.alerts], named().booking]).toEqual([[], NEW()]);
    });

    it('is kept from it by one press, and asks for no more than what is booked', async () => {
      await asked({ ...ALL, hall: 'queued' });
      await on.desk().keepBefore({ id }, VERIFIER);
      await files(next, ALL);
      expect(await looked()).toEqual(OLD());
      await files(next, { ...ALL, hall: 'queued' });
      await on.desk().replaceBefore({ id }, VERIFIER);
      // The one display that it is not ready for leaves the booking.
      await on.store.commit(seed, (tx) => {
        const [held] = tx.all('booking');
        if (held) tx.put('booking', { ...held, where: { displayIds: [SQUARE.id], groupIds: [] } });
      });
      expect(await looked()).toEqual(NEW());
    });
  });
});
