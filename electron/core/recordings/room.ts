/** What the parts of this room share. */
import type { Logger } from 'pino';
import type { Heard } from '../../domain/recording';
import type { Alerts, JobContext, Jobs } from '../jobs/types';
import type { Clock, Store } from '../store';
import type { Places } from './places';

/** What this room asks of ffmpeg. */
export interface Sounds {
  /** Faults met on the way; null when nothing can be read. */
  remuxSound(source: string, target: string, work: JobContext): Promise<number | null>;
  hearWhole(path: string, work: JobContext, totalMs: number): Promise<Heard>;
}

export interface Room {
  store: Store;
  clock: Clock;
  /** Goes on evenly whatever the clock is set to, ms. */
  monotonic: () => number;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  jobs: Pick<Jobs, 'register' | 'enqueue'>;
  alerts: Alerts;
  media: Sounds;
  places: Places;
}
