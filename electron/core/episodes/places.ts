/** Where episodes lie: `DIR/episodes/ID-HASH.m4a`. A file never changes, so a record names whole content or none. */
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadyEpisode } from '../../contract/records/episode';

const HASH_DIGITS = 16;

export interface Places {
  readonly dir: string;
  nameOf(episode: Pick<ReadyEpisode, 'id' | 'hash'>): string;
  fileOf(episode: Pick<ReadyEpisode, 'id' | 'hash'>): string;
  /** What is being made. */
  freshOf(id: string): string;
}

export function createPlaces(dataDir: string): Places {
  const dir = join(dataDir, 'episodes');
  const nameOf: Places['nameOf'] = ({ id, hash }) => `${id}-${hash.slice(0, HASH_DIGITS)}.m4a`;
  return {
    dir,
    nameOf,
    fileOf: (episode) => join(dir, nameOf(episode)),
    freshOf: (id) => join(dir, `${id}.fresh.m4a`),
  };
}

/** @throws what the disk says where it cannot tell: what may not be read, or only later, is not gone */
export async function isThere(path: string): Promise<boolean> {
  try {
    return (await fsp.stat(path)).isFile();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return false;
    throw fault;
  }
}
