/** What the judge is asked about, and what it answers. */
import type { Because, Verdict } from '../../contract/api/rules';
import type { Channel, Matter } from '../../contract/records/matter';
import type { BookRule } from '../../contract/records/rulebook';
import type { OpenBook } from './open';

export type { Because, Matter, Verdict };

export interface Place {
  channel: Channel;
  /** Of a display its id; of anything else the channel's name. */
  id: string;
  groupIds: readonly string[];
  /** Where a panel stands, as its display names it; empty where nothing is said. */
  site: string;
}

/** Plays of one day that count against a cap. */
export interface Used {
  plays: number;
  ms: number;
}

/** Whether the time asked about can be believed. `sureOf`: an instant that is certainly past, epoch ms; 0 where none is known. */
export type ClockTrust = { trusted: true } | { trusted: false; sureOf: number };

export interface Context {
  /** Null: there is none where there should be one, or its signature does not hold. */
  book: OpenBook | null;
  clock: ClockTrust;
  /** What has aired, or will, on the local day of `at`; absent: caps are not asked about. */
  used?: (rule: BookRule, matter: Matter, place: Place, at: number) => Used;
}

export const TRUSTED: ClockTrust = { trusted: true };

/** What the station writes on a panel in an emergency. Never unknown; a lock that names it holds it all the same. */
export const EMERGENCY_CATEGORY = 'Siaran darurat';
