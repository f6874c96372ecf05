/** Where recordings lie: `DIR/recordings/YYYY/MM/DD/`, by the station's calendar. */
import fsp from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Recording } from '../../contract/records/recording';
import type { Zone } from '../../contract/scalars';
import { localParts } from '../../domain/time';

type Named = Pick<Recording, 'file'>;

export interface Places {
  readonly dir: string;
  /** The finished file. */
  fileOf(recording: Named): string;
  /** The stream as the page sends it. */
  partOf(recording: Named): string;
  /** What is being made of it. */
  freshOf(recording: Named): string;
}

export function createPlaces(dataDir: string): Places {
  const dir = join(dataDir, 'recordings');
  const fileOf = ({ file }: Named) => join(dir, ...file.split('/'));
  const beside = (recording: Named, ending: string) => fileOf(recording).replace(/\.webm$/, ending);
  return {
    dir,
    fileOf,
    partOf: (recording) => beside(recording, '.part.webm'),
    freshOf: (recording) => beside(recording, '.fresh.webm'),
  };
}

/** `2026/11/22/140000-ID.webm` */
export function fileName(id: string, startedAt: number, zone: Zone): string {
  const { date, time } = localParts(startedAt, zone);
  return `${date.replaceAll('-', '/')}/${time.replaceAll(':', '')}-${id}.webm`;
}

/** Null when there is none. */
export async function sizeOf(path: string): Promise<number | null> {
  const found = await fsp.stat(path).catch(() => null);
  return found?.isFile() ? found.size : null;
}

/** Writes at `offset` and waits for the disk. What stood after it, of a chunk that was never acknowledged, is cut off. */
export async function append(path: string, offset: number, bytes: Uint8Array): Promise<void> {
  const isNew = offset === 0;
  if (isNew) await fsp.mkdir(dirname(path), { recursive: true });
  const file = await fsp.open(path, isNew ? 'w' : 'r+');
  try {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
      done += bytesWritten;
    }
    await file.truncate(offset + bytes.length);
    await file.datasync();
  } finally {
    await file.close();
  }
  if (isNew) await syncFolder(dirname(path));
}

/** Puts a whole file in its place, for good. */
export async function settle(fresh: string, path: string): Promise<void> {
  const file = await fsp.open(fresh, 'r+');
  await file.sync().finally(() => file.close());
  await fsp.rename(fresh, path);
  await syncFolder(dirname(path));
}

/** Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fsp.open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
