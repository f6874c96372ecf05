/**
 * Replaces a file so that after a crash or a power cut either the old or the new content is there, whole: write a
 * temporary file beside it, flush, rename, flush the folder (rename alone is not durable: https://lwn.net/Articles/457667/).
 */
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const TEMPORARY = '.tmp';

export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}${TEMPORARY}`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

export async function removeDurably(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(dirname(path));
}

/** Windows cannot open a folder for this, and does not need it: its renames are journalled. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what a kill left half written. Returns how many there were. */
export async function removeTemporaries(folder: string): Promise<number> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(TEMPORARY));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  return left.length;
}
