/** Users, their roles, and the sessions they hold. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant, Name, Sha256 } from '../scalars';

/** `head`: head of office or PPID, who answers for what airs. `partner`: somebody of an agency, who sees that agency's things alone. */
export const Role = z.enum(['administrator', 'head', 'operator', 'producer', 'viewer', 'partner']);
export type Role = z.infer<typeof Role>;

/** What a procedure of the API asks of its caller; `contract/api` names one for each. */
export const Permission = z.enum([
  'open',
  'read',
  /** Preview material and comment on it. */
  'preview',
  'library',
  /** Take in and verify what partners hand over, answer requests, make cards, recall. */
  'desk',
  /** Answer for material before the law: approve it, keep the rules, override an agreement's end. */
  'approve',
  'schedule',
  'displays',
  'rundown',
  'administer',
  /** Hand in material as an agency's own account. */
  'partner',
]);
export type Permission = z.infer<typeof Permission>;

const STAFF: readonly Permission[] = ['open', 'read', 'preview'];
const GRANTS: Record<Role, readonly Permission[]> = {
  administrator: [...STAFF, 'library', 'desk', 'approve', 'schedule', 'displays', 'rundown', 'administer'],
  head: [...STAFF, 'desk', 'approve'],
  operator: [...STAFF, 'library', 'desk', 'schedule', 'displays', 'rundown'],
  producer: [...STAFF, 'library', 'rundown'],
  viewer: STAFF,
  partner: ['open', 'partner'],
};

/** Whether a role may do what a procedure asks. */
export function mayDo(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}

export const Language = z.enum(['id', 'en']);
export type Language = z.infer<typeof Language>;

/** Of a password, in characters. */
export const SHORTEST_PASSWORD = 10;

export const SignInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);

export const User = z.object({
  id: Id,
  rev: z.int().min(0),
  signInName: SignInName,
  name: Name,
  role: Role,
  /** Whose things a partner account sees; null for everybody of the office. */
  agencyId: Id.nullable().default(null),
  /** `scrypt$N$r$p$salt$hash` (base64url); null: may only come in through the desktop window. */
  passwordHash: z.string().nullable(),
  disabled: z.boolean(),
  createdAt: Instant,
});
export type User = z.infer<typeof User>;

/** A user as others may see it. */
export const PublicUser = User.omit({ passwordHash: true }).extend({ hasPassword: z.boolean() });
export type PublicUser = z.infer<typeof PublicUser>;

export const Session = z.object({
  /** SHA-256 of the cookie's token. */
  id: Sha256,
  rev: z.int().min(0),
  userId: Id,
  createdAt: Instant,
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;

export const userRecord = recordType('user', User);
export const sessionRecord = recordType('session', Session);
