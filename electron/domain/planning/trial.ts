/** What is handed about while a draft is checked. */
import type { DraftChange } from '../../contract/api/planning';
import type { Booking, BookingDraft } from '../../contract/records/booking';
import type { Agreement } from '../../contract/records/partner';
import type { LocalDate, Reason, Zone } from '../../contract/scalars';
import type { Finding } from './finding';
import type { Laid, Reach, Stage } from './stage';

export interface Ground {
  /** Displays the draft is booked on, those that agree together; without the draft's own booking. */
  stages: readonly Stage[];
  /** A few displays it is not booked on, likeliest first. Asked only when a way out is looked for. */
  elsewhere: () => readonly Elsewhere[];
  /** Displays it is not booked on on which others are booked under an agreement. Asked only where that lends so much time a day. */
  besides: (agreementId: string) => readonly Stage[];
  groupsOf: (displayId: string) => readonly string[];
  zone: Zone;
  agreements: readonly Agreement[];
  /** On the station's clock: what is over is not looked at. */
  today: LocalDate;
}

export interface Elsewhere {
  stage: Stage;
  /** Of its displays, in their order. */
  names: readonly string[];
}

export interface Patience {
  /** Whether another display may be looked at. */
  more(): boolean;
  /** Whether another way out may be tried. */
  moreWays(): boolean;
}

/** What is found of one draft. */
export interface Trial {
  draft: Booking;
  reach: Reach | null;
  laid: Laid[];
  findings: Finding[];
}

/** A finding and all that a way out of it may go by. */
export interface Asked {
  finding: Finding;
  ground: Ground;
  trial: Trial;
}

/** A way out that is still to be tried. */
export interface Candidate {
  label: Reason;
  change: DraftChange;
  /** Where it is tried, when not on the displays of the draft. */
  stages?: readonly Stage[];
}

/** Numbers from 1 to `most`: the largest that helps is looked for. */
export interface Largest {
  most: number;
  with(value: number): Candidate;
}

/** Of each group one is offered: the first that helps, or the largest. */
export type Group = Iterable<Candidate> | Largest;

/** A draft with a way out taken. */
export function changed<T extends BookingDraft>(draft: T, change: DraftChange): T {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...draft, ...given };
}
