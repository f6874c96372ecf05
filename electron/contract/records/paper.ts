/**
 * Paper: a file that goes with an agency (its logo), an agreement (as signed) or a submission (its letter). Its bytes lie by their
 * hash under `DIR/papers`; only pictures are ever shown, the rest is handed out to be saved.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name, Sha256 } from '../scalars';

export const MOST_PAPERS = 30;

export const PaperOf = z.discriminatedUnion('record', [
  z.object({ record: z.literal('agency'), id: Id }),
  z.object({ record: z.literal('agreement'), id: Id }),
  z.object({ record: z.literal('submission'), id: Id }),
]);
export type PaperOf = z.infer<typeof PaperOf>;

export const Paper = z.object({
  id: Id,
  rev: z.int().min(0),
  of: PaperOf,
  agencyId: Id,
  /** To be shown and offered when it is saved; never a path. */
  name: Name.refine((name) => !/[/\\]/.test(name), { error: 'a path' }),
  bytes: z.int().min(1),
  hash: Sha256,
  /** Told by its first bytes and its name. */
  mime: z.string().min(1).max(100),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Paper = z.infer<typeof Paper>;
export const paperRecord = recordType('paper', Paper);
