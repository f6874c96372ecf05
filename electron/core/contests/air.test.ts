/** Material of an entry waits for an approval: none is entered, nor wins, that would leave the air by it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { booking, idFor, ofAsset, playlist, video } from '../../domain/compile-fixtures';
import { items, rundown } from '../../domain/rundown/samples';
import { usageOf } from '../library/usage';
import type { Tx } from '../store';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, temporaryFolder } from '../store/samples';
import { type ContestsRoom, createContests } from '.';

const now = Date.parse('2026-03-10T03:00:00Z');
const clock = { now: () => now };
const seed = { command: 'tests.seed', actor: operator };
const ASSET = video(1, 30_000, { tags: ['TPS'] });

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let contests: ContestsRoom['handlers'];

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  contests = createContests({ store, clock, log: quiet, usesOf: (id) => usageOf(store, id, now) }).handlers;
  await store.commit(seed, (tx) => tx.put('asset', ASSET));
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const enter = async () => {
  const { id } = await contests.create(
    {
      ...{ title: 'Sayembara', theme: '', call: '', rules: '', statement: '', opensOn: '2026-03-01' },
      ...{ closesOn: '2026-03-31', categories: [], jurorIds: [] },
      criteria: [{ id: idFor('K', 1), name: 'Gagasan', weight: 1 }],
    },
    caller,
  );
  await contests.move({ id, rev: store.get('contest', id)?.rev ?? 0, to: 'open' }, caller);
  const entrant = { name: 'Sekar Wulan', from: '', phone: '', email: '' };
  const fields = { title: 'Jari Ungu', category: null, confirmed: true, ownJurorIds: [], entrant, assetId: ASSET.id };
  return contests.addEntry({ contestId: id, fields }, caller);
};

const smart = { tags: ['TPS'], agencyIds: [], categories: [], sort: 'name' as const, limit: 10 };
const line = (part: Parameters<typeof items>[0]) => (tx: Tx) => {
  tx.put('rundown', rundown({ date: '2026-03-10', startsAt: '20:00:00' }));
  for (const each of items(part)) tx.put('rundownItem', each);
};
const PLACES: Record<string, (tx: Tx) => void> = {
  booking: (tx) => tx.put('booking', booking(1, ofAsset(ASSET))),
  playlist: (tx) => tx.put('playlist', playlist(1, [], { smart })),
  rundown: line({ spots: [{ key: idFor('K', 1), assetId: ASSET.id, bookingId: null }] }),
  'rundown by an attachment': line({ attachments: [ASSET.id] }),
};

describe('material that airs', () => {
  it.each(Object.entries(PLACES))('in a %s is not entered', async (place, put) => {
    await store.commit(seed, put);
    const { data } = await refused(enter);
    const where = `where.${place.split(' ')[0]}`;
    expect(data.details.map(({ code }) => code)).toEqual(['library.leavesAir', where]);
    expect(store.get('asset', ASSET.id)?.approval).toBe('notNeeded');
  });

  it('nowhere is entered, and waits for an approval', async () => {
    await enter();
    expect(store.get('asset', ASSET.id)?.approval).toBe('pending');
  });
});
