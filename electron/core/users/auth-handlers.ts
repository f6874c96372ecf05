/** Handlers of `authApi`: who is at the door, coming in, going out. */
import type { authApi } from '../../contract/api/auth';
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { User } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { type Store, settingsOf } from '../store';
import type { Attempts } from './attempts';
import type { Entry, Opened } from './entry';
import { hashPassword, verifyPassword } from './password';
import { actorOf, publicUser, userBySignInName } from './people';
import { bookkeeping, cutSessions, type Sessions } from './sessions';

export interface AuthParts {
  store: Store;
  sessions: Sessions;
  entry: Entry;
  attempts: Attempts;
}

export function createAuthHandlers(parts: AuthParts): HandlersOf<typeof authApi> {
  const { store, sessions, entry, attempts } = parts;

  /** Gives the session to the caller once it is on disk. */
  function seat(caller: Caller, { user, token }: Opened) {
    caller.setSession(token);
    return publicUser(user);
  }

  return {
    status(_input, caller) {
      const settings = settingsOf(store);
      const user = callingUser(store, caller);
      return {
        user: user ? publicUser(user) : null,
        firstRun: entry.needed(),
        stationName: settings.stationName,
        language: settings.language,
      };
    },

    async firstRun({ code, signInName, name, password }, caller) {
      const right = attempts.begin([`code ${caller.address}`]);
      const opened = await entry.firstRun(code, { signInName, name, passwordHash: () => hashPassword(password) });
      right();
      return seat(caller, opened);
    },

    async desktop({ code }, caller) {
      const right = attempts.begin([`code ${caller.address}`]);
      const opened = await entry.desktop(code);
      right();
      return seat(caller, opened);
    },

    async signIn({ signInName, password }, caller) {
      const name = signInName.trim().toLowerCase();
      const right = attempts.begin([`address ${caller.address}`, `name ${name}`]);
      const user = await checkPassword(store, name, password);
      const token = await store.commit(bookkeeping('auth.signIn', user), (tx) => sessions.open(tx, user.id));
      right();
      return seat(caller, { user, token });
    },

    async signOut(_input, caller) {
      if (caller.sessionId !== null) await sessions.close(caller.sessionId);
      caller.setSession(null);
      return null;
    },

    async setOwnPassword({ current, next }, caller) {
      const user = callingUser(store, caller);
      if (!user) throw new Failure('notAllowed');
      const right = attempts.begin([`address ${caller.address}`, `name ${user.signInName}`]);
      await checkCurrent(user, current);
      right();
      const passwordHash = await hashPassword(next);
      seat(caller, await replacePassword(parts, user.id, passwordHash));
      return null;
    },
  };
}

function callingUser(store: Store, caller: Caller): User | undefined {
  return caller.sessionId === null ? undefined : store.get('user', caller.actor.id);
}

/** @throws Failure `wrongPassword`, the same for an unknown name, a disabled user and one without a password. */
async function checkPassword(store: Store, name: string, password: string): Promise<User> {
  const user = userBySignInName(store, name);
  const right = await verifyPassword(password, user?.passwordHash ?? null);
  // Read again: the user may have been disabled while the hash was worked out.
  const now = user && store.get('user', user.id);
  if (!right || !now || now.disabled || now.passwordHash !== user.passwordHash) throw new Failure('wrongPassword');
  return now;
}

/** Whoever came in through the desktop window without a password has none to say. */
async function checkCurrent(user: User, current: string | null): Promise<void> {
  if (user.passwordHash === null) return;
  if (await verifyPassword(current ?? '', user.passwordHash)) return;
  throw new Failure('refused', {}, [reason('auth.currentWrong')]);
}

/** Every session of the user ends; the caller goes on in a new one. */
function replacePassword({ store, sessions }: AuthParts, userId: string, passwordHash: string): Promise<Opened> {
  const held = store.get('user', userId);
  if (!held) throw new Failure('notFound');
  return store.commit({ command: 'auth.setOwnPassword', actor: actorOf(held) }, (tx) => {
    const user = tx.get('user', userId);
    if (!user || user.disabled) throw new Failure('notSignedIn');
    cutSessions(tx, userId);
    return { user: tx.put('user', { ...user, passwordHash }), token: sessions.open(tx, userId) };
  });
}
