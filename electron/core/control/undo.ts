/** Undo and redo for a caller whose role may have changed since. */

import type { Caller } from '../../contract/api/handlers';
import { needsOf } from '../../contract/api/needs';
import { Failure } from '../../contract/failure';
import { mayDo } from '../../contract/records/user';
import type { Store } from '../store';

/**
 * Refuses before the store is asked: what someone did as an operator is not theirs to take back as a viewer.
 * @throws Failure `notAllowed`
 */
export function assertMayTakeBack(store: Store, kind: 'undo' | 'redo', { actor, role }: Caller): void {
  const command = store.audit.next(kind, actor);
  const needs = command === null ? undefined : needsOf(command);
  if (needs && !mayDo(role, needs)) throw new Failure('notAllowed');
}
