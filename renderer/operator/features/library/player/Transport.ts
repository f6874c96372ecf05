/** Runs one media element by speed and instant; tells listeners on every frame, seek and change of speed. */
import { type Speed, speedAfter } from '../../../../../electron/domain/preview/shuttle';

export interface Range {
  inMs: number;
  outMs: number;
}

export class Transport {
  #range: Range | null = null;
  #media: HTMLMediaElement | null = null;
  #speed: Speed = 0;
  #frame = 0;
  #last = 0;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly speed = (): Speed => this.#speed;
  readonly atMs = (): number => (this.#media?.currentTime ?? 0) * 1000;

  /** Played in a loop; null plays the whole clip. */
  loop(range: Range | null): void {
    this.#range = range;
  }

  readonly attach = (media: HTMLMediaElement | null): void => {
    this.#media = media;
    if (media === null) this.#stopFrames();
  };

  seek(ms: number): void {
    const media = this.#media;
    if (media === null || !Number.isFinite(media.duration)) return;
    media.currentTime = Math.min(Math.max(ms / 1000, 0), media.duration);
    this.#tell();
  }

  /** J, K, L and space. */
  key(key: string): void {
    this.run(speedAfter(key, this.#speed));
  }

  run(speed: Speed): void {
    const media = this.#media;
    if (media === null) return;
    this.#speed = speed;
    if (speed > 0) this.#playAt(media, speed);
    else media.pause();
    this.#stopFrames();
    this.#last = performance.now();
    if (speed !== 0) this.#frame = requestAnimationFrame(this.#onFrame);
    this.#tell();
  }

  #playAt(media: HTMLMediaElement, speed: Speed): void {
    media.playbackRate = speed;
    if (media.ended || this.#pastRange()) media.currentTime = (this.#range?.inMs ?? 0) / 1000;
    media.play().catch(() => this.run(0));
  }

  /** Browsers play no video backwards, so the playhead is carried back by hand, one seek at a time. */
  readonly #onFrame = (now: number): void => {
    const media = this.#media;
    if (media === null) return;
    if (this.#speed < 0 && !media.seeking) {
      media.currentTime = Math.max(media.currentTime + (this.#speed * (now - this.#last)) / 1000, 0);
      this.#last = now;
    }
    if (this.#speed > 0 && this.#pastRange()) media.currentTime = (this.#range?.inMs ?? 0) / 1000;
    const over = this.#speed < 0 ? media.currentTime <= 0 : media.ended;
    if (over) {
      this.run(0);
      return;
    }
    this.#frame = requestAnimationFrame(this.#onFrame);
    this.#tell();
  };

  #pastRange(): boolean {
    return this.#range !== null && this.atMs() >= this.#range.outMs - 1;
  }

  #stopFrames(): void {
    cancelAnimationFrame(this.#frame);
  }

  readonly #tell = (): void => {
    for (const listener of this.#listeners) listener();
  };
}
