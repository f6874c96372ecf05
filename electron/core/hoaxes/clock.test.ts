/** When an answer counts as out, through everything that happens to its places. */
import { describe, expect, it } from 'vitest';
import {
  card,
  clock,
  freshPlaces,
  NOW,
  on,
  playlist,
  spot,
  square,
  station,
  voice,
} from '../../../tests/fixtures/hoax-places';
import { seed } from '../../../tests/fixtures/hoaxes';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { video } from '../../domain/compile-fixtures';
import { caller, samplePlay, samplePlaylist } from '../store/samples';

const kit = freshPlaces();
const { answered, publish, takeOff, places, approve, caseNow } = kit;

describe('its clock', () => {
  it('stands where it could first air when it is published again', async () => {
    await approve();
    const one = await publish(await answered(), on([square.id]));
    clock.at += 3 * DAY_MS;
    expect((await publish(one, { ...on([station.id]), ...spot() })).publishedAt).toBe(NOW);
  });

  it('goes on when it left all its places before anybody saw it, and stops anew', async () => {
    await approve();
    const one = await publish(await answered(), { ...on([square.id]), playlistIds: [playlist.id] });
    const [first, last] = await places(one);
    if (!first || !last) throw new Error('nowhere');
    expect(await takeOff(one, first)).toMatchObject({ state: 'published', publishedAt: NOW });
    expect(await takeOff(one, last)).toMatchObject({ state: 'clarified', publishedAt: null });
    clock.at += 5 * HOUR_MS;
    expect(await publish(one, on([square.id]))).toMatchObject({ state: 'published', publishedAt: clock.at });
  });

  it('stands when it left all its places after it had been seen or heard', async () => {
    await approve();
    const spoken = await publish(await answered(), spot());
    kit.store.plays.add([samplePlay({ assetId: voice.id, startedAt: NOW + 1000, endedAt: NOW + 9000 })]);
    const [inBreaks] = await places(spoken);
    if (!inBreaks) throw new Error('nowhere');
    const seen = async () => {
      const { items } = await kit.desk.handlers.list({ search: '', offset: 0, limit: 10 }, caller);
      let sheet = '';
      for await (const piece of kit.desk.csv({}, 'id', 'operator')) sheet += piece;
      return [items[0]?.shown, /;Terbit[^;]*;/.exec(sheet)?.[0]];
    };
    expect(await seen()).toEqual([true, ';Terbit;']);
    expect(await takeOff(spoken, inBreaks)).toMatchObject({ state: 'published', publishedAt: NOW });
    expect(await seen()).toEqual([false, ';Terbit, sudah tidak tayang;']);
    const smart = { tags: ['hoaks'], agencyIds: [], categories: [], sort: 'name' as const, limit: 5 };
    const finding = { ...samplePlaylist(), smart, items: [] };
    await kit.store.commit(seed, (tx) => {
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
    await kit.store.commit(seed, (tx) => tx.remove('playlist', finding.id));
    const passed = await publish({ id: (await answered()).id }, on([square.id], 1));
    expect(passed.publishedAt).toBe(NOW);
    kit.store.plays.add([samplePlay({ assetId: card.id, startedAt: NOW + 2000, endedAt: NOW + 9000 })]);
    const [onPanel] = await places(passed);
    if (!onPanel) throw new Error('nowhere');
    expect(await takeOff(passed, onPanel)).toMatchObject({ state: 'published', publishedAt: NOW });
  });

  it('does not stop for a booking that was over before its card was approved', async () => {
    const one = await publish(await answered(), on([square.id], 1));
    clock.at += 2 * DAY_MS;
    kit.desk.start();
    await approve();
    await kit.desk.stop();
    expect(caseNow(one.id).publishedAt).toBeNull();
  });
});
