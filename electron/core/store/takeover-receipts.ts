/** Receipts by the takeover they are of: their ids begin with it. */
import type { TakeoverReceipt } from '../../contract/records/takeover';
import type { Database } from './database';
import { parseRow, type StoredRow } from './rows';

export interface TakeoverReceiptTable {
  /** Of every display that said anything of it, in order of the displays' ids. */
  of(takeoverId: string): TakeoverReceipt[];
}

export function takeoverReceiptTable(db: Database): TakeoverReceiptTable {
  const those = "SELECT version, body FROM record WHERE record = 'takeoverReceipt' AND id > ? AND id < ? ORDER BY id";
  return {
    // ';' is the character after ':'.
    of: (takeoverId) =>
      db.all<StoredRow>(those, `${takeoverId}:`, `${takeoverId};`).map((row) => parseRow('takeoverReceipt', row)),
  };
}
