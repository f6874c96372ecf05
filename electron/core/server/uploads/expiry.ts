/** Removes what has been quiet for a week: unfinished uploads, the records of finished ones, and what a crash left. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { noneIfAbsent } from './records';
import type { UploadStore } from './upload-store';

const QUIET_MS = 7 * 86_400_000;
/** An upload's bytes, its record, its record being written. */
const OURS = /^([0-9a-f]{32})(?:\.json(?:\.tmp)?)?$/;

/** The last activity is the newest write to any file of an upload. What cannot be looked at is logged and left. */
export async function removeQuiet(store: UploadStore, now: number, log: FastifyBaseLogger): Promise<number> {
  let removed = 0;
  for (const [id, names] of await filesOfUploads(store.directory)) {
    try {
      if (now - (await lastWrite(store.directory, names)) < QUIET_MS) continue;
      await store.remove(id);
      removed += 1;
    } catch (fault) {
      log.warn({ err: fault, upload: id }, 'an old upload was left: it could not be looked at');
    }
  }
  return removed;
}

async function filesOfUploads(folder: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const name of (await readdir(folder).catch(noneIfAbsent)) ?? []) {
    const id = OURS.exec(name)?.[1];
    if (id) found.set(id, [...(found.get(id) ?? []), name]);
  }
  return found;
}

async function lastWrite(folder: string, names: readonly string[]): Promise<number> {
  const stats = await Promise.all(names.map((name) => stat(join(folder, name)).catch(noneIfAbsent)));
  return Math.max(...stats.map((each) => each?.mtimeMs ?? 0));
}
