/** What of the hoax desk the rest of the office sees. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import { HoaxPage } from '../../contract/api/hoaxes';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { openStore, type Store } from '../store';
import { caller, operator, putAsset, quiet, sampleAsset, temporaryFolder } from '../store/samples';
import { createHoaxes, type Hoaxes } from '.';

const clock = { now: () => Date.parse('2026-11-23T02:00:00Z') };
const asset = sampleAsset();
const viewer: Caller = { ...caller, role: 'viewer' };
const desk: Caller = { ...caller, role: 'operator' };

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: Hoaxes;

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  room = createHoaxes({
    rundowns: { items: () => [], editIn: () => {}, writeIn: () => {} },
    store,
    clock,
    log: quiet,
    cards: { publishWith: () => Promise.reject(new Error('not here')) },
  });
  const { id, rev } = (await room.handlers.report(
    { reporter: 'Bu Sari', channel: 'WhatsApp', link: '', claim: 'Kabar rahasia', reportedAt: clock.now() },
    caller,
  )) as HoaxCase;
  const clarification = { verdict: 'hoax' as const, answer: 'Jawaban rahasia', sources: ['Dinas'] };
  const said = (await room.handlers.clarify({ id, rev, clarification }, caller)) as HoaxCase;
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('asset', asset);
    const card = tx.get('card', said.cardId ?? '');
    if (card) tx.put('card', { ...card, assetId: asset.id });
  });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const listed = async (by: Caller, asked: object = {}) => room.handlers.list(HoaxPage.parse(asked), by);

async function seen(by: Caller): Promise<string> {
  let csv = '';
  for await (const piece of room.csv({}, 'id', by.role)) csv += piece;
  return JSON.stringify([await listed(by), csv]);
}

it('names whoever told the office to the desk alone', async () => {
  expect(await seen(viewer)).not.toContain('Bu Sari');
  expect(await seen(viewer)).toContain('Jawaban rahasia');
  expect(await seen(desk)).toContain('Bu Sari');
});

it('shows the words of an exempt card to the desk alone, and counts its case all the same', async () => {
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => putAsset(tx, { ...asset, ppid: 'exempt' }));
  expect(await seen(viewer)).not.toContain('rahasia');
  expect((await listed(viewer)).counts).toEqual({ open: 1, published: 0, dismissed: 0 });
  expect(await seen(desk)).toContain('Jawaban rahasia');
});

it('finds nothing for others by words that are withheld from them', async () => {
  const found = async (by: Caller, search: string) => (await listed(by, { search })).items.length;
  expect([await found(desk, 'sari RAHASIA'), await found(viewer, 'sari'), await found(viewer, 'rahasia')]).toEqual([
    1, 0, 1,
  ]);
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => putAsset(tx, { ...asset, ppid: 'exempt' }));
  expect([await found(desk, 'rahasia'), await found(viewer, 'rahasia')]).toEqual([1, 0]);
});

it('is told by pages: of what is open the longest waiting first, of all others the newest', async () => {
  const told = { reporter: '', channel: 'WhatsApp', link: '' };
  const at = (hour: number) => clock.now() - hour * 3_600_000;
  for (const hour of [1, 3, 2])
    await room.handlers.report({ ...told, claim: `Isu ${hour}`, reportedAt: at(hour) }, desk);
  const claims = async (asked: object) =>
    (await listed(desk, { search: 'isu', ...asked })).items.map(({ claim }) => claim);
  expect(await claims({ shelf: 'open' })).toEqual(['Isu 3', 'Isu 2', 'Isu 1']);
  expect(await claims({ shelf: 'open', offset: 1, limit: 1 })).toEqual(['Isu 2']);
  expect(await claims({})).toEqual(['Isu 1', 'Isu 2', 'Isu 3']);
  expect(await claims({ shelf: 'dismissed' })).toEqual([]);
});
