/** Answers the server's question about every request: who is this? */
import type { Identity } from '../../contract/api/handlers';
import { sameSecret, sha256 } from '../secret';
import type { Store } from '../store';
import { actorOf } from './people';
import type { Sessions } from './sessions';

export interface Doorkeeper {
  bySession(token: string): Identity | null;
  byBearer(token: string): Identity | null;
  displayByToken(token: string): string | null;
}

/** What the holder of `DIR/admin-token` acts as. */
const TOKEN_IDENTITY: Identity = {
  actor: { kind: 'token', id: 'admin-token', name: 'admin-token' },
  role: 'administrator',
  sessionId: null,
};

export function createDoorkeeper(store: Store, sessions: Sessions, adminToken: string): Doorkeeper {
  const displayOf = displayIndex(store);
  return {
    bySession(token) {
      const found = sessions.find(token);
      return found && { actor: actorOf(found.user), role: found.user.role, sessionId: found.session.id };
    },
    byBearer: (token) => (sameSecret(token, adminToken) ? TOKEN_IDENTITY : null),
    displayByToken: (token) => displayOf(sha256(token)),
  };
}

/** Display by the hash of its token, rebuilt after displays moved: media is asked for far more often than that. */
function displayIndex(store: Store): (tokenHash: string) => string | null {
  let index: Map<string, string> | null = null;
  store.committed.subscribe(({ changes }) => {
    if (changes.some(({ record }) => record === 'display')) index = null;
  });
  const build = () => {
    const pairs = store
      .all('display')
      .flatMap(({ id, token }): [string, string][] => (token ? [[token.hash, id]] : []));
    return new Map(pairs);
  };
  return (tokenHash) => {
    index ??= build();
    return index.get(tokenHash) ?? null;
  };
}
