/** What holds of a file that was handed in, whatever way it comes and whoever sends it. */

import { afterEach, beforeEach, expect, it } from 'vitest';
import { codes } from '../../../tests/fixtures/refusals';
import { MOST_LINK_FILES } from '../../contract/records/submission';
import { hashFor, video } from '../../domain/compile-fixtures';
import { caller, GROUND } from '../store/samples';
import { linkActor } from './links';
import { type DeskOnStore, FIELDS, HEAD, KPU, openDesk, seed, VERIFIER } from './samples';

let on: DeskOnStore;
beforeEach(async () => {
  on = await openDesk();
});
afterEach(() => on.close());

it('approved as exempt, it is so for a ground, and its repaired copies are exempt on the same', async () => {
  const id = await on.handedIn(await on.partnerOf(KPU.id));
  const asset = on.assetOf(id);
  const copy = video(77, 30_000, { mends: { assetId: asset.id, hash: asset.hash, kinds: ['loudness'] } });
  await on.store.commit(seed, (tx) => tx.put('asset', copy));
  await on.answerAll(id);
  await on.desk().verify(on.at(id), VERIFIER);
  const approve = (said: object) =>
    on.desk().approve({ ...on.at(id), ppid: 'exempt', ppidReviewBy: null, ...said }, HEAD);
  expect(await codes(() => approve({}))).toEqual(['refused', 'library.exemptNeedsGround']);
  expect([on.assetOf(id).ppid, on.view(id).submission.state]).toEqual(['anytime', 'verified']);
  await approve({ ground: GROUND });
  expect(on.assetOf(id).ppid).toBe('exempt');
  expect(on.store.get('asset', copy.id)?.ppid).toBe('exempt');
  const by = { id: HEAD.actor.id, name: HEAD.actor.name };
  expect(on.store.get('exemption', asset.hash)).toMatchObject({ ground: GROUND, by });
  expect(on.store.get('exemption', copy.hash)).toMatchObject({ ground: GROUND, by });
});

it('thrown away by the office, it is not taken out of the bin by its agency sending it for something else', async () => {
  const who = await on.partnerOf(KPU.id);
  const id = await on.handedIn(who);
  await on.approvedBy(id);
  await on.store.commit(seed, (tx) => tx.put('asset', { ...on.assetOf(id), trashedAt: on.now }));
  const { id: other } = await on.room.handlers.portal.create({ fields: FIELDS }, who);
  expect(await codes(() => on.send(other, who, 1))).toEqual(['refused', 'submission.fileTaken']);
  expect(on.taken).toEqual([]);
  expect(on.view(other).submission.versions).toEqual([]);
});

it('of many that come by one link at once, only so many become versions, or material at all', async () => {
  const { code } = await on.desk().makeLink({ agencyId: KPU.id, title: 'Kampanye', days: 3 }, VERIFIER);
  const { submissionId } = await on.room.handlers.handIn.say({ code, fields: FIELDS }, caller);
  const [link] = on.store.all('uploadLink');
  const actor = linkActor(link ?? expect.fail('no link'));
  const before = on.store.assets.count();
  const sent = await Promise.allSettled(
    Array.from({ length: 12 }, (_, n) =>
      on.room.takeUpload({
        ...{ submissionId, path: '', originalName: `${n}.mp4`, hash: hashFor(900 + n), bytes: 5, actor },
      }),
    ),
  );
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_LINK_FILES);
  expect(on.view(submissionId).submission.versions).toHaveLength(MOST_LINK_FILES);
  expect(on.store.assets.count() - before).toBe(MOST_LINK_FILES);
});

it('is called in the library as it was handed in, each later version with its number, whatever its file is called', async () => {
  const who = await on.partnerOf(KPU.id);
  const { id } = await on.room.handlers.portal.create({ fields: FIELDS }, who);
  await on.send(id, who, 1);
  await on.send(id, who, 2);
  const names = on.view(id).submission.versions.map(({ assetId }) => on.store.get('asset', assetId)?.name);
  expect(names).toEqual([FIELDS.title, `${FIELDS.title} (v2)`]);
});

it('is not called anew where the library had it already', async () => {
  const who = await on.partnerOf(KPU.id);
  const id = await on.handedIn(who);
  const asset = on.assetOf(id);
  await on.store.commit(seed, (tx) => tx.put('asset', { ...asset, name: 'Nama dari petugas' }));
  await on.send(id, who, 1);
  expect(on.assetOf(id).name).toBe('Nama dari petugas');
});
