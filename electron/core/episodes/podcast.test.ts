/** The podcast: whom it is open to, and what it holds back. */
import { describe, expect, it } from 'vitest';
import { ASSET, freshEpisodes, GUEST, itemId, must, PROGRAMME, SHOW } from '../../../tests/fixtures/episodes';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { eventually } from '../../../tests/lib/eventually';
import type { Asset } from '../../contract/records/asset';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { rule } from '../../domain/judge/samples';
import { caller, sampleAsset } from '../store/samples';

const on = freshEpisodes();

describe('the podcast', { timeout: 120_000 }, () => {
  it('is open to nobody until it is switched on', async () => {
    const { id, bytes } = await on.ready([1]);
    expect([on.room.podcast.openFeed(PROGRAMME), on.room.podcast.openAudio(id)]).toEqual([null, null]);
    expect(on.room.podcast.feed(PROGRAMME)).toContain(`<enclosure url="${id}.m4a" length="${bytes}"`);
    await on.openPodcast();
    expect(on.room.podcast.openAudio(id)).toMatchObject({ bytes, mime: 'audio/mp4' });
    expect(on.room.podcast.openFeed(PROGRAMME)).toContain(`url="../${id}.m4a"`);
    expect(on.room.podcast.openFeed(newId())).toBeNull();
    await on.openPodcast('https://radio.go.id/siniar');
    expect(on.room.podcast.openFeed(PROGRAMME)).toContain(`url="https://radio.go.id/siniar/${id}.m4a"`);
  });

  /** Approved material on the first item of the show. */
  const attach = (over: Pick<Partial<Asset>, 'category'> = {}) =>
    on.put((tx) => {
      const asset = sampleAsset({ id: ASSET, approval: 'approved', ...over });
      tx.put('asset', { ...asset, approvedHash: asset.hash });
      tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), attachments: [ASSET] });
    });

  it('holds back what a lock keeps off while it stands, and brings it again after it', async () => {
    const day = new Date(on.now).toISOString().slice(0, 10);
    const lock = rule(1, { does: { kind: 'lock' }, time: { ...ALWAYS, from: day, to: day } });
    await attach({ category: 'Kesehatan' });
    const { id } = await on.ready([1]);
    await on.openPodcast();
    expect(on.room.podcast.openAudio(id)).not.toBeNull();
    await on.put((tx) => tx.put('rule', lock));
    expect(on.room.podcast.openAudio(id)).toBeNull();
    expect(on.room.podcast.openFeed(PROGRAMME)).not.toContain(id);
    const [shown] = await on.room.handlers.of({ showId: SHOW }, caller);
    expect(shown?.withheld).toMatchObject([{ code: 'judge.locked' }]);
    expect(await reasonsOf(() => on.room.podcast.audio(id))).toEqual(['judge.locked']);
    on.now += DAY_MS;
    expect(on.room.podcast.openAudio(id)).not.toBeNull();
    expect(on.room.podcast.audio(id)).not.toBeNull();
  });

  it.each([
    ['judge.recalled', { recalledAt: 1 }],
    ['episode.notApproved', { approval: 'rejected' as const }],
    ['judge.expired', { validTo: '2020-01-01' }],
  ])('gives the file of what it holds back to nobody of the office either: %s', async (code, lost) => {
    await attach();
    const { id } = await on.ready([1]);
    expect(on.room.podcast.audio(id)).not.toBeNull();
    await on.put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), ...lost }));
    expect(await reasonsOf(() => on.room.podcast.audio(id))).toEqual([code]);
  });

  it('tells a listener whom to ask, and not whether there is such an episode', async () => {
    expect(on.room.podcast.notHere()).toContain('Silakan tanyakan kepada');
    await on.put((tx) => tx.put('settings', { ...DEFAULT_SETTINGS, language: 'en', stationName: 'Media Center $&' }));
    expect(on.room.podcast.notHere()).toMatch(/ask Media Center \$&\.$/);
  });

  it('holds back what has lost its leave since', async () => {
    await attach();
    const { id } = await on.ready([1]);
    await on.openPodcast();
    expect(on.room.podcast.openAudio(id)).not.toBeNull();
    await on.put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), approval: 'rejected' }));
    expect(on.room.podcast.openAudio(id)).toBeNull();
    expect(on.room.podcast.openFeed(PROGRAMME)).not.toContain(id);
    expect(on.room.podcast.feed(PROGRAMME)).not.toContain(id);
    const [shown] = await on.room.handlers.of({ showId: SHOW }, caller);
    expect(shown?.withheld).toMatchObject([{ code: 'episode.notApproved' }]);
  });

  it('holds back what the rules keep off a feed at this moment, and what is no longer valid', async () => {
    await attach({ category: 'Iklan kampanye' });
    const { id } = await on.ready([1]);
    await on.openPodcast();
    expect(on.room.podcast.openAudio(id)).not.toBeNull();
    const scope = { ...EVERYWHERE, categories: ['Iklan kampanye'], channels: ['feed' as const] };
    await on.put((tx) => tx.put('rule', rule(1, { scope })));
    expect([await on.withheld(id), on.room.podcast.openAudio(id)]).toEqual([['judge.refused'], null]);
    await on.put((tx) => tx.remove('rule', rule(1, {}).id));
    expect(await on.withheld(id)).toEqual([]);
    await on.put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), validTo: '2020-01-01' }));
    expect([await on.withheld(id), on.room.podcast.openFeed(PROGRAMME)?.includes(id)]).toEqual([
      ['judge.expired'],
      false,
    ]);
  });

  /** As the library does: thrown away, looked at by the station meanwhile, deleted for good. */
  async function purge() {
    await on.put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), trashedAt: on.now }));
    await on.room.sweep();
    await on.put((tx) => tx.remove('asset', ASSET));
  }

  it('holds back what lies in the bin, and not for good what was approved until it was deleted', async () => {
    await attach();
    const { id } = await on.ready([1]);
    await on.openPodcast();
    await on.put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), trashedAt: on.now }));
    expect(await on.withheld(id)).toEqual(['episode.binned']);
    expect(on.room.podcast.openAudio(id)).toBeNull();
    await purge();
    expect(await on.withheld(id)).toEqual([]);
    expect(on.room.podcast.openFeed(PROGRAMME)).toContain(id);
    await on.put((tx) => tx.put('asset', sampleAsset({ id: ASSET, approval: 'rejected' })));
    await purge();
    expect(await on.withheld(id)).toEqual(['episode.deletedWithoutLeave']);
    expect(on.room.podcast.openAudio(id)).toBeNull();
  });

  it('holds back whose guest takes consent back, also once they are deleted', async () => {
    const consent = (given: boolean) =>
      on.put((tx) => tx.put('guest', { ...must(tx.get('guest', GUEST)), consent: { given, on: null } }));
    await on.put((tx) => tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), guestKeys: [GUEST] }));
    await consent(true);
    const { id } = await on.ready([1, 3]);
    await on.openPodcast();
    expect(on.room.podcast.openAudio(id)).not.toBeNull();
    await consent(false);
    expect(await on.withheld(id)).toEqual(['episode.noConsent']);
    expect([on.room.podcast.openAudio(id), on.room.podcast.feed(PROGRAMME).includes(id)]).toEqual([null, false]);
    // The office hears it, to ask them.
    expect(on.room.podcast.audio(id)).not.toBeNull();
    await eventually(() => expect(on.get(id).lacking).toEqual([GUEST]), 60_000);
    await consent(true);
    expect(on.room.podcast.openFeed(PROGRAMME)).toContain(id);
    await consent(false);
    await eventually(() => expect(on.get(id).lacking).toEqual([GUEST]), 60_000);
    await on.put((tx) => tx.remove('guest', GUEST));
    expect(await on.withheld(id)).toEqual(['episode.deletedWithoutLeave']);
  });
});
