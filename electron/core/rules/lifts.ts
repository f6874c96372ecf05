/** Handlers of `liftsApi`: a lock is lifted by two people, one who asks and another who confirms, and put back by either alone. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { liftsApi } from '../../contract/api/rules';
import { STATION_ACTOR } from '../../contract/records/audit';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { daysOf } from '../../domain/judge/weaker';
import { type Reader, requireRecord, rulesIn, type Store } from '../store';
import type { RulesOptions } from './options';
import { askedBy, confirmed, confirmerAgainst, ended, isStale, notAProgram, refuse, waits } from './two-people';

/** What asking for a lift takes. */
const NEEDS = 'desk';

export function createLiftHandlers({ store, clock }: RulesOptions): HandlersOf<typeof liftsApi> {
  return {
    list: (_, { actor }) =>
      [...store.all('lockLift')]
        .sort((a, b) => b.askedAt - a.askedAt)
        .map((lift) => ({ ...lift, against: confirmerAgainst(store, lift, actor, NEEDS) })),

    ask: ({ reason: why, ...asked }, { actor }) =>
      store.commit({ command: 'lifts.ask', actor }, (tx) => {
        const rule = requireRecord(tx, 'rule', asked.ruleId);
        const now = clock.now();
        // Of these days alone: what two people know of now is not agreed for the next masa tenang.
        const days = daysAhead(tx, rule.id, Math.max(now, asked.from));
        const until = Math.min(asked.until, days?.[1] ?? asked.until);
        refuse([
          ...notAProgram(actor),
          ...(rule.does.kind === 'lock' ? [] : [reason('rules.liftOfLock', { rule: rule.name })]),
          ...(days && asked.from < until && until > now ? [] : [reason('rules.liftOver')]),
        ]);
        return tx.put('lockLift', { id: newId(now), rev: 0, ...asked, until, ...askedBy(actor, why, now) });
      }),

    confirm: ({ id }, { actor }) =>
      store.commit({ command: 'lifts.confirm', actor }, (tx) => {
        const held = requireRecord(tx, 'lockLift', id);
        return tx.put('lockLift', confirmed(store, held, actor, { now: clock.now(), until: held.until, needs: NEEDS }));
      }),

    end: ({ id }, { actor }) =>
      store.commit({ command: 'lifts.end', actor }, (tx) =>
        tx.put('lockLift', ended(requireRecord(tx, 'lockLift', id), actor, clock.now())),
      ),
  };
}

/** The days of a lock that hold at an instant, or come next after it; undefined where there are none. */
const daysAhead = (reader: Reader, ruleId: string, at: number) =>
  rulesIn(reader)
    .rules.filter(({ id }) => id === ruleId)
    .flatMap(daysOf)
    .find(([, until]) => until > at);

/** Ends the requests that nobody has confirmed in time. */
export async function endStale(store: Store, now: number): Promise<void> {
  const lifts = store.all('lockLift').filter((lift) => waits(lift) && isStale(lift, now, lift.until));
  const changes = store.all('lockChange').filter((change) => waits(change) && isStale(change, now));
  if (lifts.length + changes.length === 0) return;
  await store.commit({ command: 'lifts.expire', actor: STATION_ACTOR }, (tx) => {
    for (const lift of lifts) tx.put('lockLift', ended(lift, STATION_ACTOR, now));
    for (const change of changes) tx.put('lockChange', ended(change, STATION_ACTOR, now));
  });
}
