/** An answer on chosen panels: what is booked the first time and again, beside what others booked. */
import { describe, expect, it } from 'vitest';
import { card, clock, freshPlaces, market, NOW, on, square, station } from '../../../tests/fixtures/hoax-places';
import { seed } from '../../../tests/fixtures/hoaxes';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { sampleBooking } from '../store/samples';

const kit = freshPlaces();
const { answered, publish, bookings, change, approve, caseNow } = kit;

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
    kit.desk.start();
    await approve();
    await kit.desk.stop();
    expect(caseNow(out.id).publishedAt).toBe(NOW);
  });

  it('goes on in its booking when it is published there again, its days counted anew', async () => {
    const one = await answered();
    await publish(one, on([square.id]));
    clock.at += 2 * DAY_MS;
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
    await kit.store.commit(seed, (tx) => {
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
    await kit.store.commit(seed, (tx) => tx.put('booking', theirs));
    const one = await answered();
    await publish(one, on([square.id]));
    expect(bookings()).toMatchObject([{ id: theirs.id, how: slot, to: '2026-12-31' }]);
    await publish(one, on([square.id], 60));
    expect(bookings()).toMatchObject([{ id: theirs.id, how: slot, to: '2027-01-21' }]);
  });

  it('comes back only where it is asked for once a person has deleted its booking, and leaves what is over alone', async () => {
    const one = await answered();
    await publish(one, on([square.id]));
    await kit.store.commit(seed, (tx) => tx.remove('booking', bookings()[0]?.id ?? ''));
    await publish(one, {});
    expect(bookings()).toEqual([]);
    await publish(one, on([square.id], 1));
    clock.at += 5 * DAY_MS;
    await publish(one, on([square.id], 2));
    expect(bookings()).toMatchObject([
      { from: '2026-11-23', to: '2026-11-23' },
      { from: '2026-11-28', to: '2026-11-29' },
    ]);
  });
});
