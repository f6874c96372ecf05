/** Opens a data directory and commits to it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Failure } from '../../contract/failure';
import type { RecordName } from '../../contract/records';
import { type Reason, reason } from '../../contract/scalars';
import { removeTemporaries } from './atomic-file';
import { auditTable, type EntryKind, nextRedo, nextUndo, type Reversible, writeEntry } from './audit';
import { Backups, listCopies } from './backups';
import { type Database, isDamage } from './database';
import { type DayAccountTable, dayAccountTable } from './day-accounts';
import { DocumentFiles } from './document-file';
import { type DocumentChange, Documents, imageOf, type LoadedDocument } from './documents';
import { keepExemptions } from './exemptions';
import { KeptBack, notAgreed, storedOf } from './held-back';
import { readSeq, writeJournal, writeSeq } from './journal';
import { type DirectoryLock, lockDirectory } from './lock';
import { looseningOf } from './locks';
import { markSuspect, openDatabase } from './open-database';
import { Overlay, type RecordChange } from './overlay';
import { isRow } from './placement';
import { plannedDayTable } from './planned-days';
import { playTable } from './plays';
import { insertPrepared } from './prepared';
import { recallReceiptTable } from './recall-receipts';
import { type Keepers, keepers, recordReader } from './record-reader';
import { recoverDocuments } from './recover';
import type { RowKeeper } from './rows';
import { rundownPartTable } from './rundown-parts';
import { takeoverReceiptTable } from './takeover-receipts';
import { timedTable } from './timed-records';
import { createTopic } from './topic';
import type { Clock, Commit, Committed, Reader, Store, Tx } from './types';
import { reverse } from './undo';

export interface StoreOptions {
  /** Data directory; made when it is not there. */
  dir: string;
  clock: Clock;
  log: Logger;
  /** Taken by the caller, who then releases it. Without it the store takes and releases its own. */
  lock?: DirectoryLock;
}

/** @throws DirectoryRefused, NewerVersion */
export async function openStore({ dir, clock, log, lock }: StoreOptions): Promise<Store> {
  const held = lock ?? lockDirectory(dir, clock.now);
  try {
    const opened = await StationStore.open(dir, clock, log);
    return lock ? opened : releasing(opened, held);
  } catch (fault) {
    if (!lock) held.release();
    throw fault;
  }
}

function releasing(store: StationStore, lock: DirectoryLock): Store {
  store.afterClose = () => lock.release();
  return store;
}

/** What a commit is, beside its changes. */
interface Entry extends Commit {
  kind: EntryKind;
  undoes: number | null;
}

/** Of what a commit would loosen; more nobody reads. */
const MOST_TOLD = 20;

class StationStore implements Store {
  readonly committed = createTopic<Committed>((fault) =>
    this.log.error({ err: fault }, 'a listener of commits failed'),
  );
  readonly trouble = createTopic<Reason | null>();
  readonly assets;
  readonly jobs;
  readonly plays;
  readonly plannedDays;
  readonly dayAccounts: DayAccountTable;
  readonly takeoverReceipts;
  readonly recallReceipts;
  readonly rundownParts;
  readonly timed;
  readonly audit;
  readonly heldBack = new KeptBack();
  readonly get: Reader['get'];
  readonly all: Reader['all'];
  readonly find: Reader['find'];
  readonly assetsOf: Reader['assetsOf'];
  afterClose: () => void = () => {};
  private readonly rows: Keepers;
  private readonly files: DocumentFiles;
  private readonly backups: Backups;
  private readonly pending = new Set<Promise<unknown>>();
  private closing = false;
  private seq = 0;
  private readonly lastChanges = new Map<RecordName, number>();

  private constructor(
    dir: string,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly db: Database,
    private readonly documents: Documents,
    readonly recovered: readonly Reason[],
  ) {
    this.rows = keepers(db);
    const reader = recordReader(documents, this.rows);
    this.get = reader.get;
    this.all = reader.all;
    this.find = reader.find;
    this.assetsOf = reader.assetsOf;
    this.assets = this.rows.asset;
    this.jobs = this.rows.job;
    const accounts = dayAccountTable(db);
    this.dayAccounts = accounts;
    this.plays = playTable(db, accounts.forget);
    this.plannedDays = plannedDayTable(db);
    this.takeoverReceipts = takeoverReceiptTable(db);
    this.recallReceipts = recallReceiptTable(db);
    this.rundownParts = rundownPartTable(db);
    this.timed = timedTable(db);
    this.audit = auditTable(db);
    this.files = new DocumentFiles(join(dir, 'db'), (document, fault) => this.tell(document, fault));
    const onDamage = () => this.suspect();
    this.backups = new Backups({ dir, database: db.path, documents, clock, log, onDamage });
  }

  static async open(dir: string, clock: Clock, log: Logger): Promise<StationStore> {
    const folder = join(dir, 'db');
    const copiesFolder = join(dir, 'backups');
    for (const path of [folder, copiesFolder]) mkdirSync(path, { recursive: true, mode: 0o700 });
    for (const path of [folder, copiesFolder]) await removeTemporaries(path);
    const copies = listCopies(copiesFolder);
    const { db, reasons } = openDatabase(folder, copies, clock.now());
    const recovery = await recoverDocuments({ folder, db, copies, now: clock.now() });
    const documents = new Documents();
    documents.adopt(recovery.documents);
    const store = new StationStore(dir, clock, log, db, documents, [...reasons, ...recovery.reasons]);
    await store.begin(recovery.rewrite);
    return store;
  }

  async commit<T>(commit: Commit, change: (tx: Tx) => T): Promise<T> {
    return (await this.run({ ...commit, kind: 'command', undoes: null }, change)).value;
  }

  lastChange(record: RecordName): number {
    return this.lastChanges.get(record) ?? 0;
  }

  undo(actor: Commit['actor']) {
    return this.reverse('undo', actor, nextUndo(this.db, actor));
  }

  redo(actor: Commit['actor']) {
    return this.reverse('redo', actor, nextRedo(this.db, actor));
  }

  /** Waits for what is under way; further commits are refused. */
  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    await this.backups.close();
    await Promise.allSettled(this.pending);
    await this.files.close();
    this.db.close();
    this.afterClose();
  }

  /** Makes journal, files and counter agree after what start-up mended. */
  private async begin(rewrite: readonly LoadedDocument[]): Promise<void> {
    const documents = this.documents.list();
    this.seq = Math.max(readSeq(this.db), ...documents.map(({ rev }) => rev));
    this.db.transaction(() => {
      writeSeq(this.db, this.seq);
      writeMissingJournal(this.db, documents);
      // What is lost for good is not asked for again.
      writeJournal(
        this.db,
        rewrite.filter(({ records }) => records.size === 0),
      );
    });
    await Promise.all(rewrite.map((document) => this.files.save(document.document, imageOf(document))));
    for (const why of this.recovered) this.log.warn(why, 'mended at start');
    this.backups.start();
  }

  private async reverse(kind: 'undo' | 'redo', actor: Commit['actor'], entry: Reversible | undefined) {
    if (!entry) throw new Failure('nothingToUndo', { kind });
    const commit = { command: entry.command, actor, undoable: kind === 'redo', kind, undoes: entry.seq };
    const { seq } = await this.run(commit, (tx) => reverse(tx, entry, this.clock.now()));
    return { command: entry.command, seq };
  }

  /** `change` runs and its transaction is durable before the first await; the documents' files follow. */
  private async run<T>(entry: Entry, change: (tx: Tx) => T): Promise<{ value: T; seq: number }> {
    if (this.closing) throw new Failure('stopping');
    const overlay = new Overlay(this);
    const value = change(overlay);
    keepExemptions(overlay, overlay.changes(), { assets: this.assets, actor: entry.actor, now: this.clock.now() });
    const changes = overlay.changes();
    this.keepLocks(entry, overlay, changes);
    if (changes.length === 0 && entry.undoes === null) return { value, seq: this.seq };
    const seq = this.seq + 1;
    const documents = this.documents.after(changes.filter(isDocumentChange).map(toDocumentChange), seq);
    this.write(seq, entry, changes, documents);
    this.seq = seq;
    for (const { record } of changes) this.lastChanges.set(record, seq);
    this.documents.adopt(documents);
    await this.track(Promise.all(documents.map((document) => this.files.save(document.document, imageOf(document)))));
    const moved = changes.map(({ record, id }) => ({ record, id }));
    this.committed.emit({ seq, command: entry.makes ?? entry.command, changes: moved });
    return { value, seq };
  }

  /** @throws Failure refused, of an undo undoConflict; what it was is kept for its person to ask another for */
  private keepLocks(entry: Entry, after: Overlay, changes: readonly RecordChange[]): void {
    const { actor, command, kind, agreed = [] } = entry;
    const now = this.clock.now();
    const weighed = { before: this, after, actor, now, history: this.audit };
    const loosens = notAgreed(looseningOf(weighed, changes), agreed);
    if (loosens.length === 0) return;
    const told = loosens.slice(0, MOST_TOLD);
    if (kind !== 'command') throw new Failure('undoConflict', { command }, told);
    // All of it is kept: what another confirms must be all that it loosens.
    this.heldBack.note(actor, { at: now, command, changes: changes.map(storedOf), loosens });
    throw new Failure('needsTwo', {}, told);
  }

  private write(seq: number, entry: Entry, changes: RecordChange[], documents: LoadedDocument[]): void {
    try {
      this.db.transaction(() => {
        insertPrepared(
          this.db,
          changes.flatMap(({ prepared }) => prepared ?? []),
        );
        for (const change of changes) if (!change.prepared) this.writeRow(change);
        if (entry.audited !== false) writeEntry(this.db, this.entryOf(seq, entry, changes));
        writeJournal(this.db, documents);
        writeSeq(this.db, seq);
      });
    } catch (fault) {
      if (isDamage(fault)) this.suspect();
      throw fault;
    }
  }

  private writeRow({ record, id, after }: RecordChange): void {
    if (!isRow(record)) return;
    const keeper = this.rows[record] as RowKeeper<RecordChange['after']>;
    if (after) keeper.put(after);
    else keeper.remove(id);
  }

  private entryOf(seq: number, entry: Entry, changes: RecordChange[]) {
    return {
      seq,
      at: this.clock.now(),
      actor: entry.actor,
      command: entry.command,
      kind: entry.kind,
      undoable: entry.undoable ?? false,
      undoes: entry.undoes,
      changes: changes.map((change) =>
        change.prepared
          ? { ...storedOf({ ...change, after: undefined }), afterBody: change.prepared.body }
          : storedOf(change),
      ),
    };
  }

  private async track(work: Promise<unknown>): Promise<void> {
    this.pending.add(work);
    await work.finally(() => this.pending.delete(work));
  }

  private tell(document: string, fault: unknown | null): void {
    if (!fault) {
      this.log.info('documents are written again');
      this.trouble.emit(null);
      return;
    }
    this.log.error({ err: fault, document }, 'a document could not be written; the journal holds it');
    const detail = fault instanceof Error ? fault.message : String(fault);
    this.trouble.emit(reason('store.documentNotWritten', { document, detail }));
  }

  private suspect(): void {
    this.log.error({ database: this.db.path }, 'the database is damaged; it is checked at the next start');
    markSuspect(this.db.path);
    this.trouble.emit(reason('store.databaseDamaged'));
  }
}

const isDocumentChange = (change: RecordChange): boolean => !isRow(change.record);
const toDocumentChange = ({ record, id, after }: RecordChange) => ({ record, id, value: after }) as DocumentChange;

/** A database that came from a copy, or began anew, lacks the newest images. */
function writeMissingJournal(db: Database, documents: readonly LoadedDocument[]): void {
  const known = new Map(
    db
      .all<{ document: string; rev: number }>('SELECT document, rev FROM journal')
      .map((row) => [row.document, row.rev]),
  );
  writeJournal(
    db,
    documents.filter(({ document, rev }) => rev > (known.get(document) ?? -1)),
  );
}
