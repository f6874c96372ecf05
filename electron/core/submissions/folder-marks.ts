/**
 * What a look at the folders of agencies remembers of each file: as it was last seen, whether it is done with, and when one that could
 * not be taken is tried again. Kept on disk, so that a restart reads nothing twice; lost, files are read once more and nothing else.
 */
import fsp from 'node:fs/promises';
import { z } from 'zod';

const FileMark = z.object({
  /** Size and time: another file under the same name has another. */
  seen: z.string(),
  done: z.boolean(),
  tries: z.int().min(0),
  /** No sooner; 0: at the next look. */
  again: z.number(),
});
export type FileMark = z.infer<typeof FileMark>;
const Marks = z.record(z.string(), FileMark);

const FIRST_MS = 30_000;
const MOST_MS = 3_600_000;

/** After so many tries that failed: twice as long each time, an hour at most. */
export const waitAfter = (tries: number): number => Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries - 1, 20));

export type Found = 'new' | 'wait' | 'take';

/** What is to be done with a file at a look: one that has not changed since the look before has come to rest. */
export function foundAs(mark: FileMark | undefined, seen: string, now: number): Found {
  if (mark?.seen !== seen) return 'new';
  if (mark.done) return 'wait';
  // Further off than any wait: the clock was set back since.
  return mark.again <= now || mark.again > now + MOST_MS ? 'take' : 'wait';
}

export const asNew = (seen: string): FileMark => ({ seen, done: false, tries: 0, again: 0 });
export const asDone = (mark: FileMark): FileMark => ({ ...mark, done: true });
export const asFailed = (mark: FileMark, now: number): FileMark => {
  const tries = mark.tries + 1;
  return { ...mark, tries, again: now + waitAfter(tries) };
};

/** None where there is no such file, and where it is damaged. */
export async function readMarks(file: string): Promise<Map<string, FileMark>> {
  try {
    return new Map(Object.entries(Marks.parse(JSON.parse(await fsp.readFile(file, 'utf8')))));
  } catch {
    return new Map();
  }
}

/** Not flushed to the disk: what a power cut takes of it is made anew. */
export async function writeMarks(file: string, marks: ReadonlyMap<string, FileMark>): Promise<void> {
  await fsp.writeFile(`${file}.tmp`, JSON.stringify(Object.fromEntries(marks)), { mode: 0o600 });
  await fsp.rename(`${file}.tmp`, file);
}
