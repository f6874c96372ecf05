/** What a change of an asset means for its approval and its class, and who may make it. */
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import { mayDo, type Role } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { isNear } from '../../domain/judge/weaker';
import { latestReview } from '../../domain/ppid';
import { localParts } from '../../domain/time';
import { airs, type Changed, intakeRulesOf, type Reader, rulesIn, settingsOf } from '../store';
import { againstLetting, inIntake } from './against-letting';

interface Who {
  actor: Actor;
  role: Role;
  now: number;
}

/**
 * The asset as it is to be kept. An approval binds the file it was given for, and is gone when what was approved is said otherwise.
 * @throws Failure notAllowed, invalidInput, refused
 */
export function underLaw(reader: Reader, next: Asset, before: Asset, who: Who): Asset {
  return withReview(reader, withApproval(reader, next, before, who), before, who);
}

function withApproval(reader: Reader, next: Asset, before: Asset, who: Who): Asset {
  if (next.approval !== before.approval) {
    // Whoever may change it at all may ask for it to be looked at; all else lets it air, or forbids it.
    if (next.approval !== 'pending') demandApprove(who.role);
    if (airs(next)) demandCourse(reader, next, before, who);
    return { ...next, approvedHash: next.approval === 'approved' ? next.hash : null };
  }
  const isAnother = before.approval === 'approved' && saysOtherwise(next, before);
  const isNamed = next.approval === 'notNeeded' && becomesKnown(reader, next, before, who.now);
  if (isAnother || isNamed) return { ...next, approval: 'pending', approvedHash: null };
  return next;
}

/** @throws Failure refused */
function demandCourse(reader: Reader, next: Asset, before: Asset, { actor }: Who): void {
  const { name } = before;
  const reasons = againstLetting(reader, before, actor, next.category);
  if (reasons.length > 0) throw new Failure('refused', { record: 'asset', name }, reasons);
}

/** A letting through that waited for a second person; more people than two no category asks for. @throws Failure refused */
export function checkAssetAgain(reader: Reader, { before, after }: Changed<Asset>): void {
  if (!before || !after || airs(before) || !airs(after)) return;
  const reasons = inIntake(reader, after);
  if (reasons.length > 0) throw new Failure('refused', { record: 'asset', name: after.name }, reasons);
}

/** Whether it is about something else, of somebody else, or airs for longer than what was approved. */
function saysOtherwise(next: Asset, before: Asset): boolean {
  const longer = (a: string | null, b: string | null, later: (x: string, y: string) => boolean) =>
    a !== b && (a === null || (b !== null && later(a, b)));
  return (
    next.category !== before.category ||
    next.agencyId !== before.agencyId ||
    next.subject !== before.subject ||
    longer(next.validFrom, before.validFrom, (x, y) => x < y) ||
    longer(next.validTo, before.validTo, (x, y) => x > y)
  );
}

/** Under a lock what is unknown is kept off: whoever says what it is, on its days or shortly before, does not let it through alone. */
function becomesKnown(reader: Reader, next: Asset, before: Asset, now: number): boolean {
  const { categories } = settingsOf(reader);
  const isKnown = (category: string | null) => category !== null && categories.includes(category);
  if (isKnown(before.category) || !isKnown(next.category)) return false;
  return rulesIn(reader).rules.some((rule) => isNear(rule, now));
}

function withReview(reader: Reader, next: Asset, before: Asset, { role, now }: Who): Asset {
  const isSame = next.ppid === before.ppid && next.ppidReviewBy === before.ppidReviewBy;
  if (isSame) return next;
  demandApprove(role);
  if (next.ppid !== 'periodic') return { ...next, ppidReviewBy: null };
  const { reviewMonths } = intakeRulesOf(reader);
  const latest = latestReview(localParts(now, settingsOf(reader).zone).date, reviewMonths);
  const by = next.ppidReviewBy ?? latest;
  if (by <= latest) return { ...next, ppidReviewBy: by };
  const why = reason('library.reviewTooLate', { latest });
  throw new Failure('invalidInput', { record: 'asset', name: next.name }, [why]);
}

function demandApprove(role: Role): void {
  if (!mayDo(role, 'approve')) throw new Failure('notAllowed', { needs: 'approve' });
}
