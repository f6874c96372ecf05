/**
 * Since when what nothing needs has been so, kept across restarts. Sweeps mark, and a later one removes, so that a
 * display that is told late, or a command taken back, still finds its files. Lost or damaged it counts from now on.
 */
import fsp from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole';

const Marks = z.object({ version: z.literal(1), since: z.record(z.string(), z.number()) });

export interface Leaving {
  /** To be asked of everything unneeded in every sweep: whether it has been so for `afterMs`. */
  due(key: string, afterMs: number): boolean;
  /** Forgets what was not asked about since `openLeaving`: it is needed again, or gone. */
  save(): Promise<void>;
}

export async function openLeaving(dir: string, now: number): Promise<Leaving> {
  const target = path.join(dir, '.leaving.json');
  const before = await read(target);
  const since: Record<string, number> = {};
  return {
    due(key, afterMs) {
      const mark = before[key] ?? now;
      since[key] = mark;
      return now - mark >= afterMs;
    },
    save: () => writeWhole(target, JSON.stringify({ version: 1, since })),
  };
}

async function read(target: string): Promise<Record<string, number>> {
  try {
    return Marks.parse(JSON.parse(await fsp.readFile(target, 'utf8'))).since;
  } catch {
    return {};
  }
}
