/** One word for what undo has to do with an entry of the history. Pure. */
import type { AuditEntry } from '../../../electron/contract/records/audit';

/** `undone`: no longer in force. `undo` and `redo`: made by those commands. Each is a sentence under `settings:history.mark`. */
export type UndoMark = 'undone' | 'undo' | 'redo';

/** An undo that was itself redone stays an undo: the redo has an entry of its own. */
export function undoMark({ undoable, undoneBy, undoes }: AuditEntry): UndoMark | null {
  if (undoes !== null && !undoable) return 'undo';
  if (undoneBy !== null) return 'undone';
  return undoes === null ? null : 'redo';
}
