/**
 * What the display keeps on its own disk, in IndexedDB: the one store that a page over plain http has. Records are
 * parsed when they are read; a damaged one counts as absent.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from 'zod';
import { PlayReport } from '../../../electron/contract/records/play';
import { Id, Sha256 } from '../../../electron/contract/scalars';
import { MediaIndex } from './media-index';

export const CHUNK_BYTES = 1024 * 1024;

/** A media file, whole or on its way. Its bytes lie in `chunks`. */
export const StoredFile = z.object({
  hash: Sha256,
  bytes: z.int().min(1),
  mime: z.string(),
  /** Chunks written, from the first without a gap. */
  chunks: z.int().min(0),
  /** All bytes are there and their hash is right. */
  whole: z.boolean(),
  /** Where the fragments of a video lie; null for a still, or until it is whole. */
  index: MediaIndex.nullable(),
  /** Last time a timeline asked for it, on this machine's clock. */
  neededAt: z.number(),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** A play and whose it is: a page that is paired anew must not hand it to another display. */
export const KeptPlay = z.object({ id: Id, displayId: Id, play: PlayReport });
export type KeptPlay = z.infer<typeof KeptPlay>;

export const OpenPlay = KeptPlay.extend({ entryKey: z.string(), entryStart: z.number() });
export type OpenPlay = z.infer<typeof OpenPlay>;

interface Schema extends DBSchema {
  files: { key: string; value: unknown };
  chunks: { key: [string, number]; value: ArrayBuffer };
  plays: { key: string; value: unknown };
  open: { key: string; value: unknown };
  values: { key: string; value: unknown };
}
export type DisplayDb = IDBPDatabase<Schema>;

export function openDisplayDb(onLost: () => void = () => {}, name = 'suar-display'): Promise<DisplayDb> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('files', { keyPath: 'hash' });
      db.createObjectStore('chunks');
      db.createObjectStore('plays', { keyPath: 'id' });
      db.createObjectStore('open', { keyPath: 'id' });
      db.createObjectStore('values');
    },
    terminated: onLost,
  });
}

export async function readFile(db: DisplayDb, hash: string): Promise<StoredFile | null> {
  return parsed(StoredFile, await db.get('files', hash));
}

export async function readFiles(db: DisplayDb): Promise<StoredFile[]> {
  const all = await db.getAll('files');
  return all.flatMap((raw) => parsed(StoredFile, raw) ?? []);
}

export async function readValue<T>(db: DisplayDb, key: string, schema: z.ZodType<T>): Promise<T | null> {
  return parsed(schema, await db.get('values', key));
}

/** Writes durably: what a page says it keeps survives a power cut. */
export async function writeValue(db: DisplayDb, key: string, value: unknown): Promise<void> {
  await whenRoom(async () => {
    const tx = db.transaction('values', 'readwrite', { durability: 'strict' });
    await inFull(tx.done, value === null ? tx.store.delete(key) : tx.store.put(value, key));
  });
}

/** When the disk is full the transaction says so; its requests then only say that it was aborted. */
export async function inFull(done: Promise<void>, ...requests: Promise<unknown>[]): Promise<void> {
  const settled = Promise.allSettled(requests);
  await done;
  await settled;
}

export function isDiskFull(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'QuotaExceededError';
}

const ROOM_AFTER_MS = [250, 500, 1000, 2000];

/**
 * For what is small: a file that found no room is dropped by the keeper at once, so there is room for this a moment later.
 * @throws what the last try threw.
 */
export async function whenRoom(write: () => Promise<void>): Promise<void> {
  for (const waitMs of ROOM_AFTER_MS) {
    try {
      return await write();
    } catch (problem) {
      if (!isDiskFull(problem)) throw problem;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return write();
}

export function parsed<T>(schema: z.ZodType<T>, raw: unknown): T | null {
  const result = schema.safeParse(raw);
  return result.success ? result.data : null;
}

/** Notes that a file is needed still; one that has gone meanwhile stays gone. */
export async function touchFile(db: DisplayDb, hash: string, neededAt: number): Promise<void> {
  const tx = db.transaction('files', 'readwrite');
  const file = parsed(StoredFile, await tx.store.get(hash));
  await Promise.all([file && tx.store.put({ ...file, neededAt }), tx.done]);
}

/** The hashes of all files of which there is anything: their records, and bytes that no record knows of. */
export async function readHashes(db: DisplayDb): Promise<Set<string>> {
  const tx = db.transaction(['files', 'chunks']);
  const hashes = new Set(await tx.objectStore('files').getAllKeys());
  let cursor = await tx.objectStore('chunks').openKeyCursor();
  while (cursor) {
    hashes.add(cursor.key[0]);
    cursor = await cursor.continue([cursor.key[0], Number.POSITIVE_INFINITY]);
  }
  return hashes;
}

/** The same, and on the disk when it resolves, so that no power cut brings it back. Answers how many bytes there were. */
export async function dropForGood(db: DisplayDb, hash: string): Promise<number> {
  const range = IDBKeyRange.bound([hash, 0], [hash, Number.POSITIVE_INFINITY]);
  const tx = db.transaction(['files', 'chunks'], 'readwrite', { durability: 'strict' });
  const chunks = tx.objectStore('chunks');
  let bytes = 0;
  for (let cursor = await chunks.openCursor(range); cursor; cursor = await cursor.continue())
    bytes += cursor.value.byteLength;
  await inFull(tx.done, chunks.delete(range), tx.objectStore('files').delete(hash));
  return bytes;
}

/** Deletes a file and its bytes in one transaction. */
export async function dropFile(db: DisplayDb, hash: string): Promise<void> {
  const tx = db.transaction(['files', 'chunks'], 'readwrite');
  const chunks = IDBKeyRange.bound([hash, 0], [hash, Number.POSITIVE_INFINITY]);
  await Promise.all([tx.objectStore('chunks').delete(chunks), tx.objectStore('files').delete(hash), tx.done]);
}
