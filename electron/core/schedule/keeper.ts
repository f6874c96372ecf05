/** Looks at displays one after another, counts their revisions on disk, and hands on what changed. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { StoredTimeline, Timeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import { inTurns } from '../loop';
import { type Clock, createTopic, type Store, type Tx } from '../store';
import {
  createLooker,
  horizonAt,
  type Look,
  type Looked,
  type Looker,
  type RenditionNeed,
  type WhyTold,
  whyTell,
} from './look';
import type { Network } from './network';
import { createPlannedDays, type FreshPlan, freshDays, type PlannedDays } from './planned-days';
import { samePrints } from './prints';

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
const BATCH = 64;
/**
 * Displays are handed their timelines when all are counted, so that a network changes at once and not commit by commit;
 * sooner when so many different ones, of near 1 MB each, wait in memory.
 */
const WAVE_LOOKS = 8;

/** A display and what it should show. `tell` is null when it knows already. */
interface Seen extends Looked {
  tell: WhyTold | null;
  now: number;
}

/** What a batch came to. */
interface Batch {
  told: Told[];
  plans: FreshPlan[];
}

/** Counted on disk and not yet handed on. */
interface Told {
  seen: Seen;
  stored: StoredTimeline;
  change: Changed;
}

interface Held {
  stored: StoredTimeline;
  nextEdge: number | null;
  notReady: readonly Reason[];
}

export class Keeper {
  readonly changed = createTopic<Changed>((fault) => this.complain(fault));
  readonly readiness = createTopic<string>((fault) => this.complain(fault));
  private readonly held = new Map<string, Held>();
  /** Displays that were handed something other than what was counted: to be told anew, whatever the next look finds. */
  private readonly astray = new Set<string>();
  private readonly looker: Looker;
  private readonly plannedDays: PlannedDays;
  private tail: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly options: KeeperOptions,
    network: () => Network,
  ) {
    this.looker = createLooker(options.store, network);
    this.plannedDays = createPlannedDays(options.store, (fault) => {
      options.log.error({ err: fault }, 'what was planned could not be kept; tried again with the next plan');
    });
  }

  stored(displayId: string): StoredTimeline | undefined {
    return this.held.get(displayId)?.stored ?? this.options.store.get('storedTimeline', displayId);
  }

  /**
   * Compiled for now, under the newest number; once more when another was counted meanwhile. Of an edit that is not counted
   * yet, and may be undone before it is, the display gets to know by a revision of its own.
   */
  async current(displayId: string): Promise<Timeline | null> {
    const stored = this.stored(displayId);
    if (!stored) return null;
    const looked = await this.looker.lookAt(displayId, this.options.clock.now());
    if (!looked) return null;
    const { timeline, printed } = looked.look;
    const { revision, countedAt } = stored;
    if (this.stored(displayId)?.revision !== revision) return this.current(displayId);
    if (!samePrints(stored, printed)) this.astray.add(displayId);
    return { ...timeline, displayId, revision, countedAt };
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
    await this.plannedDays.stop();
  }

  private async run(displayIds: string[]): Promise<number> {
    let told = 0;
    let wave: Batch = { told: [], plans: [] };
    for (let start = 0; start < displayIds.length && !this.stopped; start += BATCH) {
      const { told: more, plans } = await this.runBatch(displayIds.slice(start, start + BATCH));
      wave.told.push(...more);
      wave.plans.push(...plans);
      if (new Set(wave.told.map(({ seen }) => seen.look)).size < WAVE_LOOKS) continue;
      told += await this.handOnAll(wave);
      wave = { told: [], plans: [] };
    }
    return told + (await this.handOnAll(wave));
  }

  private async runBatch(displayIds: string[]): Promise<Batch> {
    const seen: Seen[] = [];
    const gone: string[] = [];
    for (const id of displayIds) {
      const one = await this.see(id);
      if (one) seen.push(one);
      else gone.push(id);
      await breathe();
    }
    const told = await this.keep(seen, gone);
    const plans = await this.planDays(seen.filter(({ tell }) => tell === null));
    await this.order(seen);
    return { told, plans };
  }

  /** The days of those who are told something, and at first of all, as planned now. Displays that share a look share them. */
  private async planDays(seen: readonly Seen[]): Promise<FreshPlan[]> {
    const known = new Map<Look, FreshPlan['days']>();
    const plans: FreshPlan[] = [];
    for (const { display, look, tell, now } of seen) {
      const steps = () => freshDays(this.options.store, look.timeline, display.zone, now);
      const days = known.get(look) ?? (await inTurns(steps()));
      known.set(look, days);
      if (tell === null && this.plannedDays.knows(display.id, days)) continue;
      plans.push({ displayId: display.id, displayName: display.name, now, days });
    }
    return plans;
  }

  private async see(displayId: string): Promise<Seen | null> {
    const { store, clock } = this.options;
    const now = clock.now();
    const looked = await this.looker.lookAt(displayId, now);
    if (!looked) return null;
    const tell = whyTell(this.stored(displayId), looked.look.printed, horizonAt(store, now));
    return { ...looked, now, tell: tell ?? (this.astray.has(displayId) ? 'content' : null) };
  }

  /** Counts revisions and remembers; a display removed while it was looked at is left out. */
  private async keep(seen: readonly Seen[], gone: readonly string[]): Promise<Told[]> {
    const commit = { command: 'schedule.compile', actor: STATION_ACTOR, audited: false };
    const told = await this.options.store.commit(commit, (tx) => {
      for (const id of gone) if (tx.get('storedTimeline', id)) tx.remove('storedTimeline', id);
      return seen.flatMap((each) => put(tx, each, this.stored(each.display.id), this.options.clock.now()));
    });
    for (const id of [...gone, ...told.map((each) => each.stored.id)]) this.astray.delete(id);
    for (const id of gone) this.held.delete(id);
    const stored = new Map(told.map((each) => [each.stored.id, each.stored]));
    for (const each of seen) this.remember(each, stored.get(each.display.id) ?? this.stored(each.display.id));
    return told;
  }

  private remember({ display, look: { nextEdge, notReady } }: Seen, stored: StoredTimeline | undefined): void {
    if (!stored) return;
    const before = this.held.get(display.id)?.notReady ?? [];
    this.held.set(display.id, { stored, nextEdge, notReady });
    if (JSON.stringify(before) !== JSON.stringify(notReady)) this.readiness.emit(display.id);
  }

  /** What was planned comes after displays have what they wait for. */
  private async handOnAll({ told, plans }: Batch): Promise<number> {
    for (const { change } of told) {
      await this.handOn(change);
      await breathe();
    }
    this.plannedDays.keep([...plans, ...(await this.planDays(told.map(({ seen }) => seen)))]);
    return told.length;
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

  /** Displays that share a look share its needs. */
  private async order(seen: readonly Seen[]): Promise<void> {
    const needs = [...new Set(seen.map(({ look }) => look))].flatMap((look) => look.needs);
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

function put(tx: Tx, seen: Seen, known: StoredTimeline | undefined, countedAt: number): Told[] {
  const { look, tell } = seen;
  const { id } = seen.display;
  if (tell === null || !tx.get('display', id)) return [];
  const revision = (known?.revision ?? 0) + 1;
  const stored = tx.put('storedTimeline', { id, rev: known?.rev ?? 0, revision, countedAt, ...look.printed });
  const change: Changed = {
    displayId: id,
    timeline: { ...look.timeline, displayId: id, revision, countedAt },
    why: tell,
  };
  return [{ seen, stored, change }];
}
