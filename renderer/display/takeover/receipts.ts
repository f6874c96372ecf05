/**
 * What this display has to say of its takeovers, kept until it can be said: said at once while the station listens, and all of it
 * again at every welcome, since nothing tells what was lost with a connection.
 */
import { z } from 'zod';
import type { FromDisplay } from '../../../electron/contract/display-protocol';
import { TakeoverReceipt } from '../../../electron/contract/records/takeover';
import type { Reason } from '../../../electron/contract/scalars';

export const KeptReceipt = TakeoverReceipt.omit({ id: true, rev: true, displayId: true });
export type KeptReceipt = z.infer<typeof KeptReceipt>;
export const KeptReceipts = z.array(KeptReceipt);

type Told = Extract<FromDisplay, { type: 'takeover' }>;

export interface ReceiptsNeed {
  kept: readonly KeptReceipt[];
  /** False while no station listens. */
  send(message: Told): boolean;
  keep(receipts: readonly KeptReceipt[]): void;
}

/** The newest, of which a display may have to tell. */
const MOST = 50;

export function createReceipts({ kept, send, keep }: ReceiptsNeed) {
  const all = new Map(kept.map((receipt) => [receipt.takeoverId, receipt]));

  function note(takeoverId: string, change: Partial<KeptReceipt>): void {
    const none = { takeoverId, receivedAt: null, readyAt: null, shownAt: null, endedAt: null, fault: null };
    const before = all.get(takeoverId) ?? none;
    all.delete(takeoverId);
    all.set(takeoverId, { ...before, ...change });
    for (const oldest of all.keys()) if (all.size > MOST) all.delete(oldest);
    keep([...all.values()]);
  }

  return {
    received(takeoverId: string, now: number): void {
      if (all.get(takeoverId)?.receivedAt != null) return;
      const at = instant(now);
      note(takeoverId, { receivedAt: at });
      send({ type: 'takeover', takeoverId, event: 'received', at, reason: null });
    },
    /** Every file of it is on this disk. */
    ready(takeoverId: string, now: number): void {
      if (all.get(takeoverId)?.readyAt != null) return;
      const at = instant(now);
      note(takeoverId, { readyAt: at });
      send({ type: 'takeover', takeoverId, event: 'ready', at, reason: null });
    },
    /** After a reload or under another one it is the same showing still: the first instant stands. */
    shown(takeoverId: string, now: number): void {
      const before = all.get(takeoverId);
      const goesOn = before?.shownAt != null && before.endedAt === null;
      const at = goesOn && before?.shownAt != null ? before.shownAt : instant(now);
      note(takeoverId, { shownAt: at, endedAt: null, fault: null });
      send({ type: 'takeover', takeoverId, event: 'shown', at, reason: null });
    },
    ended(takeoverId: string, now: number): void {
      const before = all.get(takeoverId);
      if (!before || before.endedAt !== null) return;
      const at = instant(now);
      note(takeoverId, { endedAt: at });
      send({ type: 'takeover', takeoverId, event: 'ended', at, reason: null });
    },
    fault(takeoverId: string, now: number, reason: Reason): void {
      if (JSON.stringify(all.get(takeoverId)?.fault) === JSON.stringify(reason)) return;
      note(takeoverId, { fault: reason });
      send({ type: 'takeover', takeoverId, event: 'fault', at: instant(now), reason });
    },
    /** The station listens again. */
    tellAll(now: number): void {
      for (const receipt of all.values()) for (const message of messagesOf(receipt, instant(now))) send(message);
    },
    forget(): void {
      all.clear();
      keep([]);
    },
  };
}

function messagesOf({ takeoverId, receivedAt, readyAt, shownAt, endedAt, fault }: KeptReceipt, now: number): Told[] {
  const told = (event: Told['event'], at: number | null, reason: Reason | null = null): Told[] =>
    at === null ? [] : [{ type: 'takeover', takeoverId, event, at, reason }];
  return [
    ...told('received', receivedAt),
    ...told('ready', readyAt),
    ...told('shown', shownAt),
    ...told('ended', endedAt),
    ...told('fault', fault && now, fault),
  ];
}

function instant(now: number): number {
  return Math.max(0, Math.round(now));
}
