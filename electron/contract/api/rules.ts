/** Rules of what may air, their stages, the bench that asks them, and what lifts a lock. */
import { z } from 'zod';
import { AgencyKind, Approval, Channel, PpidClass } from '../records/matter';
import {
  CapCounts,
  LockLift,
  Rule,
  RuleFields,
  RuleVersion,
  StageCalendar,
  StageCalendarFields,
} from '../records/rule';
import { Rulebook } from '../records/rulebook';
import { DurationMs, Id, Instant, LocalDate, Name, Reason } from '../scalars';
import { command, query } from './procedure';

/** One reason of a verdict. Only `refuse` keeps anything off the air. */
export const Because = z.object({
  effect: z.enum(['refuse', 'warn', 'permit']),
  reason: Reason,
  /** The rule that says so; null: the material's own papers. */
  ruleId: Id.nullable(),
});
export type Because = z.infer<typeof Because>;

export const Verdict = z.object({ allowed: z.boolean(), because: z.array(Because).readonly() });
export type Verdict = z.infer<typeof Verdict>;

/** A lock that holds, or comes within a week. */
export const LockNow = z.object({
  ruleId: Id,
  name: Name,
  source: z.string(),
  categories: z.array(Name),
  from: Instant,
  until: Instant,
  /** By when two people have lifted it; null where it holds. */
  liftedUntil: Instant.nullable(),
  /** At every place and hour, whoever lends the material. */
  everywhere: z.boolean(),
});
export type LockNow = z.infer<typeof LockNow>;

/** Material as it is, or as it might be. */
export const BenchMatter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asset'), assetId: Id }),
  z.object({
    kind: z.literal('supposed'),
    category: Name.nullable(),
    agencyKind: AgencyKind.nullable(),
    approval: Approval,
    ppid: PpidClass,
    subject: Name.nullable(),
    ms: DurationMs,
  }),
]);
export type BenchMatter = z.infer<typeof BenchMatter>;

const BenchPlace = z.object({
  channel: Channel,
  displayId: Id.nullable(),
  /** The breaks of the radio, apart from what else the cart plays; answered where a rule is about them alone. */
  breaks: z.boolean(),
});

/**
 * Whether one more play fits under the caps of a day: `unbooked` has no part of a cap of the station because nothing is booked there
 * that day, `none` has none all the same, `used` has had its own.
 */
export const CapLeft = z.enum(['some', 'unbooked', 'none', 'used']);
export type CapLeft = z.infer<typeof CapLeft>;

/** A cap that is about it there and then. */
export const BenchCap = z.object({
  ruleId: Id,
  rule: Name,
  counts: CapCounts,
  plays: z.int().nullable(),
  seconds: z.number().nullable(),
  /** Of one that counts the whole station, this place's part of that day by what is booked now; null for a channel as a whole. */
  part: z.object({ plays: z.int(), seconds: z.number() }).nullable(),
  /** What has aired there that day of what it counts; null for a channel as a whole. */
  aired: z.object({ plays: z.int(), seconds: z.number() }).nullable(),
  left: CapLeft,
});
export type BenchCap = z.infer<typeof BenchCap>;

export const BenchAnswer = BenchPlace.extend({
  caps: z.array(BenchCap),
  verdict: Verdict,
  /** What its caps leave of that day; of the displays together, what every one of them that may air it has left. */
  left: CapLeft,
  /** Of the displays together, those that may air it and have nothing left of a cap that day. */
  spent: z.array(z.object({ displayId: Id, left: CapLeft })),
});
export type BenchAnswer = z.infer<typeof BenchAnswer>;

/** How a verdict changes by time, and what caps leave of each day by what is booked and has aired now. */
export const BenchSpells = BenchPlace.extend({
  spells: z.array(z.object({ from: Instant, until: Instant, verdict: Verdict, left: CapLeft })),
});
export type BenchSpells = z.infer<typeof BenchSpells>;

const KeptOff = z.object({ clips: z.int().min(0), bookings: z.int().min(0) });

const EffectSide = z.object({
  /** May air at some moment before, and not after. */
  off: KeptOff,
  /** Counted after by a cap that lets some of it air, and before by none as tight. */
  capped: KeptOff,
  /** Names of bookings that it is about, the first few. */
  names: z.array(z.string()),
});

/** What a change of the rules would change of what is booked in the coming days. */
export const RuleEffect = z.object({
  days: z.int(),
  less: EffectSide,
  /** The other way about, from then to now: kept off or counted now, and no longer then. */
  more: EffectSide,
});
export type RuleEffect = z.infer<typeof RuleEffect>;

const LONGEST_LOOK_MS = 35 * 24 * 3_600_000;

/** First and last day, both included, on the station's clock. */
export const FairnessQuery = z
  .object({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from <= to, { error: 'ends before it starts', path: ['to'] });
export type FairnessQuery = z.infer<typeof FairnessQuery>;

/** What one candidate pair or participant was given on one channel, or at the station: on all displays and the radio together. */
export const FairnessRow = z.object({
  subject: Name,
  channel: z.enum(['station', 'displays', 'radio']),
  plays: z.int().min(0),
  seconds: z.number().min(0),
  /** Plays on the day on which there were most, as caps count them. */
  mostADay: z.int().min(0),
  /** Displays, or the radio, that it was on. */
  places: z.int().min(0),
});
export type FairnessRow = z.infer<typeof FairnessRow>;

export const rulesApi = {
  list: query('read').route({ method: 'GET', path: '/rules' }).output(z.array(Rule)),
  create: command('approve').route({ method: 'POST', path: '/rules' }).input(RuleFields).output(Rule),
  update: command('approve')
    .route({ method: 'PUT', path: '/rules/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: RuleFields }))
    .output(Rule),
  remove: command('approve')
    .route({ method: 'DELETE', path: '/rules/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  /** Asked before a rule is saved or removed: `id` is of the rule that is changed, null of a new one; `fields` null takes it away. */
  effect: query('read')
    .route({ method: 'POST', path: '/rules/effect' })
    .input(z.object({ id: Id.nullable(), fields: RuleFields.nullable() }))
    .output(RuleEffect),
  /** Newest first. */
  versions: query('read')
    .route({ method: 'GET', path: '/rules/{id}/versions' })
    .input(z.object({ id: Id }))
    .output(z.array(RuleVersion)),
  /** The book in force, as every output and display judges by it. */
  book: query('read').route({ method: 'GET', path: '/rulebook' }).output(Rulebook),
  /** May this air, there, then? Every channel and the displays named are asked. */
  ask: query('read')
    .route({ method: 'POST', path: '/rules/ask' })
    .input(
      z.object({
        matter: BenchMatter,
        at: Instant,
        channels: z.array(Channel).min(1),
        displayIds: z.array(Id).max(200),
        /** As a display judges that cannot trust its clock. */
        clock: z.enum(['trusted', 'untrusted']).default('trusted'),
      }),
    )
    .output(z.array(BenchAnswer)),
  /** The same between two instants, at most 35 days apart, in order and without a gap. */
  spells: query('read')
    .route({ method: 'POST', path: '/rules/spells' })
    .input(
      z
        .object({
          matter: BenchMatter,
          from: Instant,
          until: Instant,
          channels: z.array(Channel),
          displayIds: z.array(Id).max(50),
        })
        .refine(({ from, until }) => from < until && until - from <= LONGEST_LOOK_MS, { path: ['until'] }),
    )
    .output(z.array(BenchSpells)),
  /** Shown on every screen of the console. */
  locks: query('read').route({ method: 'GET', path: '/rules/locks' }).output(z.array(LockNow)),
  /** Plays of material that names a subject, as the play log proves them. */
  fairness: query('read')
    .route({ method: 'GET', path: '/rules/fairness' })
    .input(FairnessQuery)
    .output(z.array(FairnessRow)),
};

export const StageTemplate = z.object({
  key: z.string(),
  calendar: StageCalendarFields,
  /** Rules that come with it; their stages are named `KEY` alone until the calendar has an id. */
  rules: z.array(z.string()),
});

export const stagesApi = {
  list: query('read').route({ method: 'GET', path: '/stages' }).output(z.array(StageCalendar)),
  templates: query('read').route({ method: 'GET', path: '/stages/templates' }).output(z.array(StageTemplate)),
  /** Makes a calendar of a template, and its rules, as of today's law; `shiftDays` moves every date. */
  copy: command('approve')
    .route({ method: 'POST', path: '/stages/copy' })
    .input(z.object({ key: z.string(), name: Name, shiftDays: z.int().min(-36_600).max(36_600).default(0) }))
    .output(StageCalendar),
  create: command('approve')
    .route({ method: 'POST', path: '/stages' })
    .input(StageCalendarFields)
    .output(StageCalendar),
  update: command('approve')
    .route({ method: 'PUT', path: '/stages/{id}' })
    .input(z.object({ id: Id, rev: z.int(), fields: StageCalendarFields }))
    .output(StageCalendar),
  /** Asked before its days are moved: what the rules that go by them change by it. */
  effect: query('read')
    .route({ method: 'POST', path: '/stages/{id}/effect' })
    .input(z.object({ id: Id, fields: StageCalendarFields }))
    .output(RuleEffect),
  /** Refused while a rule goes by one of its stages, with the rules in `details`: so nothing airs otherwise by it. */
  remove: command('approve')
    .route({ method: 'DELETE', path: '/stages/{id}' })
    .input(z.object({ id: Id }))
    .output(z.null()),
};

/** What takes two people, as its reader may answer it: why they are no second person of a request that waits; empty where they are. */
export const Confirmable = z.object({ against: z.array(Reason) });

export const LockLiftView = z.object({ ...LockLift.shape, ...Confirmable.shape });
export type LockLiftView = z.infer<typeof LockLiftView>;

export const liftsApi = {
  list: query('read').route({ method: 'GET', path: '/lifts' }).output(z.array(LockLiftView)),
  /** By the first person; nothing is lifted yet. */
  ask: command('desk')
    .route({ method: 'POST', path: '/lifts' })
    .input(z.object({ ruleId: Id, from: Instant, until: Instant, reason: z.string().trim().min(10).max(1000) }))
    .output(LockLift),
  /** By the second, never the same; from now on, or its start, the lock is lifted. */
  confirm: command('approve')
    .route({ method: 'POST', path: '/lifts/{id}/confirm' })
    .input(z.object({ id: Id }))
    .output(LockLift),
  /** Takes a request or a lift back; the lock holds at once. One person is enough. */
  end: command('desk')
    .route({ method: 'POST', path: '/lifts/{id}/end' })
    .input(z.object({ id: Id }))
    .output(LockLift),
};
