/** Undo and redo for a caller whose role may have changed since, and who is not held up by what cannot be taken back. */
import type { Caller } from '../../contract/api/handlers';
import { needsOf } from '../../contract/api/needs';
import { Failure } from '../../contract/failure';
import { mayDo } from '../../contract/records/user';
import type { Store } from '../store';

type Kind = 'undo' | 'redo';
type TakenBack = Awaited<ReturnType<Store[Kind]>>;

export function createUndo(store: Store): Record<Kind, (caller: Caller) => Promise<TakenBack>> {
  /** By actor: the command of which it was said that it cannot be taken back. */
  const told = new Map<string, number>();

  /**
   * What is in the way is told the first time, since it may be cleared. Asked again, the command is passed over for good and the
   * one before it is taken back.
   * @throws Failure `notAllowed`, `nothingToUndo`, `undoConflict`
   */
  async function undo(caller: Caller): Promise<TakenBack> {
    const { actor } = caller;
    const next = assertMayTakeBack(store, 'undo', caller);
    try {
      const done = await store.undo(actor);
      told.delete(actor.id);
      return done;
    } catch (fault) {
      if (!next || !(fault instanceof Failure) || fault.code !== 'undoConflict') throw fault;
      const isAgain = told.get(actor.id) === next.seq;
      if (!isAgain) {
        told.set(actor.id, next.seq);
        throw fault;
      }
      store.audit.passOver(next.seq);
      return undo(caller);
    }
  }

  async function redo(caller: Caller): Promise<TakenBack> {
    assertMayTakeBack(store, 'redo', caller);
    return store.redo(caller.actor);
  }

  return { undo, redo };
}

/** Before the store is asked: what someone did as an operator is not theirs to take back as a viewer. */
function assertMayTakeBack(store: Store, kind: Kind, { actor, role }: Caller) {
  const next = store.audit.next(kind, actor);
  const needs = next && needsOf(next.command);
  if (needs && !mayDo(role, needs)) throw new Failure('notAllowed');
  return next;
}
