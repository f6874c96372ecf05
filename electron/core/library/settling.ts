/**
 * Files that have appeared and may still be written: whole once size and time of change have stood still for a while,
 * as seen here. (chokidar's own waiting leaves out what it finds on its first walk.)
 */
import type { Stats } from 'node:fs';
import fsp from 'node:fs/promises';

export interface Settling {
  notice(file: string, stats: Stats): void;
  forget(file: string): void;
  clear(): void;
  /** Those that are whole now, with how they were last seen. They stay until they are forgotten. */
  whole(): Promise<[file: string, stats: Stats][]>;
}

interface Sight {
  stats: Stats;
  since: number;
}

/** `monotonic` in ms. */
export function createSettling(stableMs: number, monotonic: () => number = () => performance.now()): Settling {
  const sights = new Map<string, Sight>();

  async function lookAgain(file: string, sight: Sight): Promise<Stats | null> {
    const stats = await fsp.stat(file).catch(() => null);
    const same = stats !== null && sameFile(stats, sight.stats);
    if (same && stats.size > 0) return stats;
    if (stats && !same) sights.set(file, { stats, since: monotonic() });
    else sights.delete(file);
    return null;
  }

  return {
    notice(file, stats) {
      const sight = sights.get(file);
      if (!sight || !sameFile(stats, sight.stats)) sights.set(file, { stats, since: monotonic() });
    },
    forget: (file) => void sights.delete(file),
    clear: () => sights.clear(),
    async whole() {
      const due = [...sights].filter(([, { since }]) => monotonic() - since >= stableMs);
      const looks = due.map(async ([file, sight]) => [file, await lookAgain(file, sight)] as const);
      return (await Promise.all(looks)).flatMap(([file, stats]) => (stats ? [[file, stats]] : []));
    },
  };
}

function sameFile(a: Stats, b: Stats): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}
