/**
 * Exemption: that a content was once classed *dikecualikan*, by its hash alone. It outlives the asset, and holds nothing of what the
 * content says: the same file handed in anew is exempt from its first moment.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Instant, Sha256 } from '../scalars';

const Person = z.object({ id: z.string(), name: z.string() });

/** Opened again by a person who may, with the ground; null while it stands. */
export const Declassified = z.object({ at: Instant, by: Person, reason: z.string().trim().min(10).max(2000) });

/** Letters of article 17 of UU 14/2008. */
export const ExemptBy = z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
export type ExemptBy = z.infer<typeof ExemptBy>;

/** Why information is exempt: under which letter, and what the consequence test of article 19 found. */
export const ExemptGround = z.object({ article17: ExemptBy, test: z.string().trim().min(10).max(2000) });
export type ExemptGround = z.infer<typeof ExemptGround>;

export const Exemption = z.object({
  /** Of the file as it came in, or of one that was made of it. */
  id: Sha256,
  rev: z.int().min(0),
  since: Instant,
  by: Person,
  /** The file that it was made of; none: it came in itself. */
  of: Sha256.optional(),
  /** None: of before grounds were kept, or classed with a submission. */
  ground: ExemptGround.optional(),
  declassified: Declassified.nullable(),
});
export type Exemption = z.infer<typeof Exemption>;
export const exemptionRecord = recordType('exemption', Exemption);
