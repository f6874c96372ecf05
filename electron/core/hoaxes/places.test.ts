/** The places of an answer: who may put it there and take it off, and what comes between. */
import { describe, expect, it } from 'vitest';
import {
  as,
  card,
  clock,
  freshPlaces,
  NOW,
  NOWHERE,
  on,
  playlist,
  RUNDOWN,
  spot,
  square,
  station,
} from '../../../tests/fixtures/hoax-places';
import { drawnAs, openDesk, seed } from '../../../tests/fixtures/hoaxes';
import type { Caller } from '../../contract/api/handlers';
import type { HoaxPlaceRef } from '../../contract/api/hoaxes';
import { newId } from '../../contract/ulid';
import { caller, colleague, refused, sampleBooking } from '../store/samples';

const kit = freshPlaces();
const { answered, publish, takeOff, places, bookings, caseNow, read, readAloud } = kit;

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
    expect([bookings(), kit.store.get('playlist', playlist.id)?.items, read()]).toEqual([[], [], []]);
    await kit.store.undo(caller.actor);
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
    await kit.store.commit(seed, (tx) => tx.put('booking', other));
    const foreign = { kind: 'display' as const, id: square.id, bookingId: other.id };
    expect(await against(foreign, 'operator')).toEqual({ record: 'booking' });
    const theirs = sampleBooking({
      ...{ name: 'Slot 4', what: { kind: 'asset', assetId: card.id }, from: '2026-11-01', to: '2026-12-31' },
      where: { displayIds: [station.id], groupIds: [] },
    });
    await kit.store.commit(seed, (tx) => tx.put('booking', theirs));
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
      refused(() => kit.desk.handlers.publish({ id, rev, ...NOWHERE, ...part }, as(role)));
    expect((await against(on([square.id]), 'head')).data.params).toEqual({ needs: 'schedule' });
    expect((await against(spot(), 'head')).data.params).toEqual({ needs: 'schedule' });
    expect((await against({ rundownId: RUNDOWN }, 'head')).data.params).toEqual({ needs: 'rundown' });
    expect((await against(on([newId(NOW)]), 'operator')).code).toBe('notFound');
    expect((await against(spot(7, 4, newId(NOW)), 'operator')).code).toBe('notFound');
    expect((await against({ rundownId: newId(NOW) }, 'operator')).code).toBe('notFound');
    expect([bookings(), read()]).toEqual([[], []]);
  });
});

it('takes another place that a colleague gave it meanwhile, and no other answer', async () => {
  const { id, rev } = await answered();
  const cards = drawnAs(kit.store, card);
  const meanwhile: (() => Promise<unknown>)[] = [];
  const slow = openDesk(kit.store, clock, {
    publishWith: async (...order) => {
      await meanwhile.shift()?.();
      return cards.publishWith(...order);
    },
  });
  const press = (part: object) => slow.desk.handlers.publish({ id, rev: caseNow(id).rev, ...NOWHERE, ...part }, caller);
  meanwhile.push(
    () => kit.desk.handlers.publish({ id, rev, ...NOWHERE, playlistIds: [playlist.id] }, caller) as Promise<unknown>,
  );
  expect(await press({ ...on([square.id]), rundownId: RUNDOWN })).toMatchObject({ playlistIds: [playlist.id] });
  const other = { verdict: 'fact' as const, answer: 'Benar.', sources: ['KPU'] };
  const theirs = { ...caller, actor: colleague };
  meanwhile.push(
    () => kit.desk.handlers.clarify({ id, rev: caseNow(id).rev, clarification: other }, theirs) as Promise<unknown>,
  );
  expect((await refused(() => press(on([station.id])))).code).toBe('stale');
  expect(bookings()).toMatchObject([{ where: { displayIds: [square.id] } }]);
  slow.rundowns.stop();
});
