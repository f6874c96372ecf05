/** What the demo is handed, and as whom it acts. */
import type { Logger } from 'pino';
import type { Caller } from '../../contract/api/handlers';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Rooms } from '../rooms';
import type { Clock, Store } from '../store';

export interface DemoNeed {
  rooms: Rooms;
  store: Store;
  clock: Clock;
  log: Logger;
  dataDir: string;
}

/** As much of it as planning needs. */
export interface DemoDesk extends Pick<DemoNeed, 'store' | 'clock' | 'dataDir'> {
  rooms: Pick<Rooms, 'schedule' | 'partners'>;
}

/** The demo acts as the station itself, with the rights of an administrator. */
export const DEMO_CALLER: Caller = {
  actor: STATION_ACTOR,
  role: 'administrator',
  sessionId: null,
  address: 'demo',
  signal: undefined,
  setSession: () => {},
};
