/** ffmpeg at somebody's asking: two runs at a time, the others wait for theirs; what is asked for twice is made once. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../contract/ulid';
import { createInTurn } from '../in-turn';
import type { Work } from '../media/types';
import { onceDone } from '../together';

const AT_ONCE = 2;
/** Nobody looks longer at a page that does not answer. */
const PATIENCE_MS = 60_000;

/** Runs the work when it is its turn; it is handed a path that it may write to and takes away again. */
export type Turns = <T>(run: (work: Work, target: string) => Promise<T>) => Promise<T>;

export interface TakenTurns {
  turns: Turns;
  /** Ends what runs, and what waits before it begins; resolves when nothing runs. */
  stop(): Promise<void>;
}

export function createTurns(dataDir: string): TakenTurns {
  const dir = join(dataDir, 'previews');
  const { run: inTurn, stop } = createInTurn(AT_ONCE);
  const opened = onceDone(() => fresh(dir));
  return {
    turns: (run) =>
      inTurn(async (stopping) => {
        await opened();
        const signal = AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]);
        return run({ signal, progress: () => {} }, join(dir, `${newId()}.part`));
      }),
    stop,
  };
}

/** Without what a crash left half-made. */
async function fresh(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
}

/** Answers by key what is made once; of those kept the one that was asked for longest ago goes. What failed is made again. */
export function makeOne<T>(most: number, make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    const made = known ?? make(key);
    kept.delete(key);
    kept.set(key, made);
    if (!known) made.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
