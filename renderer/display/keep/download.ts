/**
 * Fetches one file into the cache: by ranges, from where it stopped, hashed as it comes. Runs in the worker; the network
 * and the disk are handed in.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { CHUNK_BYTES, type DisplayDb, dropFile, inFull, readFile, type StoredFile } from './db';
import { indexMedia, type ReadBytes } from './media-index';

export interface Wanted {
  hash: string;
  bytes: number;
  mime: string;
}

export type DownloadEnd =
  | { state: 'whole'; file: StoredFile }
  /** Something more urgent came. What is there stays. */
  | { state: 'yielded' }
  /** Whole and hashed rightly, yet no display can play it. */
  | { state: 'unplayable'; why: string }
  /** The bytes were not those of the hash; they are gone. */
  | { state: 'corrupt' }
  | { state: 'refused' }
  | { state: 'failed'; why: string };

export interface DownloadDeps {
  db: DisplayDb;
  fetch(url: string, headers: Record<string, string>): Promise<Response>;
  token: string;
  /** Asked between chunks. */
  yields(): boolean;
  wall(): number;
}

type Hash = ReturnType<typeof sha256.create>;

export async function download(deps: DownloadDeps, wanted: Wanted): Promise<DownloadEnd> {
  const file = (await readFile(deps.db, wanted.hash)) ?? newFile(wanted, deps.wall());
  if (file.whole) return { state: 'whole', file };
  const hash = await rehash(deps.db, file);
  const end = file.chunks * CHUNK_BYTES < file.bytes ? await receive(deps, file, hash) : null;
  return end ?? finish(deps, file, hash);
}

function newFile({ hash, bytes, mime }: Wanted, neededAt: number): StoredFile {
  return { hash, bytes, mime, chunks: 0, whole: false, index: null, neededAt };
}

/** The state of a hash cannot be kept, so what is on the disk is read once more. */
async function rehash(db: DisplayDb, file: StoredFile): Promise<Hash> {
  const hash = sha256.create();
  for (let n = 0; n < file.chunks; n++) {
    const chunk = await db.get('chunks', [file.hash, n]);
    if (!chunk) {
      file.chunks = n;
      break;
    }
    hash.update(new Uint8Array(chunk));
  }
  return hash;
}

async function receive(deps: DownloadDeps, file: StoredFile, hash: Hash): Promise<DownloadEnd | null> {
  const from = file.chunks * CHUNK_BYTES;
  const headers = { authorization: `Bearer ${deps.token}`, ...(from > 0 ? { range: `bytes=${from}-` } : {}) };
  const response = await deps.fetch(`/media/${file.hash}`, headers);
  if (response.status === 401 || response.status === 403) return { state: 'refused' };
  if (!response.ok || !response.body) return { state: 'failed', why: `HTTP ${response.status}` };
  if (from > 0 && response.status !== 206) return startOver(deps, file, 'range ignored');
  const reader = response.body.getReader();
  try {
    return await writeChunks(deps, file, hash, reader);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function startOver(deps: DownloadDeps, file: StoredFile, why: string): Promise<DownloadEnd> {
  await dropFile(deps.db, file.hash);
  return { state: 'failed', why };
}

type ByteReader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

async function writeChunks(
  d: DownloadDeps,
  file: StoredFile,
  hash: Hash,
  from: ByteReader,
): Promise<DownloadEnd | null> {
  let chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for (;;) {
    const { done, value } = await from.read();
    for (let at = 0; value && at < value.length; ) {
      const part = value.subarray(at, at + CHUNK_BYTES - filled);
      chunk.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < CHUNK_BYTES) continue;
      await writeChunk(d.db, file, chunk, hash);
      chunk = new Uint8Array(CHUNK_BYTES);
      filled = 0;
      if (d.yields()) return { state: 'yielded' };
    }
    if (file.chunks * CHUNK_BYTES + filled > file.bytes) return { state: 'corrupt' };
    if (!done) continue;
    if (file.chunks * CHUNK_BYTES + filled < file.bytes) return { state: 'failed', why: 'connection ended early' };
    if (filled > 0) await writeChunk(d.db, file, chunk.slice(0, filled), hash);
    return null;
  }
}

async function writeChunk(db: DisplayDb, file: StoredFile, chunk: Uint8Array<ArrayBuffer>, hash: Hash): Promise<void> {
  hash.update(chunk);
  const tx = db.transaction(['chunks', 'files'], 'readwrite');
  const bytes = tx.objectStore('chunks').put(chunk.buffer, [file.hash, file.chunks]);
  const count = tx.objectStore('files').put({ ...file, chunks: file.chunks + 1 });
  await inFull(tx.done, bytes, count);
  file.chunks += 1;
}

async function finish(deps: DownloadDeps, file: StoredFile, hash: Hash): Promise<DownloadEnd> {
  if (bytesToHex(hash.digest()) !== file.hash) {
    await dropFile(deps.db, file.hash);
    return { state: 'corrupt' };
  }
  const whole: StoredFile = { ...file, whole: true };
  try {
    if (file.mime.startsWith('video/')) whole.index = await indexMedia(chunkReader(deps.db, file.hash), file.bytes);
  } catch (fault) {
    return { state: 'unplayable', why: fault instanceof Error ? fault.message : String(fault) };
  }
  await deps.db.put('files', whole);
  return { state: 'whole', file: whole };
}

/** Bytes that were kept cannot be read back; fetched anew they may be. */
export class LostMedia extends Error {
  override name = 'LostMedia';
}

/** Reads any range of a kept file. @throws LostMedia */
export function chunkReader(db: DisplayDb, hash: string): ReadBytes {
  let held: { n: number; bytes: Uint8Array } | null = null;
  return async (start, end) => {
    const out = new Uint8Array(end - start);
    for (let at = start; at < end; ) {
      const n = Math.floor(at / CHUNK_BYTES);
      if (held?.n !== n) held = { n, bytes: await readChunk(db, hash, n) };
      const part = held.bytes.subarray(at - n * CHUNK_BYTES, Math.min(end - n * CHUNK_BYTES, CHUNK_BYTES));
      if (part.length === 0) throw new LostMedia(`chunk ${n} of ${hash} is short`);
      out.set(part, at - start);
      at += part.length;
    }
    return out;
  };
}

async function readChunk(db: DisplayDb, hash: string, n: number): Promise<Uint8Array> {
  const chunk = await db.get('chunks', [hash, n]);
  if (!chunk) throw new LostMedia(`chunk ${n} of ${hash} is gone`);
  return new Uint8Array(chunk);
}
