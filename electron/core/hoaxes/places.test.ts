/** An answer on chosen panels and in a rundown: who may, what is made, and when its clock stops. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import type { ItemChange } from '../../contract/api/rundowns';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { newId } from '../../contract/ulid';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, sampleAsset, sampleDisplay, temporaryFolder } from '../store/samples';
import { createHoaxes, type Hoaxes } from '.';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const clock = { now: () => NOW };
const seed = { command: 'tests.seed', actor: operator };
const card = sampleAsset({ approval: 'pending' });
const display = sampleDisplay();
const RUNDOWN = newId(NOW);
const rundown = {
  ...{ zone: 'Asia/Jakarta', startsAt: '09:00:00', lengthMs: 3_600_000, status: 'draft' as const, presenterIds: [] },
  ...{ guests: [], questions: [], research: '', links: [] },
};

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let desk: Hoaxes;
let edits: { id: string; changes: ItemChange[] }[];

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  edits = [];
  desk = createHoaxes({
    ...{ store, clock, log: quiet },
    cards: {
      publish: ({ id }) => {
        const held = store.get('card', id);
        if (!held) throw new Error('no card');
        return store.commit(seed, (tx) => ({
          card: tx.put('card', { ...held, assetId: card.id }),
          asset: card,
          withheld: [],
        }));
      },
    },
    rundowns: {
      items: () => [],
      edit: (input) => {
        edits.push(input);
        return [];
      },
    },
  });
  await store.commit(seed, (tx) => {
    tx.put('asset', card);
    tx.put('display', display);
    tx.put('rundown', {
      ...{ id: RUNDOWN, rev: 0, programmeId: null, name: 'Ruang Pemilih', date: '2026-11-24', ...rundown },
      ...{ createdAt: NOW, createdBy: 'x', updatedAt: NOW },
    });
  });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

async function answered(): Promise<HoaxCase> {
  const said = { reporter: '', channel: '', link: '', claim: 'Pencoblosan diundur', reportedAt: NOW };
  const made = (await desk.handlers.report(said, caller)) as HoaxCase;
  const clarification = { verdict: 'hoax' as const, answer: 'Tidak benar.', sources: ['KPU'] };
  return (await desk.handlers.clarify({ id: made.id, rev: made.rev, clarification }, caller)) as HoaxCase;
}
const on = { displayIds: [display.id], groupIds: [], days: 7 };
const NOWHERE = { playlistIds: [], on: null, rundownId: null };
const as = (role: Caller['role']): Caller => ({ ...caller, role });

it('is booked by turns on the panels for so many days, and its clock stops once it is approved', async () => {
  const { id, rev } = await answered();
  const out = (await desk.handlers.publish({ id, rev, ...NOWHERE, on }, as('operator'))) as HoaxCase;
  expect(store.all('booking')).toMatchObject([
    {
      ...{ what: { kind: 'asset', assetId: card.id }, where: { displayIds: [display.id], groupIds: [] } },
      ...{ how: { kind: 'rotation' }, from: '2026-11-23', to: '2026-11-29', name: 'Pencoblosan diundur' },
    },
  ]);
  expect(out).toMatchObject({ state: 'published', publishedAt: null });
  desk.start();
  await store.commit(seed, (tx) => tx.put('asset', { ...card, rev: 1, approval: 'approved', approvedHash: card.hash }));
  await desk.stop();
  expect(store.get('hoaxCase', id)?.publishedAt).toBe(NOW);
});

it('is added to a rundown with the words to be read', async () => {
  const { id, rev } = await answered();
  await desk.handlers.publish({ id, rev, ...NOWHERE, rundownId: RUNDOWN }, as('operator'));
  expect(edits).toMatchObject([{ id: RUNDOWN, changes: [{ type: 'add', fields: { kind: 'script' } }] }]);
  expect(JSON.stringify(edits)).toContain('Hoaks. Tidak benar.');
  expect(store.get('hoaxCase', id)?.rundownIds).toEqual([RUNDOWN]);
});

it('is put nowhere by who may not plan or write there, nor where nothing is', async () => {
  const { id, rev } = await answered();
  const publish = (part: object, role: Caller['role']) =>
    refused(() => desk.handlers.publish({ id, rev, ...NOWHERE, ...part }, as(role)));
  expect((await publish({ on }, 'head')).data.params).toEqual({ needs: 'schedule' });
  expect((await publish({ rundownId: RUNDOWN }, 'head')).data.params).toEqual({ needs: 'rundown' });
  expect((await publish({ on: { ...on, displayIds: [newId(NOW)] } }, 'operator')).code).toBe('notFound');
  expect((await publish({ rundownId: newId(NOW) }, 'operator')).code).toBe('notFound');
  expect(store.all('booking')).toEqual([]);
  expect(edits).toEqual([]);
});
