/** The media source of a line: what is laid on it, and laying more as the plan goes on. Seconds are on the line. */
import type { MediaStore, OpenMedia } from '../keep/media-store';
import type { Slot } from '../player/slot';
import { Lane, mimeOf, type Piece } from './lane';
import { change, lineOf, piecesOf } from './pieces';
import { asError } from './surface';

export interface LineSourceDeps {
  media: MediaStore;
  element: HTMLVideoElement;
  /** Station instant of the line's zero. */
  zeroAt: number;
  /** Where seeing begins. */
  joinS: number;
  failed(slot: Slot, why: Error): void;
}

/** Longer than any line, so that nothing ends by itself. */
const SOURCE_LENGTH_S = 48 * 3600;

export function hasSound(slot: Slot): boolean {
  return slot.shows.kind === 'video' && slot.shows.codecs.audio !== '';
}

export class LineSource {
  slots: readonly Slot[];
  private readonly source = new MediaSource();
  private readonly url = URL.createObjectURL(this.source);
  private readonly opened = new Map<string, Promise<OpenMedia>>();
  private lanes: Lane[] = [];
  private over = false;

  constructor(
    private readonly deps: LineSourceDeps,
    plan: readonly Slot[],
  ) {
    this.slots = lineOf(plan, deps.zeroAt, hasSound);
    this.source.addEventListener('sourceopen', () => void this.fill(), { once: true });
    deps.element.src = this.url;
  }

  private async fill(): Promise<void> {
    URL.revokeObjectURL(this.url);
    const { element, joinS } = this.deps;
    const first = this.slots[0] as Slot;
    try {
      this.source.duration = SOURCE_LENGTH_S;
      const { index } = await this.open(first);
      if (this.over) return;
      this.lanes = index.map((track) => this.makeLane(track.kind, mimeOf(track)));
      if (joinS > 0) element.currentTime = joinS;
      const pieces = this.pieces(0);
      for (const lane of this.lanes) {
        lane.lay(pieces, null);
        void lane.run();
      }
    } catch (fault) {
      if (!this.over) this.deps.failed(first, asError(fault));
    }
  }

  private makeLane(kind: 'video' | 'audio', mime: string): Lane {
    const { element, joinS, failed } = this.deps;
    const playhead = () => Math.max(element.currentTime, joinS);
    return new Lane({
      kind,
      buffer: this.source.addSourceBuffer(mime),
      open: (slot) => this.open(slot),
      playhead,
      failed,
    });
  }

  private open(slot: Slot): Promise<OpenMedia> {
    const hash = slot.shows.kind === 'video' ? slot.shows.hash : '';
    const known = this.opened.get(hash) ?? this.deps.media.openVideo(hash);
    this.opened.set(hash, known);
    return known;
  }

  private pieces(from: number): Piece[] {
    const { zeroAt, joinS } = this.deps;
    return this.slots.slice(from).flatMap((slot) => piecesOf(slot, zeroAt, joinS));
  }

  /** Follows a plan whose first slot lies on this line. Returns the slots it shows from there on. */
  setSlots(plan: readonly Slot[]): readonly Slot[] {
    const past = this.slots.findIndex((slot) => slot.id === plan[0]?.id);
    if (past < 0 || this.over) return [];
    const { zeroAt, element } = this.deps;
    const wanted = lineOf(plan, zeroAt, hasSound);
    const old = this.slots.slice(past);
    const how = change(old, wanted, zeroAt, element.currentTime);
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

  slotAt(mediaTime: number): Slot | undefined {
    const at = this.deps.zeroAt + mediaTime * 1000 + 1;
    return this.slots.find((slot) => slot.start <= at && at < slot.end);
  }

  /** Without the end of the stream decoders hold back the last pictures. A later append opens it again. */
  finishIfLaid(): void {
    if (this.source.readyState !== 'open' || this.lanes.length === 0) return;
    const idle = Array.from(this.source.sourceBuffers).every((buffer) => !buffer.updating);
    if (idle && this.lanes.every((lane) => lane.drained)) this.source.endOfStream();
  }

  isLaid(at: number): boolean {
    const { buffered } = this.deps.element;
    for (let i = 0; i < buffered.length; i++) if (buffered.start(i) <= at && at < buffered.end(i) - 0.2) return true;
    return false;
  }

  /** Seconds of picture laid ahead of what is seen. */
  get bufferedS(): number {
    const { buffered, currentTime } = this.deps.element;
    return buffered.length > 0 ? buffered.end(buffered.length - 1) - currentTime : 0;
  }

  /** What is laid stays and plays out; nothing more comes. */
  stop(): void {
    this.over = true;
    for (const lane of this.lanes) lane.stop();
    URL.revokeObjectURL(this.url);
  }
}
