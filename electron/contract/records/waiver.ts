/** Waiver: plays that are owed and will not be made good, and why not. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant } from '../scalars';
import { MakeGood } from './booking';

export const Waiver = z.object({
  id: Id,
  rev: z.int().min(0),
  owed: MakeGood,
  plays: z.int().min(1),
  because: z.string().trim().min(1).max(500),
  createdAt: Instant,
  createdBy: z.string(),
});
export type Waiver = z.infer<typeof Waiver>;
export const waiverRecord = recordType('waiver', Waiver);
