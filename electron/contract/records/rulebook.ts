/**
 * Rulebook: all rules in force, with their stages and dates made into instants, as the judge reads them. The station signs it
 * (Ed25519), and displays keep it beside their timelines.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LAST_INSTANT, Name, Weekday, Zone } from '../scalars';
import { AgencyKind, Channel } from './matter';
import { RuleDoes } from './rule';

/** From, and up to, not including. Open ends are 0 and `FOREVER`. */
export const Span = z.tuple([Instant, Instant]);
export type Span = z.infer<typeof Span>;
export const FOREVER = LAST_INSTANT;

/** Milliseconds since midnight. The end of one that reaches into the next day is above 24 h. */
const DaySpan = z.tuple([z.int().min(0), z.int().min(1)]);

export const BookRule = z.object({
  id: Id,
  name: Name,
  source: z.string(),
  does: RuleDoes,
  categories: z.array(Name),
  agencyKinds: z.array(AgencyKind),
  channels: z.array(Channel),
  displayIds: z.array(Id),
  groupIds: z.array(Id),
  places: z.array(Name),
  breaks: z.boolean().default(false),
  /** When the rule itself is law. */
  valid: Span,
  /** In order, not touching; null: at all times. */
  spans: z.array(Span).nullable(),
  hours: z.array(DaySpan),
  weekdays: z.array(Weekday),
  outside: z.boolean(),
  /** Of a lock: when two people have lifted it. */
  lifted: z.array(Span),
});
export type BookRule = z.infer<typeof BookRule>;

export const MOST_RULES = 2000;
/** Characters of a book as it travels. */
export const MOST_BOOK_TEXT = 2_000_000;

export const Rulebook = z.object({
  /** Grows whenever the rules do; a display never takes an older one. */
  version: z.int().min(1),
  madeAt: Instant,
  zone: Zone,
  /** Categories that the station knows; any other is unknown. */
  categories: z.array(Name),
  rules: z.array(BookRule).max(MOST_RULES),
});
export type Rulebook = z.infer<typeof Rulebook>;

/** As it travels: the very text that was signed, and by what. */
export const SignedRulebook = z.object({
  /** JSON of a `Rulebook`. */
  text: z.string().max(MOST_BOOK_TEXT),
  /** Ed25519 (RFC 8032) over the text as UTF-8. */
  signature: z.base64(),
  publicKey: z.base64(),
});
export type SignedRulebook = z.infer<typeof SignedRulebook>;

/** What the station remembers of its newest book, so that numbers go on after a restart and only changes make a new one. */
export const RulebookState = z.object({
  id: z.literal('rulebook'),
  rev: z.int().min(0),
  version: z.int().min(0),
  /** Of the book without number and date, SHA-256. */
  print: z.string(),
  /** The rules that come with Suar were put in once; who removes one does not get it back. */
  seeded: z.boolean(),
});
export type RulebookState = z.infer<typeof RulebookState>;
export const rulebookStateRecord = recordType('rulebookState', RulebookState);
