import { expect, it } from 'vitest';
import type { AuditEntry } from '../../../electron/contract/records/audit';
import { undoMark } from './undo-mark';

function mark(entry: Pick<AuditEntry, 'undoable' | 'undoneBy' | 'undoes'>) {
  const actor = { kind: 'user', id: 'A', name: 'Operator' } as const;
  return undoMark({ seq: 5, at: 0, actor, command: 'playlists.update', changes: [], ...entry });
}

it('says at most one thing of an entry', () => {
  expect(mark({ undoable: true, undoneBy: null, undoes: null })).toBeNull();
  expect(mark({ undoable: true, undoneBy: 6, undoes: null })).toBe('undone');
  expect(mark({ undoable: false, undoneBy: null, undoes: 4 })).toBe('undo');
  expect(mark({ undoable: false, undoneBy: 6, undoes: 4 })).toBe('undo');
  expect(mark({ undoable: true, undoneBy: null, undoes: 4 })).toBe('redo');
  expect(mark({ undoable: true, undoneBy: 6, undoes: 4 })).toBe('undone');
});
