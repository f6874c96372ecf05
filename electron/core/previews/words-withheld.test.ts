import { expect, it } from 'vitest';
import { video } from '../../domain/compile-fixtures';
import { openStore } from '../store';
import { caller, operator, putAsset, quiet, refused, temporaryFolder } from '../store/samples';
import { createAttempts } from '../users/attempts';
import { createPreviews } from '.';

it('gives captions and comments of exempt content to the desk alone, under whichever name it is exempt', async () => {
  const folder = temporaryFolder();
  const clock = { now: () => Date.parse('2026-11-23T02:00:00Z') };
  const store = await openStore({ dir: folder.dir, clock, log: quiet });
  const none = () => Promise.reject(new Error('not asked'));
  const media = { stillAt: none, captionStreams: none, captionText: none };
  const need = { store, clock, media, file: () => null, attempts: createAttempts(clock), dataDir: folder.dir };
  const { handlers } = createPreviews(need);
  const [asset, twin] = [video(1, 3000), video(2, 3000)];
  const seed = (ppid: 'anytime' | 'exempt') =>
    store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      tx.put('asset', asset);
      putAsset(tx, { ...twin, hash: asset.hash, ppid });
    });
  await seed('anytime');
  const text = 'WEBVTT\n\n00:00.500 --> 00:01.500\nRahasia\n';
  const { id: track } = await handlers.attachCaptions(
    { assetId: asset.id, name: 'a.vtt', language: 'id', text },
    caller,
  );
  const viewer = { ...caller, role: 'viewer' as const };
  const desk = { ...caller, role: 'operator' as const };
  expect(await handlers.cues({ assetId: asset.id, track }, viewer)).toHaveLength(1);
  const said = { assetId: asset.id, hash: asset.hash, atMs: 0, place: null, text: 'Ini sebut nama' };
  const { id: commentId } = await handlers.comment(said, viewer);
  await seed('exempt');
  expect((await refused(() => handlers.cues({ assetId: asset.id, track }, viewer))).code).toBe('withheld');
  expect((await refused(() => handlers.captions({ assetId: asset.id }, viewer))).code).toBe('withheld');
  for (const run of [
    () => handlers.comments({ assetId: asset.id }, viewer),
    () => handlers.comment(said, viewer),
    () => handlers.reply({ id: commentId, text: 'Ya' }, viewer),
  ])
    expect((await refused(run)).code).toBe('withheld');
  expect(await handlers.cues({ assetId: asset.id, track }, desk)).toHaveLength(1);
  expect(await handlers.comments({ assetId: asset.id }, desk)).toHaveLength(1);
  await store.close();
  folder.remove();
});
