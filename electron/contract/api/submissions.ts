/**
 * What agencies hand in. Material of a submission comes in over tus at `/uploads` with the submission's id as metadata `submission`; a
 * holder of a link sends its code in the header `Suar-Hand-In`. An administrator, operator or head of office acts through
 * `submissions`, somebody of an agency through `portal`, whoever holds a link through `handIn`.
 */
import { z } from 'zod';
import { ExemptGround } from '../records/exemption';
import { ChecklistItem, IntakeRules, IntakeValues } from '../records/intake-rules';
import { AgencyKind, PpidClass } from '../records/matter';
import { Paper } from '../records/paper';
import { Agreement, AgreementOverride, Lent } from '../records/partner';
import { Recall } from '../records/recall';
import {
  Answer,
  Mark,
  Submission,
  SubmissionFields,
  SubmissionStanding,
  SubmissionVersion,
  UploadLink,
  Via,
} from '../records/submission';
import { DurationMs, Id, Instant, LocalDate, Name, Reason, Sha256 } from '../scalars';
import { Usage } from './library';
import { Paging } from './paging';
import { AgreementUse } from './partners';
import { command, query } from './procedure';

const Page = {
  search: z.string().max(200).default(''),
  ...Paging,
};

export const SubmissionQuery = z.object({
  standing: SubmissionStanding.optional(),
  agencyId: Id.optional(),
  ...Page,
});

export type SubmissionQuery = z.infer<typeof SubmissionQuery>;

export const SubmissionRow = z.object({
  id: Id,
  rev: z.int(),
  /** Of its newest version: a step from the list is for what the list showed. Null where there is none. */
  hash: Sha256.nullable(),
  receipt: z.string(),
  title: z.string(),
  agencyId: Id,
  agencyName: z.string(),
  standing: SubmissionStanding,
  category: Name.nullable(),
  validFrom: LocalDate.nullable(),
  validTo: LocalDate.nullable(),
  via: Via,
  versions: z.int(),
  createdAt: Instant,
  /** Of its newest step or version. */
  movedAt: Instant,
  thumbnail: Sha256.nullable(),
  durationMs: DurationMs.nullable(),
});
export type SubmissionRow = z.infer<typeof SubmissionRow>;

export const FileFactsOut = z.object({
  hash: Sha256,
  bytes: z.int(),
  durationMs: z.number().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  loudness: z.number().nullable(),
});

export const VersionView = SubmissionVersion.omit({ fields: true }).extend({
  facts: FileFactsOut,
  thumbnail: Sha256.nullable(),
  isImage: z.boolean(),
  state: z.enum(['imported', 'probing', 'transcoding', 'ready', 'failed', 'gone']),
  /** What is other than in the one before, and what was and is said where it is; null of the first. */
  difference: z
    .object({
      file: z.array(z.string()),
      fields: z.array(SubmissionFields.keyof()),
      before: SubmissionFields,
      after: SubmissionFields,
    })
    .nullable(),
});
export type VersionView = z.infer<typeof VersionView>;

export const CheckedItem = z.object({
  item: ChecklistItem,
  answer: Answer.shape.answer.nullable(),
  byItself: z.boolean(),
});

/** An earlier version that airs on, until its successor is approved and put in its place. */
export const OnAirBefore = z.object({
  n: z.int(),
  assetId: Id,
  uses: z.array(Usage),
  /** Of both, ms; null where one has none. */
  lengths: z.object({ before: DurationMs, after: DurationMs }).nullable(),
  /** Where the successor cannot be played yet; `display` null is the radio. `failed`: a person must look. */
  waits: z.array(
    z.object({ display: z.string().nullable(), state: z.enum(['coming', 'failed']), because: z.array(Reason) }),
  ),
});
export type OnAirBefore = z.infer<typeof OnAirBefore>;

/** Where an approved version is to air. */
export const PlacedVersion = z.object({
  /** Those that are not over and show it, by itself or in a playlist. `displays`: names of panels. */
  bookings: z.array(
    z.object({
      ...{ id: Id, name: z.string(), from: LocalDate, to: LocalDate },
      ...{ paused: z.boolean(), radio: z.boolean(), displays: z.array(z.string()) },
    }),
  ),
  /** Rundowns, filler, takeovers and programmes. */
  others: z.array(Usage),
});
export type PlacedVersion = z.infer<typeof PlacedVersion>;

export const SubmissionView = z.object({
  submission: Submission,
  standing: SubmissionStanding,
  agency: z.object({ id: Id, name: z.string(), kind: AgencyKind }),
  checklist: z.array(CheckedItem),
  versions: z.array(VersionView),
  papers: z.array(Paper),
  /** Whether two people must look at it. */
  fourEyes: z.boolean(),
  /** Class and review of its asset as they stand. */
  ppid: PpidClass,
  ppidReviewBy: LocalDate.nullable(),
  /** Whether returning it takes an approval back, which is for whoever may give one. */
  returnsApproved: z.boolean(),
  onAirBefore: OnAirBefore.nullable(),
  /** Of its newest version; null while that is not approved. */
  placed: PlacedVersion.nullable(),
});
export type SubmissionView = z.infer<typeof SubmissionView>;

/** A stage as it may be chosen, `ref` being `CALENDAR/KEY`. */
const StageChoice = z.object({
  ref: z.string(),
  name: z.string(),
  calendar: z.string(),
  from: LocalDate,
  to: LocalDate,
});

const At = { id: Id, rev: z.int() };
const Why = z.string().trim().max(2000).default('');
const Marks = z.array(Mark).max(100).default([]);
const Rows = z.object({
  total: z.int(),
  counts: z.partialRecord(SubmissionStanding, z.int()),
  items: z.array(SubmissionRow),
});

export const CalendarBar = z.object({
  id: Id,
  kind: z.enum(['submission', 'agreement']),
  title: z.string(),
  agencyId: Id,
  agencyName: z.string(),
  from: LocalDate,
  to: LocalDate,
  standing: SubmissionStanding.nullable(),
});
export type CalendarBar = z.infer<typeof CalendarBar>;

/** A link as it may be seen: without its hash. */
export const PublicLink = UploadLink.omit({ codeHash: true });

export const submissionsApi = {
  list: query('read').route({ method: 'GET', path: '/submissions' }).input(SubmissionQuery).output(Rows),
  get: query('read')
    .route({ method: 'GET', path: '/submissions/{id}' })
    .input(z.object({ id: Id }))
    .output(SubmissionView),
  /** With an asset of the library as its first version, or none yet. */
  create: command('desk')
    .route({ method: 'POST', path: '/submissions' })
    .input(z.object({ agencyId: Id, fields: SubmissionFields, assetId: Id.nullable().default(null) }))
    .output(Submission),
  update: command('desk')
    .route({ method: 'PUT', path: '/submissions/{id}' })
    .input(z.object({ ...At, fields: SubmissionFields }))
    .output(Submission),
  addVersion: command('desk')
    .route({ method: 'POST', path: '/submissions/{id}/versions' })
    .input(z.object({ ...At, assetId: Id, note: Why }))
    .output(Submission),
  answer: command('desk')
    .route({ method: 'PUT', path: '/submissions/{id}/answers' })
    .input(z.object({ ...At, itemId: z.string().max(60), answer: Answer.shape.answer.nullable() }))
    .output(Submission),
  submit: command('desk')
    .route({ method: 'POST', path: '/submissions/{id}/submit' })
    .input(z.object(At))
    .output(Submission),
  /** `hash`: of the content that was looked at. */
  verify: command('desk')
    .route({ method: 'POST', path: '/submissions/{id}/verify' })
    .input(z.object({ ...At, hash: Sha256, reason: Why }))
    .output(Submission),
  /** Writes the approval, its class and its days to the asset. */
  approve: command('approve')
    .route({ method: 'POST', path: '/submissions/{id}/approve' })
    .input(
      z.object({
        ...At,
        hash: Sha256,
        reason: Why,
        ppid: PpidClass,
        /** Of *berkala*: at most so far ahead as the office's rules say. */
        ppidReviewBy: LocalDate.nullable().default(null),
        /** Of what becomes *dikecualikan*, always. */
        ground: ExemptGround.optional(),
      }),
    )
    .output(Submission),
  /**
   * The approved version takes the place of those before it in bookings, playlists, programmes and rundowns to come, and in
   * drafts and templates of the schedule: at once, or where `waits` says so by itself, as soon as it can be played in all of them.
   */
  replaceBefore: command('desk')
    .route({ method: 'POST', path: '/submissions/{id}/replace' })
    .input(z.object({ id: Id }))
    .output(z.object({ moved: z.int(), waits: z.int() })),
  /** Waits no longer: what airs stays. */
  keepBefore: command('desk')
    .route({ method: 'DELETE', path: '/submissions/{id}/replace' })
    .input(z.object({ id: Id }))
    .output(Submission),
  /** An earlier version that is approved airs on, unless somebody who may approve says `stopAiring`. */
  return: command('desk')
    .route({ method: 'POST', path: '/submissions/{id}/return' })
    .input(z.object({ ...At, reason: Why, marks: Marks, stopAiring: z.boolean().default(false) }))
    .output(Submission),
  withdraw: command('desk')
    .route({ method: 'POST', path: '/submissions/{id}/withdraw' })
    .input(z.object({ ...At, reason: Why }))
    .output(Submission),
  rules: query('read').route({ method: 'GET', path: '/intake-rules' }).output(IntakeRules),
  setRules: command('approve')
    .route({ method: 'PUT', path: '/intake-rules' })
    .input(z.object({ rev: z.int(), values: IntakeValues }))
    .output(IntakeRules),
  /** *Berkala* publications whose review is due by a day, the most urgent first. */
  reviews: query('read')
    .route({ method: 'GET', path: '/reviews' })
    .output(z.array(z.object({ assetId: Id, name: z.string(), agencyName: z.string(), by: LocalDate }))),
  calendar: query('read')
    .route({ method: 'GET', path: '/partners-calendar' })
    .input(z.object({ from: LocalDate, to: LocalDate }))
    .output(z.array(CalendarBar)),
  links: query('desk').route({ method: 'GET', path: '/hand-in-links' }).output(z.array(PublicLink)),
  /** The code is told this once. */
  makeLink: command('desk')
    .route({ method: 'POST', path: '/hand-in-links' })
    .input(z.object({ agencyId: Id, title: Name, days: z.int().min(1).max(365) }))
    .output(z.object({ link: PublicLink, code: z.string() })),
  revokeLink: command('desk')
    .route({ method: 'POST', path: '/hand-in-links/{id}/revoke' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};

/** A step as its agency may read it. */
export const PortalStep = z.object({
  kind: z.enum(['submit', 'verify', 'approve', 'return', 'withdraw']),
  at: Instant,
  by: z.string(),
  reason: z.string(),
  marks: z.array(Mark),
  version: z.int(),
  /** Since it was last handed in, for its newest version. */
  counts: z.boolean(),
});

export const PortalSubmission = z.object({
  id: Id,
  rev: z.int(),
  receipt: z.string(),
  fields: SubmissionFields,
  standing: SubmissionStanding,
  /** What holds its newest version back; null: nothing. */
  recall: Recall.pick({ at: true, reason: true, letterNumber: true }).nullable(),
  /** The version that stays on the air until the newest one takes its place; null: none does. */
  onAirBefore: z.object({ n: z.int() }).nullable(),
  versions: z.array(VersionView),
  steps: z.array(PortalStep),
  createdAt: Instant,
});
export type PortalSubmission = z.infer<typeof PortalSubmission>;

export const Airing = z.object({
  startedAt: Instant,
  shownMs: z.int(),
  display: z.string(),
  title: z.string(),
  whole: z.boolean(),
});

/** An agreement as its agency sees it: why it was let run on, and by whom, is the office's. */
export const OwnAgreement = Agreement.pick({ id: true, number: true, from: true, to: true }).extend({
  lent: Lent.omit({ displayIds: true, groupIds: true }),
  /** Names of the displays and groups that are lent. */
  places: z.array(z.string()),
  overrides: z.array(AgreementOverride.pick({ until: true })),
});
export type OwnAgreement = z.infer<typeof OwnAgreement>;

/** For whoever is signed in as somebody of an agency: their own agency's things, and nothing else. */
export const portalApi = {
  me: query('partner')
    .route({ method: 'GET', path: '/portal' })
    .output(
      z.object({
        agency: z.object({ id: Id, name: z.string(), logo: z.boolean() }),
        stationName: z.string(),
        zone: z.string(),
        agreements: z.array(OwnAgreement),
        categories: z.array(Name),
        checklist: z.array(ChecklistItem),
        stages: z.array(StageChoice),
        mostBytes: z.int(),
      }),
    ),
  /** What one of its agreements came to this month, as the office counts it. */
  agreementUse: query('partner')
    .route({ method: 'GET', path: '/portal/agreements/{id}/usage' })
    .input(z.object({ id: Id }))
    .output(AgreementUse.pick({ month: true, shown: true, shownMs: true, slotsUsed: true, agreedMs: true })),
  list: query('partner')
    .route({ method: 'GET', path: '/portal/submissions' })
    .input(z.object({ ...Page }))
    .output(Rows),
  get: query('partner')
    .route({ method: 'GET', path: '/portal/submissions/{id}' })
    .input(z.object({ id: Id }))
    .output(PortalSubmission),
  create: command('partner')
    .route({ method: 'POST', path: '/portal/submissions' })
    .input(z.object({ fields: SubmissionFields }))
    .output(PortalSubmission),
  update: command('partner')
    .route({ method: 'PUT', path: '/portal/submissions/{id}' })
    .input(z.object({ ...At, fields: SubmissionFields }))
    .output(PortalSubmission),
  submit: command('partner')
    .route({ method: 'POST', path: '/portal/submissions/{id}/submit' })
    .input(z.object(At))
    .output(PortalSubmission),
  withdraw: command('partner')
    .route({ method: 'POST', path: '/portal/submissions/{id}/withdraw' })
    .input(z.object({ ...At, reason: Why }))
    .output(PortalSubmission),
  /** What was shown of one submission, newest first, and how often in all. */
  airings: query('partner')
    .route({ method: 'GET', path: '/portal/submissions/{id}/airings' })
    .input(z.object({ id: Id, limit: Paging.limit }))
    .output(z.object({ plays: z.int(), shownMs: z.int(), items: z.array(Airing) })),
};

const Code = z.string().min(20).max(100);

export const HandIn = z.object({
  title: z.string(),
  agencyName: z.string(),
  stationName: z.string(),
  expiresAt: Instant,
  mostBytes: z.int(),
  categories: z.array(Name),
  checklist: z.array(ChecklistItem),
  stages: z.array(StageChoice),
  submissionId: Id.nullable(),
  fields: SubmissionFields.nullable(),
  /** How many files have come. */
  files: z.int(),
});

/** For whoever holds a one-time link. */
export const handInApi = {
  look: query('open')
    .route({ method: 'POST', path: '/hand-in/look' })
    .input(z.object({ code: Code }))
    .output(HandIn),
  /** Keeps what is said; a draft until `finish`. */
  say: command('open')
    .route({ method: 'POST', path: '/hand-in/say' })
    .input(z.object({ code: Code, fields: SubmissionFields }))
    .output(z.object({ submissionId: Id })),
  /** Hands it in; the link is spent. */
  finish: command('open')
    .route({ method: 'POST', path: '/hand-in/finish' })
    .input(z.object({ code: Code }))
    .output(z.object({ receipt: z.string() })),
};
