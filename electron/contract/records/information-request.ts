/**
 * InformationRequest: somebody asks the office for information (permohonan informasi publik, UU 14/2008). Who asked is seen by those who
 * answer, is never in the history, and how to reach them is forgotten in time.
 */
import { z } from 'zod';
import { recordType, type Upgrade } from '../record-type';
import { Id, Instant, LocalDate, Name } from '../scalars';
import { PpidClass } from './matter';

export const RequestVia = z.enum(['letter', 'email', 'visit', 'web', 'phone']);
export type RequestVia = z.infer<typeof RequestVia>;

export const ApplicantKind = z.enum(['person', 'body', 'agency']);
export type ApplicantKind = z.infer<typeof ApplicantKind>;

export const Applicant = z.object({
  name: Name,
  kind: ApplicantKind,
  /** What they showed, and of its number the end alone: enough to tell two people apart, too little to be anybody. */
  identity: z.object({
    kind: z.enum(['none', 'idCard', 'licence', 'passport', 'deed', 'other']),
    ends: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{0,4}$/),
  }),
  address: z.string().trim().max(500),
  phone: z.string().trim().max(100),
  email: z.string().trim().max(200),
});
export type Applicant = z.infer<typeof Applicant>;

export const InformationRequestFields = z.object({
  /** The day it came in; the working days are counted from the one after. */
  receivedOn: LocalDate,
  via: RequestVia,
  applicant: Applicant,
  asked: z.string().trim().min(1).max(5000),
  purpose: z.string().trim().min(1).max(2000),
  /** How they want to have it. */
  wanted: z.enum(['see', 'copy', 'soft', 'hard']),
});
export type InformationRequestFields = z.infer<typeof InformationRequestFields>;

/** What is to be answered, written before anybody decides. */
export const RequestAnswer = z.object({
  text: z.string().trim().max(10_000),
  /** Of what was asked. */
  ppid: PpidClass.nullable(),
  /** The article that a refusal, of all or of a part, stands on. */
  ground: z.string().trim().max(500),
  /** Why it stands on that article, in the office's own words. */
  explanation: z.string().trim().max(10_000).default(''),
  /** Material given. Nothing exempt can be among it. */
  assetIds: z.array(Id).max(50),
});
export type RequestAnswer = z.infer<typeof RequestAnswer>;

export const RequestOutcome = z.enum(['answered', 'partly', 'refused']);
export type RequestOutcome = z.infer<typeof RequestOutcome>;

export const RequestState = z.enum(['received', 'extended', ...RequestOutcome.options, 'withdrawn', 'objection']);
export type RequestState = z.infer<typeof RequestState>;

export const RequestStep = z.object({
  at: Instant,
  by: z.string(),
  state: RequestState,
  note: z.string().max(2000),
});

export const RequestDecision = z.object({
  outcome: RequestOutcome,
  by: z.string(),
  on: LocalDate,
  /** Working days after the request came in; of a later one, after the objection. */
  took: z.int().min(0),
  /** The last day on which it was in time. */
  dueOn: LocalDate,
  /** As it was given then; null where it was decided before this was kept and another answer followed. */
  answer: RequestAnswer.nullable(),
  /** When what it answers was objected to; null of one that answers the request itself. */
  objectedOn: LocalDate.nullable(),
});
export type RequestDecision = z.infer<typeof RequestDecision>;

export const InformationRequest = z.object({
  id: Id,
  rev: z.int().min(0),
  year: z.int().min(1970).max(9999),
  /** Running within the year. */
  serial: z.int().min(1),
  /** As it stands on papers; unlike the settings it is made of, it never changes. */
  number: Name,
  ...InformationRequestFields.shape,
  state: RequestState,
  /** Working days that were allowed when it came in. */
  days: z.int().min(1),
  extension: z.object({ on: LocalDate, days: z.int().min(0), why: z.string().min(1).max(2000) }).nullable(),
  objection: z
    .object({
      on: LocalDate,
      days: z.int().min(1),
      why: z.string().min(1).max(2000),
      /** The last day in time to object, as it was counted then; one that came later is late. Null where it was not counted. */
      until: LocalDate.nullable().default(null),
    })
    .nullable(),
  answer: RequestAnswer,
  /** In order; an objection is answered by another. */
  decisions: z.array(RequestDecision).max(20),
  /** When there was nothing more to be done; null while there is. */
  closedOn: LocalDate.nullable(),
  /** When it was forgotten how to reach who asked. */
  forgottenAt: Instant.nullable(),
  steps: z.array(RequestStep).max(200),
  createdAt: Instant,
});
export type InformationRequest = z.infer<typeof InformationRequest>;

/** An answer stood beside the decisions and was written over after an objection: the newest decision keeps what is there. */
const withAnswers: Upgrade = (old) => {
  const decisions: unknown[] = Array.isArray(old.decisions) ? old.decisions : [];
  const isOpen = old.state === 'objection' || old.state === 'withdrawn';
  const objectedOn = InformationRequest.shape.objection.safeParse(old.objection).data?.on ?? null;
  const kept = decisions.map((decision, at) => ({
    ...Object(decision),
    ...(at === decisions.length - 1
      ? { answer: old.answer, objectedOn: isOpen ? null : objectedOn }
      : { answer: null, objectedOn: null }),
  }));
  return { ...old, decisions: kept };
};
export const informationRequestRecord = recordType('informationRequest', InformationRequest, [withAnswers]);
