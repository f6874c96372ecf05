/** What the judge is asked about, and what it answers. */
import type { Because, Verdict } from '../../contract/api/rules';
import type { Booking } from '../../contract/records/booking';
import type { AgencyKind, Channel, Matter } from '../../contract/records/matter';
import type { BookRule, Rulebook } from '../../contract/records/rulebook';

export type { Because, Matter, Verdict };

export interface Place {
  channel: Channel;
  /** Of a display its id; of anything else the channel's name. */
  id: string;
  groupIds: readonly string[];
  /** Where a panel stands, as its display names it; empty where nothing is said. */
  site: string;
  /** Set where the breaks of the radio are meant, whose spots some rules are about alone. */
  breaks?: true;
}

/** A rulebook opened for judging. */
export interface OpenBook {
  readonly book: Rulebook;
  /** Whether the station knows what material of this category is. */
  knows(category: string | null): boolean;
  /** Rules whose scope covers it, whatever the time. */
  rulesFor(matter: Matter, place: Place): readonly BookRule[];
}

/** Plays of one day that count against a cap. */
export interface Used {
  plays: number;
  ms: number;
}

/**
 * Whether the time asked about can be believed. If not, it lies somewhere after `sureOf`, which is certainly past (0 where
 * nothing is known), and before `upTo` (infinite where it may be anything). Epoch ms.
 */
export type ClockTrust = { trusted: true } | { trusted: false; sureOf: number; upTo: number };

export interface Context {
  /** Null: there is none where there should be one, or its signature does not hold. */
  book: OpenBook | null;
  clock: ClockTrust;
  /** What has aired, or will, on the local day of `at`; absent: caps are not asked about. */
  used?: (rule: BookRule, matter: Matter, place: Place, at: number) => Used;
}

/** As much of its agency as rules go by. */
export interface AgencyFacts {
  kind: AgencyKind;
}

/** By what a display's days are judged. */
export interface Law {
  place: Place;
  context: Context;
  agencyOf(agencyId: string | null): AgencyFacts | undefined;
  /** What of caps that count the whole station is others', were these the bookings here; absent where no cap does. */
  together?: ((bookings: readonly Booking[]) => Context['used']) | undefined;
  /** Changes with whatever may change a verdict here. */
  print: string;
}

export const TRUSTED: ClockTrust = { trusted: true };

/** What the station writes on a panel in an emergency. Never unknown; a lock that names it holds it all the same. */
export const EMERGENCY_CATEGORY = 'Siaran darurat';
