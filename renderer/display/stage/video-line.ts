/**
 * A line: consecutive videos end to end on one media source, kept on the station's time. One media element lives as long as
 * its line. Start at `createVideoLine`.
 */
import type { StationClock } from '../clock/station-clock';
import type { MediaStore, OpenMedia } from '../keep/media-store';
import type { Slot } from '../player/slot';
import { AT_REST, discipline } from './discipline';
import { Lane, mimeOf, type Piece } from './lane';
import type { LeadTime } from './lead-time';
import { change, lineOf, piecesOf } from './pieces';
import { asError, type Surface, type SurfaceTold } from './surface';

export interface LineDeps {
  clock: StationClock;
  media: MediaStore;
  told: SurfaceTold;
  lead: LeadTime;
  /** Sound was refused; lines stay silent until a person touches the page. */
  muted: boolean;
}

/** Longer than any line, so that nothing ends by itself. */
const SOURCE_LENGTH_S = 48 * 3600;
/** Time from making a line to its first decoded picture, for one that joins a clip midway. */
const PREPARING_MS = 500;
const STALL_MS = 2000;
const UNPAINTED_MS = 300;

export function hasSound(slot: Slot): boolean {
  return slot.shows.kind === 'video' && slot.shows.codecs.audio !== '';
}

export class VideoLine implements Surface {
  readonly kind = 'video';
  readonly element = document.createElement('video');
  slots: readonly Slot[] = [];
  ready = false;
  private readonly source = new MediaSource();
  private readonly url = URL.createObjectURL(this.source);
  private readonly zeroAt: number;
  private readonly joinS: number;
  private readonly opened = new Map<string, Promise<OpenMedia>>();
  private lanes: Lane[] = [];
  private running = false;
  private onTop = false;
  private over = false;
  private control = AT_REST;
  private lastFrameAt = 0;
  private startedAt = 0;
  private presented = 0;
  private reached: string | null = null;

  constructor(
    private readonly deps: LineDeps,
    plan: readonly Slot[],
  ) {
    const first = plan[0] as Slot;
    this.zeroAt = first.start;
    this.joinS = Math.max(0, (deps.clock.now() + PREPARING_MS - first.start) / 1000);
    if (this.joinS <= PREPARING_MS / 1000) this.joinS = 0;
    this.slots = lineOf(plan, this.zeroAt, hasSound);
    this.prepareElement();
    this.source.addEventListener('sourceopen', () => void this.fill(), { once: true });
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
    element.src = this.url;
    element.requestVideoFrameCallback(this.onFrame);
  }

  private async fill(): Promise<void> {
    URL.revokeObjectURL(this.url);
    const first = this.slots[0] as Slot;
    try {
      this.source.duration = SOURCE_LENGTH_S;
      const { index } = await this.open(first);
      if (this.over) return;
      this.lanes = index.map((track) => this.makeLane(track.kind, mimeOf(track)));
      if (this.joinS > 0) this.element.currentTime = this.joinS;
      const pieces = this.pieces(0);
      for (const lane of this.lanes) {
        lane.lay(pieces, null);
        void lane.run();
      }
    } catch (fault) {
      this.fail(first, asError(fault));
    }
  }

  private makeLane(kind: 'video' | 'audio', mime: string): Lane {
    return new Lane({
      kind,
      buffer: this.source.addSourceBuffer(mime),
      open: (slot) => this.open(slot),
      playhead: () => Math.max(this.element.currentTime, this.joinS),
      failed: (slot, why) => this.fail(slot, why),
    });
  }

  private open(slot: Slot): Promise<OpenMedia> {
    const hash = slot.shows.kind === 'video' ? slot.shows.hash : '';
    const known = this.opened.get(hash) ?? this.deps.media.openVideo(hash);
    this.opened.set(hash, known);
    return known;
  }

  private pieces(from: number): Piece[] {
    return this.slots.slice(from).flatMap((slot) => piecesOf(slot, this.zeroAt, this.joinS));
  }

  setSlots(plan: readonly Slot[]): readonly Slot[] {
    const past = this.slots.findIndex((slot) => slot.id === plan[0]?.id);
    if (past < 0 || this.over) return [];
    const wanted = lineOf(plan, this.zeroAt, hasSound);
    const old = this.slots.slice(past);
    const how = change(old, wanted, this.zeroAt, this.element.currentTime);
    if (!how) return this.keepOnly(old, wanted);
    this.slots = wanted;
    const pieces = this.pieces(how.keep);
    if (pieces.length > 0 || how.cutAt !== null) for (const lane of this.lanes) lane.lay(pieces, how.cutAt);
    this.forgetMedia();
    return wanted;
  }

  /** What is laid cannot be changed in time: only as much as agrees stays in use. */
  private keepOnly(old: readonly Slot[], wanted: readonly Slot[]): readonly Slot[] {
    const agreeing = old.filter((slot, i) => slot.id === wanted[i]?.id);
    this.slots = agreeing.map((slot, i) => ({ ...slot, end: wanted[i]?.end ?? slot.end }));
    return this.slots;
  }

  private forgetMedia(): void {
    const hashes = new Set(this.slots.map((slot) => (slot.shows.kind === 'video' ? slot.shows.hash : '')));
    for (const hash of this.opened.keys()) if (!hashes.has(hash)) this.opened.delete(hash);
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

  uncovered(): void {
    this.onTop = true;
    this.lastFrameAt = performance.now();
    const slot = this.slots[0];
    if (slot && this.reached === null) this.reach(slot, this.deps.clock.now());
  }

  private readonly onFrame = (_now: number, frame: VideoFrameCallbackMetadata): void => {
    if (this.over) return;
    this.element.requestVideoFrameCallback(this.onFrame);
    this.lastFrameAt = performance.now();
    const news = frame.presentedFrames - this.presented;
    this.presented = frame.presentedFrames;
    this.checkReady();
    if (!this.onTop) return;
    const at = this.deps.clock.now() + frame.expectedDisplayTime - performance.now();
    const slot = this.slotAt(frame.mediaTime);
    if (!slot) return;
    this.reach(slot, at);
    this.deps.told.frame(slot, { at: frame.expectedDisplayTime, mediaTime: frame.mediaTime, presented: news });
  };

  private slotAt(mediaTime: number): Slot | undefined {
    const at = this.zeroAt + mediaTime * 1000 + 1;
    return this.slots.find((slot) => slot.start <= at && at < slot.end);
  }

  private reach(slot: Slot, at: number): void {
    if (this.reached === slot.id) return;
    this.reached = slot.id;
    this.deps.told.shown(slot, at);
  }

  tend(): void {
    if (this.over) return;
    this.finishIfLaid();
    if (!this.running) return;
    if (this.element.paused && !this.element.ended) this.play();
    this.keepTime();
    this.watch();
  }

  /** Without the end of the stream decoders hold back the last pictures. A later append opens it again. */
  private finishIfLaid(): void {
    if (this.source.readyState !== 'open' || this.lanes.length === 0) return;
    const idle = [...Array.from(this.source.sourceBuffers)].every((buffer) => !buffer.updating);
    if (idle && this.lanes.every((lane) => lane.drained)) this.source.endOfStream();
  }

  private keepTime(): void {
    const { element } = this;
    if (element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA || element.seeking || element.ended) return;
    const now = this.deps.clock.now();
    const wanted = (now - this.zeroAt) / 1000;
    const behind = wanted - element.currentTime;
    if (now - this.startedAt < 400) return;
    const [control, correction] = discipline(this.control, behind);
    this.control = control;
    if (correction?.kind === 'rate') element.playbackRate = correction.rate;
    if (correction?.kind === 'jump') this.jump(wanted);
    else this.deps.lead.learn(this, behind * 1000, now - this.startedAt);
  }

  private jump(to: number): void {
    const { buffered } = this.element;
    for (let i = 0; i < buffered.length; i++) {
      if (buffered.start(i) > to || to > buffered.end(i) - 0.2) continue;
      this.element.playbackRate = 1;
      this.element.currentTime = to + 0.05;
      return;
    }
    this.stall();
  }

  /** A picture that should move and does not, on a page that can be seen. */
  private watch(): void {
    if (!this.onTop || document.hidden) this.lastFrameAt = Math.max(this.lastFrameAt, performance.now() - STALL_MS / 2);
    const last = this.slots.at(-1);
    const done = last && this.deps.clock.now() > last.end - 200;
    if (!done && performance.now() - this.lastFrameAt > STALL_MS) this.stall();
  }

  private stall(): void {
    const slot = this.slotAt(this.element.currentTime) ?? this.slots[0];
    this.over = true;
    if (slot) this.deps.told.stalled(slot);
  }

  /** Decoding failed: near the end of a clip it was the next one that the decoders had taken up. */
  private broke(why: string): void {
    const at = this.element.currentTime;
    const current = this.slotAt(at) ?? this.slots[0];
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
    for (const lane of this.lanes) lane.stop();
    URL.revokeObjectURL(this.url);
    this.element.pause();
    this.element.removeAttribute('src');
    this.element.load();
    this.element.remove();
  }

  /** Seconds of picture laid ahead of what is seen. */
  get bufferedS(): number {
    const { buffered, currentTime } = this.element;
    return buffered.length > 0 ? buffered.end(buffered.length - 1) - currentTime : 0;
  }
}
