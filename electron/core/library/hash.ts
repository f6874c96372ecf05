/** Hashing and copying by stream: 5 GB pass through a megabyte of memory. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import fsp from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

export interface Hashed {
  hash: string;
  bytes: number;
}

/** Hears of bytes done so far. */
export type OnBytes = (bytes: number) => void;

/** One hash update of this size takes about a millisecond, which is what the station's loop can spare. */
const CHUNK_BYTES = 1024 * 1024;

export async function hashFile(file: string, signal?: AbortSignal, onBytes?: OnBytes): Promise<Hashed> {
  const sum = running(onBytes);
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES, signal })) sum.add(chunk as Buffer);
  return sum.result();
}

/** Copies `from` to the new file `to`, hashing on the way. A half-made copy is removed when it fails. */
export async function copyHashing(from: string, to: string, signal?: AbortSignal, onBytes?: OnBytes): Promise<Hashed> {
  const sum = running(onBytes);
  try {
    await pipeline(
      createReadStream(from, { highWaterMark: CHUNK_BYTES }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          sum.add(chunk);
          yield chunk;
        }
      },
      createWriteStream(to, { flags: 'wx', mode: 0o640, highWaterMark: CHUNK_BYTES }),
      { signal },
    );
    return sum.result();
  } catch (fault) {
    await fsp.rm(to, { force: true });
    throw fault;
  }
}

function running(onBytes: OnBytes | undefined) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add(chunk: Buffer): void {
      hash.update(chunk);
      bytes += chunk.length;
      onBytes?.(bytes);
    },
    result: (): Hashed => ({ hash: hash.digest('hex'), bytes }),
  };
}
