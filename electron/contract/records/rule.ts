/** Rules of what may air, as data that a person can change; the calendars of stages they go by; and what lifts a lock. */
import { z } from 'zod';
import { recordType, type Upgrade } from '../record-type';
import { DurationMs, Id, Instant, LocalDate, Name, Weekday } from '../scalars';
import { Daypart } from './booking';
import { AgencyKind, Channel } from './matter';

/** What a cap counts together each day: all of the rule's material, or each subject's, agency's or clip's. */
export const CapOf = z.enum(['all', 'subject', 'agency', 'asset']);
export type CapOf = z.infer<typeof CapOf>;

/** Where a cap counts: at each place (a panel, the radio) by itself, or all displays and the radio together. */
export const CapCounts = z.enum(['place', 'station']);
export type CapCounts = z.infer<typeof CapCounts>;

/**
 * What a rule does to material in its scope and time.
 * - `refuse`: it does not air, whatever any other rule says.
 * - `warn`: it airs, and people are told.
 * - `cap`: it airs so many times, or so long, a day.
 * - `longest`: it airs when one play is no longer.
 * - `permit`: it airs although its category is not known under a lock. No refusal gives way to it.
 * - `lock`: refuses its categories above schedule and emergency, and everything whose category is not known. Only two
 *   people can lift it.
 */
export const RuleDoes = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refuse') }),
  z.object({ kind: z.literal('warn') }),
  z.object({
    kind: z.literal('cap'),
    plays: z.int().min(0).max(10_000).nullable(),
    seconds: z.int().min(0).max(86_400).nullable(),
    of: CapOf,
    // Said or not: books that were signed before, and other programs, name no such thing.
    counts: CapCounts.default('place'),
  }),
  z.object({ kind: z.literal('longest'), ms: DurationMs.min(1000) }),
  z.object({ kind: z.literal('permit') }),
  z.object({ kind: z.literal('lock') }),
]);
export type RuleDoes = z.infer<typeof RuleDoes>;

/** Empty lists bind nothing: a rule with all of them empty is about everything everywhere. */
export const RuleScope = z.object({
  categories: z.array(Name).max(100),
  agencyKinds: z.array(AgencyKind).max(20),
  channels: z.array(Channel).max(10),
  displayIds: z.array(Id).max(5000),
  groupIds: z.array(Id).max(500),
  /** Where panels stand, as their displays name it. */
  places: z.array(Name).max(200),
  /** Of the radio only the spots in its breaks and announcements, whatever else the cart plays. */
  breaks: z.boolean().default(false),
});
export type RuleScope = z.infer<typeof RuleScope>;
export const EVERYWHERE: RuleScope = {
  categories: [],
  agencyKinds: [],
  channels: [],
  displayIds: [],
  groupIds: [],
  places: [],
  breaks: false,
};

/** A stage of a calendar, as `CALENDAR/STAGE`. */
export const StageRef = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}\/[a-z0-9-]{1,60}$/);

/** All that is said must hold at once; what is not said holds always. */
export const RuleTime = z.object({
  /** First and last day, both included, on the station's clock. */
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  /** During any of these. */
  stages: z.array(StageRef).max(50),
  /** On the station's clock; one that ends before it starts reaches into the next day. */
  hours: z.array(Daypart).max(20),
  weekdays: z.array(Weekday).max(7),
  /** The rule applies at all times but these. */
  outside: z.boolean(),
});
export type RuleTime = z.infer<typeof RuleTime>;
export const ALWAYS: RuleTime = { from: null, to: null, stages: [], hours: [], weekdays: [], outside: false };

export const RuleFields = z
  .object({
    name: Name,
    does: RuleDoes,
    scope: RuleScope,
    time: RuleTime,
    /** The article that asks for it, as a person would cite it. */
    source: z.string().trim().max(300),
    /** First and last day on which the rule itself is law, both included; null where it is not bound. */
    validFrom: LocalDate.nullable(),
    validTo: LocalDate.nullable(),
    /** Switched off, it is kept and does nothing. */
    active: z.boolean(),
  })
  .refine(({ time: { from, to } }) => from === null || to === null || from <= to, {
    error: 'ends before it starts',
    path: ['time', 'to'],
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    error: 'ends before it starts',
    path: ['validTo'],
  })
  .refine(({ scope: { breaks, channels } }) => !breaks || channels.length === 0 || channels.includes('radio'), {
    error: 'breaks are of the radio',
    path: ['scope'],
  })
  .refine(({ does }) => does.kind !== 'cap' || does.plays !== null || does.seconds !== null, {
    error: 'a cap names plays or seconds',
    path: ['does'],
  })
  .refine(
    ({ does, time }) => does.kind !== 'lock' || time.from !== null || time.to !== null || time.stages.length > 0,
    {
      error: 'a lock names its days',
      path: ['time'],
    },
  )
  .refine(({ does, time }) => does.kind !== 'lock' || !time.outside, {
    error: 'a lock holds during its days',
    path: ['time'],
  });
export type RuleFields = z.infer<typeof RuleFields>;

export const Rule = z.object({
  id: Id,
  rev: z.int().min(0),
  ...RuleFields.shape,
  /** Grows by one with each change; every version is kept. */
  version: z.int().min(1),
  createdAt: Instant,
  /** Id of whoever made it; null where that is not known. */
  createdBy: z.string().nullable().default(null),
});
export type Rule = z.infer<typeof Rule>;
/** Version 2: where caps count, and breaks of the radio; both have their usual values in the schema. An older Suar is not to pass them over. */
const withCounts: Upgrade = (old) => old;
export const ruleRecord = recordType('rule', Rule, [withCounts]);

/** A rule as it once stood. */
export const RuleVersion = z.object({
  /** `RULE:VERSION`. */
  id: z.string().max(40),
  rev: z.int().min(0),
  ruleId: Id,
  version: z.int().min(1),
  fields: z.object(RuleFields.shape),
  at: Instant,
  by: z.string(),
  /** Set where this version was the taking away of the rule. */
  removed: z.boolean(),
});
export type RuleVersion = z.infer<typeof RuleVersion>;
export const ruleVersionRecord = recordType('ruleVersion', RuleVersion, [withCounts]);

export const Stage = z
  .object({
    /** Stays when dates are edited, so that rules go with it. */
    key: z.string().regex(/^[a-z0-9-]{1,60}$/),
    name: Name,
    from: LocalDate,
    to: LocalDate,
  })
  .refine(({ from, to }) => from <= to, { error: 'ends before it starts', path: ['to'] });
export type Stage = z.infer<typeof Stage>;

export const StageCalendarFields = z.object({
  name: Name,
  source: z.string().trim().max(300),
  stages: z.array(Stage).max(100),
});
export type StageCalendarFields = z.infer<typeof StageCalendarFields>;

export const StageCalendar = z.object({
  id: Id,
  rev: z.int().min(0),
  ...StageCalendarFields.shape,
  createdAt: Instant,
});
export type StageCalendar = z.infer<typeof StageCalendar>;
export const stageCalendarRecord = recordType('stageCalendar', StageCalendar);

const Person = z.object({ id: z.string(), name: z.string() });

/** What one person asks for, with a reason, and another confirms. */
export const TwoPeople = z.object({
  reason: z.string().trim().min(10).max(1000),
  askedBy: Person,
  askedAt: Instant,
  confirmedBy: Person.nullable(),
  confirmedAt: Instant.nullable(),
  /** Taken back, declined, ended before its time, or never confirmed. */
  endedBy: Person.nullable(),
  endedAt: Instant.nullable(),
});
export type TwoPeople = z.infer<typeof TwoPeople>;

/** Until both have said so, the lock holds. */
export const LockLift = z.object({
  id: Id,
  rev: z.int().min(0),
  ruleId: Id,
  from: Instant,
  until: Instant,
  ...TwoPeople.shape,
});
export type LockLift = z.infer<typeof LockLift>;
export const lockLiftRecord = recordType('lockLift', LockLift);
