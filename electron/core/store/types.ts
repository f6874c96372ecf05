/**
 * What rooms see of the disk: records and transactions. Which holder a record lives in (a lowdb document or a libsql
 * row) is not theirs to know.
 */
import type { z } from 'zod';
import type { PlayQuery } from '../../contract/api/displays';
import type { AssetQuery, Usage } from '../../contract/api/library';
import type { RecordName, Records } from '../../contract/records';
import type { Asset } from '../../contract/records/asset';
import type { Actor, AuditEntry } from '../../contract/records/audit';
import type { Job } from '../../contract/records/job';
import type { LockChange } from '../../contract/records/lock-change';
import type { Play, PlayOutcome } from '../../contract/records/play';
import type { Reason } from '../../contract/scalars';
import type { Find } from '../../domain/smart';
import type { DayAccountTable } from './day-accounts';
import type { PlannedDayTable } from './planned-days';
import type { Prepared } from './prepared';
import type { RecallReceiptTable } from './recall-receipts';
import type { RundownPart, RundownPartTable } from './rundown-parts';
import type { TakeoverReceiptTable } from './takeover-receipts';
import type { TimedRecord, TimedTable } from './timed-records';
import type { Topic } from './topic';

/** The wall clock, handed in so that tests can hold it. */
export interface Clock {
  now(): number;
}

/** Of which there may be many. */
export type UnlistedRecord = 'asset' | 'job' | 'plannedDay' | RundownPart | TimedRecord | 'qualityReport';

export interface Reader {
  /** The record as last committed (inside a transaction: as it stands there). Frozen; put a changed copy. */
  get<N extends RecordName>(record: N, id: string): Records[N] | undefined;
  /** Ids of the assets that a smart playlist's rule finds, in its order; remembered until an asset changes. */
  readonly find: Find;
  /** Ids of assets that come from an agency, on every shelf, oldest first. */
  assetsOf(agencyId: string, limit: number): readonly string[];
  /** All of them, in order of id. Not for those of which there may be many: use their queries. */
  all<N extends Exclude<RecordName, UnlistedRecord>>(record: N): readonly Records[N][];
}

export interface Tx extends Reader {
  /** Inserts or replaces. The stored copy gets `rev` one above what was there; it is returned. Parsed by its schema. */
  put<N extends RecordName>(record: N, value: Records[N]): Records[N];
  /** Inserts one that was made ready; its id is nobody's yet, and it is put once in this commit. */
  add(prepared: Prepared): void;
  remove<N extends RecordName>(record: N, id: string): void;
}

export interface Commit {
  /** Procedure name such as `playlists.update`, as it stands in the audit. */
  command: string;
  actor: Actor;
  /** Whether undo may take it back. Default false. */
  undoable?: boolean;
  /** False for bookkeeping that is no one's decision (job states, sessions): no audit entry. Default true. */
  audited?: boolean;
  /** What of locks two people have agreed to loosen by it. Default nothing. */
  agreed?: readonly Reason[];
  /** The command that it makes in place of whoever was refused it: rooms follow it as that one. Default itself. */
  makes?: string;
}

/** What became of one record by a change that waited for a second person. */
export interface Changed<T> {
  id: string;
  before: T | undefined;
  after: T | undefined;
  /** Epoch ms: since when others may have built on what was. */
  askedAt: number;
  now: number;
}

/** What a commit moved. Emitted after it is on disk. */
export interface Committed {
  seq: number;
  /** What was made, whoever confirmed it. */
  command: string;
  changes: readonly { record: RecordName; id: string }[];
}

/** `notOfExempt`: of what is *dikecualikan* the name alone is searched, and its tags are not told. */
export type WordsSearched = 'all' | 'notOfExempt';

export interface AssetTable {
  /** Search is FTS5 prefix search over name, original name, tags, notes. `ids` is the page asked for, in its order. */
  list(query: z.output<typeof AssetQuery>, words?: WordsSearched): { total: number; ids: string[] };
  /** Not in the bin first. */
  byHash(hash: string): Asset[];
  byState(states: readonly Asset['state'][]): Asset[];
  /** Counted outside the bin. */
  tags(words?: WordsSearched): { tag: string; count: number }[];
  trashedBefore(instant: number): Asset[];
  /** Of every shelf, in order of id: the next ones after this id, or the first ones after the empty string. */
  after(id: string, limit: number): Asset[];
  /** The same of what is not in the bin, by whom or what each is about; null: by nobody. */
  subjectsAfter(id: string, limit: number): { id: string; subject: string | null; ppid: string }[];
  /** Those that wait for an approval, of the shelf in use. */
  pending(): Asset[];
  /** Whether any asset refers to this media: as its source, a rendition, a picture. */
  uses(hash: string): boolean;
  /** Those that refer to this media, on every shelf. */
  holding(hash: string): Asset[];
  /** Repaired copies, and of what. Reads every asset: for what happens rarely. */
  mended(): { id: string; of: string }[];
  count(): number;
  find: Reader['find'];
  assetsOf: Reader['assetsOf'];
}

export interface JobTable {
  /** queued, running, waiting, paused; highest priority first, then oldest. */
  unfinished(): Job[];
  recent(limit: number): Job[];
  /** Forgets finished jobs beyond the newest `keep`. */
  prune(keep: number): void;
}

export interface PlayTable {
  /** Durable when it returns; ids already there are left as they are. Returns how many were new. */
  add(plays: readonly Play[]): number;
  list(query: PlayQuery & { before?: string | undefined; limit: number }): { items: Play[]; cursor: string | null };
  summary(query: PlayQuery): { total: number; shownMs: number; byOutcome: Record<PlayOutcome, number> };
  /** Pages through all matches, oldest first, without holding them. */
  each(query: PlayQuery): Iterable<Play>;
  at(displayId: string, instant: number): Play | undefined;
  /** Plays of a display that begin in [from, until), in order, and before them the one that reaches in; by numbers alone. */
  traces(displayId: string, from: number, until: number): PlayTrace[];
  /** What became of the plays of a display that were to start in [from, until). */
  fates(displayId: string, from: number, until: number): PlayFate[];
  /** The same of all plays of a booking, wherever. */
  fatesOf(bookingId: string): PlayFate[];
  /** Every asset that was ever played. */
  assetIds(): string[];
  /** The name a booking had in its newest play. */
  bookingName(bookingId: string): string | null;
}

/** As much of a play as the index holds: a thousand of them take a millisecond. */
export interface PlayTrace {
  startedAt: number;
  /** 0 of a skipped one. */
  shownMs: number;
  outcome: PlayOutcome;
  bookingId: string | null;
  assetId: string | null;
}

/** A play as counting it needs it; `key` tells plays apart. */
export interface PlayFate extends Pick<Play, 'bookingId' | 'plannedStart' | 'plannedMs' | 'outcome' | 'because'> {
  key: number;
  /** 0 of a skipped one. */
  shownMs: number;
}

export interface AuditTable {
  list(query: { before?: number; limit: number; record?: string; id?: string }): AuditEntry[];
  /** The command that the actor's next undo would take back, or redo do again; null without any. */
  next(kind: 'undo' | 'redo', actor: Actor): { seq: number; command: string } | null;
  /** No undo will come to this command again. */
  passOver(seq: number): void;
}

/** A change that was refused because it would loosen a lock. */
export interface HeldBackChange extends Pick<LockChange, 'command' | 'changes' | 'loosens'> {
  at: number;
}

export interface HeldBack {
  of(actor: Actor, now: number): HeldBackChange | null;
  forget(actor: Actor): void;
}

export interface Store extends Reader {
  /**
   * Runs `change` at once and alone, then writes what it put. Resolves with its value once that is on disk (libsql
   * transaction and documents); rejects with a Failure (`diskFull`, `readOnly`, `invalidInput`) having changed nothing.
   * `change` must be synchronous and free of side effects.
   */
  commit<T>(commit: Commit, change: (tx: Tx) => T): Promise<T>;
  /** Takes back, or does again, the actor's newest undoable command. `undoConflict` when others moved the records since. */
  undo(actor: Actor): Promise<{ command: string; seq: number }>;
  redo(actor: Actor): Promise<{ command: string; seq: number }>;
  /** Number of the newest commit that changed such a record, 0 before the first; moves as soon as they read differently. */
  lastChange(record: RecordName): number;
  readonly assets: AssetTable;
  readonly jobs: JobTable;
  readonly plays: PlayTable;
  readonly plannedDays: PlannedDayTable;
  readonly dayAccounts: DayAccountTable;
  readonly takeoverReceipts: TakeoverReceiptTable;
  readonly recallReceipts: RecallReceiptTable;
  readonly rundownParts: RundownPartTable;
  readonly timed: TimedTable;
  readonly audit: AuditTable;
  /** What was refused to a person because it would loosen a lock: the newest, for a quarter of an hour. */
  readonly heldBack: HeldBack;
  readonly committed: Topic<Committed>;
  /** What start-up had to mend: documents restored from a good copy and so on. */
  readonly recovered: readonly Reason[];
  /** Fires when a durable commit's document file could not be written yet (it is retried), and again when it could. */
  readonly trouble: Topic<Reason | null>;
  close(): Promise<void>;
}

export type { Usage };
