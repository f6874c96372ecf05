/** Handlers of `liftsApi`: a lock is lifted by two people, one who asks and another who confirms, and put back by either alone. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { liftsApi } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import type { LockLift } from '../../contract/records/rule';
import { type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { requireRecord, type Store } from '../store';
import type { RulesOptions } from './options';

/** A request that nobody has confirmed by then is over. */
const PATIENCE_MS = DAY_MS;

export function createLiftHandlers({ store, clock }: RulesOptions): HandlersOf<typeof liftsApi> {
  return {
    list: () => [...store.all('lockLift')].sort((a, b) => b.askedAt - a.askedAt),

    ask: (asked, { actor }) =>
      store.commit({ command: 'lifts.ask', actor }, (tx) => {
        const rule = requireRecord(tx, 'rule', asked.ruleId);
        const now = clock.now();
        refuse([
          ...(actor.kind === 'user' ? [] : [reason('rules.liftNeedsPerson')]),
          ...(rule.does.kind === 'lock' ? [] : [reason('rules.liftOfLock', { rule: rule.name })]),
          ...(asked.from < asked.until && asked.until > now ? [] : [reason('rules.liftOver')]),
        ]);
        const none = { confirmedBy: null, confirmedAt: null, endedBy: null, endedAt: null };
        return tx.put('lockLift', {
          id: newId(now),
          rev: 0,
          ...asked,
          askedBy: personOf(actor),
          askedAt: now,
          ...none,
        });
      }),

    confirm: ({ id }, { actor }) =>
      store.commit({ command: 'lifts.confirm', actor }, (tx) => {
        const held = requireRecord(tx, 'lockLift', id);
        const now = clock.now();
        refuse([...personAgainst(held, actor), ...stateAgainst(held, now)]);
        return tx.put('lockLift', { ...held, confirmedBy: personOf(actor), confirmedAt: now });
      }),

    end: ({ id }, { actor }) =>
      store.commit({ command: 'lifts.end', actor }, (tx) => {
        const held = requireRecord(tx, 'lockLift', id);
        if (held.endedAt !== null) throw new Failure('refused', {}, [reason('rules.liftEnded')]);
        return tx.put('lockLift', { ...held, endedBy: personOf(actor), endedAt: clock.now() });
      }),
  };
}

const personOf = ({ id, name }: Actor) => ({ id, name });

/** A program has no second mind, and nobody is two people. */
function personAgainst({ askedBy }: LockLift, actor: Actor): Reason[] {
  if (actor.kind !== 'user') return [reason('rules.liftNeedsPerson')];
  return askedBy.id === actor.id ? [reason('rules.liftSamePerson', { name: askedBy.name })] : [];
}

function stateAgainst(lift: LockLift, now: number): Reason[] {
  if (lift.endedAt !== null) return [reason('rules.liftEnded')];
  if (lift.confirmedBy !== null) return [reason('rules.liftConfirmed', { name: lift.confirmedBy.name })];
  return isStale(lift, now) ? [reason('rules.liftOver')] : [];
}

function refuse(reasons: Reason[]): void {
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
}

const isStale = ({ askedAt, until }: LockLift, now: number): boolean => now >= askedAt + PATIENCE_MS || now >= until;

/** Ends the requests that nobody has confirmed in time. */
export async function endStale(store: Store, now: number): Promise<void> {
  const waits = ({ confirmedBy, endedAt }: LockLift) => confirmedBy === null && endedAt === null;
  const stale = store.all('lockLift').filter((lift) => waits(lift) && isStale(lift, now));
  if (stale.length === 0) return;
  await store.commit({ command: 'lifts.expire', actor: STATION_ACTOR }, (tx) => {
    for (const lift of stale) tx.put('lockLift', { ...lift, endedBy: personOf(STATION_ACTOR), endedAt: now });
  });
}
