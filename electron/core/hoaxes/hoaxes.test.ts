import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawnAs, openDesk, seed } from '../../../tests/fixtures/hoaxes';
import { eventually } from '../../../tests/lib/eventually';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { newId } from '../../contract/ulid';
import { HOUR_MS } from '../../domain/calendar';
import type { RundownsRoom } from '../rundowns';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, sampleAsset, samplePlaylist, temporaryFolder } from '../store/samples';
import type { Hoaxes } from '.';

let now = Date.parse('2026-11-23T02:00:00Z');
const clock = { now: () => now };
const asset = sampleAsset();
const playlist = samplePlaylist();

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let desk: Hoaxes;
let rundowns: RundownsRoom;
let published: string[];

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  published = [];
  const cards = drawnAs(store, asset);
  ({ desk, rundowns } = openDesk(store, clock, {
    publishWith: (card, by, also) => {
      published.push(card.id);
      return cards.publishWith(card, by, also);
    },
  }));
  await store.commit(seed, (tx) => {
    tx.put('asset', asset);
    tx.put('playlist', playlist);
  });
});
afterEach(async () => {
  rundowns.stop();
  await store.close();
  folder.remove();
});

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** As far as a published case with one card in one playlist. */
async function publishedCase(playlistIds: string[]): Promise<HoaxCase> {
  const made = await report();
  const said = (await desk.handlers.clarify({ id: made.id, rev: made.rev, clarification }, caller)) as HoaxCase;
  now += HOUR_MS;
  return (await desk.handlers.publish({ id: made.id, rev: said.rev, ...into(playlistIds) }, caller)) as HoaxCase;
}
const into = (playlistIds: string[]) => ({ playlistIds, on: null, rundownId: null, spot: null });
const caseNow = (id: string) => store.get('hoaxCase', id);

const report = () =>
  desk.handlers.report(
    { reporter: 'Warga', channel: 'WhatsApp', link: '', claim: 'Pencoblosan diundur', reportedAt: now },
    caller,
  ) as Promise<HoaxCase>;
const clarification = {
  verdict: 'hoax' as const,
  answer: 'Tidak benar.',
  sources: ['https://kpu.example/klarifikasi', 'KPU Kabupaten Tirtaraya'],
};

describe('a case', () => {
  it('goes from report to a card in its playlists, with who and when', async () => {
    const made = await report();
    now += HOUR_MS;
    const checking = (await desk.handlers.check({ id: made.id, rev: made.rev }, caller)) as HoaxCase;
    expect(checking).toMatchObject({ state: 'checking', checkedBy: operator.name, checkingAt: now });
    now += HOUR_MS;
    const said = (await desk.handlers.clarify({ id: made.id, rev: checking.rev, clarification }, caller)) as HoaxCase;
    expect(store.get('card', said.cardId ?? '')).toMatchObject({
      fields: { template: 'hoax', label: 'hoax', claim: 'Pencoblosan diundur', source: 'KPU Kabupaten Tirtaraya' },
      ...{ qr: 'https://kpu.example/klarifikasi', category: 'Klarifikasi hoaks' },
    });
    now += HOUR_MS;
    const out = (await desk.handlers.publish(
      { id: made.id, rev: said.rev, ...into([playlist.id]) },
      caller,
    )) as HoaxCase;
    expect(out).toMatchObject({ state: 'published', publishedAt: now, playlistIds: [playlist.id] });
    expect(store.get('playlist', playlist.id)?.items.map(({ assetId }) => assetId)).toEqual([asset.id]);
    const first = now;
    now += HOUR_MS;
    const again = (await desk.handlers.publish(
      { id: made.id, rev: out.rev, ...into([playlist.id]) },
      caller,
    )) as HoaxCase;
    expect(again.publishedAt).toBe(first);
    expect(store.get('playlist', playlist.id)?.items).toHaveLength(1);
    const text = await textOf(desk.csv({}, 'id', 'operator'));
    expect(text.split('\r\n')[1]).toMatch(
      /^2026-11-23 \d\d:00:00;Warga;WhatsApp;;Pencoblosan diundur;Terbit;.*;3,0;ya$/,
    );
    expect((await textOf(desk.csv({ month: '2026-10' }, 'id', 'operator'))).split('\r\n')).toHaveLength(2);
  });

  it('is not published without an answer, nor into a playlist that fills itself', async () => {
    const made = await report();
    const early = await refused(() => desk.handlers.publish({ id: made.id, rev: made.rev, ...into([]) }, caller));
    expect(early.data.details).toMatchObject([{ code: 'hoax.notClarified' }]);
    const said = (await desk.handlers.clarify({ id: made.id, rev: made.rev, clarification }, caller)) as HoaxCase;
    const rule = { tags: [], agencyIds: [], categories: [], sort: 'name' as const, limit: 10 };
    await store.commit(seed, (tx) => tx.put('playlist', { ...playlist, smart: rule }));
    const smart = await refused(() =>
      desk.handlers.publish({ id: made.id, rev: said.rev, ...into([playlist.id]) }, caller),
    );
    expect(smart.data.details).toMatchObject([{ code: 'hoax.smartPlaylist' }]);
    expect(published).toEqual([]);
  });

  it('is of what was reported already, also when it is told anew', async () => {
    const { id, rev, reporter, channel, link, claim } = await report();
    const told = { reporter, channel, link, claim };
    const moved = (reportedAt: number) => desk.handlers.update({ id, rev, report: { ...told, reportedAt } }, caller);
    expect((await refused(() => moved(now + 5 * 24 * HOUR_MS))).data.details).toMatchObject([
      { code: 'hoax.inFuture' },
    ]);
    expect(caseNow(id)?.reportedAt).toBe(now);
    expect(await moved(now - HOUR_MS)).toMatchObject({ reportedAt: now - HOUR_MS });
  });

  it('is closed without an answer and taken up again', async () => {
    const made = await report();
    const closed = (await desk.handlers.dismiss({ id: made.id, rev: made.rev, why: 'Gurauan' }, caller)) as HoaxCase;
    expect(closed).toMatchObject({ state: 'dismissed', closedWhy: 'Gurauan' });
    expect(await desk.handlers.check({ id: made.id, rev: closed.rev }, caller)).toMatchObject({ state: 'checking' });
  });
});

describe('its clock', () => {
  it('runs on until the answer is in a playlist', async () => {
    desk.start();
    const { id, publishedAt } = await publishedCase([]);
    expect(publishedAt).toBeNull();
    now += HOUR_MS;
    const item = { id: newId(), assetId: asset.id, stillMs: null, inMs: 0, outMs: null };
    await store.commit(seed, (tx) => tx.put('playlist', { ...playlist, items: [item] }));
    await eventually(() => expect(caseNow(id)?.publishedAt).toBe(now));
    await desk.stop();
  });

  it('runs on until the answer is approved, also where that came while the station was off', async () => {
    await store.commit(seed, (tx) => tx.put('asset', { ...asset, approval: 'pending' }));
    const { id, state, publishedAt } = await publishedCase([playlist.id]);
    expect([state, publishedAt]).toEqual(['published', null]);
    expect(await textOf(desk.csv({}, 'id', 'operator'))).toMatch(/;;;\r\n/);
    now += HOUR_MS;
    await store.commit(seed, (tx) => tx.put('asset', { ...asset, approval: 'approved', approvedHash: asset.hash }));
    desk.start();
    await eventually(() => expect(caseNow(id)?.publishedAt).toBe(now));
    const stoppedAt = now;
    now += HOUR_MS;
    await store.commit(seed, (tx) => tx.put('playlist', { ...playlist, items: [] }));
    await desk.stop();
    expect(caseNow(id)?.publishedAt).toBe(stoppedAt);
  });
});

it('says on its card what the report says goes round', async () => {
  const { id, rev } = await publishedCase([playlist.id]);
  const told = { reporter: '', channel: '', link: '', claim: 'TPS ditutup pukul 10', reportedAt: now };
  await desk.handlers.update({ id, rev, report: told }, caller);
  const card = store.get('card', caseNow(id)?.cardId ?? '');
  expect(card).toMatchObject({ name: told.claim, fields: { claim: told.claim, answer: clarification.answer } });
});
