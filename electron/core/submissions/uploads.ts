/** Files that come for a submission: who may send them, and how they become its next version. They are pending from birth. */
import type { Identity } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { FinishedUpload, UploadAdmission } from '../../contract/handover';
import type { Actor } from '../../contract/records/audit';
import { MOST_LINK_FILES, type Submission } from '../../contract/records/submission';
import { mayDo } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { isEnded } from '../../domain/submission/standing';
import { whyNoVersion } from '../../domain/submission/workflow';
import { type Reader, requireRecord } from '../store';
import { addVersion, againstVersion, refuse } from './course';
import { linkActor, linkOf, whyNotUsable } from './links';
import { ownSubmission } from './portal';
import { intakeRulesOf, type Room, senderOf } from './room';

const LINK = /^link-/;

/** Somebody who may send files for submissions and none to the library itself; null: nobody of ours. */
export function outsideSender(
  room: Room,
  identity: Identity | null,
  code: string | null,
  address: string,
): Actor | null {
  if (identity) return mayDo(identity.role, 'desk') || mayDo(identity.role, 'partner') ? identity.actor : null;
  return code === null ? null : linkActor(linkOf(room, code, address));
}

/** Before the first byte. @throws Failure notAllowed, notFound, refused, tooLarge */
export function admit(room: Room, { submissionId, bytes, actor, inside }: UploadAdmission): void {
  if (submissionId === null) {
    if (!inside) throw new Failure('notAllowed');
    return;
  }
  const held = requireOf(room.store, room.clock.now(), actor, submissionId);
  refuse(whyNoVersion(held, isEnded(held, room.today())), held.title);
  const { mostBytes } = intakeRulesOf(room.store);
  const most = Math.floor(mostBytes / 1024 ** 2);
  if (!inside && (bytes === null || bytes > mostBytes))
    throw new Failure('tooLarge', { name: held.title }, [reason('submission.tooLarge', { most })]);
}

/** The submission, where this sender may add to it. @throws Failure notAllowed, notFound, refused */
function requireOf(reader: Reader, now: number, actor: Actor, submissionId: string): Submission {
  if (LINK.test(actor.id)) {
    const link = requireRecord(reader, 'uploadLink', actor.id.replace(LINK, ''));
    const against = whyNotUsable(reader, link, now);
    if (against) throw new Failure('refused', { record: 'uploadLink' }, [against]);
    if (link.submissionId !== submissionId) throw new Failure('notFound', { record: 'submission' });
    const held = requireRecord(reader, 'submission', submissionId);
    if (held.versions.length >= MOST_LINK_FILES)
      refuse([reason('link.tooManyFiles', { most: MOST_LINK_FILES })], held.title);
    return held;
  }
  const user = reader.get('user', actor.id);
  if (user?.role === 'partner') return ownSubmission(reader, submissionId, user.agencyId ?? '');
  // Asked by what it does to the submission: whoever may put files into the library may not hand in for an agency.
  if (!isOfDesk(reader, actor)) throw new Failure('notAllowed', { needs: 'desk' });
  return requireRecord(reader, 'submission', submissionId);
}

type ForSubmission = FinishedUpload & { submissionId: string };
type Taken = Promise<{ assetId: string; duplicate: boolean }>;

/** Takes the file into the library as pending, then the version into its submission. */
export const takeUpload = (room: Room, upload: ForSubmission): Taken =>
  room.arrivals.run(upload.submissionId, () => takeNext(room, upload));

async function takeNext(room: Room, upload: ForSubmission): Taken {
  const { store, clock } = room;
  const held = requireOf(store, clock.now(), upload.actor, upload.submissionId);
  refuseKnown(room, held, upload);
  const made = await room.finishUpload({ ...upload, agencyId: held.agencyId });
  await store.commit({ command: 'submissions.addVersion', actor: upload.actor }, (tx) => {
    const asset = requireRecord(tx, 'asset', made.assetId);
    // Asked again: it may be withdrawn, or its link revoked, since.
    const now = requireOf(tx, clock.now(), upload.actor, held.id);
    const isOffices = made.duplicate && asset.agencyId === null && !mayClaim(tx, upload.actor);
    if (isOffices) refuse([reason('submission.fileKnown', { title: now.title })], now.title);
    const by = senderOf(tx, upload.actor);
    // New to the library, it is called there as it was handed in: schedules, proofs of play and letters to the agency name it so.
    const called = made.duplicate ? asset : tx.put('asset', { ...asset, name: nameOf(now) });
    return addVersion(room, tx, now, { asset: called, fileName: upload.originalName, by, note: '' });
  });
  return made;
}

const LONGEST_NAME = 200;

/** What the next version's material is called. */
function nameOf({ title, versions }: Submission): string {
  const mark = versions.length === 0 ? '' : ` (v${versions.length + 1})`;
  return `${title.slice(0, LONGEST_NAME - mark.length).trimEnd()}${mark}`;
}

/** Asked before the library welcomes it back from its bin: what is refused comes out of no bin. */
function refuseKnown(room: Room, held: Submission, { hash, actor }: FinishedUpload): void {
  const { store } = room;
  const { title, agencyId } = held;
  const known = hash === null ? undefined : store.assets.byHash(hash)[0];
  if (!known) return;
  if (known.agencyId !== agencyId && (known.agencyId !== null || !mayClaim(store, actor)))
    refuse([reason('submission.fileKnown', { title })], title);
  refuse(againstVersion(room, store, held, known), title);
}

/** Material of the office itself becomes an agency's only by the office's hand. */
const mayClaim = (reader: Reader, actor: Actor): boolean => !LINK.test(actor.id) && isOfDesk(reader, actor);

/** Whether it is staff who take in what partners hand over, or a program of the administrator's. */
function isOfDesk(reader: Reader, { kind, id }: Actor): boolean {
  const role = reader.get('user', id)?.role;
  return role === undefined ? kind === 'token' : mayDo(role, 'desk');
}

/** Whether a partner account may have a file: it is of a version of its agency's, or a picture of one. */
export function mayFetch({ store }: Pick<Room, 'store'>, actor: Actor, hash: string): boolean {
  const agencyId = store.get('user', actor.id)?.agencyId;
  if (!agencyId) return false;
  return store
    .all('submission')
    .filter((submission) => submission.agencyId === agencyId)
    .some(({ versions }) =>
      versions.some(({ assetId, hash: own }) => {
        if (own === hash) return true;
        const asset = store.get('asset', assetId);
        if (!asset || !('pictures' in asset)) return false;
        const { thumbnail, filmstrip } = asset.pictures;
        return thumbnail === hash || filmstrip?.hash === hash;
      }),
    );
}
