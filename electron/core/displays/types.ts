/** What the displays room is handed, and what it hands out. */
import type { Logger } from 'pino';
import type { PlayReport } from '../../contract/records/play';
import type { Timeline } from '../../contract/records/timeline';
import type { Reason } from '../../contract/scalars';
import type { Clock, Store } from '../store';

/** One page's socket, as the server offers it. */
export interface DisplaySocket {
  send(text: string): void;
  close(code: number, why: string): void;
  bufferedBytes(): number;
  address: string;
}
export interface DisplayConnection {
  message(text: string): void;
  closed(): void;
}

export interface TimelineSource {
  /** What the display should hold now; null before its first compile. May cost milliseconds. */
  current(displayId: string): Timeline | null;
  revision(displayId: string): number | null;
  notReady(displayId: string): readonly Reason[];
}

export interface PlayRecorder {
  /** Durable when it returns; idempotent by play id. */
  record(displayId: string, reports: readonly PlayReport[]): void;
}

export interface DisplaysOptions {
  store: Store;
  clock: Clock;
  log: Logger;
  proof: PlayRecorder;
  timelines: TimelineSource;
  /** Monotonic milliseconds: silence is measured with a clock that never jumps. */
  monotonic?: () => number;
}
