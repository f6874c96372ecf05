/**
 * What was played, from its first sample on, until the station has it in its play log. What begins is written down at once and seen to be
 * alive every second, so that after a crash it is known what was heard until when; it is told as interrupted and never begun again.
 */
import { z } from 'zod';
import { PlayReport } from '../../../electron/contract/records/play';
import { reason } from '../../../electron/contract/scalars';

const OpenPlay = z.object({ report: PlayReport, name: z.string(), pageKey: z.string() });
export type OpenPlay = z.infer<typeof OpenPlay>;

export interface PlayLogNeed {
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Of this page, the same after a reload. */
  pageKey: string;
  /** Into the station's play log; rejects where it could not be kept. */
  send(plays: PlayReport[]): Promise<unknown>;
  /** Whether a rejection is the station's last word: then the same again is as useless. */
  isRefusal(fault: unknown): boolean;
  now(): number;
}

const OPEN = 'suar.cart.open';
const OUTBOX = 'suar.cart.outbox';
const BATCH = 100;
/** Days of a station that nobody can reach; beyond it the oldest are lost. */
const MOST_WAITING = 5000;
/** A page of this browser that was not seen so long is gone. */
const GONE_AFTER_MS = 90_000;

export class PlayLog {
  private sending: Promise<void> | null = null;

  constructor(private readonly need: PlayLogNeed) {}

  /** What this page, or another that is gone, left open: told as interrupted, and returned for people to see. */
  recover(): OpenPlay[] {
    const { pageKey, now } = this.need;
    const all = this.read(OPEN, OpenPlay);
    const dead = all.filter((each) => each.pageKey === pageKey || now() - each.report.endedAt > GONE_AFTER_MS);
    if (dead.length === 0) return [];
    const because = reason('cart.pageDied');
    this.queue(dead.map(({ report }) => ({ ...report, outcome: 'interrupted' as const, because })));
    this.write(
      OPEN,
      all.filter((each) => !dead.includes(each)),
    );
    return dead;
  }

  begin(report: PlayReport, name: string): void {
    this.write(OPEN, [...this.read(OPEN, OpenPlay), { report, name, pageKey: this.need.pageKey }]);
  }

  /** They are still heard at this instant. */
  alive(ids: ReadonlySet<string>, at: number, framesOf: (id: string) => number): void {
    if (ids.size === 0) return;
    const all = this.read(OPEN, OpenPlay);
    const seen = (each: OpenPlay): OpenPlay =>
      ids.has(each.report.id)
        ? {
            ...each,
            report: { ...each.report, endedAt: Math.max(each.report.startedAt, at), frames: framesOf(each.report.id) },
          }
        : each;
    this.write(OPEN, all.map(seen));
  }

  end(id: string, how: Pick<PlayReport, 'startedAt' | 'endedAt' | 'frames' | 'outcome' | 'because'>): void {
    const all = this.read(OPEN, OpenPlay);
    const one = all.find(({ report }) => report.id === id);
    if (!one) return;
    this.queue([{ ...one.report, ...how }]);
    this.write(
      OPEN,
      all.filter((each) => each !== one),
    );
  }

  /** One that never began. */
  skip(report: PlayReport): void {
    this.queue([report]);
  }

  waiting(): number {
    return this.read(OUTBOX, PlayReport).length;
  }

  /** Sends what waits. Resolves when nothing does; rejects when the station could not be reached. */
  flush(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const batch = this.read(OUTBOX, PlayReport).slice(0, BATCH);
      if (batch.length === 0) return;
      await this.need.send(batch).catch((fault: unknown) => {
        if (!this.need.isRefusal(fault)) throw fault;
      });
      const sent = new Set(batch.map(({ id }) => id));
      this.write(
        OUTBOX,
        this.read(OUTBOX, PlayReport).filter(({ id }) => !sent.has(id)),
      );
    }
  }

  private queue(plays: PlayReport[]): void {
    this.write(OUTBOX, [...this.read(OUTBOX, PlayReport), ...plays].slice(-MOST_WAITING));
  }

  /** One that is damaged is left out, and the others stay. */
  private read<T>(key: string, schema: z.ZodType<T>): T[] {
    try {
      const raw: unknown = JSON.parse(this.need.storage.getItem(key) ?? '[]');
      return Array.isArray(raw) ? raw.flatMap((each) => schema.safeParse(each).data ?? []) : [];
    } catch {
      return [];
    }
  }

  /** Where nothing can be kept (a full disk, a private window) the broadcast goes on. */
  private write(key: string, value: readonly unknown[]): void {
    try {
      this.need.storage.setItem(key, JSON.stringify(value));
    } catch {
      // The plays of this page are then lost with it; there is nobody to tell while on air.
    }
  }
}
