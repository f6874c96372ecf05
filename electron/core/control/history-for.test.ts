/** What each reader is told of what was done. */
import { expect, it } from 'vitest';
import { HoaxCase } from '../../contract/records/hoax-case';
import type { PreviewLink } from '../../contract/records/preview';
import { newId } from '../../contract/ulid';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, samplePlaylist } from '../store/samples';
import { historyFor } from './history-for';

let store: Store;
freshStore(
  (fresh) => {
    store = fresh;
  },
  { now: () => 1 },
);

const HASH = 'a'.repeat(64);
const rumour = HoaxCase.parse({
  ...{ id: newId(1), rev: 0, name: 'Kabar', claim: 'Kabar', reporter: 'Ibu Ratna', channel: '', link: '' },
  ...{ reportedAt: 1, state: 'reported', checkedBy: null, checkingAt: null, clarification: null },
  ...{ clarifiedAt: null, clarifiedBy: null, cardId: null, publishedAt: null, playlistIds: [] },
  ...{ createdAt: 1, createdBy: 'Operator' },
});
const link: PreviewLink = {
  ...{ id: newId(1), rev: 0, codeHash: HASH, assetId: newId(1), hash: 'b'.repeat(64), displayId: null, expiresAt: 2 },
  ...{ createdAt: 1, createdBy: 'Petugas', revokedAt: null, opened: 0, openedAt: null },
};

it('tells those who do not keep the desk that it did something, and nothing of what it knows', async () => {
  const playlist = samplePlaylist({ name: 'Cegah DBD' });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('hoaxCase', rumour);
    const ground = { article17: 'a' as const, test: 'Mengganggu penyidikan' };
    tx.put('exemption', { id: HASH, rev: 0, since: 1, by: { id: 'U1', name: 'PPID' }, ground, declassified: null });
    tx.put('playlist', playlist);
  });
  const read = (role: 'viewer' | 'producer' | 'head' | 'operator') =>
    JSON.stringify(historyFor(store, role, store.audit.list({ limit: 10 })));
  for (const role of ['viewer', 'producer'] as const) {
    expect(read(role)).not.toMatch(/Ratna|Kabar|penyidikan/);
    expect(read(role)).toMatch(/hoaxCase.*exemption.*Cegah DBD/);
  }
  for (const role of ['head', 'operator'] as const) expect(read(role)).toMatch(/Ratna.*penyidikan/);
});

it('reads the code of a link out to nobody, not even as its hash', async () => {
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('previewLink', link);
  });
  expect(JSON.stringify(historyFor(store, 'administrator', store.audit.list({ limit: 10 })))).not.toContain(HASH);
});
