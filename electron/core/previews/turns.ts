/** ffmpeg at somebody's asking: two runs at a time, the others wait for theirs; what is asked for twice is made once. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../contract/ulid';
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
  const stopping = new AbortController();
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let taken = 0;
  const opened = onceDone(() => fresh(dir));

  async function inTurn<T>(run: (work: Work, target: string) => Promise<T>): Promise<T> {
    if (taken >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    else taken += 1;
    try {
      stopping.signal.throwIfAborted();
      await opened();
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(PATIENCE_MS)]);
      return await run({ signal, progress: () => {} }, join(dir, `${newId()}.part`));
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  }

  return {
    turns(run) {
      const turn = inTurn(run);
      const end = turn.catch(() => {}).finally(() => running.delete(end));
      running.add(end);
      return turn;
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
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
