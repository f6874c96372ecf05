/**
 * Takeovers on this display: keeps what it was told, chooses by the station's clock, shows it above the timeline and says what
 * became of it. It needs no station. Start at `look`.
 */
import type { i18n } from 'i18next';
import type { TakeoverOrder } from '../../../electron/contract/records/takeover';
import type { Reason } from '../../../electron/contract/scalars';
import { isOver, nextEdge, onTop } from '../../../electron/domain/takeover';
import type { StationClock } from '../clock/station-clock';
import type { Wanted } from '../keep/download';
import type { MediaStore } from '../keep/media-store';
import { atInstant } from '../stage/wait';
import { Layer } from './layer';
import { createReceipts, type KeptReceipt, type ReceiptsNeed } from './receipts';

export interface TakeoversNeed {
  box: HTMLElement;
  clock: StationClock;
  words: i18n;
  media: MediaStore;
  token(): string | null;
  kept: { orders: readonly TakeoverOrder[]; receipts: readonly KeptReceipt[] };
  keepOrders(orders: readonly TakeoverOrder[]): void;
  keepReceipts(receipts: readonly KeptReceipt[]): void;
  send: ReceiptsNeed['send'];
  /** What lies beneath is covered by this takeover from now on; null: by none. */
  over(name: string | null, at: number): void;
  /** Files to be kept before all others. */
  wants(files: readonly Wanted[]): void;
  /** Bytes that came while they were shown. */
  came(file: Wanted, bytes: Blob): void;
  /** Whether a file is whole on this disk. */
  isKept(hash: string): boolean;
  /** Why the rules keep it off this panel at an instant; null where they do not. */
  against(order: TakeoverOrder, at: number): Reason | null;
  soundBlocked(): void;
  changed(): void;
}

export interface Takeovers {
  /** The whole list, from the station; it stands until the next one. */
  take(orders: readonly TakeoverOrder[]): void;
  /** A file came or went. */
  filesMoved(): void;
  /** The station listens: what it may have missed is said again. */
  welcomed(): void;
  /** Asks the rules again: they moved, or time did. */
  judgeAgain(): void;
  /** Paired no more. */
  forget(): void;
  speak(words: i18n): void;
  /** What is on the panel above the timeline; null when nothing is. */
  now(): { order: TakeoverOrder; since: number; element: HTMLElement | null } | null;
}

export function createTakeovers(need: TakeoversNeed): Takeovers {
  const { clock } = need;
  let { words } = need;
  let orders: readonly TakeoverOrder[] = need.kept.orders;
  let chosen: TakeoverOrder | null = null;
  let since: number | null = null;
  let cancel: (() => void) | null = null;
  /** Fetched for the panel at this moment: to fetch it a second time meanwhile would halve the line. */
  let coming: string | null = null;
  const receipts = createReceipts({ kept: need.kept.receipts, send: need.send, keep: need.keepReceipts });
  const layer = new Layer({
    box: need.box,
    clock,
    words: () => words,
    media: need.media,
    token: need.token,
    covered(order, at) {
      since = at;
      need.over(order.name, at);
      need.changed();
    },
    shown: ({ id }, at) => receipts.shown(id, at),
    fault: ({ id }, why: Reason) => receipts.fault(id, clock.now(), why),
    came(order, bytes) {
      const [file] = filesOf([order]);
      if (file) need.came(file, bytes);
      settle(null);
    },
    soundBlocked: need.soundBlocked,
  });

  function look(): void {
    cancel?.();
    const now = clock.now();
    const wanted = onTop(lawful(now), now);
    if (!wanted && chosen) uncover(now);
    else if (wanted && !(chosen && sameToSee(wanted, chosen))) {
      settle(wanted.show.kind === 'video' ? wanted.show.hash : null);
      layer.show(wanted);
    }
    chosen = wanted;
    for (const order of orders) if (isOver(order, now)) receipts.ended(order.id, now);
    orders = orders.filter((order) => !isOver(order, now));
    const edge = nextEdge(orders, now);
    cancel = edge === null ? null : atInstant(clock, () => edge, look);
  }

  /** What the rules refuse is as if it were not there; why is told once it would hold. */
  function lawful(now: number): TakeoverOrder[] {
    return orders.filter((order) => {
      const forbidden = need.against(order, now);
      if (forbidden && order.from <= now) receipts.fault(order.id, now, forbidden);
      return forbidden === null;
    });
  }

  function uncover(now: number): void {
    settle(null);
    layer.clear();
    since = null;
    need.over(null, now);
    need.changed();
  }

  function settle(hash: string | null): void {
    coming = hash;
    need.wants(filesOf(orders).filter((file) => file.hash !== coming));
  }

  function tellReady(): void {
    for (const order of orders) {
      const isReady = order.show.kind !== 'missing' && filesOf([order]).every(({ hash }) => need.isKept(hash));
      if (isReady) receipts.ready(order.id, clock.now());
    }
  }

  // The clock may be set past an edge, or back before one.
  clock.onStep(() => look());
  settle(null);
  look();
  return {
    take(told) {
      const now = clock.now();
      for (const { id } of told) receipts.received(id, now);
      const gone = orders.filter(({ id }) => told.every((order) => order.id !== id));
      orders = told;
      need.keepOrders(told);
      look();
      for (const { id } of gone) receipts.ended(id, clock.now());
      settle(coming);
      tellReady();
    },
    filesMoved: tellReady,
    welcomed: () => receipts.tellAll(clock.now()),
    judgeAgain: look,
    forget() {
      orders = [];
      need.keepOrders([]);
      look();
      receipts.forget();
    },
    speak(next) {
      words = next;
    },
    now: () => (chosen && since !== null ? { order: chosen, since, element: layer.top } : null),
  };
}

/** Another end or revision is no other picture. */
function sameToSee(a: TakeoverOrder, b: TakeoverOrder): boolean {
  return a.id === b.id && a.test === b.test && JSON.stringify(a.show) === JSON.stringify(b.show);
}

function filesOf(orders: readonly TakeoverOrder[]): Wanted[] {
  return orders.flatMap(({ show }) =>
    show.kind === 'video' || show.kind === 'image' ? [{ hash: show.hash, bytes: show.bytes, mime: show.mime }] : [],
  );
}
