/** Agencies that hand over material, and the agreements (perjanjian kerja sama) under which they do. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, LocalDate, Name } from '../scalars';
import { AgencyKind, Channel } from './matter';

/** Somebody to call there. */
export const AgencyContact = z.object({
  name: Name,
  role: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(40).default(''),
  email: z.string().trim().max(200).default(''),
});
export type AgencyContact = z.infer<typeof AgencyContact>;

export const AgencyFields = z.object({
  name: Name,
  /** What rules go by. */
  kind: AgencyKind.default('local'),
  notes: z.string().max(5000),
  address: z.string().trim().max(500).default(''),
  contacts: z.array(AgencyContact).max(20).default([]),
});
export type AgencyFields = z.infer<typeof AgencyFields>;

export const Agency = z.object({
  id: Id,
  rev: z.int().min(0),
  ...AgencyFields.shape,
  /** A paper that is a picture. */
  logoId: Id.nullable().default(null),
  /** A folder of the station's machine: what appears in it is handed in by this agency. */
  folder: z.string().max(4096).nullable().default(null),
  createdAt: Instant,
});
export type Agency = z.infer<typeof Agency>;
export const agencyRecord = recordType('agency', Agency);

/** What the office lends under an agreement; null or empty where nothing is said. */
export const Lent = z.object({
  slots: z.int().min(1).max(1000).nullable(),
  /** Air time a day, all panels together. */
  dayMs: DurationMs.min(1000).nullable(),
  channels: z.array(Channel).max(10),
  displayIds: z.array(Id).max(1000),
  groupIds: z.array(Id).max(100),
});
export type Lent = z.infer<typeof Lent>;
export const NOTHING_LENT: Lent = { slots: null, dayMs: null, channels: [], displayIds: [], groupIds: [] };

export const AgreementFields = z
  .object({
    agencyId: Id,
    /** As it stands on the paper, such as `PKS/012/DISKOMINFO/2026`. */
    number: Name,
    /** First and last day, both included, on the station's clock. */
    from: LocalDate,
    to: LocalDate,
    lent: Lent.default(NOTHING_LENT),
  })
  .refine((agreement) => agreement.from <= agreement.to, { error: 'ends before it starts', path: ['to'] });
export type AgreementFields = z.infer<typeof AgreementFields>;

/** Who did something that is kept as signed. */
export const Signer = z.object({ id: z.string(), name: z.string(), role: z.string() });
export type Signer = z.infer<typeof Signer>;

/** The head of office lets material air on though the agreement is over. */
export const AgreementOverride = z.object({
  /** The last day, included. */
  until: LocalDate,
  reason: z.string().trim().min(1).max(1000),
  by: Signer,
  at: Instant,
});
export type AgreementOverride = z.infer<typeof AgreementOverride>;

export const Agreement = z.object({
  id: Id,
  rev: z.int().min(0),
  ...AgreementFields.shape,
  /** The signed paper. */
  fileId: Id.nullable().default(null),
  overrides: z.array(AgreementOverride).max(100).default([]),
  createdAt: Instant,
});
export type Agreement = z.infer<typeof Agreement>;
export const agreementRecord = recordType('agreement', Agreement);
