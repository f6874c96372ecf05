/** Writes a stream into a file and hashes it on the way. */
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Sockets give 64 kB at a time; fewer, larger writes leave the loop free. */
const BATCH_BYTES = 1024 * 1024;

/** The hash of the first `bytes` bytes of a file. */
export interface RunningHash {
  hash: Hash;
  bytes: number;
}

export function newRunningHash(): RunningHash {
  return { hash: createHash('sha256'), bytes: 0 };
}

/**
 * Appends `source` at `offset`. What arrived before a fault is on disk and in the hash; when a write itself fails,
 * `running` is no longer true and must be dropped by the caller.
 * @returns bytes the file holds. @throws what the source or the disk threw.
 */
export async function hashingWrite(source: Readable, path: string, offset: number, running: RunningHash | null) {
  const file = await open(path, 'r+');
  let position = offset;
  try {
    for await (const batch of batches(source)) {
      const bytes = batch.reduce((sum, chunk) => sum + chunk.length, 0);
      const writing = writeAll(file, batch, bytes, position);
      // The disk works while this thread hashes.
      if (running) for (const chunk of batch) running.hash.update(chunk);
      await writing;
      position += bytes;
      if (running) running.bytes = position;
    }
    // What is acknowledged is on the disk.
    await file.datasync();
  } finally {
    await file.close();
  }
  return position;
}

async function writeAll(file: FileHandle, batch: Buffer[], bytes: number, position: number): Promise<void> {
  const { bytesWritten } = await file.writev(batch, position);
  if (bytesWritten === bytes) return;
  // A short write is how a disk that fills up begins; the next one says why.
  const rest = Buffer.concat(batch).subarray(bytesWritten);
  let done = bytesWritten;
  while (done < bytes) {
    const more = await file.write(rest, done - bytesWritten, bytes - done, position + done);
    done += more.bytesWritten;
  }
}

/** Chunks gathered to batches. On a fault of the source, what was gathered is given out before it is thrown. */
async function* batches(source: Readable): AsyncGenerator<Buffer[]> {
  let batch: Buffer[] = [];
  let bytes = 0;
  let fault: { thrown: unknown } | null = null;
  try {
    // Left whole on a fault of the disk: destroying it here would hide that fault behind "aborted".
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      batch.push(chunk);
      bytes += chunk.length;
      if (bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  } catch (thrown) {
    fault = { thrown };
  }
  if (bytes > 0) yield batch;
  if (fault) throw fault.thrown;
}
