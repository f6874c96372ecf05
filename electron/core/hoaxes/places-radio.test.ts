/** An answer in breaks of the radio: a spot like every other, and told in one way. */
import { describe, expect, it } from 'vitest';
import { clock, freshPlaces, NOW, on, RUNDOWN, spot, square, voice } from '../../../tests/fixtures/hoax-places';
import { seed } from '../../../tests/fixtures/hoaxes';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { PLAIN_ITEM } from '../../contract/records/rundown-item';
import { newId } from '../../contract/ulid';
import { HOUR_MS } from '../../domain/calendar';
import { createSpots } from '../spots';
import { caller, quiet, refused, sampleAsset, sampleBooking } from '../store/samples';

const kit = freshPlaces();
const { answered, publish, takeOff, places, bookings, change, caseNow, read } = kit;

/** Half a minute that can be played. */
const heard = (id: string) => ({
  ...{ ...sampleAsset({ id, name: 'Klarifikasi, suara' }), state: 'ready' as const, renditions: [] },
  probe: {
    ...{ kind: 'audio' as const, container: 'wav', durationMs: 30_000, bitRate: null, video: null, audio: [] },
    ...{ loudness: null, fragmentedPerTrack: false, findings: [] },
  },
  pictures: { thumbnail: null, filmstrip: null, waveform: null },
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
    kit.desk.start();
    const theirs = sampleBooking({
      ...{ what: { kind: 'asset', assetId: voice.id }, where: { displayIds: [RADIO_CHANNEL_ID], groupIds: [] } },
      ...{ from: '2026-11-01', to: '2026-12-31', paused: true },
    });
    await kit.store.commit(seed, (tx) => tx.put('booking', theirs));
    await kit.store.commit(seed, (tx) => tx.put('asset', { ...voice, rev: 2, approval: 'rejected' }));
    await change({ paused: false });
    await kit.desk.stop();
    expect(caseNow(one.id).publishedAt).toBeNull();
    kit.desk.start();
    clock.at += HOUR_MS;
    await kit.store.commit(seed, (tx) => tx.put('asset', { ...voice, rev: 3 }));
    await kit.desk.stop();
    expect(caseNow(one.id).publishedAt).toBe(clock.at);
    await publish(one, spot(3, 9));
    expect(bookings()).toMatchObject([{ id: theirs.id, to: '2026-12-31', how: { kind: 'rotation' } }]);
  });

  it('goes on in its booking with another sound, and is told in one way', async () => {
    const retold = sampleAsset({ name: 'Klarifikasi, ulang' });
    await kit.store.commit(seed, (tx) => tx.put('asset', retold));
    const one = await publish(await answered(), spot());
    await publish(one, spot(3, 6, retold.id));
    expect(bookings()).toMatchObject([
      { what: { assetId: retold.id }, how: { plays: 6 }, from: '2026-11-23', to: '2026-11-25' },
    ]);
    expect(await places(one)).toMatchObject([{ kind: 'radio', name: 'Klarifikasi, ulang', to: '2026-11-25' }]);
  });

  it('stands in the breaks of the next broadcast like every spot', async () => {
    const sound = heard(newId());
    const { rundowns: handlers } = kit.rundowns.handlers;
    const fields = { ...PLAIN_ITEM, kind: 'spotBreak' as const, durationMs: 60_000 };
    const add = { type: 'add' as const, key: newId(), parentId: null, order: 'a0', fields, script: null };
    await kit.store.commit(seed, (tx) => tx.put('asset', sound));
    await handlers.edit({ id: RUNDOWN, changes: [add] }, caller);
    await publish(await answered(), spot(7, 4, sound.id));
    const items = (id: string) => kit.rundowns.book.items(id);
    const spots = createSpots({ store: kit.store, clock, log: quiet, items, channelName: () => 'Radio' });
    await spots.handlers.fillBreaks({ rundownId: RUNDOWN, itemIds: null }, caller);
    const [filled] = read().filter(({ kind }) => kind === 'spotBreak');
    expect(filled?.spots).toMatchObject([{ assetId: sound.id, bookingId: bookings()[0]?.id }]);
  });

  it('is judged as every spot: what lies in the bin or waits for approval is not booked, nor is the card then', async () => {
    const [binned, unseen] = [sampleAsset({ trashedAt: 1 }), sampleAsset({ approval: 'pending' })];
    await kit.store.commit(seed, (tx) => [binned, unseen].map((asset) => tx.put('asset', asset)));
    const one = await answered();
    const against = async ({ id }: typeof binned) =>
      (await refused(() => publish(one, { ...on([square.id]), ...spot(7, 4, id) }))).data.details;
    expect(await against(binned)).toMatchObject([{ code: 'booking.binned' }]);
    expect(await against(unseen)).toMatchObject([{ code: 'judge.notApproved' }]);
    expect([caseNow(one.id).state, bookings(), kit.store.get('card', one.cardId ?? '')?.assetId]).toEqual([
      ...['clarified', []],
      null,
    ]);
  });
});
