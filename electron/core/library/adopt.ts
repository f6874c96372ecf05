/** Files and folders handed over by path: each is looked at now and taken in by a job. */
import fsp from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Adoption } from '../../contract/api/library';
import type { Actor } from '../../contract/records/audit';
import { type Reason, reason } from '../../contract/scalars';
import { printableName } from '../../domain/file-names';
import { fileReason } from './file-fault';
import { refusedKind } from './kinds';
import { PRIORITY, type Room } from './room';

type Adopted = z.infer<typeof Adoption>;

/** A dropped folder brings at most so many files. */
const MOST_FILES = 5_000;
const BATCH = 50;

/** One answer for each file; what can be taken in is queued when this resolves. The files stay where they are. */
export async function adopt(room: Room, paths: readonly string[], by: Actor): Promise<Adopted[]> {
  const answers: Adopted[] = [];
  for (const given of paths) {
    for (const file of await filesAt(given)) answers.push(await look(room, file));
  }
  const accepted = answers.filter((answer) => answer.accepted).map((answer) => answer.path);
  if (accepted.length > 0) await enqueueAdoptions(room, accepted, by);
  return answers;
}

/** A few at a time, so that a folder of thousands does not hold up everyone else. */
export async function enqueueAdoptions(room: Room, paths: readonly string[], by: Actor): Promise<void> {
  for (let from = 0; from < paths.length; from += BATCH) await enqueueBatch(room, paths.slice(from, from + BATCH), by);
}

function enqueueBatch(room: Room, paths: readonly string[], by: Actor): Promise<void> {
  const commit = { command: 'library.adopt', actor: by, audited: by.kind !== 'station' };
  return room.store.commit(commit, (tx) => {
    for (const file of paths) {
      const originalName = printableName(path.basename(file));
      const input = { path: file, originalName, createdBy: by.name, createdById: by.id };
      room.jobs.enqueue(tx, 'adopt', { input, title: originalName, priority: PRIORITY.adopt });
    }
  });
}

async function look(room: Room, file: string): Promise<Adopted> {
  const because = await refusal(room, file);
  return { path: file, accepted: because === null, because };
}

async function refusal({ dataDir }: Room, file: string): Promise<Reason | null> {
  const name = printableName(path.basename(file));
  try {
    const stats = await fsp.stat(file);
    if (!stats.isFile()) return reason('adopt.notFile', { name });
    if (await isWithin(dataDir, file)) return reason('adopt.ownData', { name });
    if (stats.size === 0) return reason('adopt.empty', { name });
    await fsp.access(file, fsp.constants.R_OK);
    return refusedKind(name);
  } catch (fault) {
    return fileReason(fault, name) ?? reason('adopt.unreadable', { name });
  }
}

/** The station's own records and keys are no material. */
async function isWithin(dir: string, file: string): Promise<boolean> {
  const [parent, child] = await Promise.all([fsp.realpath(dir), fsp.realpath(file)]);
  return child.startsWith(parent + path.sep);
}

/** The files of a folder in order of name, without hidden ones; the path itself when it is no folder. */
async function filesAt(given: string): Promise<string[]> {
  const stats = await fsp.stat(given).catch(() => null);
  if (!stats?.isDirectory()) return [given];
  const entries = await fsp.readdir(given, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files
    .filter((file) => !isHidden(path.relative(given, file)))
    .sort()
    .slice(0, MOST_FILES);
}

function isHidden(relative: string): boolean {
  return relative.split(path.sep).some((part) => part.startsWith('.'));
}
