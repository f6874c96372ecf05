/** What displays say became of a takeover: gathered for a moment and kept together, since a thousand speak at once. */
import type { Logger } from 'pino';
import type { FromDisplay } from '../../contract/display-protocol';
import type { TakeoverReceipt } from '../../contract/records/takeover';
import { GatheredRows, type Store } from '../store';

export type Said = Extract<FromDisplay, { type: 'takeover' }>;

/** Takeovers whose receipts are remembered. */
const MOST_KNOWN = 20;

/** Receipts of one takeover by display. */
type Known = Map<string, TakeoverReceipt>;

export class Receipts {
  private readonly known = new Map<string, Known>();
  private readonly waiting: GatheredRows<'takeoverReceipt'>;

  constructor(
    private readonly store: Pick<Store, 'get' | 'takeoverReceipts' | 'commit'>,
    log: Pick<Logger, 'error'>,
  ) {
    this.waiting = new GatheredRows({ store, log, record: 'takeoverReceipt', by: 'takeovers.receipts' });
  }

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
    this.waiting.add(now);
  }

  /** Writes what is waiting. */
  stop(): Promise<void> {
    return this.waiting.keep();
  }

  /** All of a takeover's at once. What waits to be written is never forgotten before. */
  private read(takeoverId: string): Known {
    if (this.known.size >= MOST_KNOWN && this.waiting.size === 0) this.known.clear();
    const receipts = this.store.takeoverReceipts.of(takeoverId);
    const known = new Map(receipts.map((receipt) => [receipt.displayId, receipt]));
    this.known.set(takeoverId, known);
    return known;
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
