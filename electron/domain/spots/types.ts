/** Spots of the radio: what stands in the breaks of rundowns, and which bookings have a claim to a place there. */
import type { Booking } from '../../contract/records/booking';
import type { Separation } from '../../contract/records/loop-policy';
import type { Matter } from '../../contract/records/matter';
import type { PartId } from '../../contract/records/part-id';
import type { Id, Reason, Zone } from '../../contract/scalars';
import type { Window } from '../calendar';
import type { Law } from '../judge/types';

/** Something that the cart can play, and what rules ask of it. */
export interface SpotPiece {
  assetId: Id;
  /** Length, ms, above 0. */
  ms: number;
  agencyId: Id | null;
  category: string | null;
  /** When it may air, epoch ms; infinite where nothing is said. */
  airs: { from: number; until: number };
  /** What the rules ask about; as long as the piece. */
  matter: Matter;
}

export interface PlacedSpot {
  bookingId: Id;
  piece: SpotPiece;
}

export interface SpotBreak {
  itemId: PartId;
  /** As planned, epoch ms. */
  start: number;
  /** Planned length. */
  ms: number;
  /** Put in by hand, before the booked ones: they stay where they are. */
  byHand: readonly SpotPiece[];
  /** The same behind the booked ones. */
  behind: readonly SpotPiece[];
  /** What bookings have in it now. */
  booked: readonly PlacedSpot[];
  /** May be filled anew. One that is not counts with what it holds. */
  open: boolean;
}

/** A booking that names the radio. */
export interface Claimant {
  booking: Booking;
  /** When it may air, in order; of exact times the whole days. */
  windows: readonly Window[];
  pieces: readonly SpotPiece[];
  /** What of its material cannot be played, and why. */
  leftOut: readonly Reason[];
}

export interface SpotLaw {
  zone: Zone;
  separation: Separation;
  /** By what the breaks are judged, as everything that airs. */
  judged: Pick<Law, 'place' | 'context'>;
}

/** A booking that did not get all that it asks for. */
export interface Shortfall {
  bookingId: Id;
  /** Plays that found no place; null where plays are not what it asks for. */
  missing: number | null;
  because: Reason[];
}

export interface Filled {
  /** Of every open break, also of those that stay empty. */
  placed: Map<PartId, PlacedSpot[]>;
  /** In the order of the claimants. */
  short: Shortfall[];
}

/** How many plays a booking may still have, break by break; breaks by their numbers in the order of their starts. */
export interface Quota {
  /** Whether another play of `ms` is due in break number `at`. */
  allows(at: number, ms: number): boolean;
  /** How urgent: about how many plays are due there now, and a part of one for what it asks for and has not been given. */
  need(at: number): number;
  /** That it was given one there. Breaks are filled in their order. */
  note(at: number, ms: number): void;
  /** Plays that found no place; null where plays are not what it asks for. */
  missing(): number | null;
  /** Breaks that lie in its hours. */
  breaks: number;
}

export interface QuotaGround {
  /** Numbers of the breaks in its hours, in order. */
  eligible: readonly number[];
  breaks: readonly SpotBreak[];
  zone: Zone;
  bookingId: string;
}
