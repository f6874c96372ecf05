/**
 * Matter: what the rules ask of material, wherever it is. The station judges by it, and each clip of a timeline carries it, so that
 * a display judges the same without the station.
 */
import { z } from 'zod';
import { DurationMs, Id, Instant, Name, Sha256 } from '../scalars';

/**
 * What may be published, as the PPID classes it (UU 14/2008): *berkala*, *serta-merta*, *setiap saat*, *dikecualikan*.
 * Exempt material reaches no output.
 */
export const PpidClass = z.enum(['periodic', 'immediate', 'anytime', 'exempt']);
export type PpidClass = z.infer<typeof PpidClass>;

/** `pending` and `rejected` do not air. */
export const Approval = z.enum(['notNeeded', 'pending', 'approved', 'rejected']);
export type Approval = z.infer<typeof Approval>;

export const AgencyKind = z.enum([
  'commission',
  'supervisor',
  'local',
  'vertical',
  'subdistrict',
  'village',
  'participant',
  'other',
]);
export type AgencyKind = z.infer<typeof AgencyKind>;

/** Where something can be given out: videotrons, the radio, what others repost, feeds and web pages, packages on a drive. */
export const Channel = z.enum(['displays', 'radio', 'repost', 'feed', 'package']);
export type Channel = z.infer<typeof Channel>;

export const Matter = z.object({
  /** Null: what a person wrote, such as the text of a takeover. */
  assetId: Id.nullable(),
  name: z.string(),
  /** Of the file as it came in; null where there is none. */
  hash: Sha256.nullable(),
  category: Name.nullable(),
  agencyId: Id.nullable(),
  agencyKind: AgencyKind.nullable(),
  ppid: PpidClass,
  /** When a *berkala* publication is due to be looked at again, epoch ms. */
  reviewBy: Instant.nullable(),
  approval: Approval,
  /** The file that was approved; null where none was. */
  approvedHash: Sha256.nullable(),
  /** When it may air, epoch ms; null where it is not bound. */
  from: Instant.nullable(),
  until: Instant.nullable(),
  /** Candidate pair or participant whose time is counted; null where it is nobody's. */
  subject: Name.nullable(),
  /** Length of one play. */
  ms: DurationMs,
  /** Withdrawn, or in the bin. */
  gone: z.enum(['no', 'recalled', 'binned']),
});
export type Matter = z.infer<typeof Matter>;
