/** Handlers of `submissionsApi`. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { submissionsApi } from '../../contract/api/submissions';
import { Failure } from '../../contract/failure';
import type { IntakeRules } from '../../contract/records/intake-rules';
import type { StepKind, Submission } from '../../contract/records/submission';
import { mayDo } from '../../contract/records/user';
import { type LocalDate, reason } from '../../contract/scalars';
import type { Act } from '../../domain/submission/workflow';
import { requireRecord, type Tx } from '../store';
import { addVersion, approve, make, refuse, rejectAll, requireSubmission, returnsApproved, say, step } from './course';
import { createLinks } from './links';
import { askToReplace } from './replace';
import { latestReview, reviewsOf } from './reviews';
import { intakeRulesOf, type Room, signerOf } from './room';
import { viewFor } from './seen-by';
import { calendarOf, listed } from './views';

export function createSubmissionHandlers(room: Room): HandlersOf<typeof submissionsApi> {
  const { store, clock } = room;
  const links = createLinks(room);

  /** Not undoable: what was signed stays. */
  const signed = (command: string, { id, rev }: At, caller: Caller, work: (tx: Tx, held: Submission) => Submission) =>
    store.commit({ command, actor: caller.actor }, (tx) => work(tx, requireSubmission(tx, id, rev)));
  const act = (kind: StepKind, caller: Caller, said: Partial<Act> = {}): Act => ({
    ...{ kind, by: signerOf(caller), at: clock.now(), reason: '', marks: [], hash: null },
    ...said,
  });

  return {
    list: (query) => listed(room, query),
    get: ({ id }, { role }) => viewFor(room, requireRecord(store, 'submission', id), role),

    create: ({ agencyId, fields, assetId }, caller) =>
      store.commit({ command: 'submissions.create', actor: caller.actor }, (tx) => {
        const made = make(room, tx, { agencyId, fields, via: 'operator', createdBy: caller.actor.name });
        return assetId === null ? made : withAsset(room, tx, made, assetId, '', caller);
      }),

    update: (input, caller) => signed('submissions.update', input, caller, (tx, held) => say(tx, held, input.fields)),

    addVersion: (input, caller) =>
      signed('submissions.addVersion', input, caller, (tx, held) =>
        withAsset(room, tx, held, input.assetId, input.note, caller),
      ),

    answer: (input, caller) =>
      signed('submissions.answer', input, caller, (tx, held) => {
        if (held.state !== 'submitted') refuse([reason('submission.isLooked', { title: held.title })], held.title);
        const { itemId, answer } = input;
        const others = held.answers.filter((each) => each.itemId !== itemId);
        return tx.put('submission', { ...held, answers: answer === null ? others : [...others, { itemId, answer }] });
      }),

    submit: (input, caller) =>
      signed('submissions.submit', input, caller, (tx, held) => step(room, tx, held, act('submit', caller))),

    verify: (input, caller) =>
      signed('submissions.verify', input, person(caller), (tx, held) =>
        step(room, tx, held, act('verify', caller, { hash: input.hash, reason: input.reason })),
      ),

    approve: (input, caller) =>
      signed('submissions.approve', input, person(caller), (tx, held) => {
        const { hash, ppid, ground } = input;
        const ppidReviewBy = reviewDay(room, tx, ppid, input.ppidReviewBy);
        const wanted = act('approve', caller, { hash, reason: input.reason });
        return approve(room, tx, held, wanted, { ppid, ppidReviewBy, ground });
      }),

    return: (input, caller) =>
      signed('submissions.return', input, caller, (tx, held) => {
        // An approval is taken back by whoever may give one.
        const takesBack = returnsApproved(tx, held) || input.stopAiring;
        if (takesBack && !mayApprove(caller)) throw new Failure('notAllowed', { needs: 'approve' });
        const next = step(room, tx, held, act('return', caller, { reason: input.reason, marks: input.marks }));
        if (input.stopAiring) rejectAll(tx, next);
        return next;
      }),

    replaceBefore: ({ id }, caller) =>
      store.commit({ command: 'submissions.replaceBefore', actor: caller.actor, undoable: true }, (tx) =>
        askToReplace(room, tx, requireRecord(tx, 'submission', id), signerOf(caller), caller.actor),
      ),

    keepBefore: ({ id }, { actor }) =>
      store.commit({ command: 'submissions.keepBefore', actor, undoable: true }, (tx) =>
        tx.put('submission', { ...requireRecord(tx, 'submission', id), replacing: null }),
      ),

    withdraw: (input, caller) =>
      signed('submissions.withdraw', input, caller, (tx, held) =>
        step(room, tx, held, act('withdraw', caller, { reason: input.reason })),
      ),

    rules: () => intakeRulesOf(store),
    setRules: ({ rev, values }, { actor }) =>
      // No undo takes the second pair of eyes off what waits for it.
      store.commit(
        { command: 'submissions.setRules', actor, undoable: sameEyes(intakeRulesOf(store), values) },
        (tx) => {
          const held = intakeRulesOf(tx);
          if (held.rev !== rev) throw new Failure('stale', { record: 'intakeRules' });
          refuseFewerEyes(tx, held, values);
          return tx.put('intakeRules', { id: 'intake', rev: 0, ...values });
        },
      ),

    reviews: () => reviewsOf(room),
    calendar: ({ from, to }) => calendarOf(room, from, to),
    ...links.handlers,
  };
}

interface At {
  id: string;
  rev: number;
}

const mayApprove = ({ role }: Caller): boolean => mayDo(role, 'approve');

type Eyes = Pick<IntakeRules, 'fourEyes'>;
const sameEyes = (held: Eyes, next: Eyes): boolean => held.fourEyes.every((each) => next.fourEyes.includes(each));

/** One person would approve alone, by a rule made for the moment. @throws Failure refused */
function refuseFewerEyes(tx: Tx, held: Eyes, next: Eyes): void {
  const dropped = held.fourEyes.filter((category) => !next.fourEyes.includes(category));
  const waits = tx
    .all('submission')
    .find(
      ({ state, category }) =>
        (state === 'submitted' || state === 'verified') && category !== null && dropped.includes(category),
    );
  if (!waits) return;
  const { category, receipt } = waits;
  throw new Failure('refused', { record: 'intakeRules' }, [
    reason('submission.eyesWaited', { category: category ?? '', receipt }),
  ]);
}

/** A signature is a person's, never a program's. @throws Failure refused */
function person(caller: Caller): Caller {
  if (caller.actor.kind !== 'user')
    throw new Failure('refused', { record: 'submission' }, [reason('submission.needsPerson')]);
  return caller;
}

function withAsset(room: Room, tx: Tx, held: Submission, assetId: string, note: string, caller: Caller): Submission {
  const asset = requireRecord(tx, 'asset', assetId);
  if (asset.trashedAt !== null) throw new Failure('notFound', { record: 'asset' });
  return addVersion(room, tx, held, { asset, fileName: asset.originalName, by: signerOf(caller), note });
}

/** Of *berkala* alone, and never later than the rules say. */
function reviewDay(room: Room, tx: Tx, ppid: string, wanted: LocalDate | null): LocalDate | null {
  if (ppid !== 'periodic') return null;
  const latest = latestReview(room.today(), intakeRulesOf(tx).reviewMonths);
  if (wanted === null) return latest;
  if (wanted <= latest) return wanted;
  throw new Failure('invalidInput', { record: 'submission' }, [reason('library.reviewTooLate', { latest })]);
}
