/** Looks at displays one after another, counts their revisions on disk, and hands on what changed. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { StoredTimeline, Timeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { type Clock, createTopic, type Store, type Tx } from '../store';
import { type Look, lookAt, type RenditionNeed, type WhyTold } from './look';
import type { Network } from './network';

export interface KeeperOptions {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Asked for all that is booked and not ready; must be cheap when there is nothing to do. */
  ensureRenditions(needs: readonly RenditionNeed[]): Promise<void>;
  /** Hands a timeline to the display's connection, if it has one. Called once the revision is on disk. */
  push(displayId: string, timeline: Timeline): void | Promise<void>;
}

export interface Changed {
  displayId: string;
  timeline: Timeline;
  why: WhyTold;
}

/** Displays kept in one commit: one flush of the disk for all of them. */
const BATCH = 32;

interface Held {
  stored: StoredTimeline;
  nextEdge: number | null;
  notReady: readonly Reason[];
}

export class Keeper {
  readonly changed = createTopic<Changed>((fault) => this.complain(fault));
  readonly readiness = createTopic<string>((fault) => this.complain(fault));
  private readonly held = new Map<string, Held>();
  private tail: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly options: KeeperOptions,
    private readonly network: () => Network,
  ) {}

  stored(displayId: string): StoredTimeline | undefined {
    return this.held.get(displayId)?.stored ?? this.options.store.get('storedTimeline', displayId);
  }

  notReady(displayId: string): readonly Reason[] {
    return this.held.get(displayId)?.notReady ?? [];
  }

  /** The earliest next edge of any display. */
  nextEdge(): number | null {
    let next = Number.POSITIVE_INFINITY;
    for (const { nextEdge } of this.held.values()) next = Math.min(next, nextEdge ?? next);
    return Number.isFinite(next) ? next : null;
  }

  /** Displays that have an edge up to `now`. */
  due(now: number): string[] {
    const due = [...this.held].filter(([, { nextEdge }]) => nextEdge !== null && nextEdge <= now);
    return due.map(([id]) => id);
  }

  /** Answers how many displays were told. One run follows the other, so that no revision is counted twice. */
  refresh(displayIds: Iterable<string>): Promise<number> {
    const run = this.tail.then(() => this.run([...displayIds]));
    this.tail = run.catch(() => {});
    return run;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.tail;
  }

  private async run(displayIds: string[]): Promise<number> {
    let told = 0;
    for (let start = 0; start < displayIds.length && !this.stopped; start += BATCH) {
      told += await this.runBatch(displayIds.slice(start, start + BATCH));
    }
    return told;
  }

  private async runBatch(displayIds: string[]): Promise<number> {
    const looks: Look[] = [];
    const gone: string[] = [];
    for (const id of displayIds) {
      const display = this.options.store.get('display', id);
      if (!display) gone.push(id);
      else looks.push(lookAt(this.options.store, this.network(), display, this.stored(id), this.options.clock.now()));
      await breathe();
    }
    const told = await this.keep(looks, gone);
    for (const change of told) {
      await this.handOn(change);
      await breathe();
    }
    await this.order(looks);
    return told.length;
  }

  /** Counts revisions and remembers; a display removed while it was looked at is left out. */
  private async keep(looks: readonly Look[], gone: readonly string[]): Promise<Changed[]> {
    const commit = { command: 'schedule.compile', actor: STATION_ACTOR, audited: false };
    const told = await this.options.store.commit(commit, (tx) => {
      for (const id of gone) if (tx.get('storedTimeline', id)) tx.remove('storedTimeline', id);
      return looks.flatMap((look) => put(tx, look, this.stored(look.display.id)));
    });
    for (const id of gone) this.held.delete(id);
    const stored = new Map(told.map((each) => [each.stored.id, each.stored]));
    for (const look of looks) this.remember(look, stored.get(look.display.id) ?? this.stored(look.display.id));
    return told.map(({ change }) => change);
  }

  private remember({ display, nextEdge, notReady }: Look, stored: StoredTimeline | undefined): void {
    if (!stored) return;
    const before = this.held.get(display.id)?.notReady ?? [];
    this.held.set(display.id, { stored, nextEdge, notReady });
    if (JSON.stringify(before) !== JSON.stringify(notReady)) this.readiness.emit(display.id);
  }

  private async handOn(change: Changed): Promise<void> {
    const { displayId, timeline, why } = change;
    this.options.log.info({ displayId, revision: timeline.revision, why }, 'a display is told what to show');
    this.changed.emit(change);
    try {
      await this.options.push(displayId, timeline);
    } catch (fault) {
      this.complain(fault);
    }
  }

  private async order(looks: readonly Look[]): Promise<void> {
    const needs = looks.flatMap((look) => look.needs);
    if (needs.length === 0) return;
    try {
      await this.options.ensureRenditions(needs);
    } catch (fault) {
      this.options.log.error({ err: fault }, 'renditions could not be ordered');
    }
  }

  private complain(fault: unknown): void {
    this.options.log.error({ err: fault }, 'a timeline could not be handed on');
  }
}

function put(tx: Tx, look: Look, known: StoredTimeline | undefined): { stored: StoredTimeline; change: Changed }[] {
  const { display, timeline, printed, tell } = look;
  if (tell === null || !tx.get('display', display.id)) return [];
  const revision = (known?.revision ?? 0) + 1;
  const stored = tx.put('storedTimeline', { id: display.id, rev: known?.rev ?? 0, revision, ...printed });
  return [{ stored, change: { displayId: display.id, timeline: { ...timeline, revision }, why: tell } }];
}
