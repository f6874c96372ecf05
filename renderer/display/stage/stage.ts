/**
 * The stage: makes a plan visible. Two surfaces at most: the one on top and the next, prepared under it and swapped by the
 * clock. Below both lies the slate, so that there is never nothing. Start at `setPlan`.
 */
import type { StationClock } from '../clock/station-clock';
import type { MediaStore } from '../keep/media-store';
import { dueAt, type Slot } from '../player/slot';
import { ImageSurface } from './image-surface';
import { createLeadTime } from './lead-time';
import { SlateSurface } from './slate-surface';
import type { Surface, SurfaceTold } from './surface';
import { VideoLine } from './video-line';
import { atInstant } from './wait';

export interface StageDeps {
  clock: StationClock;
  media: MediaStore;
  box: HTMLElement;
  told: Pick<SurfaceTold, 'shown' | 'frame' | 'failed' | 'paused' | 'soundBlocked'> & {
    stalled(slot: Slot): void;
    /** Media failed once and is begun anew. */
    restarted(slot: Slot, why: Error): void;
  };
  onTop(kind: Surface['kind']): void;
}

/** A covered surface goes after the panel has surely shown the new one. */
const FAREWELL_MS = 250;
/** What is done now is seen about half a frame of the panel later, so changes are made this much early. */
const EARLY_MS = 9;
/** A surface that is not ready by then will not be: its media is at fault. */
const PREPARE_MS = 8000;
const FAILURES_TO_BLAME = 2;
const STALLS_TO_BLAME = 4;
const STRIKES_MS = 60_000;
/** Nearer than this there may be no time to lay a line anew without it. */
const CUT_AHEAD_MS = 10_000;

export class Stage {
  private plan: readonly Slot[] = [];
  private current: Surface | null = null;
  private next: Surface | null = null;
  /** On top still, but to be replaced whatever it shows. */
  private stale: Surface | null = null;
  private nextMadeAt = 0;
  private cancelWait: (() => void) | null = null;
  private readonly lead = createLeadTime();
  private muted = false;
  /** Something lies over the stage: it goes on by the clock, unheard. */
  private covered = false;
  private readonly strikes = new Map<string, { count: number; at: number }>();

  constructor(private readonly deps: StageDeps) {}

  setPlan(plan: readonly Slot[]): void {
    this.plan = plan;
    this.arrange();
  }

  /** Several times a second. */
  tend(): void {
    this.current?.tend();
    this.next?.tend();
    // Behind another tab or window browsers prepare nothing: that is nobody's fault.
    if (this.next && !this.next.ready && !document.hidden && performance.now() - this.nextMadeAt > PREPARE_MS) {
      const [slot] = this.next.slots;
      if (slot && this.deps.clock.now() > dueAt(slot)) this.failed(this.next, slot, new Error('not ready in time'));
    }
  }

  /** The surface people see. */
  get top(): Surface | null {
    return this.current;
  }

  cover(covered: boolean): void {
    this.covered = covered;
    this.sound();
  }

  unmute(): void {
    this.muted = false;
    this.sound();
  }

  private sound(): void {
    for (const surface of [this.current, this.next]) {
      if (surface?.element instanceof HTMLVideoElement) surface.element.muted = this.muted || this.covered;
    }
  }

  /** Everything is made anew at the right place; what is on top stays until then. */
  rebuild(): void {
    this.dropNext();
    this.stale = this.current;
    this.arrange();
  }

  /**
   * What must not be seen for another moment goes at once, and the slate below is seen until the next picture is ready; what would only
   * come later is made anew without it. To be called before the plan without it is set.
   */
  cut(isBanned: (slot: Slot) => boolean): void {
    const { current } = this;
    if (this.next?.slots.some(isBanned)) this.dropNext();
    const first = current?.slots.find((slot) => isBanned(slot) && slot.end > this.deps.clock.now());
    if (!current || !first) return;
    if (dueAt(first) > this.deps.clock.now() + CUT_AHEAD_MS) return this.rebuild();
    this.dropNext();
    this.current = null;
    this.stale = null;
    current.release();
    this.deps.onTop('slate');
  }

  private remakeNext(): void {
    this.dropNext();
    this.arrange();
  }

  private arrange(): void {
    const soon = this.deps.clock.now() + EARLY_MS;
    const plan = this.plan.filter((slot) => slot.end > soon);
    const covered = this.current && this.current !== this.stale ? this.current.setSlots(plan) : [];
    const agrees = plan.length > 0 && covered[0]?.id === plan[0]?.id;
    this.prepare(agrees ? plan.slice(covered.length) : plan);
  }

  private prepare(rest: readonly Slot[]): void {
    const [target] = rest;
    if (this.next && this.next.slots[0]?.id === target?.id) {
      this.next.setSlots(rest);
      return;
    }
    this.dropNext();
    if (!target) return;
    this.next = this.make(rest);
    this.nextMadeAt = performance.now();
    this.next.element.className = 'surface under';
    this.deps.box.append(this.next.element);
    this.awaitStart(this.next);
  }

  private make(rest: readonly Slot[]): Surface {
    const target = rest[0] as Slot;
    const told = this.toldBy(() => surface);
    const { clock, media } = this.deps;
    const deps = { clock, media, told, lead: this.lead, muted: this.muted || this.covered };
    const surface: Surface =
      target.shows.kind === 'video'
        ? new VideoLine(deps, rest)
        : target.shows.kind === 'image'
          ? new ImageSurface(deps, target)
          : new SlateSurface(deps, target);
    return surface;
  }

  /** What a surface tells counts only while it is in use. */
  private toldBy(who: () => Surface): SurfaceTold {
    const { told } = this.deps;
    const inUse = () => who() === this.current || who() === this.next;
    return {
      shown: (slot, at) => inUse() && told.shown(slot, at),
      frame: (slot, frame) => inUse() && told.frame(slot, frame),
      failed: (slot, why) => inUse() && this.failed(who(), slot, why),
      stalled: (slot, mediaToBlame) => {
        if (!inUse()) return;
        told.stalled(slot);
        if (mediaToBlame) this.blame(slot, STALLS_TO_BLAME, new Error('the picture keeps stopping'));
        this.rebuild();
      },
      paused: (slot) => inUse() && told.paused(slot),
      soundBlocked: () => {
        this.muted = true;
        told.soundBlocked();
      },
      ready: () => inUse() && this.next === who() && this.becameReady(who()),
    };
  }

  private failed(surface: Surface, slot: Slot, why: Error): void {
    if (!this.blame(slot, FAILURES_TO_BLAME, why)) this.deps.told.restarted(slot, why);
    if (surface === this.current) this.rebuild();
    else if (surface === this.next) this.remakeNext();
  }

  /** Media is found at fault when it fails again soon: once may have been its neighbour, the disk or the browser. */
  private blame(slot: Slot, times: number, why: Error): boolean {
    this.forgetStrikes();
    const key = slot.shows.kind === 'slate' ? '' : slot.shows.hash;
    const before = this.strikes.get(key);
    const count = (before?.count ?? 0) + 1;
    this.strikes.set(key, { count, at: performance.now() });
    if (count < times) return false;
    this.strikes.delete(key);
    this.deps.told.failed(slot, why);
    return true;
  }

  private forgetStrikes(): void {
    for (const [key, { at }] of this.strikes) if (performance.now() - at >= STRIKES_MS) this.strikes.delete(key);
  }

  private awaitStart(surface: Surface): void {
    this.cancelWait?.();
    const { clock } = this.deps;
    const cancelStart = atInstant(
      clock,
      () => surface.startAt - surface.leadMs,
      () => surface.ready && surface.start(),
    );
    const cancelSwap = atInstant(
      clock,
      () => surface.startAt,
      () => this.becameReady(surface),
    );
    this.cancelWait = () => {
      cancelStart();
      cancelSwap();
    };
  }

  /** Its time has come, or it has become ready after its time. */
  private becameReady(surface: Surface): void {
    if (surface !== this.next || !surface.ready || surface.slots.length === 0) return;
    if (this.deps.clock.now() < surface.startAt - EARLY_MS) return;
    this.swap(surface);
  }

  private swap(surface: Surface): void {
    const old = this.current;
    this.cancelWait?.();
    this.cancelWait = null;
    this.current = surface;
    this.next = null;
    this.stale = null;
    surface.start();
    surface.element.className = 'surface top';
    void this.takeLeave(old, surface, surface.uncovered());
    this.deps.onTop(surface.kind);
    this.arrange();
  }

  private async takeLeave(old: Surface | null, surface: Surface, painted: Promise<void>): Promise<void> {
    old?.element.classList.remove('top');
    if (old?.element instanceof HTMLVideoElement) old.element.pause();
    if (surface.kind === 'slate') old?.release();
    await painted;
    surface.element.classList.add('painted');
    setTimeout(() => old?.release(), FAREWELL_MS);
  }

  private dropNext(): void {
    this.cancelWait?.();
    this.cancelWait = null;
    this.next?.release();
    this.next = null;
  }
}
