/** What those who do not keep the desk learn of a submission whose material is exempt. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GROUND } from '../store/samples';
import { type DeskOnStore, FIELDS, HEAD, KPU, openDesk, VERIFIER } from './samples';

let on: DeskOnStore;
beforeEach(async () => {
  on = await openDesk();
});
afterEach(() => on.close());

it('is that it is there and how far it came, not what it says, nor why it was returned', async () => {
  const who = await on.partnerOf(KPU.id);
  const id = await on.handedIn(who);
  const said = { message: 'Nama informan', purpose: 'Nama operasi' };
  await on.desk().update({ ...on.at(id), fields: { ...FIELDS, ...said } }, VERIFIER);
  await on.desk().return({ ...on.at(id), reason: 'Nama disebut', marks: [], stopAiring: false }, VERIFIER);
  await on.send(id, who, 2);
  // Said otherwise with the new version: what was said before is in the difference.
  await on
    .desk()
    .update({ ...on.at(id), fields: { ...FIELDS, message: 'Nama informan', purpose: 'Nama sandi' } }, VERIFIER);
  await on.room.handlers.portal.submit({ id, rev: on.at(id).rev }, who);
  const viewer = { ...VERIFIER, role: 'viewer' as const };
  expect(JSON.stringify(await on.desk().get({ id }, viewer))).toMatch(/Nama disebut/);
  expect(on.room.hides(id, 'viewer')).toBe(false);
  await on.answerAll(id);
  await on.desk().verify(on.at(id), VERIFIER);
  await on.desk().approve({ ...on.at(id), ppid: 'exempt', ppidReviewBy: null, ground: GROUND }, HEAD);
  const seen = await on.desk().get({ id }, viewer);
  expect(JSON.stringify(seen)).not.toMatch(/Nama/);
  expect(seen.submission.versions.length).toBeGreaterThan(0);
  for (const { fileName } of [...seen.submission.versions, ...seen.versions]) expect(fileName).toBe('');
  expect(seen).toMatchObject({ submission: { title: FIELDS.title, state: 'approved' }, ppid: 'exempt' });
  expect(JSON.stringify(await on.desk().get({ id }, VERIFIER))).toMatch(/Nama informan/);
  expect([on.room.hides(id, 'viewer'), on.room.hides(id, 'operator')]).toEqual([true, false]);
});
