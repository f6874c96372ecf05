/** What displays say became of a takeover: gathered for a moment and kept together, since a thousand speak at once. */
import type { Logger } from 'pino';
import type { FromDisplay } from '../../contract/display-protocol';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { TakeoverReceipt } from '../../contract/records/takeover';
import type { Store } from '../store';

export type Said = Extract<FromDisplay, { type: 'takeover' }>;

/** Quiet that ends the gathering, and the longest that the first one waits, ms. */
const QUIET_MS = 5;
const LONGEST_MS = 40;
/** Rows a commit: 250 hold the loop for some milliseconds. */
const PIECE = 250;
/** Receipts remembered, so that a thousand that speak at once are not looked up one by one. */
const MOST_KNOWN = 20_000;
const AGAIN_MS = 2000;

export class Receipts {
  private readonly known = new Map<string, TakeoverReceipt | null>();
  private readonly waiting = new Map<string, TakeoverReceipt>();
  private timer: NodeJS.Timeout | undefined;
  private first = 0;
  private keeping: Promise<void> | null = null;

  constructor(
    private readonly store: Pick<Store, 'get' | 'commit'>,
    private readonly log: Pick<Logger, 'error'>,
  ) {}

  of(takeoverId: string, displayId: string): TakeoverReceipt | null {
    const id = `${takeoverId}:${displayId}`;
    const known = this.known.get(id);
    if (known !== undefined) return known;
    return this.remember(id, this.store.get('takeoverReceipt', id) ?? null);
  }

  /** Of a takeover that is not known, as after a restored backup, nothing is kept. */
  heard(displayId: string, said: Said): void {
    const { takeoverId } = said;
    const held = this.of(takeoverId, displayId);
    if (!held && !this.store.get('takeover', takeoverId)) return;
    const now = withEvent(held ?? fresh(takeoverId, displayId), said);
    if (held && same(held, now)) return;
    this.remember(now.id, now);
    this.waiting.set(now.id, now);
    this.wait();
  }

  /** Writes what is waiting. */
  stop(): Promise<void> {
    return this.keep();
  }

  /** What waits to be written is never forgotten before. */
  private remember<T extends TakeoverReceipt | null>(id: string, receipt: T): T {
    if (this.known.size >= MOST_KNOWN && this.waiting.size === 0) this.known.clear();
    this.known.set(id, receipt);
    return receipt;
  }

  private wait(): void {
    const now = performance.now();
    if (this.waiting.size === 1) this.first = now;
    clearTimeout(this.timer);
    const left = Math.max(0, this.first + LONGEST_MS - now);
    this.timer = setTimeout(() => void this.keep(), Math.min(QUIET_MS, left));
  }

  private keep(): Promise<void> {
    clearTimeout(this.timer);
    this.keeping ??= this.keepAll().finally(() => {
      this.keeping = null;
    });
    return this.keeping;
  }

  /** What the disk refuses stays and is tried again. */
  private async keepAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const piece = [...this.waiting.values()].slice(0, PIECE);
      try {
        await this.store.commit({ command: 'takeovers.receipts', actor: STATION_ACTOR, audited: false }, (tx) => {
          for (const receipt of piece) tx.put('takeoverReceipt', receipt);
        });
      } catch (fault) {
        this.log.error({ err: fault, receipts: this.waiting.size }, 'receipts of a takeover could not be kept');
        this.timer = setTimeout(() => void this.keep(), AGAIN_MS);
        this.timer.unref();
        return;
      }
      for (const receipt of piece) if (this.waiting.get(receipt.id) === receipt) this.waiting.delete(receipt.id);
    }
  }
}

function fresh(takeoverId: string, displayId: string): TakeoverReceipt {
  const id = `${takeoverId}:${displayId}`;
  return { id, rev: 0, takeoverId, displayId, receivedAt: null, shownAt: null, endedAt: null, fault: null };
}

/** One that is shown (again) has not ended, and is no fault any more. */
function withEvent(held: TakeoverReceipt, { event, at, reason }: Said): TakeoverReceipt {
  switch (event) {
    case 'received':
      return { ...held, receivedAt: at };
    case 'shown':
      return {
        ...held,
        shownAt: at,
        endedAt: held.endedAt !== null && held.endedAt < at ? null : held.endedAt,
        fault: null,
      };
    case 'ended':
      return { ...held, endedAt: at };
    case 'fault':
      return { ...held, fault: reason };
    default:
      return event satisfies never;
  }
}

function same(a: TakeoverReceipt, b: TakeoverReceipt): boolean {
  return JSON.stringify({ ...a, rev: 0 }) === JSON.stringify({ ...b, rev: 0 });
}
