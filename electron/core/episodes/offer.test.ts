/** What of a broadcast can be published, and by whose leave. */
import { describe, expect, it } from 'vitest';
import { ASSET, freshEpisodes, ITEMS, itemId, must, SHOW } from '../../../tests/fixtures/episodes';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { ALWAYS } from '../../contract/records/rule';
import { DAY_MS } from '../../domain/calendar';
import { rule } from '../../domain/judge/samples';
import { caller, sampleAsset } from '../store/samples';

const on = freshEpisodes();

describe('what is offered', () => {
  it('is what was on air, with talk chosen and what was not recorded refused; of guests no contact', async () => {
    const offer = await on.room.handlers.offer({ showId: SHOW }, caller);
    expect(offer.items.map(({ title, talk, because }) => [title, talk, because.map(({ code }) => code)])).toEqual([
      ['Jingle', false, []],
      ['Pembuka', true, []],
      ['Jeda', false, []],
      ['Telepon & WA', true, []],
      ['Penutup', false, ['episode.tooMuchMissing']],
    ]);
    expect(offer).toMatchObject({ programme: { name: 'Ruang Pemilih' }, rundownName: 'Cek DPT', date: '2026-11-22' });
    expect(offer.guests).toEqual([
      { name: 'Ibu Sari', position: 'Anggota', agency: 'KPU', consent: false, stepIds: [itemId(4)] },
    ]);
    expect(JSON.stringify(offer)).not.toMatch(/0812|kpu\.id|jemput/);
  });

  it('takes a guest who stands in no item to be heard in any', async () => {
    await on.put((tx) => tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(4))), guestKeys: [] }));
    const { guests, items } = await on.room.handlers.offer({ showId: SHOW }, caller);
    expect(guests).toMatchObject([{ stepIds: ITEMS.map((_, place) => itemId(place)) }]);
    // As who has not agreed they take no item from the proposal: which one they are in nobody has said.
    expect(items.map(({ warnings }) => warnings)).toEqual(ITEMS.map(() => []));
    await on.make([1]);
    const [shown] = await on.room.handlers.of({ showId: SHOW }, caller);
    expect(shown?.withheld).toMatchObject([{ code: 'episode.noConsent', params: { name: 'Ibu Sari' } }]);
  });

  it('says of material that a lock keeps off the podcast that the episode will wait, and does not choose it', async () => {
    const day = new Date(on.now).toISOString().slice(0, 10);
    await on.put((tx) => {
      tx.put('asset', sampleAsset({ id: ASSET, category: null }));
      tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), attachments: [ASSET] });
      tx.put('rule', rule(1, { does: { kind: 'lock' }, time: { ...ALWAYS, from: day, to: day } }));
    });
    const [, item] = (await on.room.handlers.offer({ showId: SHOW }, caller)).items;
    expect(item).toMatchObject({ title: 'Pembuka', talk: false, because: [] });
    expect(item?.warnings.map(({ code }) => code)).toEqual(['judge.unknownUnderLock', 'episode.heldMeanwhile']);
    on.now += DAY_MS;
    const [, after] = (await on.room.handlers.offer({ showId: SHOW }, caller)).items;
    expect(after).toMatchObject({ talk: true, warnings: [] });
  });

  it('is nothing of a rehearsal, nor while it is on air', async () => {
    const change = (part: object) => on.put((tx) => tx.put('show', { ...must(tx.get('show', SHOW)), ...part }));
    await change({ state: 'onAir' });
    expect(await reasonsOf(() => on.room.handlers.offer({ showId: SHOW }, caller))).toEqual(['episode.stillOnAir']);
    await change({ state: 'ended', rehearsal: true });
    expect(await reasonsOf(() => on.make([1]))).toEqual(['episode.rehearsal']);
  });
});
