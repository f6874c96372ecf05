/** Taking back what was done to a takeover: it can be ended or hold again, but what was on panels is never unmade. */
import { parseRecord } from '../../contract/record-type';
import { recordTypes } from '../../contract/records';
import type { Takeover } from '../../contract/records/takeover';
import { isOver } from '../../domain/takeover';
import type { StoredChange } from './audit';
import type { Tx } from './types';

/** One whose time has passed cannot come back. One that someone had ended, and that holds, is ended anew. */
export function isTooLate(before: Takeover, current: Takeover | undefined, now: number): boolean {
  return isOver(before, now) && !endsAnew(before, current, now);
}

/** A start that is taken back ends the takeover, and leaves one that is over as it was: its record and receipts are the proof. */
export function putTakeoverBack(tx: Tx, { id, before: image, version }: StoredChange, now: number): void {
  const current = tx.get('takeover', id);
  const before = image && parseRecord(recordTypes.takeover, image, version);
  if (!before) {
    if (current && !isOver(current, now)) tx.put('takeover', { ...current, endedAt: now, undone: true });
    return;
  }
  tx.put('takeover', endsAnew(before, current, now) ? { ...before, endedAt: now } : before);
}

function endsAnew(before: Takeover, current: Takeover | undefined, now: number): boolean {
  return before.endedAt !== null && current !== undefined && !isOver(current, now);
}
