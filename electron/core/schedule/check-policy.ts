/** Whether a loop can hold where it is to hold. What it named before is not held against it, unless another names it too. */
import type { LoopPolicyDraft } from '../../contract/api/policies';
import { Failure } from '../../contract/failure';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import { type Reason, reason } from '../../contract/scalars';
import { draftFaults } from '../../domain/loops';
import type { Reader } from '../store';

/** @throws Failure invalidInput with every reason at once. */
export function checkPolicy(reader: Reader, draft: LoopPolicyDraft, before: LoopPolicy | null): void {
  const others = reader.all('loopPolicy').filter(({ id }) => id !== before?.id);
  const reasons = [
    ...draftFaults(draft),
    ...goneReasons(reader, draft, before),
    ...takenReasons(reader, draft, others),
  ];
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'loopPolicy' }, reasons);
}

function goneReasons(reader: Reader, { where }: LoopPolicyDraft, before: LoopPolicy | null): Reason[] {
  const known = new Set([...(before?.where.displayIds ?? []), ...(before?.where.groupIds ?? [])]);
  const gone = (record: 'display' | 'displayGroup', ids: readonly string[]) =>
    ids.some((id) => !known.has(id) && !reader.get(record, id));
  return [
    ...(gone('display', where.displayIds) ? [reason('policy.noDisplay')] : []),
    ...(gone('displayGroup', where.groupIds) ? [reason('policy.noGroup')] : []),
  ];
}

/** A display may well be reached by several groups: there the oldest loop holds, and its own goes before all of them. */
function takenReasons(reader: Reader, { where }: LoopPolicyDraft, others: readonly LoopPolicy[]): Reason[] {
  return others.flatMap(({ name: policy, where: taken }) => [
    ...named(reader, 'display', where.displayIds, taken.displayIds).map((display) =>
      reason('policy.displayTaken', { display, policy }),
    ),
    ...named(reader, 'displayGroup', where.groupIds, taken.groupIds).map((group) =>
      reason('policy.groupTaken', { group, policy }),
    ),
  ]);
}

/** Names of those that are in both and still there. */
function named(
  reader: Reader,
  record: 'display' | 'displayGroup',
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const both = new Set(theirs);
  return [...new Set(mine)].filter((id) => both.has(id)).flatMap((id) => reader.get(record, id)?.name ?? []);
}
