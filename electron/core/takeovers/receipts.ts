/** What displays say became of a takeover: gathered for a moment and kept together, since a thousand speak at once. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { FromDisplay } from '../../contract/display-protocol';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { TakeoverReceipt } from '../../contract/records/takeover';
import type { Store } from '../store';

export type Said = Extract<FromDisplay, { type: 'takeover' }>;

/** Quiet that ends the gathering, and the longest that the first one waits, ms: while a network answers, nothing is written. */
const QUIET_MS = 25;
const LONGEST_MS = 250;
/** Rows a commit: 250 hold the loop for some milliseconds. */
const PIECE = 250;
/** Takeovers whose receipts are remembered. */
const MOST_KNOWN = 20;
const AGAIN_MS = 2000;

/** Receipts of one takeover by display. */
type Known = Map<string, TakeoverReceipt>;

export class Receipts {
  private readonly known = new Map<string, Known>();
  private readonly waiting = new Map<string, TakeoverReceipt>();
  private timer: NodeJS.Timeout | undefined;
  /** When what waits is to be written; moved on by what is heard meanwhile. */
  private due = 0;
  private latest = 0;
  private keeping: Promise<void> | null = null;

  constructor(
    private readonly store: Pick<Store, 'get' | 'takeoverReceipts' | 'commit'>,
    private readonly log: Pick<Logger, 'error'>,
  ) {}

  /** By display. */
  of(takeoverId: string): ReadonlyMap<string, TakeoverReceipt> {
    return this.known.get(takeoverId) ?? this.read(takeoverId);
  }

  /** Of a takeover that is not known, as after a restored backup, nothing is kept. */
  heard(displayId: string, said: Said): void {
    const { takeoverId } = said;
    const all = this.known.get(takeoverId) ?? this.read(takeoverId);
    const held = all.get(displayId);
    if (!held && !this.store.get('takeover', takeoverId)) return;
    const now = withEvent(held ?? fresh(takeoverId, displayId), said);
    if (held && same(held, now)) return;
    all.set(displayId, now);
    this.waiting.set(now.id, now);
    this.wait();
  }

  /** Writes what is waiting. */
  stop(): Promise<void> {
    return this.keep();
  }

  /** All of a takeover's at once. What waits to be written is never forgotten before. */
  private read(takeoverId: string): Known {
    if (this.known.size >= MOST_KNOWN && this.waiting.size === 0) this.known.clear();
    const receipts = this.store.takeoverReceipts.of(takeoverId);
    const known = new Map(receipts.map((receipt) => [receipt.displayId, receipt]));
    this.known.set(takeoverId, known);
    return known;
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

  private keep(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
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
      await nextTurn();
    }
  }
}

function fresh(takeoverId: string, displayId: string): TakeoverReceipt {
  const id = `${takeoverId}:${displayId}`;
  return {
    id,
    rev: 0,
    takeoverId,
    displayId,
    receivedAt: null,
    readyAt: null,
    shownAt: null,
    endedAt: null,
    fault: null,
  };
}

/** One that is shown (again) has not ended, and is no fault any more. */
function withEvent(held: TakeoverReceipt, { event, at, reason }: Said): TakeoverReceipt {
  switch (event) {
    case 'received':
      return { ...held, receivedAt: at };
    case 'ready':
      return { ...held, readyAt: at };
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
  return (
    a.receivedAt === b.receivedAt &&
    a.readyAt === b.readyAt &&
    a.shownAt === b.shownAt &&
    a.endedAt === b.endedAt &&
    JSON.stringify(a.fault) === JSON.stringify(b.fault)
  );
}
