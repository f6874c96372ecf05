/**
 * Recalls on this display: what is recalled is off the panel at once and stays off, also after a restart without the station; its bytes
 * are deleted, and what became of it is said until the station has heard it. Start at `take`.
 */
import { type FromDisplay, MAX_RECEIPTS_PER_MESSAGE } from '../../../electron/contract/display-protocol';
import type { RecallOrder, ToldReceipt } from '../../../electron/contract/records/recall';
import type { KeptRecalls } from './kept';

export interface RecallsNeed {
  now(): number;
  kept: KeptRecalls;
  keep(kept: KeptRecalls): void;
  /** False while no station listens. */
  send(message: Extract<FromDisplay, { type: 'recalled' }>): boolean;
  /** Nothing of these is shown from now on, and their bytes go; what is named no more may come again. */
  withhold(hashes: ReadonlySet<string>): void;
  /** The file that is on the panel; null for none. */
  onPanel(): string | null;
}

export interface Recalls {
  /** The whole list, from the station; it stands until the next one. */
  take(orders: readonly RecallOrder[]): void;
  /** No byte of these is on the disk any more; so many were. */
  removed(files: readonly { hash: string; bytes: number }[]): void;
  /** The station listens: what it may have missed is said again. */
  welcomed(): void;
  withholds(hash: string): boolean;
  /** Several times a second: notes what is on the panel. */
  look(): void;
}

/** Files whose last showing is remembered, and how often that is written. */
const MOST_REMEMBERED = 1000;
const REMEMBER_MS = 30_000;

export function createRecalls(need: RecallsNeed): Recalls {
  let { orders } = need.kept;
  const receipts = new Map(need.kept.receipts.map((receipt) => [receipt.recallId, receipt]));
  const lastShown = new Map(need.kept.lastShown);
  const gone = new Set<string>();
  let withheld: ReadonlySet<string> = new Set();
  let keptAt = need.now();
  hold();

  function hold(): void {
    withheld = new Set(orders.flatMap(({ hashes }) => hashes));
    for (const hash of gone) if (!withheld.has(hash)) gone.delete(hash);
    need.withhold(withheld);
  }

  function keep(): void {
    keptAt = need.now();
    need.keep({ orders: [...orders], receipts: [...receipts.values()], lastShown: [...lastShown] });
  }

  function tell(told: readonly ToldReceipt[]): void {
    for (let from = 0; from < told.length; from += MAX_RECEIPTS_PER_MESSAGE)
      need.send({ type: 'recalled', receipts: told.slice(from, from + MAX_RECEIPTS_PER_MESSAGE) });
  }

  function look(): void {
    const hash = need.onPanel();
    if (hash !== null) {
      lastShown.delete(hash);
      lastShown.set(hash, instant(need.now()));
      for (const oldest of lastShown.keys()) if (lastShown.size > MOST_REMEMBERED) lastShown.delete(oldest);
    }
    if (Math.abs(need.now() - keptAt) < REMEMBER_MS) return;
    keep();
    // The disk may have failed when it was to delete.
    if ([...receipts.values()].some(({ removedAt }) => removedAt === null)) need.withhold(withheld);
  }

  /** Heard of for the first time. */
  function received({ id, hashes }: RecallOrder): ToldReceipt {
    const times = hashes.flatMap((hash) => lastShown.get(hash) ?? []);
    const lastShownAt = times.length > 0 ? Math.max(...times) : null;
    return { recallId: id, toldAt: instant(need.now()), removedAt: null, lastShownAt, bytes: 0 };
  }

  return {
    take(told) {
      look();
      orders = [...told];
      // First of all: not one more frame.
      hold();
      const ids = new Set(told.map(({ id }) => id));
      for (const id of receipts.keys()) if (!ids.has(id)) receipts.delete(id);
      const fresh = told.filter(({ id }) => !receipts.has(id)).map(received);
      for (const receipt of fresh) receipts.set(receipt.recallId, receipt);
      keep();
      tell(fresh);
    },
    removed(files) {
      const bytes = new Map(files.map((file) => [file.hash, file.bytes]));
      for (const { hash } of files) gone.add(hash);
      const news: ToldReceipt[] = [];
      for (const { id, hashes } of orders) {
        const receipt = receipts.get(id);
        const sum = hashes.reduce((all, hash) => all + (bytes.get(hash) ?? 0), 0);
        const whole = hashes.every((hash) => gone.has(hash));
        if (!receipt || !whole || (receipt.removedAt !== null && sum === 0)) continue;
        news.push({ ...receipt, removedAt: instant(need.now()), bytes: receipt.bytes + sum });
      }
      if (news.length === 0) return;
      for (const receipt of news) receipts.set(receipt.recallId, receipt);
      keep();
      tell(news);
    },
    welcomed: () => tell([...receipts.values()]),
    withholds: (hash) => withheld.has(hash),
    look,
  };
}

function instant(now: number): number {
  return Math.max(0, Math.round(now));
}
