/** Builds the users room. */
import type { Logger } from 'pino';
import type { authApi, usersApi } from '../../contract/api/auth';
import type { HandlersOf } from '../../contract/api/handlers';
import type { Clock, Store } from '../store';
import { adminToken } from './admin-token';
import type { Attempts } from './attempts';
import { createAuthHandlers } from './auth-handlers';
import { createDoorkeeper, type Doorkeeper } from './doorkeeper';
import { createEntry } from './entry';
import { createSessions } from './sessions';
import { createUserHandlers } from './user-handlers';

export interface UsersParts {
  store: Store;
  clock: Clock;
  log: Logger;
  attempts: Attempts;
  dataDir: string;
}

export interface Users {
  handlers: { auth: HandlersOf<typeof authApi>; users: HandlersOf<typeof usersApi> };
  doorkeeper: Doorkeeper;
  /** The bearer of `admin-token`, for the station's own questions. */
  adminToken: string;
  /** For `/first-run?code=...`; null once an administrator with a way in exists. */
  firstRunCode(): string | null;
  /**
   * A code the desktop window exchanges through `auth.desktop` within two minutes; the one before is void. From the
   * first on, an administrator without a password counts as having a way in.
   */
  issueDesktopCode(): string;
}

export async function createUsers({ store, clock, log, attempts, dataDir }: UsersParts): Promise<Users> {
  const token = await adminToken(dataDir);
  const onFault = (fault: unknown) => log.warn({ err: fault }, 'a session could not be renewed');
  const sessions = createSessions(store, clock, onFault);
  const entry = createEntry(store, clock, sessions);
  return {
    handlers: {
      auth: createAuthHandlers({ store, sessions, entry, attempts }),
      users: createUserHandlers({ store, sessions, clock }),
    },
    doorkeeper: createDoorkeeper(store, sessions, token),
    adminToken: token,
    firstRunCode: entry.firstRunCode,
    issueDesktopCode: entry.issueDesktopCode,
  };
}
