/**
 * What takes itself on air: hard starts that were asked to, and every item of a show that rolls. One timer for the next of them; it
 * is set anew whenever a commit moves anything it stands on, and looks again at least every second, for the clock may be set.
 */
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Show } from '../../contract/records/show';
import { newId } from '../../contract/ulid';
import { runningOf } from '../../domain/rundown/live';
import { nextSelf } from '../../domain/rundown/next-self';
import { clockSet, ended, taken } from '../../domain/rundown/run';
import { planOfShow } from '../../domain/rundown/shift';
import { type Clock, requireRecord, type Store, stepsOf } from '../store';
import { keep, planFor } from './commands';

export interface RollerNeed {
  store: Store;
  /** Of a rundown, from memory: asked every second. */
  items: (rundownId: string) => readonly RundownItem[];
  clock: Clock;
  /** Goes on evenly whatever the clock is set to, ms. */
  monotonic: () => number;
  log: Logger;
  /** Told after the shows have followed. */
  onClockSet: () => void;
}

const LOOK_MS = 1000;
/** A clock that is disciplined moves by less; a person who sets one by more. */
const STEP_MS = 300;
/** Later than this it was not a timer's grain but a stop of the station: what is taken is taken now, not then. */
const LATE_MS = 2000;
const SELF = { command: 'shows.take', actor: STATION_ACTOR };

export class Roller {
  private timer: NodeJS.Timeout | null = null;
  private offset: number;
  private busy = false;
  private stopped = false;
  private readonly unsubscribe: () => void;

  constructor(private readonly need: RollerNeed) {
    this.offset = this.offsetNow();
    this.unsubscribe = need.store.committed.subscribe(({ changes }) => {
      if (changes.some(({ record }) => record === 'show' || record === 'rundownItem' || record === 'rundown'))
        this.wake();
    });
  }

  start(): void {
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
  }

  private wake(leastMs = 0): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    // What was under way as the station stopped ends after it.
    if (this.stopped) return;
    const shows = this.onAir();
    if (shows.length === 0) return;
    const now = this.need.clock.now();
    const next = Math.min(LOOK_MS, ...shows.map((show) => (this.nextOf(show)?.at ?? Number.POSITIVE_INFINITY) - now));
    this.timer = setTimeout(() => void this.look(), Math.max(leastMs, next)).unref();
  }

  private async look(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    let failed = false;
    try {
      await this.followClock();
      for (const show of this.onAir()) await this.turn(show);
    } catch (fault) {
      failed = true;
      this.need.log.error({ err: fault }, 'a show could not be taken on by itself');
    } finally {
      this.busy = false;
      // What cannot be done is not tried again at once.
      this.wake(failed ? LOOK_MS : 0);
    }
  }

  private onAir(): Show[] {
    return this.need.store.all('show').filter(({ state }) => state === 'onAir');
  }

  private nextOf(show: Show) {
    const { store, items, clock } = this.need;
    const rundown = store.get('rundown', show.rundownId);
    if (!rundown) return null;
    return nextSelf(planOfShow(rundown, items(rundown.id), show), runningOf(show, stepsOf(store, show)), clock.now());
  }

  /** In the commit it is asked again: a person may have taken at the same moment. */
  private async turn({ id }: Show): Promise<void> {
    const { store, clock } = this.need;
    const due = this.nextOf(requireRecord(store, 'show', id));
    if (!due || due.at > clock.now()) return;
    await store.commit(SELF, (tx) => {
      const show = requireRecord(tx, 'show', id);
      const plan = planFor(store, tx, show);
      const now = clock.now();
      const steps = stepsOf(store, show);
      const next = show.state === 'onAir' ? nextSelf(plan, runningOf(show, steps), now) : null;
      if (!next || next.at > now) return;
      const at = now - next.at > LATE_MS ? now : next.at;
      const turn = { at, by: STATION_ACTOR.name, source: 'clock' as const, newKey: () => newId(now) };
      if (next.itemId === null) keep(tx, ended(show, plan, steps, turn));
      else keep(tx, taken(show, plan, steps, { ...turn, itemId: next.itemId }));
    });
  }

  private offsetNow(): number {
    return this.need.clock.now() - this.need.monotonic();
  }

  private async followClock(): Promise<void> {
    const { store, log, onClockSet } = this.need;
    const offset = this.offsetNow();
    const byMs = Math.round(offset - this.offset);
    if (Math.abs(byMs) < STEP_MS) {
      // A clock that is pulled gently is followed gently.
      this.offset = offset;
      return;
    }
    this.offset = offset;
    log.warn({ byMs }, 'the clock was set while a show is on air');
    await store.commit({ command: 'shows.clockSet', actor: STATION_ACTOR }, (tx) => {
      for (const { id } of this.onAir()) {
        const show = requireRecord(tx, 'show', id);
        keep(tx, clockSet(show, stepsOf(store, show), byMs));
      }
    });
    onClockSet();
  }
}
