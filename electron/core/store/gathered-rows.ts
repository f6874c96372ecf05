/** Rows that a thousand displays bring at once: gathered for a moment and kept together, a piece a commit. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Records } from '../../contract/records';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Store } from './types';

/** Quiet that ends the gathering, and the longest that the first one waits, ms: while a network answers, nothing is written. */
const QUIET_MS = 25;
const LONGEST_MS = 250;
/** Rows a commit: 250 hold the loop for some milliseconds. */
const PIECE = 250;
const AGAIN_MS = 2000;

type GatheredRecord = 'takeoverReceipt' | 'recallReceipt';

export interface GatheredNeed<N extends GatheredRecord> {
  store: Pick<Store, 'commit'>;
  log: Pick<Logger, 'error'>;
  record: N;
  /** As the commit is called. */
  by: string;
}

export class GatheredRows<N extends GatheredRecord> {
  private readonly waiting = new Map<string, Records[N]>();
  private timer: NodeJS.Timeout | undefined;
  /** When what waits is to be written; moved on by what is heard meanwhile. */
  private due = 0;
  private latest = 0;
  private keeping: Promise<void> | null = null;

  constructor(private readonly need: GatheredNeed<N>) {}

  get size(): number {
    return this.waiting.size;
  }

  /** The newest of an id is kept. */
  add(row: Records[N]): void {
    this.waiting.set(row.id, row);
    this.wait();
  }

  /** Writes what is waiting. */
  keep(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.keeping ??= this.keepAll().finally(() => {
      this.keeping = null;
    });
    return this.keeping;
  }

  /** One timer for all: setting one anew for each of a thousand is work as well. */
  private wait(): void {
    const now = performance.now();
    if (this.waiting.size === 1) this.latest = now + LONGEST_MS;
    this.due = Math.min(now + QUIET_MS, this.latest);
    this.timer ??= setTimeout(() => this.look(), QUIET_MS);
  }

  private look(): void {
    const left = this.due - performance.now();
    this.timer = left > 1 ? setTimeout(() => this.look(), left) : undefined;
    if (!this.timer) void this.keep();
  }

  /** What the disk refuses stays and is tried again. */
  private async keepAll(): Promise<void> {
    const { store, log, record, by } = this.need;
    while (this.waiting.size > 0) {
      const piece = [...this.waiting.values()].slice(0, PIECE);
      try {
        await store.commit({ command: by, actor: STATION_ACTOR, audited: false }, (tx) => {
          for (const row of piece) tx.put(record, row);
        });
      } catch (fault) {
        log.error({ err: fault, record, rows: this.waiting.size }, 'what displays said could not be kept');
        this.timer = setTimeout(() => void this.keep(), AGAIN_MS);
        this.timer.unref();
        return;
      }
      for (const row of piece) if (this.waiting.get(row.id) === row) this.waiting.delete(row.id);
      await nextTurn();
    }
  }
}
