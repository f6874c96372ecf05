/** Kept media as the stage reads it, and the orders to the keeper. */
import type { DisplayDb } from './db';
import { readFile } from './db';
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
    async blob(hash) {
      const file = await whole(hash);
      return new Blob([await chunkReader(db, hash)(0, file.bytes)], { type: file.mime });
    },
  };
}

export interface KeeperLink {
  want(files: Wanted[], token: string | null): void;
  again(hash: string): void;
}

export function startKeeper(onNews: (news: KeeperNews) => void): KeeperLink {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<KeeperNews>) => onNews(event.data));
  const send = (order: KeeperOrder) => worker.postMessage(order);
  return {
    want: (files, token) => send({ type: 'want', files, token }),
    again: (hash) => send({ type: 'again', hash }),
  };
}
