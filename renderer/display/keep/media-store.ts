/** Kept media as the stage reads it, and the orders to the keeper. */
import type { DisplayDb } from './db';
import { CHUNK_BYTES, readFile } from './db';
import { chunkReader, LostMedia, type Wanted } from './download';
import type { KeeperNews, KeeperOrder } from './keeper';
import type { MediaIndex, ReadBytes } from './media-index';

export interface OpenMedia {
  index: MediaIndex;
  read: ReadBytes;
}

export interface MediaStore {
  /** @throws LostMedia where the file is not whole or cannot be read back. */
  openVideo(hash: string): Promise<OpenMedia>;
  /** A whole still. */
  blob(hash: string): Promise<Blob>;
  /** A whole file of any size, never in memory as one piece. @throws LostMedia */
  file(hash: string): Promise<Blob>;
}

export function createMediaStore(db: DisplayDb): MediaStore {
  async function whole(hash: string) {
    const file = await readFile(db, hash);
    if (!file?.whole) throw new LostMedia(`${hash} is not kept`);
    return file;
  }
  return {
    async openVideo(hash) {
      const { index } = await whole(hash);
      if (!index) throw new LostMedia(`${hash} has no index`);
      return { index, read: chunkReader(db, hash) };
    },
    async file(hash) {
      const { bytes, mime } = await whole(hash);
      const read = chunkReader(db, hash);
      const parts: Blob[] = [];
      for (let at = 0; at < bytes; at += CHUNK_BYTES)
        parts.push(new Blob([await read(at, Math.min(bytes, at + CHUNK_BYTES))]));
      return new Blob(parts, { type: mime });
    },
    async blob(hash) {
      const file = await whole(hash);
      return new Blob([await chunkReader(db, hash)(0, file.bytes)], { type: file.mime });
    },
  };
}

export interface KeeperLink {
  want(files: Wanted[], token: string | null): void;
  again(hash: string): void;
  /** The whole list of what is recalled. */
  ban(hashes: string[]): void;
  /** All bytes of a file, got in another way. */
  bring(file: Wanted, bytes: Blob): void;
}

export function startKeeper(onNews: (news: KeeperNews) => void): KeeperLink {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<KeeperNews>) => onNews(event.data));
  const send = (order: KeeperOrder) => worker.postMessage(order);
  return {
    want: (files, token) => send({ type: 'want', files, token }),
    again: (hash) => send({ type: 'again', hash }),
    ban: (hashes) => send({ type: 'ban', hashes }),
    bring: (file, bytes) => send({ type: 'bring', file, bytes }),
  };
}
