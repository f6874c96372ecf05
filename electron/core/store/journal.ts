/** The newest image of each document, written in the transaction of its commit. What a crash keeps from a file is here. */
import type { Database } from './database';
import { imageOf, type LoadedDocument } from './documents';

export interface JournalEntry {
  document: string;
  rev: number;
  /** Whether the document was removed. */
  removed: boolean;
}

export function writeJournal(db: Database, documents: readonly LoadedDocument[]): void {
  for (const document of documents) {
    const image = imageOf(document);
    db.run(
      'INSERT OR REPLACE INTO journal (document, rev, body) VALUES (?, ?, ?)',
      document.document,
      document.rev,
      image && JSON.stringify(image),
    );
  }
}

export function readJournal(db: Database): JournalEntry[] {
  const rows = db.all<{ document: string; rev: number; removed: number }>(
    'SELECT document, rev, body IS NULL AS removed FROM journal ORDER BY document',
  );
  return rows.map((row) => ({ ...row, removed: row.removed === 1 }));
}

/** The image as text; null when the document was removed or is not there. */
export function journalImage(db: Database, document: string): string | null {
  return db.get<{ body: string | null }>('SELECT body FROM journal WHERE document = ?', document)?.body ?? null;
}

export function readSeq(db: Database): number {
  return db.get<{ value: number }>("SELECT value FROM meta WHERE name = 'seq'")?.value ?? 0;
}

export function writeSeq(db: Database, seq: number): void {
  db.run("UPDATE meta SET value = ? WHERE name = 'seq'", seq);
}
