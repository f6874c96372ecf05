/**
 * Runs what is looked at: a leading element and, beside it, one that follows to the same instant. Listeners are told of every new
 * picture, every change of speed and of the loop. A still has neither time nor speed. Read `run` and `step` first.
 */
import { advanced, type Loop, type Part, type Speed, speedAfter } from '../../../../electron/domain/preview/shuttle';
import { frameAt, framesIn, middleOf } from '../../../../electron/domain/preview/timecode';

export interface Pace {
  durationMs: number;
  /** Frames a second; of sound what its time codes count. */
  rate: number;
}

/** Farther behind than this the follower is sent after; nearer it only hurries. */
const SEND_AFTER_S = 0.25;
const HURRY = 0.08;
/** Chromium plays no faster. */
const FASTEST_NATIVE = 16;

export class Deck {
  #lead: HTMLMediaElement | null = null;
  #follow: HTMLMediaElement | null = null;
  #pace: Pace = { durationMs: 0, rate: 25 };
  #part: Part | null = null;
  #loop: Loop = 'off';
  #speed: Speed = 0;
  /** Of the picture that is shown, as the browser says; null before the first. */
  #shownMs: number | null = null;
  #wantedMs: number | null = null;
  #ticking = 0;
  #last = 0;
  #listening: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly speed = (): Speed => this.#speed;
  readonly loop = (): Loop => this.#loop;
  readonly part = (): Part | null => this.#part;
  readonly pace = (): Pace => this.#pace;
  readonly frames = (): number => framesIn(this.#pace.durationMs, this.#pace.rate);

  /** Where the picture that is shown stands. */
  readonly atMs = (): number => {
    if (this.#wantedMs !== null) return this.#wantedMs;
    return this.#shownMs ?? (this.#lead?.currentTime ?? 0) * 1000;
  };
  readonly frame = (): number => Math.min(frameAt(this.atMs(), this.#pace.rate), this.frames() - 1);
  /** The frame that the browser says is on the screen; null of sound and before the first. */
  readonly shownFrame = (): number | null => (this.#shownMs === null ? null : frameAt(this.#shownMs, this.#pace.rate));

  setPace(pace: Pace): void {
    this.#pace = pace;
    this.#tell();
  }

  setLoop(part: Part | null, loop: Loop): void {
    this.#part = part;
    this.#loop = loop;
    this.#tell();
  }

  readonly attachLead = (media: HTMLMediaElement | null): void => {
    this.#unlisten();
    this.#lead = media;
    this.#shownMs = null;
    if (media) this.#listen(media);
    else this.#stand();
    this.#tell();
  };

  readonly attachFollow = (media: HTMLMediaElement | null): void => {
    this.#follow = media;
    if (!media) return;
    media.muted = true;
    const join = () => {
      media.currentTime = this.#lead?.currentTime ?? 0;
    };
    media.addEventListener('loadedmetadata', join, { once: true });
    media.addEventListener('seeked', () => this.#tell());
    media.addEventListener('loadeddata', () => this.#tell());
  };

  /** Goes on telling of every frame that the browser shows. */
  #listen(media: HTMLMediaElement): void {
    const on = (name: string, hear: () => void) => {
      media.addEventListener(name, hear);
      this.#listening.push(() => media.removeEventListener(name, hear));
    };
    on('seeked', () => this.#arrived());
    on('loadeddata', () => this.#tell());
    on('ended', () => this.#tell());
    if (!(media instanceof HTMLVideoElement)) return;
    let asked = 0;
    const shown = (_now: number, { mediaTime }: { mediaTime: number }) => {
      this.#shownMs = mediaTime * 1000;
      this.#tell();
      asked = media.requestVideoFrameCallback(shown);
    };
    asked = media.requestVideoFrameCallback(shown);
    this.#listening.push(() => media.cancelVideoFrameCallback(asked));
  }

  #unlisten(): void {
    for (const end of this.#listening) end();
    this.#listening = [];
  }

  /** To where was asked for last: while the browser seeks, only the newest wish is kept. */
  seek(ms: number): void {
    this.#wantedMs = Math.min(Math.max(ms, 0), middleOf(this.frames() - 1, this.#pace.rate));
    if (this.#lead && !this.#lead.seeking) this.#go();
    this.#tell();
  }

  seekFrame(frame: number): void {
    this.seek(middleOf(Math.min(Math.max(frame, 0), this.frames() - 1), this.#pace.rate));
  }

  /** Stands, and goes on by frames. */
  step(frames: number): void {
    const from = this.frame();
    this.#stand();
    this.seekFrame(from + frames);
  }

  #go(): void {
    const lead = this.#lead;
    if (!lead || this.#wantedMs === null) return;
    const to = this.#wantedMs / 1000;
    this.#shownMs = null;
    lead.currentTime = to;
    if (this.#follow) this.#follow.currentTime = Math.min(to, this.#follow.duration || to);
  }

  #arrived(): void {
    const lead = this.#lead;
    if (lead && this.#wantedMs !== null && Math.abs(lead.currentTime * 1000 - this.#wantedMs) > 0.5) this.#go();
    else this.#wantedMs = null;
    this.#tell();
  }

  /** J, K, L and space. */
  key(key: string): void {
    this.run(speedAfter(key, this.#speed));
  }

  run(speed: Speed): void {
    const lead = this.#lead;
    if (!lead || speed === 0) return this.#stand();
    this.#speed = speed;
    const { inMs, outMs } = this.#bounds();
    const at = this.atMs();
    if (speed > 0 && at >= outMs - 1) lead.currentTime = inMs / 1000;
    if (speed < 0 && at <= inMs + 1) lead.currentTime = outMs / 1000;
    this.#wantedMs = null;
    if (speed > 0) this.#play(speed);
    else for (const media of this.#both()) media.pause();
    this.#last = performance.now();
    cancelAnimationFrame(this.#ticking);
    this.#ticking = requestAnimationFrame(this.#tick);
    this.#tell();
  }

  #play(speed: Speed): void {
    for (const media of this.#both()) {
      media.playbackRate = Math.min(speed, FASTEST_NATIVE);
      media.play().catch(() => {
        if (media === this.#lead) this.#stand();
      });
    }
  }

  #stand(): void {
    cancelAnimationFrame(this.#ticking);
    const was = this.#speed;
    this.#speed = 0;
    for (const media of this.#both()) media.pause();
    const lead = this.#lead;
    if (lead && this.#follow && was !== 0) this.#follow.currentTime = lead.currentTime;
    this.#tell();
  }

  #both(): HTMLMediaElement[] {
    return [this.#lead, this.#follow].filter((media) => media !== null);
  }

  /** What is played: the part in a loop, else all of it. */
  #bounds(): Part {
    return this.#part ?? { inMs: 0, outMs: this.#pace.durationMs };
  }

  /** Browsers play nothing backwards: there the playhead is carried by the clock, one seek after another. */
  readonly #tick = (now: number): void => {
    const lead = this.#lead;
    if (!lead || this.#speed === 0) return;
    const elapsed = now - this.#last;
    const native = this.#speed > 0;
    if (native || !lead.seeking) {
      const atMs = lead.currentTime * 1000;
      const next = advanced({ atMs, speed: this.#speed }, native ? 0 : elapsed, this.#bounds(), this.#loop);
      this.#last = now;
      if (next.speed === 0 || (native && lead.ended && this.#loop === 'off')) return this.#end(next.atMs);
      if (next.speed !== this.#speed) return this.run(next.speed);
      if (next.atMs !== atMs) lead.currentTime = next.atMs / 1000;
      if (native && lead.paused) void lead.play().catch(() => {});
      this.#keepTogether(lead);
    }
    this.#ticking = requestAnimationFrame(this.#tick);
    this.#tell();
  };

  /** On the last frame of what was played, not after it. */
  #end(atMs: number): void {
    const { inMs } = this.#bounds();
    this.#stand();
    this.seekFrame(atMs <= inMs ? frameAt(inMs, this.#pace.rate) : frameAt(atMs, this.#pace.rate) - 1);
  }

  #keepTogether(lead: HTMLMediaElement): void {
    const follow = this.#follow;
    if (!follow || follow.seeking) return;
    const behind = lead.currentTime - follow.currentTime;
    if (this.#speed < 0 || Math.abs(behind) > SEND_AFTER_S * Math.max(1, this.#speed)) {
      if (Math.abs(behind) > 0.5 / this.#pace.rate) follow.currentTime = lead.currentTime;
      return;
    }
    const hurry = Math.abs(behind) < 0.5 / this.#pace.rate ? 0 : Math.sign(behind) * HURRY;
    follow.playbackRate = Math.min(this.#speed * (1 + hurry), FASTEST_NATIVE);
  }

  readonly #tell = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
