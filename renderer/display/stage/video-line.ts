/**
 * A line as a surface: consecutive videos on one media element, kept on the station's time and watched for a standstill.
 * What lies on the line is `line-source.ts`. Start at `start`.
 */
import type { StationClock } from '../clock/station-clock';
import type { MediaStore } from '../keep/media-store';
import type { Slot } from '../player/slot';
import { AT_REST, discipline } from './discipline';
import type { LeadTime } from './lead-time';
import { LineSource } from './line-source';
import type { Surface, SurfaceTold } from './surface';

export interface LineDeps {
  clock: StationClock;
  media: MediaStore;
  told: SurfaceTold;
  lead: LeadTime;
  /** Sound was refused; lines stay silent until a person touches the page. */
  muted: boolean;
}

/** Time from making a line to its first decoded picture, for one that joins a clip midway. */
const PREPARING_MS = 500;
const STALL_MS = 2000;
const UNPAINTED_MS = 300;
const PAINTED_BY_MS = 1500;
const GAP_PATIENCE_S = 0.2;

export class VideoLine implements Surface {
  readonly kind = 'video';
  readonly element = document.createElement('video');
  ready = false;
  private readonly line: LineSource;
  private readonly zeroAt: number;
  private readonly joinS: number;
  private running = false;
  private onTop = false;
  private over = false;
  private control = AT_REST;
  private lastFrameAt = 0;
  private startedAt = 0;
  private presented = 0;
  private reached: string | null = null;
  private pauseTold = false;
  private painted: (() => void) | null = null;

  constructor(
    private readonly deps: LineDeps,
    plan: readonly Slot[],
  ) {
    const first = plan[0] as Slot;
    this.zeroAt = first.start;
    const joinAt = Math.max(deps.clock.now() + PREPARING_MS, first.joinAt ?? 0);
    this.joinS = Math.max(0, (joinAt - first.start) / 1000);
    if (first.joinAt === undefined && this.joinS <= PREPARING_MS / 1000) this.joinS = 0;
    this.prepareElement();
    const { zeroAt, joinS, element } = this;
    const failed = (slot: Slot, why: Error) => this.fail(slot, why);
    this.line = new LineSource({ media: deps.media, element, zeroAt, joinS, failed }, plan);
  }

  get slots(): readonly Slot[] {
    return this.line.slots;
  }

  get startAt(): number {
    return this.zeroAt + this.joinS * 1000;
  }

  get leadMs(): number {
    return this.deps.lead.ms();
  }

  private prepareElement(): void {
    const { element } = this;
    element.muted = this.deps.muted;
    element.playsInline = true;
    element.disablePictureInPicture = true;
    element.preload = 'auto';
    element.addEventListener('error', () => this.broke(element.error?.message ?? 'media error'));
    for (const sign of ['canplay', 'seeked']) {
      element.addEventListener(sign, () => {
        this.checkReady();
        setTimeout(() => this.checkReady(true), UNPAINTED_MS);
      });
    }
    element.requestVideoFrameCallback(this.onFrame);
  }

  setSlots(plan: readonly Slot[]): readonly Slot[] {
    return this.over ? [] : this.line.setSlots(plan);
  }

  /** Its first picture is painted; a browser that does not say so is believed after some time. */
  private checkReady(waited = false): void {
    const { readyState, seeking } = this.element;
    if (this.ready || this.over || seeking || readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return;
    if (this.presented === 0 && !waited) return;
    this.ready = true;
    this.deps.told.ready();
  }

  start(): void {
    if (this.running || this.over) return;
    this.running = true;
    this.startedAt = this.deps.clock.now();
    this.lastFrameAt = performance.now();
    this.play();
  }

  private play(): void {
    this.element.play().catch((refusal: unknown) => {
      if (!(refusal instanceof DOMException && refusal.name === 'NotAllowedError') || this.element.muted) return;
      this.element.muted = true;
      this.deps.told.soundBlocked();
      this.play();
    });
  }

  /** A browser may pause what it likes: to save power, or when a headset is pulled. */
  private playOn(): void {
    const slot = this.line.slotAt(this.element.currentTime);
    if (slot && this.onTop && !this.pauseTold) this.deps.told.paused(slot);
    this.pauseTold = true;
    this.play();
  }

  uncovered(): Promise<void> {
    this.onTop = true;
    this.lastFrameAt = performance.now();
    const slot = this.slots[0];
    if (slot && this.reached === null) this.reach(slot, this.deps.clock.now());
    return new Promise((resolve) => {
      this.painted = resolve;
      setTimeout(resolve, PAINTED_BY_MS);
    });
  }

  private readonly onFrame = (_now: number, frame: VideoFrameCallbackMetadata): void => {
    if (this.over) return;
    this.element.requestVideoFrameCallback(this.onFrame);
    this.lastFrameAt = performance.now();
    const news = frame.presentedFrames - this.presented;
    this.presented = frame.presentedFrames;
    this.checkReady();
    if (!this.onTop) return;
    this.painted?.();
    const at = this.deps.clock.now() + frame.expectedDisplayTime - performance.now();
    const slot = this.line.slotAt(frame.mediaTime);
    if (!slot) return;
    this.reach(slot, at);
    this.deps.told.frame(slot, { at: frame.expectedDisplayTime, mediaTime: frame.mediaTime, presented: news });
  };

  private reach(slot: Slot, at: number): void {
    if (this.reached === slot.id) return;
    this.reached = slot.id;
    this.deps.told.shown(slot, at);
  }

  tend(): void {
    if (this.over) return;
    this.line.finishIfLaid();
    if (!this.running) return;
    if (this.element.paused && !this.element.ended) this.playOn();
    this.keepTime();
    this.watch();
  }

  private keepTime(): void {
    const { element } = this;
    const now = this.deps.clock.now();
    const wanted = (now - this.zeroAt) / 1000;
    const behind = wanted - element.currentTime;
    if (element.seeking || element.ended) return;
    if (element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) {
      this.passGap(wanted, behind);
      return;
    }
    if (now - this.startedAt < 400) return;
    const [control, correction] = discipline(this.control, behind);
    this.control = control;
    if (correction?.kind === 'rate') element.playbackRate = correction.rate;
    if (correction?.kind === 'jump') this.jump(wanted);
    else this.deps.lead.learn(this, behind * 1000, now - this.startedAt);
  }

  /** Sound that ends before its picture leaves a gap at which players wait for ever; time has gone on beyond it. */
  private passGap(wanted: number, behind: number): void {
    if (behind > GAP_PATIENCE_S && this.line.isLaid(wanted)) this.element.currentTime = wanted;
  }

  private jump(to: number): void {
    if (!this.line.isLaid(to)) {
      this.stall();
      return;
    }
    this.element.playbackRate = 1;
    this.element.currentTime = to + 0.05;
  }

  /** A picture that should move and does not, on a page that can be seen. */
  private watch(): void {
    if (!this.onTop || document.hidden) this.lastFrameAt = Math.max(this.lastFrameAt, performance.now() - STALL_MS / 2);
    const last = this.slots.at(-1);
    const done = last && this.deps.clock.now() > last.end - 200;
    if (!done && performance.now() - this.lastFrameAt > STALL_MS) this.stall();
  }

  private stall(): void {
    const slot = this.line.slotAt(this.element.currentTime) ?? this.slots[0];
    const toBlame = !document.hidden && !this.element.paused;
    this.over = true;
    if (slot) this.deps.told.stalled(slot, toBlame);
  }

  /** Decoding failed: near the end of a clip it was the next one that the decoders had taken up. */
  private broke(why: string): void {
    const at = this.element.currentTime;
    const current = this.line.slotAt(at) ?? this.slots[0];
    const next = current && this.slots[this.slots.indexOf(current) + 1];
    const nearEnd = current && (current.end - this.zeroAt) / 1000 - at < 1;
    const blamed = nearEnd && next ? next : current;
    if (blamed) this.fail(blamed, new Error(why));
  }

  private fail(slot: Slot, why: Error): void {
    if (this.over) return;
    this.over = true;
    this.deps.told.failed(slot, why);
  }

  release(): void {
    this.over = true;
    this.line.stop();
    this.element.pause();
    this.element.removeAttribute('src');
    this.element.load();
    this.element.remove();
  }

  get bufferedS(): number {
    return this.line.bufferedS;
  }
}
