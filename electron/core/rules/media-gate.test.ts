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
  const UNNAMED = ['', 'library.unnamed', 'library.unnamed'];
  expect(refusedOf(clip.hash)).toEqual(UNNAMED);
  expect(refusedOf('9'.repeat(64))).toEqual(UNNAMED);
  expect(gate(clip.hash, { role: 'operator' })).toEqual([]);
});

it('keeps small pictures of exempt content from all but the desk when it was deleted or has others, until it is opened', async () => {
  const [thumbnail, strip, still, shared] = ['1', '2', '3', '4'].map((digit) => digit.repeat(64)) as [
    string,
    string,
    string,
    string,
  ];
  const filmstrip = { hash: strip, frames: 1, tileWidth: 1, tileHeight: 1 };
  const clip = video(1, 3000, {
    ppid: 'exempt',
    pictures: { thumbnail, filmstrip, stills: [still, shared], waveform: null },
  });
  const pictures = (hash: string) => ({ thumbnail: hash, filmstrip: null, waveform: null });
  const open = video(2, 3000, { pictures: pictures(shared) });
  await seed((tx) => {
    putAsset(tx, clip);
    tx.put('asset', open);
  });
  const gate = createMediaGate(store, { now: () => NOW });
  const refusedTo = (role: 'viewer' | 'operator') =>
    [thumbnail, strip, still].filter((hash) => gate(hash, { role }).length > 0);
  await seed((tx) => tx.put('asset', { ...clip, rev: 1, pictures: pictures(strip) }));
  expect(refusedTo('viewer')).toEqual([thumbnail, strip, still]);
  await seed((tx) => tx.remove('asset', clip.id));
  expect(refusedTo('viewer')).toEqual([thumbnail, strip, still]);
  expect(refusedTo('operator')).toEqual([]);
  // What another, open asset shows is that one's, and it stays open.
  expect(gate(shared, { role: 'viewer' })).toEqual([]);
  expect(store.get('asset', open.id)?.ppid).toBe('anytime');
});

it('keeps a picture that material dropped before it became exempt from all but the desk', async () => {
  const [dropped, kept] = ['1'.repeat(64), '2'.repeat(64)] as const;
  const pictures = (thumbnail: string) => ({ thumbnail, filmstrip: null, waveform: null });
  const clip = video(1, 3000, { pictures: pictures(dropped) });
  await seed((tx) => tx.put('asset', clip));
  await seed((tx) => tx.put('asset', { ...clip, rev: 1, pictures: pictures(kept) }));
  const held = store.get('asset', clip.id);
  if (!held) throw new Error('it is gone');
  await seed((tx) => putAsset(tx, { ...held, ppid: 'exempt' }));
  const gate = createMediaGate(store, { now: () => NOW });
  for (const role of ['viewer', 'producer'] as const) {
    expect(gate(dropped, { role })).not.toEqual([]);
    expect(gate(kept, { role })).not.toEqual([]);
  }
  expect(gate(dropped, { role: 'operator' })).toEqual([]);
});
