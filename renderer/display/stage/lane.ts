/**
 * A lane: one track of the line, fed to its SourceBuffer clip after clip. Segments mode, `timestampOffset` and an append
 * window per clip lay clips end to end without a gap (measured; muxed or in sequence mode they drift or stall).
 */
import type { MediaIndex, TrackIndex } from '../keep/media-index';
import type { OpenMedia } from '../keep/media-store';
import type { Slot } from '../player/slot';
import { asError } from './surface';

export interface Piece {
  slot: Slot;
  /** Seconds on the line: where this showing of the file has its zero, and between which it is seen. */
  zero: number;
  from: number;
  to: number;
}

export interface LaneDeps {
  kind: TrackIndex['kind'];
  buffer: SourceBuffer;
  open(slot: Slot): Promise<OpenMedia>;
  /** Seconds on the line that the picture has reached. */
  playhead(): number;
  failed(slot: Slot, why: Error): void;
}

const AHEAD_S = 25;
const AHEAD_WHEN_FULL_S = 6;
const BEHIND_S = 12;
const KEEP_BEHIND_S = 5;
/** A first picture that rounding puts this much before its window is not dropped with its whole group. */
const TOLERANCE_S = 0.002;
/**
 * A window drops every picture that ends after it, so one cut in the middle would leave a hole. One frame longer, it stays
 * until the next clip, laid after it, or the swap takes its place.
 */
const LAST_PICTURE_S = 0.042;

export class Lane {
  private queue: Piece[] = [];
  private cut: number | null = null;
  private lastInit: Uint8Array | null = null;
  private codec: string | null = null;
  private aheadS = AHEAD_S;
  private wake: (() => void) | null = null;
  private over = false;
  /** Everything queued has been appended. */
  drained = false;

  constructor(private readonly deps: LaneDeps) {}

  /** Pieces to lay from now on; `cutAt` first takes away what was laid from there. */
  lay(pieces: readonly Piece[], cutAt: number | null): void {
    if (cutAt !== null) {
      this.queue = [];
      this.cut = Math.min(cutAt, this.cut ?? Number.POSITIVE_INFINITY);
    }
    this.queue.push(...pieces);
    this.drained = this.queue.length === 0 && this.cut === null;
    this.wake?.();
  }

  stop(): void {
    this.over = true;
    this.wake?.();
  }

  async run(): Promise<void> {
    while (!this.over) {
      if (this.cut !== null) await this.takeAway();
      const piece = this.queue[0];
      if (!piece) {
        this.drained = true;
        await this.rest(500);
      } else await this.layPiece(piece);
    }
  }

  private async layPiece(piece: Piece): Promise<void> {
    try {
      const media = await this.deps.open(piece.slot);
      const track = media.index.find((each: MediaIndex[number]) => each.kind === this.deps.kind);
      if (track && !this.over) await this.layTrack(piece, media, track);
    } catch (fault) {
      if (this.over) return;
      this.over = true;
      this.deps.failed(piece.slot, asError(fault));
    }
    if (this.queue[0] === piece) this.queue.shift();
  }

  private async layTrack(piece: Piece, media: OpenMedia, track: TrackIndex): Promise<void> {
    const isCurrent = () => this.queue[0] === piece && this.cut === null && !this.over;
    let opened = false;
    for (const [start, end, time, length] of track.fragments) {
      const at = piece.zero + time + track.shift;
      if (at + length <= Math.max(piece.from, this.deps.playhead() - 1)) continue;
      if (at >= piece.to) return;
      while (isCurrent() && at > this.deps.playhead() + this.aheadS) await this.rest(500);
      if (!isCurrent()) return;
      const bytes = await media.read(start, end);
      if (!isCurrent()) return;
      if (!opened) await this.open(piece, track);
      opened = true;
      await this.append(bytes);
    }
  }

  private async open(piece: Piece, track: TrackIndex): Promise<void> {
    const { buffer } = this.deps;
    const mime = mimeOf(track);
    if (this.codec !== null && this.codec !== mime) buffer.changeType(mime);
    this.codec = mime;
    buffer.timestampOffset = piece.zero + track.shift;
    buffer.appendWindowStart = 0;
    buffer.appendWindowEnd = piece.to + (this.deps.kind === 'video' ? LAST_PICTURE_S : 0);
    buffer.appendWindowStart = Math.max(0, piece.zero - TOLERANCE_S);
    if (this.lastInit !== track.init) await this.append(track.init);
    this.lastInit = track.init;
  }

  private async append(bytes: Uint8Array): Promise<void> {
    await this.trim(BEHIND_S, KEEP_BEHIND_S);
    for (;;) {
      try {
        return await settled(this.deps.buffer, () => this.deps.buffer.appendBuffer(bytes.slice()));
      } catch (fault) {
        if (!(fault instanceof DOMException && fault.name === 'QuotaExceededError') || this.over) throw fault;
        this.aheadS = AHEAD_WHEN_FULL_S;
        await this.trim(2, 1.5);
        await this.rest(500);
      }
    }
  }

  /** Takes away what lies further back than `behind`, down to `keep`. */
  private async trim(behind: number, keep: number): Promise<void> {
    const { buffer, playhead } = this.deps;
    const until = playhead() - keep;
    if (this.over || buffer.buffered.length === 0 || buffer.buffered.start(0) > playhead() - behind) return;
    await settled(buffer, () => buffer.remove(0, until));
  }

  private async takeAway(): Promise<void> {
    const from = this.cut as number;
    this.cut = null;
    const { buffer } = this.deps;
    const { buffered } = buffer;
    // Nothing lies there yet: a removal that begins behind the source's end is an error, not nothing to do.
    if (buffered.length === 0 || buffered.end(buffered.length - 1) <= from) return;
    await settled(buffer, () => buffer.remove(from, Number.POSITIVE_INFINITY));
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wake = done;
    });
  }
}

export function mimeOf(track: TrackIndex): string {
  return `${track.kind}/mp4; codecs="${track.codec}"`;
}

/** Runs a buffer operation to its end. */
function settled(buffer: SourceBuffer, operate: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const off = (then: () => void) => () => {
      buffer.removeEventListener('updateend', done);
      buffer.removeEventListener('error', failed);
      then();
    };
    const done = off(resolve);
    const failed = off(() => reject(new Error('the browser cannot read this media')));
    buffer.addEventListener('updateend', done);
    buffer.addEventListener('error', failed);
    try {
      operate();
    } catch (fault) {
      off(() => reject(fault))();
    }
  });
}
