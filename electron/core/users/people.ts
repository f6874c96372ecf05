/** Questions about the users on record. */
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import type { PublicUser, User } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import type { Reader } from '../store';

export function publicUser(user: User): PublicUser {
  const { passwordHash, ...rest } = user;
  return { ...rest, hasPassword: passwordHash !== null };
}

export function actorOf(user: User): Actor {
  return { kind: 'user', id: user.id, name: user.name };
}

export function administrators(reader: Reader): User[] {
  return reader.all('user').filter(administers);
}

export function userBySignInName(reader: Reader, name: string): User | undefined {
  return reader.all('user').find((user) => user.signInName === name);
}

/** @throws Failure `duplicateName` when someone else signs in with it. */
export function assertNameFree(reader: Reader, signInName: string, exceptId: string | null): void {
  const holder = userBySignInName(reader, signInName);
  if (holder && holder.id !== exceptId) throw new Failure('duplicateName', { name: signInName });
}

/** @throws Failure `lastAdministrator` when making `held` into `next` would leave nobody who may administer. */
export function assertAdministratorLeft(reader: Reader, held: User, next: User): void {
  if (!administers(held) || administers(next)) return;
  if (!administrators(reader).some((user) => user.id !== held.id)) throw new Failure('lastAdministrator');
}

/** @throws Failure `invalidInput` for a partner account of no agency, and for anybody else of one. */
export function assertAgency(reader: Reader, { role, agencyId }: Pick<User, 'role' | 'agencyId'>): void {
  const isPartner = role === 'partner';
  const fits = isPartner ? agencyId !== null && reader.get('agency', agencyId) !== undefined : agencyId === null;
  if (fits) return;
  const why = isPartner ? reason('user.noAgency') : reason('user.notOfAgency');
  throw new Failure('invalidInput', { record: 'user' }, [why]);
}

function administers(user: User): boolean {
  return user.role === 'administrator' && !user.disabled;
}
