/** Spots of the radio: what bookings would put into the breaks of a rundown, and the shares that the law asks of what was aired. */
import { z } from 'zod';
import { ItemSpot, PartId } from '../records/rundown-item';
import { AdLaw } from '../records/settings';
import { Id, LocalDate, Reason } from '../scalars';
import { command, query } from './procedure';

/** One break as bookings would fill it. What was put in by hand stays. */
export const BreakProposal = z.object({
  itemId: PartId,
  /** New keys are made anew with each answer. */
  spots: z.array(ItemSpot),
  adds: z.int().min(0),
  removes: z.int().min(0),
  /** Nothing differs, nor does the order. */
  same: z.boolean(),
});
export type BreakProposal = z.infer<typeof BreakProposal>;

/** A booking of the day that does not get all it asks for. */
export const SpotShort = z.object({
  bookingId: Id,
  name: z.string(),
  /** Plays without a place; null where plays are not what it asks for. */
  missing: z.int().min(0).nullable(),
  because: z.array(Reason),
});

/** A spot that stands in a break against the station's rules for its category, whoever put it there. */
export const SpotBreach = z.object({ itemId: PartId, key: Id, because: Reason });

export const SpotProposal = z.object({
  /** Of the breaks that may still be filled, in their order. */
  breaks: z.array(BreakProposal),
  short: z.array(SpotShort),
  breaches: z.array(SpotBreach),
  /** Names of the bookings that stand in the breaks or would. */
  bookings: z.array(z.object({ id: Id, name: z.string() })),
});
export type SpotProposal = z.infer<typeof SpotProposal>;

/** Lengths ms, shares percent; a share of nothing is null. */
export const AdShares = z.object({
  ilmMs: z.int().min(0),
  commercialMs: z.int().min(0),
  /** The station's own: no advertising. */
  ownMs: z.int().min(0),
  onAirMs: z.int().min(0),
  /** Of advertising, as the law counts it. */
  ilmPercent: z.number().nullable(),
  /** Of the time on air. */
  adsPercent: z.number().nullable(),
  enoughIlm: z.boolean(),
  fewAds: z.boolean(),
});
export type AdShares = z.infer<typeof AdShares>;

export const SharesOf = z.object({
  law: AdLaw,
  /** What the radio played on that day so far. */
  day: AdShares,
  /** With what its breaks still hold. */
  dayPlanned: AdShares,
  /** From the first of its month to that day. */
  month: AdShares,
});
export type SharesOf = z.infer<typeof SharesOf>;

export const spotsApi = {
  /** What bookings would make of the breaks of a rundown now. Changes nothing. */
  proposal: query('read')
    .route({ method: 'GET', path: '/rundowns/{rundownId}/spots' })
    .input(z.object({ rundownId: Id }))
    .output(SpotProposal),
  /** Fills all its open breaks, or those named, with what bookings ask for. Answers how many breaks changed. */
  fillBreaks: command('rundown')
    .route({ method: 'POST', path: '/rundowns/{rundownId}/spots' })
    .input(z.object({ rundownId: Id, itemIds: z.array(PartId).max(2000).nullable().default(null) }))
    .output(z.object({ changed: z.int().min(0) })),
  /** On the station's clock. */
  shares: query('read')
    .route({ method: 'GET', path: '/spots/shares' })
    .input(z.object({ date: LocalDate }))
    .output(SharesOf),
};
