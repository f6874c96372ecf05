/** Agencies that hand over material, and the agreements (perjanjian kerja sama) under which they do. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, LocalDate, Name } from '../scalars';
import { AgencyKind } from './matter';

export const AgencyFields = z.object({
  name: Name,
  /** What rules go by. */
  kind: AgencyKind.default('local'),
  notes: z.string().max(5000),
});
export type AgencyFields = z.infer<typeof AgencyFields>;

export const Agency = z.object({ id: Id, rev: z.int().min(0), ...AgencyFields.shape, createdAt: Instant });
export type Agency = z.infer<typeof Agency>;
export const agencyRecord = recordType('agency', Agency);

export const AgreementFields = z
  .object({
    agencyId: Id,
    /** As it stands on the paper, such as `PKS/012/DISKOMINFO/2026`. */
    number: Name,
    /** First and last day, both included, on the station's clock. */
    from: LocalDate,
    to: LocalDate,
  })
  .refine((agreement) => agreement.from <= agreement.to, { error: 'ends before it starts', path: ['to'] });
export type AgreementFields = z.infer<typeof AgreementFields>;

export const Agreement = z.object({ id: Id, rev: z.int().min(0), ...AgreementFields.shape, createdAt: Instant });
export type Agreement = z.infer<typeof Agreement>;
export const agreementRecord = recordType('agreement', Agreement);
