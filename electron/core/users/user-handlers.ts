/** Handlers of `usersApi`: who works here, in what role. */
import type { usersApi } from '../../contract/api/auth';
import type { HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { User } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import type { Clock, Store, Tx } from '../store';
import { hashPassword } from './password';
import { assertAdministratorLeft, assertAgency, assertNameFree, publicUser } from './people';
import { cutSessions, type Sessions } from './sessions';

interface Parts {
  store: Store;
  sessions: Sessions;
  clock: Clock;
}

export function createUserHandlers({ store, sessions, clock }: Parts): HandlersOf<typeof usersApi> {
  return {
    list: () => store.all('user').map(publicUser),

    async create({ password, ...fields }, { actor }) {
      assertNameFree(store, fields.signInName, null);
      const passwordHash = await hashPassword(password);
      const now = clock.now();
      const user = await store.commit({ command: 'users.create', actor }, (tx) => {
        assertNameFree(tx, fields.signInName, null);
        assertAgency(tx, fields);
        return tx.put('user', { id: newId(now), rev: 0, ...fields, passwordHash, disabled: false, createdAt: now });
      });
      return publicUser(user);
    },

    async update({ id, rev, password, ...fields }, caller) {
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      const done = await store.commit({ command: 'users.update', actor: caller.actor }, (tx) => {
        const user = changed(tx, id, rev, { ...fields, passwordHash });
        const cut = passwordHash !== undefined || user.disabled;
        if (cut) cutSessions(tx, id);
        const staysIn = cut && caller.sessionId !== null && caller.actor.id === id && !user.disabled;
        return { user, token: staysIn ? sessions.open(tx, id) : null };
      });
      if (done.token !== null) caller.setSession(done.token);
      return publicUser(done.user);
    },
  };
}

type Fields = { [K in 'name' | 'role' | 'agencyId' | 'disabled' | 'passwordHash']?: User[K] | undefined };

function changed(tx: Tx, id: string, rev: number, fields: Fields): User {
  const held = tx.get('user', id);
  if (!held) throw new Failure('notFound', { record: 'user' });
  if (held.rev !== rev) throw new Failure('stale', { name: held.name });
  const role = fields.role ?? held.role;
  const next: User = {
    ...held,
    name: fields.name ?? held.name,
    role,
    agencyId: role === 'partner' ? (fields.agencyId ?? held.agencyId) : null,
    disabled: fields.disabled ?? held.disabled,
    passwordHash: fields.passwordHash ?? held.passwordHash,
  };
  assertAdministratorLeft(tx, held, next);
  assertAgency(tx, next);
  return tx.put('user', next);
}
