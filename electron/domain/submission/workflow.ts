/**
 * Steps of a submission: draft, submitted, verified, approved; returned or withdrawn on the way. A step counts for the content it
 * was signed for and since the last time it was submitted; a new version starts again.
 */
import type { Signer } from '../../contract/records/partner';
import type {
  Mark,
  StepKind,
  Submission,
  SubmissionState,
  SubmissionStep,
  SubmissionVersion,
} from '../../contract/records/submission';
import { type Reason, reason } from '../../contract/scalars';
import { fieldsOf } from './difference';

export interface Act {
  kind: StepKind;
  by: Signer;
  at: number;
  reason: string;
  marks: Mark[];
  /** Of the content that was looked at; null: whatever is newest. Verifying and approving must say it. */
  hash: string | null;
}

/** What else the steps depend on. */
export interface Ground {
  /** Categories that two people must look at. */
  fourEyes: readonly string[];
  /** Points of the checklist that are open or answered no. */
  open: number;
  /** Whether the newest version's file was looked into and is there. */
  ready: boolean;
  /** Whether its days are over. */
  ended: boolean;
}

export const newest = ({ versions }: Pick<Submission, 'versions'>): SubmissionVersion | undefined => versions.at(-1);

const FROM: Record<StepKind, readonly SubmissionState[]> = {
  submit: ['draft', 'returned'],
  verify: ['submitted'],
  approve: ['verified'],
  return: ['submitted', 'verified', 'approved'],
  withdraw: ['draft', 'submitted', 'verified', 'approved', 'returned'],
};

const TO: Record<StepKind, SubmissionState> = {
  submit: 'submitted',
  verify: 'verified',
  approve: 'approved',
  return: 'returned',
  withdraw: 'withdrawn',
};

/** Steps that count: since it was last submitted, and for the newest content. */
export function holding({ steps, versions }: Pick<Submission, 'steps' | 'versions'>): SubmissionStep[] {
  const since = steps.findLastIndex(({ kind }) => kind === 'submit');
  const hash = newest({ versions })?.hash;
  return since < 0 ? [] : steps.slice(since).filter((step) => step.hash === hash);
}

/** Why a step cannot be taken; empty where it can. */
export function whyNot(submission: Submission, act: Act, ground: Ground): Reason[] {
  const { state, title } = submission;
  if (!FROM[act.kind].includes(state)) return [reason('submission.notNow', { title, state, step: act.kind })];
  if (ground.ended && act.kind !== 'return') return [reason('submission.isEnded', { title })];
  const looksAt = act.kind === 'verify' || act.kind === 'approve';
  if (looksAt && act.hash !== newest(submission)?.hash) return [reason('submission.otherVersion', { title })];
  switch (act.kind) {
    case 'submit':
      return lacking(submission);
    case 'verify':
      return [
        ...(ground.ready ? [] : [reason('submission.notReady', { title })]),
        ...(ground.open > 0 ? [reason('submission.checklistOpen', { count: ground.open })] : []),
      ];
    case 'approve':
      return againstApproval(submission, act, ground);
    case 'return':
      return act.reason === '' ? [reason('submission.sayWhy')] : [];
    case 'withdraw':
      return [];
    default:
      return act.kind satisfies never;
  }
}

/** What must be said before it is handed in. */
export function lacking(submission: Submission): Reason[] {
  const { letterNumber, responsible, category, rights, versions } = submission;
  return [
    ...(versions.length === 0 ? [reason('submission.noVersion')] : []),
    ...(letterNumber === '' ? [reason('submission.noLetter')] : []),
    ...(responsible === '' ? [reason('submission.noResponsible')] : []),
    ...(category === null ? [reason('submission.noCategory')] : []),
    ...(rights.confirmed ? [] : [reason('submission.noRights')]),
  ];
}

function againstApproval(submission: Submission, { by }: Act, { fourEyes, ready }: Ground): Reason[] {
  const { title, category } = submission;
  const verified = holding(submission).find(({ kind }) => kind === 'verify');
  if (!verified) return [reason('submission.notVerified', { title })];
  const alone = category !== null && fourEyes.includes(category) && verified.by.id === by.id;
  return [
    ...(ready ? [] : [reason('submission.notReady', { title })]),
    ...(alone ? [reason('submission.fourEyes', { category, name: verified.by.name })] : []),
  ];
}

/** The submission with the step taken. Assumes that nothing is against it. */
export function taken(submission: Submission, { kind, by, at, reason: why, marks }: Act): Submission {
  const version = newest(submission);
  const step: SubmissionStep = {
    ...{ kind, by, at, reason: why, marks },
    hash: version?.hash ?? null,
    version: version?.n ?? 0,
  };
  const answers = kind === 'return' ? [] : submission.answers;
  const versions = kind === 'submit' ? saidAtLast(submission) : submission.versions;
  return { ...submission, versions, answers, state: TO[kind], steps: [...submission.steps, step], replacing: null };
}

/** A version stands for what was said of it when it was handed in, though its file may have come before the first word. */
function saidAtLast(submission: Submission): SubmissionVersion[] {
  const fields = fieldsOf(submission);
  return submission.versions.map((version, at, { length }) => (at === length - 1 ? { ...version, fields } : version));
}

/** Why no other version can come; empty where one can. */
export function whyNoVersion({ state, title }: Submission, ended: boolean): Reason[] {
  if (state === 'withdrawn') return [reason('submission.isWithdrawn', { title })];
  return ended ? [reason('submission.isEnded', { title })] : [];
}

/** With another version. What had been handed in is handed in anew, and what was said of the one before counts no more. */
export function withVersion(submission: Submission, version: SubmissionVersion): Submission {
  const next: Submission = { ...submission, versions: [...submission.versions, version], answers: [], replacing: null };
  if (submission.state === 'draft' || submission.state === 'returned') return { ...next, state: 'draft' };
  const { by, at, note } = version;
  return taken(next, { kind: 'submit', by, at, reason: note, marks: [], hash: null });
}

/** Whether what is said of it may still be changed: not once somebody has verified it. */
export const isOpen = ({ state }: Pick<Submission, 'state'>): boolean =>
  state === 'draft' || state === 'returned' || state === 'submitted';
