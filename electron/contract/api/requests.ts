/**
 * The register of requests for information. The letter that answers one and the register as CSV go through side doors:
 * `GET /api/requests/ID/letter.pdf` and `GET /api/requests.csv`.
 */
import { z } from 'zod';
import {
  Applicant,
  InformationRequest,
  InformationRequestFields,
  RequestAnswer,
  RequestOutcome,
} from '../records/information-request';
import { Language } from '../records/user';
import { Id, LocalDate, Reason } from '../scalars';
import { Paging } from './paging';
import { LetterQuery } from './paper-query';
import { command, query } from './procedure';

export const RequestView = InformationRequest.omit({ applicant: true }).extend({
  /** Of a person the initials alone where `contact` is null. */
  applicant: Applicant.pick({ name: true, kind: true }).extend({
    /** Null for those who do not answer requests. */
    contact: Applicant.omit({ name: true, kind: true }).nullable(),
  }),
  dueOn: LocalDate,
  standing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('closed') }),
    z.object({ kind: z.enum(['running', 'soon']), left: z.int() }),
    z.object({ kind: z.literal('late'), by: z.int() }),
  ]),
});
export type RequestView = z.infer<typeof RequestView>;

/** As much of one as the register shows in a line. */
export const RequestRow = RequestView.pick({
  ...{ id: true, number: true, receivedOn: true, asked: true, state: true, dueOn: true, standing: true },
}).extend({
  applicant: Applicant.pick({ name: true, kind: true }),
  /** The newest decision. */
  decided: z.object({ on: LocalDate, took: z.int() }).nullable(),
});
export type RequestRow = z.infer<typeof RequestRow>;

export const RegisterTotals = z.object({
  received: z.int(),
  answered: z.int(),
  partly: z.int(),
  refused: z.int(),
  withdrawn: z.int(),
  open: z.int(),
  late: z.int(),
  meanDays: z.number().nullable(),
  longestDays: z.int().nullable(),
});

const Year = z.coerce.number().int().min(1970).max(9999);
export const RegisterQuery = z.object({ year: Year, language: Language.default('id') });
export const RegisterPage = z.object({
  year: Year,
  /** Words of its number, of who asked and of what, all of which must be there. */
  search: z.string().max(200).default(''),
  show: z.enum(['all', 'open', 'late', 'closed']).default('all'),
  ...Paging,
});
export type RegisterPage = z.output<typeof RegisterPage>;
/** Letters beside those of the decisions: that it came in, that it takes longer, that an objection to it came. */
export const RequestLetter = z.enum(['receipt', 'extension', 'objection']);
export type RequestLetter = z.infer<typeof RequestLetter>;
/**
 * `of`: one of those; else of a decision, counted from one; without either of the newest decision, or of how the request stands where there
 * is none.
 */
export const RequestLetterQuery = LetterQuery.extend({
  of: RequestLetter.optional(),
  decision: z.coerce.number().int().min(1).optional(),
});
export type RequestLetterQuery = z.infer<typeof RequestLetterQuery>;

/** Material as an answer may name it: empty `refusals` where it may be given. */
export const GivenAsset = z.object({ id: Id, name: z.string(), refusals: z.array(Reason) });
export type GivenAsset = z.infer<typeof GivenAsset>;

const one = z.object({ id: Id, rev: z.int() });
const why = z.string().trim().min(1).max(2000);

export const requestsApi = {
  /** A page of one year, the newest first: `found` are as asked for, `totals` of the whole year, `years` those there are. */
  list: query('read')
    .route({ method: 'GET', path: '/requests' })
    .input(RegisterPage)
    .output(z.object({ items: z.array(RequestRow), found: z.int(), years: z.array(z.int()), totals: RegisterTotals })),
  get: query('read')
    .route({ method: 'GET', path: '/requests/{id}' })
    .input(z.object({ id: Id }))
    .output(RequestView),
  /** What of this material may be given to whoever asks. */
  givable: query('read')
    .route({ method: 'GET', path: '/requests/givable' })
    .input(z.object({ assetIds: z.array(Id).max(50) }))
    .output(z.array(GivenAsset)),
  create: command('desk')
    .route({ method: 'POST', path: '/requests' })
    .input(InformationRequestFields)
    .output(RequestView),
  update: command('desk')
    .route({ method: 'PUT', path: '/requests/{id}' })
    .input(one.extend({ fields: InformationRequestFields }))
    .output(RequestView),
  /** Writes what is to be answered. Material that may not be given is refused. */
  draft: command('desk')
    .route({ method: 'PUT', path: '/requests/{id}/answer' })
    .input(one.extend({ answer: RequestAnswer }))
    .output(RequestView),
  /** Once, with the reason that the applicant is told (UU 14/2008 art. 22 (8)). */
  extend: command('desk')
    .route({ method: 'POST', path: '/requests/{id}/extend' })
    .input(one.extend({ why }))
    .output(RequestView),
  withdraw: command('desk')
    .route({ method: 'POST', path: '/requests/{id}/withdraw' })
    .input(one.extend({ why }))
    .output(RequestView),
  /** The applicant objects to what was decided, or to hearing nothing. */
  object: command('desk')
    .route({ method: 'POST', path: '/requests/{id}/object' })
    .input(one.extend({ why, on: LocalDate }))
    .output(RequestView),
  /** Answers it as drafted. A refusal, of all or of a part, needs its legal ground. */
  decide: command('approve')
    .route({ method: 'POST', path: '/requests/{id}/decide' })
    .input(one.extend({ outcome: RequestOutcome }))
    .output(RequestView),
};
