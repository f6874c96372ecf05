/** Receipts by the recall they are of: their ids begin with it. */
import type { RecallReceipt } from '../../contract/records/recall';
import type { Database } from './database';
import { parseRow, type StoredRow } from './rows';

export interface RecallReceiptTable {
  /** Of every display that said anything of it, in order of the displays' ids. */
  of(recallId: string): RecallReceipt[];
}

export function recallReceiptTable(db: Database): RecallReceiptTable {
  const those = "SELECT version, body FROM record WHERE record = 'recallReceipt' AND id > ? AND id < ? ORDER BY id";
  return {
    // ';' is the character after ':'.
    of: (recallId) =>
      db.all<StoredRow>(those, `${recallId}:`, `${recallId};`).map((row) => parseRow('recallReceipt', row)),
  };
}
