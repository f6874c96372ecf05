/** Undo and redo for a caller whose role may have changed since. */

import type { Caller } from '../../contract/api/handlers';
import { needsOf } from '../../contract/api/needs';
import { Failure } from '../../contract/failure';
import { mayDo } from '../../contract/records/user';
import type { Store } from '../store';

/** How far back the caller's own newest undoable command is looked for. */
const LOOK_BACK = 200;

/**
 * Refuses before the store is asked: what someone did as an operator is not theirs to take back as a viewer.
 * @throws Failure `notAllowed`
 */
export function assertMayTakeBack(store: Store, { actor, role }: Caller): void {
  const entries = store.audit.list({ limit: LOOK_BACK });
  const newest = entries.find(
    (entry) => entry.undoable && entry.actor.kind === actor.kind && entry.actor.id === actor.id,
  );
  const needs = newest && needsOf(newest.command);
  if (needs && !mayDo(role, needs)) throw new Failure('notAllowed');
}
