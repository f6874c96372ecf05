/**
 * A clock that runs through a day at any speed, and stands. One for each preview; times are epoch ms. `frame` and `now` are
 * the browser's, handed in so that a test turns them.
 */
import type { View } from '../zoom';

export const SPEEDS = [1, 2, 5, 10, 30, 60, 120, 300, 600] as const;
export type Speed = (typeof SPEEDS)[number];

export interface Ticker {
  now(): number;
  frame(run: () => void): number;
  cancel(id: number): void;
}

const BROWSER: Ticker = {
  now: () => performance.now(),
  frame: (run) => requestAnimationFrame(run),
  cancel: (id) => cancelAnimationFrame(id),
};

export interface Moment {
  at: number;
  speed: Speed;
  playing: boolean;
}

export class Playback {
  private readonly listeners = new Set<() => void>();
  /** Where it was set going, and when; null while it stands. */
  private started: { at: number; now: number } | null = null;
  private pending = 0;
  private moment: Moment;

  constructor(
    private readonly day: View,
    at: number,
    speed: Speed,
    private readonly ticker: Ticker = BROWSER,
  ) {
    this.moment = { at: this.inside(at), speed, playing: false };
  }

  readonly current = (): Moment => this.moment;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  play(): void {
    const { at, playing } = this.moment;
    if (playing) return;
    // At the end of the day there is nothing left: again from its start.
    this.begin(at >= this.day.until - 1 ? this.day.from : at);
  }

  pause(): void {
    this.ticker.cancel(this.pending);
    this.started = null;
    this.tell({ playing: false });
  }

  toggle(): void {
    if (this.moment.playing) this.pause();
    else this.play();
  }

  seek(at: number): void {
    if (this.moment.playing) this.begin(this.inside(at));
    else this.tell({ at: this.inside(at) });
  }

  setSpeed(speed: Speed): void {
    this.tell({ speed });
    if (this.moment.playing) this.begin(this.moment.at);
  }

  /** To the next higher or lower speed. */
  faster(steps: 1 | -1): void {
    const next = SPEEDS[SPEEDS.indexOf(this.moment.speed) + steps];
    if (next) this.setSpeed(next);
  }

  private begin(at: number): void {
    this.ticker.cancel(this.pending);
    this.started = { at, now: this.ticker.now() };
    this.tell({ at, playing: true });
    this.pending = this.ticker.frame(() => this.tick());
  }

  private tick(): void {
    if (!this.started) return;
    const at = this.started.at + (this.ticker.now() - this.started.now) * this.moment.speed;
    this.tell({ at: this.inside(at) });
    if (at >= this.day.until - 1) this.pause();
    else this.pending = this.ticker.frame(() => this.tick());
  }

  private inside(at: number): number {
    return Math.min(Math.max(at, this.day.from), this.day.until - 1);
  }

  private tell(part: Partial<Moment>): void {
    this.moment = { ...this.moment, ...part };
    for (const listener of this.listeners) listener();
  }
}
