/**
 * Since when what nothing needs has been so, kept across restarts. Sweeps mark, and a later one removes, so that a
 * display that is told late, or a command taken back, still finds its files. Lost or damaged it counts from now on.
 */
import fsp from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole';

const Marks = z.object({
  version: z.literal(1),
  since: z.record(z.string(), z.number()),
  /** Epoch ms until when no file goes because nothing names it; absent when none is held back. */
  holdFiles: z.number().optional(),
});
type Marks = z.infer<typeof Marks>;

export interface Leaving {
  /** To be asked of everything unneeded in every sweep: whether it has been so for `afterMs`. */
  due(key: string, afterMs: number): boolean;
  /** Whether files that nothing names are to stay for now, see `holdFiles`. */
  readonly filesHeld: boolean;
  /** Forgets what was not asked about since `openLeaving`: it is needed again, or gone. */
  save(): Promise<void>;
}

export async function openLeaving(dir: string, now: number): Promise<Leaving> {
  const target = targetIn(dir);
  const { since: before, holdFiles } = await read(target);
  const since: Record<string, number> = {};
  return {
    due(key, afterMs) {
      const mark = before[key] ?? now;
      since[key] = mark;
      return now - mark >= afterMs;
    },
    filesHeld: holdFiles !== undefined && now < holdFiles,
    save: () => write(target, { version: 1, since, holdFiles }),
  };
}

/** Keeps every file that nothing names until then: the database that named it may still be saved. */
export async function holdFiles(dir: string, until: number): Promise<void> {
  const target = targetIn(dir);
  await write(target, { ...(await read(target)), holdFiles: until });
}

const targetIn = (dir: string) => path.join(dir, '.leaving.json');
const write = (target: string, marks: Marks) => writeWhole(target, JSON.stringify(marks));

async function read(target: string): Promise<Marks> {
  try {
    return Marks.parse(JSON.parse(await fsp.readFile(target, 'utf8')));
  } catch {
    return { version: 1, since: {} };
  }
}
