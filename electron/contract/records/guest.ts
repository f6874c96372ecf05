/** Guest: somebody who speaks on air. How to reach them is seen only by those who need it, and forgotten in time. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, Name } from '../scalars';

export const GuestFields = z.object({
  name: Name,
  position: z.string().trim().max(200),
  agency: z.string().trim().max(200),
  phone: z.string().trim().max(100),
  email: z.string().trim().max(200),
  /** Whether they agreed to being recorded and published, and when. */
  consent: z.object({ given: z.boolean(), on: LocalDate.nullable() }),
  notes: z.string().max(5000),
  /** The last day on which contact data is kept; null: as long as the guest. */
  keepUntil: LocalDate.nullable(),
});
export type GuestFields = z.infer<typeof GuestFields>;

export const Guest = z.object({ id: Id, rev: z.int().min(0), ...GuestFields.shape, createdAt: Instant });
export type Guest = z.infer<typeof Guest>;
export const guestRecord = recordType('guest', Guest);
