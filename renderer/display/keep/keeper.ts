/**
 * Keeps on the disk what the timeline needs, most urgent first. Never drops what it needs; drops the rest when the disk is
 * full, longest unneeded first, and after a week. Runs in the worker. Start at `work`.
 */
import { type Reason, reason } from '../../../electron/contract/scalars';
import { dropFile, dropForGood, isDiskFull, readFiles, readHashes, touchFile } from './db';
import { type DownloadDeps, type DownloadEnd, download, type Wanted } from './download';

/** What the page asks of its keeper. */
export type KeeperOrder =
  /** In the order in which they are needed. `token` null: nothing is fetched now. */
  | { type: 'want'; files: Wanted[]; token: string | null }
  /** These bytes could not be read back: fetch them anew. */
  | { type: 'again'; hash: string }
  /** Recalled, the whole list: deleted at once, and not kept however it comes. */
  | { type: 'ban'; hashes: string[] }
  /** All bytes of a file, got in another way: they are checked and kept as if they had been fetched. */
  | { type: 'bring'; file: Wanted; bytes: Blob };

export type KeeperNews =
  | { type: 'whole'; hash: string }
  | { type: 'gone'; hash: string }
  | { type: 'broken'; hash: string; why: string }
  /** Of the whole list nothing is on the disk any more; so many bytes were. */
  | { type: 'banned'; files: { hash: string; bytes: number }[] }
  /** All that is wanted and not whole. */
  | { type: 'missing'; hashes: string[]; bytes: number }
  | { type: 'fault'; reason: Reason }
  /** The token was refused; the keeper waits for another. */
  | { type: 'refused' };

export interface KeeperDeps extends Pick<DownloadDeps, 'db' | 'fetch' | 'wall'> {
  tell(news: KeeperNews): void;
  /** Resolves after `ms`, or as soon as `wake` aborts. */
  sleep(ms: number, wake: AbortSignal): Promise<void>;
}

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;
const CORRUPT_BEFORE_FAULT = 3;
const UNNEEDED_MS = 7 * 86_400_000;
/** That a file is needed is noted no more often than this: flash wears out. */
const NOTE_NEED_MS = 3_600_000;
const AFTER_TROUBLE_MS = 5000;
/** A file that found no room is not fetched again before this, unless other files are wanted: it comes over somebody's line. */
const NO_ROOM_MS = 600_000;

export function createKeeper(deps: KeeperDeps) {
  let files: Wanted[] = [];
  let token: string | null = null;
  let wake = new AbortController();
  let banned: ReadonlySet<string> = new Set();
  /** What is being written at this moment. */
  let writing: { hash: string; over: Promise<void> } | null = null;
  const whole = new Set<string>();
  const broken = new Set<string>();
  const tries = new Map<string, { count: number; corrupt: number; after: number }>();
  const noRoom = new Map<string, number>();
  const faulted = new Set<string>();

  function fault(key: string, why: Reason): void {
    if (!faulted.has(key)) deps.tell({ type: 'fault', reason: why });
    faulted.add(key);
  }

  function tellMissing(): void {
    const missing = files.filter((file) => !whole.has(file.hash));
    const bytes = missing.reduce((sum, file) => sum + file.bytes, 0);
    deps.tell({ type: 'missing', hashes: missing.map((file) => file.hash), bytes });
  }

  async function adopt(): Promise<void> {
    for (const file of await readFiles(deps.db)) {
      if (!file.whole || whole.has(file.hash)) continue;
      whole.add(file.hash);
      deps.tell({ type: 'whole', hash: file.hash });
    }
  }

  function nextFile(): Wanted | undefined {
    const due = (hash: string) => dueAt(hash) <= deps.wall();
    return files.find(({ hash }) => !whole.has(hash) && !broken.has(hash) && !banned.has(hash) && due(hash));
  }

  function dueAt(hash: string): number {
    return Math.max(tries.get(hash)?.after ?? 0, noRoom.get(hash) ?? 0);
  }

  function retryInMs(): number {
    const waiting = files.filter(({ hash }) => !whole.has(hash) && !broken.has(hash) && !banned.has(hash));
    const after = waiting.map(({ hash }) => dueAt(hash));
    return Math.max(50, Math.min(LAST_RETRY_MS, ...after.map((at) => at - deps.wall())));
  }

  async function fetchOne(wanted: Wanted, withToken: string): Promise<void> {
    const yields = () => nextFile()?.hash !== wanted.hash || token !== withToken;
    try {
      took(wanted, await download({ ...deps, token: withToken, yields }, wanted));
    } catch (problem) {
      if (isDiskFull(problem)) await madeRoom(wanted);
      else later(wanted, false);
    }
  }

  async function keepBrought(wanted: Wanted, bytes: Blob): Promise<void> {
    if (whole.has(wanted.hash) || banned.has(wanted.hash)) return;
    try {
      const yields = () => banned.has(wanted.hash);
      took(wanted, await download({ ...deps, fetch: servedFrom(bytes), token: '', yields }, wanted));
    } catch (problem) {
      if (!isDiskFull(problem)) throw problem;
      await madeRoom(wanted);
    }
  }

  function took(wanted: Wanted, end: DownloadEnd): void {
    const { hash } = wanted;
    switch (end.state) {
      case 'whole':
        whole.add(hash);
        tries.delete(hash);
        deps.tell({ type: 'whole', hash });
        tellMissing();
        break;
      case 'unplayable':
        broken.add(hash);
        deps.tell({ type: 'broken', hash, why: end.why });
        break;
      case 'refused':
        token = null;
        deps.tell({ type: 'refused' });
        break;
      case 'corrupt':
      case 'failed':
        later(wanted, end.state === 'corrupt');
        break;
      case 'yielded':
        break;
      default:
        end satisfies never;
    }
  }

  function later({ hash }: Wanted, corrupt: boolean): void {
    const before = tries.get(hash) ?? { count: 0, corrupt: 0, after: 0 };
    const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** before.count) * (0.8 + Math.random() * 0.4);
    const now = { count: before.count + 1, corrupt: before.corrupt + (corrupt ? 1 : 0), after: deps.wall() + waitMs };
    tries.set(hash, now);
    if (now.corrupt === CORRUPT_BEFORE_FAULT) fault(`corrupt ${hash}`, reason('fault.mediaCorrupt', { hash }));
  }

  /**
   * The disk is full: drops the file longest unneeded. Where there is none it says so and drops what has come of this one:
   * plays need room too.
   */
  async function madeRoom(wanted: Wanted): Promise<void> {
    const oldest = (await unneeded()).at(0);
    if (oldest) return forget(oldest.hash);
    fault('quota', reason('fault.displayDiskFull', { bytes: wanted.bytes }));
    noRoom.set(wanted.hash, deps.wall() + NO_ROOM_MS);
    await dropFile(deps.db, wanted.hash);
  }

  async function unneeded() {
    const needed = new Set(files.map((file) => file.hash));
    const others = (await readFiles(deps.db)).filter((file) => !needed.has(file.hash));
    return others.sort((a, b) => a.neededAt - b.neededAt);
  }

  async function forget(hash: string): Promise<void> {
    await dropFile(deps.db, hash);
    if (whole.delete(hash)) deps.tell({ type: 'gone', hash });
  }

  /**
   * What was being written of it when the word came is waited for, and deleted as well. Of very many only what is here is looked at,
   * but never nothing: what was let go of lately is on the disk for good only with the next thing that is.
   */
  async function ban(hashes: readonly string[]): Promise<void> {
    banned = new Set(hashes);
    const late = writing;
    const bytes = new Map(hashes.map((hash) => [hash, 0]));
    const drop = async (hash: string) => {
      bytes.set(hash, (bytes.get(hash) ?? 0) + (await dropForGood(deps.db, hash)));
      if (whole.delete(hash)) deps.tell({ type: 'gone', hash });
    };
    const here = await readHashes(deps.db);
    const held = hashes.filter((hash) => here.has(hash));
    for (const hash of held.length > 0 ? held : hashes.slice(0, 1)) await drop(hash);
    if (late && banned.has(late.hash)) {
      await late.over.catch(() => {});
      await drop(late.hash);
    }
    deps.tell({ type: 'banned', files: [...bytes].map(([hash, count]) => ({ hash, bytes: count })) });
  }

  async function markNeeded(): Promise<void> {
    const needed = new Set(files.map((file) => file.hash));
    for (const { hash, neededAt } of await readFiles(deps.db)) {
      const ago = Math.abs(deps.wall() - neededAt);
      if (needed.has(hash) && ago > NOTE_NEED_MS) await touchFile(deps.db, hash, deps.wall());
      else if (!needed.has(hash) && neededAt < deps.wall() - UNNEEDED_MS) await forget(hash);
    }
  }

  async function order(order: KeeperOrder): Promise<void> {
    if (order.type === 'again') {
      broken.delete(order.hash);
      await forget(order.hash);
    } else if (order.type === 'ban') {
      await ban(order.hashes);
    } else if (order.type === 'bring') {
      await writes(order.file, keepBrought(order.file, order.bytes));
    } else {
      // The same files in another order, as time goes on, are no news.
      if (!sameFiles(order.files, files)) {
        faulted.delete('quota');
        noRoom.clear();
      }
      files = order.files;
      token = order.token;
      tries.clear();
    }
    tellMissing();
    wake.abort();
  }

  async function work(stop: AbortSignal): Promise<void> {
    await adopt();
    tellMissing();
    let marked: Wanted[] | null = null;
    while (!stop.aborted) {
      const isNew = marked !== files;
      marked = files;
      await turn(isNew).catch(troubled);
    }

    async function turn(isNew: boolean): Promise<void> {
      if (isNew) await markNeeded();
      const next = nextFile();
      if (next && token) await writes(next, fetchOne(next, token));
      else if (marked === files) {
        wake = new AbortController();
        await deps.sleep(token ? retryInMs() : LAST_RETRY_MS, wake.signal);
      }
    }
  }

  async function writes({ hash }: Wanted, over: Promise<void>): Promise<void> {
    const mine = { hash, over };
    writing = mine;
    try {
      await over;
    } finally {
      if (writing === mine) writing = null;
    }
  }

  /** The disk itself failed: said once, and the keeper goes on. */
  async function troubled(problem: unknown): Promise<void> {
    fault('trouble', reason('fault.notKept', { message: String(problem).slice(0, 300) }));
    await deps.sleep(AFTER_TROUBLE_MS, new AbortController().signal);
  }

  return { order: (each: KeeperOrder) => order(each).catch(troubled), work };
}

/** As the station would answer a request for the rest of a file. */
function servedFrom(bytes: Blob): DownloadDeps['fetch'] {
  return async (_url, { range }) => {
    const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
    return new Response(bytes.slice(from), { status: from > 0 ? 206 : 200 });
  };
}

function sameFiles(a: readonly Wanted[], b: readonly Wanted[]): boolean {
  const hashes = new Set(b.map(({ hash }) => hash));
  return a.length === b.length && a.every(({ hash }) => hashes.has(hash));
}
