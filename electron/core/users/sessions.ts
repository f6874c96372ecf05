/** Sessions: 30 days from the last visit, kept as the hash of their token, gone when their user may not come in. */
import type { Session, User } from '../../contract/records/user';
import { DAY_MS } from '../../domain/calendar';
import { newSecret, sha256 } from '../secret';
import type { Clock, Commit, Store, Tx } from '../store';
import { actorOf } from './people';

const LIFE_MS = 30 * DAY_MS;
/** A session is written anew at most once in this while. */
const RENEW_AFTER_MS = DAY_MS;

export interface Sessions {
  /** Opens a session inside the caller's transaction; give the token out only after its commit. */
  open(tx: Tx, userId: string): string;
  find(token: string): { session: Session; user: User } | null;
  close(sessionId: string): Promise<void>;
}

export function createSessions(store: Store, clock: Clock, onFault: (fault: unknown) => void): Sessions {
  const renewing = new Set<string>();

  function live(session: Session | undefined): { session: Session; user: User } | null {
    if (!session || session.expiresAt <= clock.now()) return null;
    const user = store.get('user', session.userId);
    return user && !user.disabled ? { session, user } : null;
  }

  function renewIfDue({ session, user }: { session: Session; user: User }): void {
    const due = session.expiresAt - clock.now() < LIFE_MS - RENEW_AFTER_MS;
    if (!due || renewing.has(session.id)) return;
    renewing.add(session.id);
    const put = (tx: Tx) => {
      const held = tx.get('session', session.id);
      if (held) tx.put('session', { ...held, expiresAt: clock.now() + LIFE_MS });
    };
    store
      .commit(bookkeeping('sessions.renew', user), put)
      .catch(onFault)
      .finally(() => renewing.delete(session.id));
  }

  return {
    open(tx, userId) {
      const now = clock.now();
      for (const old of tx.all('session')) if (old.expiresAt <= now) tx.remove('session', old.id);
      const token = newSecret();
      tx.put('session', { id: sha256(token), rev: 0, userId, createdAt: now, expiresAt: now + LIFE_MS });
      return token;
    },
    find(token) {
      const found = live(store.get('session', sha256(token)));
      if (found) renewIfDue(found);
      return found;
    },
    async close(sessionId) {
      const found = live(store.get('session', sessionId));
      if (!found) return;
      await store.commit(bookkeeping('auth.signOut', found.user), (tx) => tx.remove('session', sessionId));
    },
  };
}

/** Ends every session of a user, inside the transaction that changes the user. */
export function cutSessions(tx: Tx, userId: string): void {
  for (const session of tx.all('session')) if (session.userId === userId) tx.remove('session', session.id);
}

/** Coming and going is nobody's editing: not in the audit, not to be undone. */
export function bookkeeping(command: string, user: User): Commit {
  return { command, actor: actorOf(user), audited: false };
}
