import type { Logger } from 'pino';
import type { DeskPaperQuery } from '../../contract/api/partners';
import type { Reason } from '../../contract/scalars';
import type { Clock, Store } from '../store';

export interface PartnersOptions {
  store: Store;
  clock: Clock;
}

export interface PartnersNeed extends PartnersOptions {
  dataDir: string;
  log: Pick<Logger, 'error'>;
  alerts: {
    raise(id: string, severity: 'warning' | 'error', reason: Reason): void;
    settle(id: string): void;
  };
}

export interface IncomingPaper extends DeskPaperQuery {
  /** How long the sender says it is; null where it does not say. */
  bytes: number | null;
  body: AsyncIterable<Uint8Array>;
}
