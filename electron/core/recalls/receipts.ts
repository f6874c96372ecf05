/** What displays say became of recalls: kept once however often it is said. */
import type { Logger } from 'pino';
import type { RecallReceipt, ToldReceipt } from '../../contract/records/recall';
import { GatheredRows, type Store } from '../store';

/** Remembered of all recalls together: those of a large station's list, so that it is read once. */
const MOST_KNOWN = 100_000;

type Known = Map<string, RecallReceipt>;

export class Receipts {
  private readonly known = new Map<string, Known>();
  private remembered = 0;
  private readonly waiting: GatheredRows<'recallReceipt'>;

  constructor(
    private readonly store: Pick<Store, 'get' | 'recallReceipts' | 'commit'>,
    log: Pick<Logger, 'error'>,
  ) {
    this.waiting = new GatheredRows({ store, log, record: 'recallReceipt', by: 'recalls.receipts' });
  }

  /** By display. */
  of(recallId: string): ReadonlyMap<string, RecallReceipt> {
    return this.known.get(recallId) ?? this.read(recallId);
  }

  /** Of a recall that is not known, as after a restored backup, nothing is kept. */
  heard(displayId: string, receipts: readonly ToldReceipt[]): void {
    for (const told of receipts) this.note(displayId, told);
  }

  stop(): Promise<void> {
    return this.waiting.keep();
  }

  private note(displayId: string, told: ToldReceipt): void {
    const all = this.known.get(told.recallId) ?? this.read(told.recallId);
    const held = all.get(displayId);
    if (!held && !this.store.get('recall', told.recallId)) return;
    const now = joined(held, displayId, told);
    if (held && same(held, now)) return;
    all.set(displayId, now);
    this.waiting.add(now);
  }

  /** All of a recall's at once. What waits to be written is never forgotten before. */
  private read(recallId: string): Known {
    if (this.remembered >= MOST_KNOWN && this.waiting.size === 0) {
      this.known.clear();
      this.remembered = 0;
    }
    const known = new Map(this.store.recallReceipts.of(recallId).map((receipt) => [receipt.displayId, receipt]));
    this.known.set(recallId, known);
    this.remembered += known.size;
    return known;
  }
}

/**
 * A page that lost its disk says anew that it has nothing: what was said first of the telling, and the last showing anybody remembers,
 * stand.
 */
function joined(held: RecallReceipt | undefined, displayId: string, told: ToldReceipt): RecallReceipt {
  const { recallId } = told;
  if (!held) return { id: `${recallId}:${displayId}`, rev: 0, displayId, ...told };
  return {
    ...held,
    toldAt: held.toldAt ?? told.toldAt,
    removedAt: told.removedAt ?? held.removedAt,
    lastShownAt: latest(held.lastShownAt, told.lastShownAt),
    bytes: Math.max(held.bytes, told.bytes),
  };
}

const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

const same = (a: RecallReceipt, b: RecallReceipt): boolean =>
  a.toldAt === b.toldAt && a.removedAt === b.removedAt && a.lastShownAt === b.lastShownAt && a.bytes === b.bytes;
