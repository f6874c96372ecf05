/**
 * Whether two accounts are two people. Whoever may keep accounts could make one, or give one a password, and sign in as both: an account
 * that the other's hand, or a program's, was in of late is no second person.
 */
import type { Actor } from '../../contract/records/audit';
import type { TwoPeople } from '../../contract/records/rule';
import { mayDo, type Permission } from '../../contract/records/user';
import { type Reason, reason } from '../../contract/scalars';
import { DAY_MS } from '../../domain/calendar';
import { auditPages, type Store } from '../store';

/** Who made or changed an account so long before the request, or since, may still know its password. */
const LATE_MS = 7 * DAY_MS;

export type Accounts = Pick<Store, 'get' | 'audit'>;

/** Who asked has left the office, or may not do such a thing any more: one mind less, so the two that it takes are not there. */
export function askerAgainst(
  accounts: Pick<Accounts, 'get'>,
  { askedBy: { id, name } }: TwoPeople,
  needs: Permission,
): Reason[] {
  const account = accounts.get('user', id);
  const isGone = account !== undefined && (account.disabled || !mayDo(account.role, needs));
  return isGone ? [reason('rules.liftAskerGone', { name })] : [];
}

/** Empty: whoever confirms is somebody else than whoever asked, as far as the history of their accounts tells. */
export function accountsAgainst(accounts: Accounts, { askedBy, askedAt }: TwoPeople, { id, name }: Actor): Reason[] {
  const account = accounts.get('user', id);
  if (account && account.createdAt > askedAt) return [reason('rules.liftNewAccount', { name })];
  const since = askedAt - LATE_MS;
  const behind = behindOf(accounts.audit, id, since);
  const same = behind.find((by) => by.kind !== 'user' || by.id === askedBy.id);
  if (same) return [reason('rules.liftSameHand', { name, by: same.name })];
  // And the other way about: one that is made to ask by whoever then confirms.
  const behindAsking = behindOf(accounts.audit, askedBy.id, since);
  const sameAsking = behindAsking.find((by) => by.kind !== 'user' || by.id === id);
  if (sameAsking) return [reason('rules.liftSameHand', { name: askedBy.name, by: sameAsking.name })];
  // Nor two that a third made, who then signs in as one and as the other.
  const both = behind.find((by) => behindAsking.some((each) => each.id === by.id));
  return both ? [reason('rules.liftOneHand', { name, other: askedBy.name, by: both.name })] : [];
}

/** Who had a hand in an account since, and in the accounts of those, and so on: of what one made another is made. */
function behindOf(audit: Accounts['audit'], userId: string, since: number): Actor[] {
  const found = new Map<string, Actor>();
  const open = [userId];
  for (const id of open) {
    for (const by of handsIn(audit, id, since)) {
      if (found.has(by.id) || by.id === userId) continue;
      found.set(by.id, by);
      if (by.kind === 'user') open.push(by.id);
    }
  }
  return [...found.values()];
}

/** Of all its entries: after the clock was set, later ones may say an earlier time. */
function handsIn(audit: Accounts['audit'], id: string, since: number): Actor[] {
  return [...auditPages(audit, 'user', id)]
    .flat()
    .flatMap(({ at, actor }) => (at >= since && actor.id !== id ? [actor] : []));
}
