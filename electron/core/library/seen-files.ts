/**
 * Which files of the watched folder have been taken, by path, size and time of change, kept across restarts. Lost or
 * damaged it is only slower: the files are read again and recognised by their content.
 */
import type { Stats } from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole';

const Seen = z.object({ version: z.literal(1), files: z.record(z.string(), z.tuple([z.number(), z.number()])) });

export interface SeenFiles {
  has(file: string, stats: Stats): boolean;
  add(file: string, stats: Stats): void;
  forget(file: string): void;
  /** Writes what changed, if anything did. */
  save(): Promise<void>;
}

export async function openSeenFiles(dir: string): Promise<SeenFiles> {
  const target = path.join(dir, '.watched.json');
  const files = new Map(Object.entries(await read(target)));
  let dirty = false;

  return {
    has(file, { size, mtimeMs }) {
      const seen = files.get(file);
      return seen?.[0] === size && seen[1] === mtimeMs;
    },
    add(file, { size, mtimeMs }) {
      files.set(file, [size, mtimeMs]);
      dirty = true;
    },
    forget(file) {
      dirty = files.delete(file) || dirty;
    },
    async save() {
      if (!dirty) return;
      dirty = false;
      await writeWhole(target, JSON.stringify({ version: 1, files: Object.fromEntries(files) }));
    },
  };
}

async function read(target: string): Promise<z.infer<typeof Seen>['files']> {
  try {
    return Seen.parse(JSON.parse(await fsp.readFile(target, 'utf8'))).files;
  } catch {
    return {};
  }
}
