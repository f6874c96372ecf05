/** What of the hoax desk the rest of the office sees. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, sampleAsset, temporaryFolder } from '../store/samples';
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
    rundowns: { items: () => [], edit: () => [] },
    store,
    clock,
    log: quiet,
    cards: { publish: () => Promise.reject(new Error('not here')) },
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

async function seen(by: Caller): Promise<string> {
  let csv = '';
  for await (const piece of room.csv({}, 'id', by.role)) csv += piece;
  return JSON.stringify([await room.handlers.list(undefined, by), csv]);
}

it('names whoever told the office to the desk alone', async () => {
  expect(await seen(viewer)).not.toContain('Bu Sari');
  expect(await seen(viewer)).toContain('Jawaban rahasia');
  expect(await seen(desk)).toContain('Bu Sari');
});

it('shows the words of an exempt card to the desk alone, and counts its case all the same', async () => {
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('asset', { ...asset, ppid: 'exempt' }));
  expect(await seen(viewer)).not.toContain('rahasia');
  expect(await room.handlers.list(undefined, viewer)).toHaveLength(1);
  expect(await seen(desk)).toContain('Jawaban rahasia');
});
