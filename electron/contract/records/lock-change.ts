/**
 * LockChange: a change that would loosen a lock before the last of its days is over. It was refused to whoever made it alone, and waits as
 * it was for another person to confirm it.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Reason } from '../scalars';
import { TwoPeople } from './rule';

/** A record before and after, as the history keeps them: with the version its images were written in. */
const HeldChange = z.object({
  record: z.string(),
  id: z.string(),
  version: z.int().min(1),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});

export const LockChange = z.object({
  id: Id,
  rev: z.int().min(0),
  /** The procedure that was refused, such as `rules.remove`. */
  command: z.string().max(100),
  changes: z.array(HeldChange).min(1).max(1000),
  /** What it would loosen, as it was said when it was refused. */
  loosens: z.array(Reason).min(1),
  ...TwoPeople.shape,
});
export type LockChange = z.infer<typeof LockChange>;
export const lockChangeRecord = recordType('lockChange', LockChange);
