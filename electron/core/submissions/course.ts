/** The course of a submission: made, said, given versions, taken a step further; and what each of it means for its asset. */
import { Failure } from '../../contract/failure';
import { type Asset, isProbed } from '../../contract/records/asset';
import type { ExemptGround } from '../../contract/records/exemption';
import type { PpidClass } from '../../contract/records/matter';
import type { Signer } from '../../contract/records/partner';
import type { Submission, SubmissionFields, SubmissionVersion, Via } from '../../contract/records/submission';
import { type LocalDate, type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { leavesAir } from '../../domain/leaves-air';
import { checked, openOf } from '../../domain/submission/checklist';
import { fieldsOf } from '../../domain/submission/difference';
import { stageChoices } from '../../domain/submission/stages';
import { isEnded } from '../../domain/submission/standing';
import {
  type Act,
  type Ground,
  isOpen,
  newest,
  taken,
  whyNot,
  whyNoVersion,
  withVersion,
} from '../../domain/submission/workflow';
import { exempt, type Reader, requireRecord, settingsOf, type Tx } from '../store';
import { intakeRulesOf, type Room } from './room';

/** @throws Failure notFound, stale */
export function requireSubmission(reader: Reader, id: string, rev: number): Submission {
  const held = requireRecord(reader, 'submission', id);
  if (held.rev !== rev) throw new Failure('stale', { record: 'submission', name: held.title });
  return held;
}

export function refuse(reasons: readonly Reason[], name: string): void {
  if (reasons.length > 0) throw new Failure('refused', { record: 'submission', name }, [...reasons]);
}

interface Made {
  agencyId: string;
  fields: SubmissionFields;
  via: Via;
  createdBy: string;
}

export function make(
  { clock, today }: Pick<Room, 'clock' | 'today'>,
  tx: Tx,
  { agencyId, fields, via, createdBy }: Made,
): Submission {
  requireRecord(tx, 'agency', agencyId);
  checkFields(tx, fields, null);
  const now = clock.now();
  return tx.put('submission', {
    ...{ id: newId(now), rev: 0, receipt: nextReceipt(tx, today()), agencyId },
    ...fields,
    ...{ answers: [], versions: [], state: 'draft' as const, steps: [], via, replacing: null },
    ...{ createdAt: now, createdBy },
  });
}

/** Numbers of one year, by the station's calendar, follow one another. */
function nextReceipt(reader: Reader, today: LocalDate): string {
  const start = `ILM-${today.slice(0, 4)}-`;
  const numbers = reader
    .all('submission')
    .filter(({ receipt }) => receipt.startsWith(start))
    .map(({ receipt }) => Number(receipt.slice(start.length)));
  const next = numbers.reduce((most, each) => Math.max(most, each), 0) + 1;
  return `${start}${String(next).padStart(4, '0')}`;
}

export function say(tx: Tx, held: Submission, fields: SubmissionFields): Submission {
  if (!isOpen(held)) refuse([reason('submission.isLooked', { title: held.title })], held.title);
  checkFields(tx, fields, held);
  return tx.put('submission', { ...held, ...fields });
}

/** What was said before, unchanged, is not held against it. */
function checkFields(reader: Reader, fields: SubmissionFields, held: Submission | null): void {
  const { category, stageRef, displayIds, validFrom, validTo } = fields;
  const stages = stageRef === null || stageRef === held?.stageRef ? [] : stageChoices(reader.all('stageCalendar'));
  const noStage = stageRef !== null && stageRef !== held?.stageRef && stages.every(({ ref }) => ref !== stageRef);
  const known = category === null || category === held?.category || settingsOf(reader).categories.includes(category);
  const reasons = [
    ...(known ? [] : [reason('library.noCategory', { category })]),
    ...(noStage ? [reason('submission.noStage')] : []),
    ...(displayIds.some((id) => !reader.get('display', id)) ? [reason('booking.noDisplay')] : []),
    ...(validFrom !== null && validTo !== null && validTo < validFrom
      ? [reason('library.validEndsFirst', { from: validFrom, to: validTo })]
      : []),
  ];
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'submission', name: fields.title }, reasons);
}

/** @throws Failure refused, with every reason */
export function step(room: Room, tx: Tx, held: Submission, act: Act): Submission {
  refuse(
    [
      ...whyNot(held, act, groundOf(room, tx, held)),
      ...(act.kind === 'submit' ? againstWaiting(room, tx.get('asset', newest(held)?.assetId ?? '')) : []),
    ],
    held.title,
  );
  const next = tx.put('submission', taken(held, act));
  if (act.kind === 'return') settleAssets(tx, [newest(next)], 'rejected');
  if (act.kind === 'withdraw') rejectAll(tx, next);
  if (act.kind === 'submit') settleAssets(tx, [newest(next)], 'pending');
  return next;
}

/** Handed in, its material waits for an approval. */
const againstWaiting = ({ usesOf }: Pick<Room, 'usesOf'>, asset: Asset | undefined): Reason[] =>
  asset ? leavesAir(asset, usesOf(asset.id)) : [];

export function groundOf(room: Pick<Room, 'today'>, reader: Reader, submission: Submission): Ground {
  const { fourEyes, checklist } = intakeRulesOf(reader);
  const asset = reader.get('asset', newest(submission)?.assetId ?? '');
  const probe = asset && isProbed(asset) ? asset.probe : null;
  const list = checked(checklist, submission.category, submission.answers, probe);
  const ready = probe !== null && asset?.trashedAt === null && asset.recalledAt === null;
  return { fourEyes, open: openOf(list), ready, ended: isEnded(submission, room.today()) };
}

/** Whether returning it stops what is approved: also a file that was let through before it came in as this version. */
export const returnsApproved = (reader: Pick<Reader, 'get'>, submission: Submission): boolean =>
  submission.state === 'approved' || reader.get('asset', newest(submission)?.assetId ?? '')?.approval === 'approved';

/** No version of it airs any more. */
export const rejectAll = (tx: Tx, { versions }: Submission): void => settleAssets(tx, versions, 'rejected');

function settleAssets(tx: Tx, versions: readonly (SubmissionVersion | undefined)[], approval: 'pending' | 'rejected') {
  for (const version of versions) {
    const asset = version && tx.get('asset', version.assetId);
    if (!asset || asset.approval === approval) continue;
    // What is approved goes on airing until somebody says otherwise; what was never handed in is the office's own.
    if (asset.approval === (approval === 'pending' ? 'approved' : 'notNeeded')) continue;
    tx.put('asset', { ...asset, approval, approvedHash: null });
  }
}

export interface Law {
  ppid: PpidClass;
  ppidReviewBy: LocalDate | null;
  /** Why it becomes exempt, where it does. */
  ground?: ExemptGround | undefined;
}

/** The approval goes to the asset, for this very content, with what it was asked for. */
export function approve(room: Room, tx: Tx, held: Submission, act: Act, { ground, ...law }: Law): Submission {
  const next = step(room, tx, held, act);
  const version = newest(next);
  const asset = tx.get('asset', version?.assetId ?? '');
  if (!version || !asset || asset.hash !== version.hash)
    throw new Failure('refused', { record: 'submission', name: held.title }, [
      reason('submission.otherVersion', { title: held.title }),
    ]);
  const { agencyId, category, validFrom, validTo, subject } = next;
  const isExempting = law.ppid === 'exempt' && asset.ppid !== 'exempt';
  if (ground && isExempting) exempt(tx, asset, act.by, ground, room.clock.now());
  tx.put('asset', {
    ...asset,
    ...{ approval: 'approved' as const, approvedHash: version.hash, ...law },
    ...{ agencyId, category, validFrom, validTo, subject },
  });
  return next;
}

export interface NewVersion {
  asset: Asset;
  fileName: string;
  by: Signer;
  note: string;
}

/** Why this material is no next version: withdrawn, ended, or a file that is another's. */
export function againstVersion(
  room: Pick<Room, 'today' | 'usesOf'>,
  reader: Reader,
  held: Submission,
  asset: Asset,
): Reason[] {
  if (newest(held)?.hash === asset.hash) return [];
  const { title, agencyId } = held;
  const elsewhere = reader
    .all('submission')
    .some(({ id, state, versions }) => id !== held.id && state !== 'withdrawn' && versions.some(names(asset.id)));
  return [
    ...whyNoVersion(held, isEnded(held, room.today())),
    ...(asset.agencyId !== null && asset.agencyId !== agencyId ? [reason('submission.fileKnown', { title })] : []),
    ...(elsewhere ? [reason('submission.fileTaken', { title })] : []),
    ...(held.state === 'draft' || held.state === 'returned' ? [] : againstWaiting(room, asset)),
  ];
}

/** @throws Failure refused, with every reason */
export function addVersion(
  room: Pick<Room, 'clock' | 'today' | 'usesOf'>,
  tx: Tx,
  held: Submission,
  made: NewVersion,
): Submission {
  const { asset, fileName, by, note } = made;
  // Sent again after an answer that was lost: it is the one that is there.
  if (newest(held)?.hash === asset.hash) return held;
  refuse(againstVersion(room, tx, held, asset), held.title);
  const { agencyId } = held;
  const { hash, bytes } = asset;
  const n = held.versions.length + 1;
  const version = { ...{ n, assetId: asset.id, hash, fileName, bytes }, ...{ at: room.clock.now(), by, note } };
  const next = tx.put('submission', withVersion(held, { ...version, fields: fieldsOf(held) }));
  if (asset.agencyId === null) tx.put('asset', { ...asset, agencyId });
  if (next.state === 'submitted') settleAssets(tx, [newest(next)], 'pending');
  return next;
}

const names =
  (assetId: string) =>
  (version: SubmissionVersion): boolean =>
    version.assetId === assetId;
