/** What holds of a file that was handed in, whatever way it comes and whoever sends it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { video } from '../../domain/compile-fixtures';
import { type DeskOnStore, HEAD, KPU, openDesk, seed, VERIFIER } from './samples';

let on: DeskOnStore;
beforeEach(async () => {
  on = await openDesk();
});
afterEach(() => on.close());

it('approved as exempt, its repaired copies are exempt too', async () => {
  const id = await on.handedIn(await on.partnerOf(KPU.id));
  const asset = on.assetOf(id);
  const copy = video(77, 30_000, { mends: { assetId: asset.id, hash: asset.hash, kinds: ['loudness'] } });
  await on.store.commit(seed, (tx) => tx.put('asset', copy));
  await on.answerAll(id);
  await on.desk().verify(on.at(id), VERIFIER);
  await on.desk().approve({ ...on.at(id), ppid: 'exempt', ppidReviewBy: null }, HEAD);
  expect(on.assetOf(id).ppid).toBe('exempt');
  expect(on.store.get('asset', copy.id)?.ppid).toBe('exempt');
});
