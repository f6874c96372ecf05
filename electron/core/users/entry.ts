/** The two ways in that ask no password: the first-run address, printed once, and the desktop window's code. */
import { Failure } from '../../contract/failure';
import type { User } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import type { Clock, Reader, Store, Tx } from '../store';
import { createOneTimeCode, type OneTimeCode } from './codes';
import { actorOf, administrators, assertNameFree } from './people';
import { bookkeeping, type Sessions } from './sessions';

const DESKTOP_CODE_MS = 2 * 60_000;

export interface Entry {
  /** Whether nobody who may administer has a way in yet. */
  needed(): boolean;
  firstRunCode(): string | null;
  issueDesktopCode(): string;
  /** Makes the administrator and opens a session. @throws Failure `firstRunOver`, `codeUnknown` */
  firstRun(code: string, who: NewAdministrator): Promise<Opened>;
  /** @throws Failure `codeUnknown` */
  desktop(code: string): Promise<Opened>;
}
export type NewAdministrator = Pick<User, 'signInName' | 'name'> & { passwordHash: () => Promise<string> };
export interface Opened {
  user: User;
  token: string;
}

export function createEntry(store: Store, clock: Clock, sessions: Sessions): Entry {
  const firstRun = createOneTimeCode(clock, null);
  const desktop = createOneTimeCode(clock, DESKTOP_CODE_MS);
  let hasWindow = false;

  /** An administrator without a password gets in through the desktop window alone, so only where there is one. */
  const needed = (reader: Reader = store) =>
    !administrators(reader).some((user) => user.passwordHash !== null || hasWindow);

  return {
    needed: () => needed(),
    firstRunCode: () => (needed() ? firstRun.current() : null),
    issueDesktopCode() {
      hasWindow = true;
      return desktop.renew();
    },
    async firstRun(code, { passwordHash, ...who }) {
      if (!needed()) throw new Failure('firstRunOver');
      spend(firstRun, code, false);
      const hash = await passwordHash();
      const user = firstAdministrator(store, clock, { ...who, passwordHash: hash });
      const opened = await store.commit({ command: 'auth.firstRun', actor: actorOf(user) }, (tx) => {
        // Asked again in here: of two that raced for it, the second finds the first's administrator.
        if (!needed(tx)) throw new Failure('firstRunOver');
        return admit(tx, sessions, user);
      });
      firstRun.spend();
      return opened;
    },
    async desktop(code) {
      spend(desktop, code, true);
      const held = administrators(store)[0];
      if (held) return store.commit(bookkeeping('auth.desktop', held), (tx) => reopen(tx, sessions, held));
      const made = newAdministrator(clock, { signInName: 'admin', name: 'Administrator', passwordHash: null });
      return store.commit({ command: 'auth.desktop', actor: actorOf(made) }, (tx) => admit(tx, sessions, made));
    },
  };
}

function spend(codes: OneTimeCode, code: string, once: boolean): void {
  if (!codes.fits(code)) throw new Failure('codeUnknown');
  if (once) codes.spend();
}

type Fields = Pick<User, 'signInName' | 'name' | 'passwordHash'>;

/** A desktop administrator who has no password yet is the one who gets name and password now. */
function firstAdministrator(store: Store, clock: Clock, fields: Fields): User {
  const held = administrators(store)[0];
  return held ? { ...held, ...fields } : newAdministrator(clock, fields);
}

function newAdministrator(clock: Clock, fields: Fields): User {
  return {
    id: newId(clock.now()),
    rev: 0,
    ...fields,
    role: 'administrator',
    agencyId: null,
    disabled: false,
    createdAt: clock.now(),
  };
}

function admit(tx: Tx, sessions: Sessions, user: User): Opened {
  assertNameFree(tx, user.signInName, user.id);
  return { user: tx.put('user', user), token: sessions.open(tx, user.id) };
}

function reopen(tx: Tx, sessions: Sessions, held: User): Opened {
  const user = tx.get('user', held.id);
  if (!user || user.disabled) throw new Failure('notAllowed');
  return { user, token: sessions.open(tx, user.id) };
}
