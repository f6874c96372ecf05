/** Files by their address, once nothing of the library names them. */
import { expect, it } from 'vitest';
import { video } from '../../domain/compile-fixtures';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { operator, putAsset, sampleDisplay } from '../store/samples';
import { createMediaGate } from './media-gate';

const NOW = Date.parse('2026-11-23T03:00:00Z');
let store: Store;
freshStore(
  (fresh) => {
    store = fresh;
  },
  { now: () => NOW },
);
const seed = (put: Parameters<Store['commit']>[1]) => store.commit({ command: 'tests.seed', actor: operator }, put);

it('keeps bytes of exempt content from displays and from all but the desk also when it was deleted, until it is opened', async () => {
  const clip = video(1, 3000, { ppid: 'exempt' });
  const display = sampleDisplay();
  const ready = clip.renditions.flatMap((each) => (each.state === 'ready' ? [each.hash] : []));
  await seed((tx) => {
    tx.put('display', display);
    putAsset(tx, clip);
  });
  await seed((tx) => tx.remove('asset', clip.id));
  const gate = createMediaGate(store, { now: () => NOW });
  const askers = [{ displayId: display.id }, { role: 'viewer' as const }, { role: 'producer' as const }];
  const refusedOf = (hash: string) =>
    askers.map((asker) =>
      gate(hash, asker)
        .map(({ code }) => code)
        .join(),
    );
  expect(ready).not.toEqual([]);
  for (const hash of [clip.hash, ...ready]) {
    expect(refusedOf(hash)).toEqual(['judge.exempt', 'judge.exempt', 'judge.exempt']);
    expect(gate(hash, { role: 'operator' })).toEqual([]);
  }
  const held = store.get('exemption', clip.hash);
  if (!held) throw new Error('it was not remembered');
  const declassified = { at: NOW, by: { id: 'U1', name: 'PPID' }, reason: 'Sudah boleh dibuka' };
  await seed((tx) => tx.put('exemption', { ...held, declassified }));
  expect(refusedOf(clip.hash)).toEqual(['', '', '']);
  expect(refusedOf('9'.repeat(64))).toEqual(['', '', '']);
});
