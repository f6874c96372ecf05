/** What takes two people: one who asks, with a reason, and another who confirms. A program has no second mind, and nobody is two people. */
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import type { TwoPeople } from '../../contract/records/rule';
import type { Permission } from '../../contract/records/user';
import { type Reason, reason } from '../../contract/scalars';
import { DAY_MS } from '../../domain/calendar';
import { type Accounts, accountsAgainst, askerAgainst } from './accounts';

/** A request that nobody has confirmed by then is over. */
const PATIENCE_MS = DAY_MS;

export const personOf = ({ id, name }: Actor) => ({ id, name });

export const notAProgram = ({ kind }: Actor): Reason[] => (kind === 'user' ? [] : [reason('rules.liftNeedsPerson')]);

/** As it stands while nobody else has said anything. */
export function askedBy(actor: Actor, why: string, now: number): TwoPeople {
  const none = { confirmedBy: null, confirmedAt: null, endedBy: null, endedAt: null };
  return { reason: why, askedBy: personOf(actor), askedAt: now, ...none };
}

interface When {
  now: number;
  /** What it asked of whoever asked for it. */
  needs: Permission;
  /** When it would be too late. */
  until?: number;
}

/** Why this caller is no second person of what waits, said before they try; empty where they are, and of what waits no more. */
export const confirmerAgainst = (accounts: Accounts, held: TwoPeople, actor: Actor, needs: Permission): Reason[] =>
  waits(held) ? peopleAgainst(accounts, held, actor, needs) : [];

/** @throws Failure refused */
export function confirmed<T extends TwoPeople>(accounts: Accounts, held: T, actor: Actor, when: When): T {
  const { now, until, needs } = when;
  refuse([...peopleAgainst(accounts, held, actor, needs), ...stateAgainst(held, now, until)]);
  return { ...held, confirmedBy: personOf(actor), confirmedAt: now };
}

/** @throws Failure refused */
export function ended<T extends TwoPeople>(held: T, actor: Actor, now: number): T {
  if (held.endedAt !== null) refuse([reason('rules.liftEnded')]);
  return { ...held, endedBy: personOf(actor), endedAt: now };
}

export function refuse(reasons: Reason[]): void {
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
}

export const waits = ({ confirmedBy, endedAt }: TwoPeople): boolean => confirmedBy === null && endedAt === null;

export const isStale = ({ askedAt }: TwoPeople, now: number, until = Number.POSITIVE_INFINITY): boolean =>
  now >= askedAt + PATIENCE_MS || now >= until;

const peopleAgainst = (accounts: Accounts, held: TwoPeople, actor: Actor, needs: Permission): Reason[] => [
  ...personAgainst(accounts, held, actor),
  ...askerAgainst(accounts, held, needs),
];

function personAgainst(accounts: Accounts, held: TwoPeople, actor: Actor): Reason[] {
  const { id, name } = held.askedBy;
  if (actor.kind !== 'user') return notAProgram(actor);
  return id === actor.id ? [reason('rules.liftSamePerson', { name })] : accountsAgainst(accounts, held, actor);
}

function stateAgainst(held: TwoPeople, now: number, until?: number): Reason[] {
  if (held.endedAt !== null) return [reason('rules.liftEnded')];
  if (held.confirmedBy !== null) return [reason('rules.liftConfirmed', { name: held.confirmedBy.name })];
  return isStale(held, now, until) ? [reason('rules.liftOver')] : [];
}
