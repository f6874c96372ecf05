/** Handlers of `displaysApi`. */
import type { displaysApi, PublicDisplay } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { Display } from '../../contract/records/display';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import type { Clock, Reader, Store, Tx } from '../store';
import type { Hub } from './hub';
import type { OnceCodes } from './once';
import type { Pairings, WaitingPage } from './pairings';
import { displayUses } from './places';
import { Rate } from './rate';
import type { StatusBoard } from './status-board';
import type { TokenDesk } from './token-desk';

export interface DisplayHandlersNeed {
  store: Store;
  clock: Clock;
  board: StatusBoard;
  pairings: Pairings;
  once: OnceCodes;
  desk: TokenDesk;
  hub: Hub;
  monotonic: () => number;
}

const IDENTIFY_SECONDS = 10;
/** A code has 29^6 forms; so many guesses a minute find one of fifty in years. */
const TRIES_PER_MINUTE = 20;

export function displayHandlers(need: DisplayHandlersNeed): HandlersOf<typeof displaysApi> {
  const { store, clock, board, pairings, once, desk, hub } = need;
  const wrongCodes = new Rate(TRIES_PER_MINUTE, 60_000, need.monotonic);
  return {
    list: () =>
      store.all('display').map((display) => ({ display: publicOf(display), status: board.status(display.id) })),

    create: async (fields, { actor }) => {
      const now = clock.now();
      const made = await store.commit({ command: 'displays.create', actor, undoable: true }, (tx) => {
        requireFiller(tx, fields.fillerPlaylistId);
        return tx.put('display', { ...fields, id: newId(now), rev: 0, token: null, createdAt: now });
      });
      return publicOf(made);
    },

    update: async ({ id, rev, ...fields }, { actor }) => {
      const changed = await store.commit({ command: 'displays.update', actor, undoable: true }, (tx) => {
        const display = requireDisplay(tx, id);
        if (display.rev !== rev) throw new Failure('stale', { record: 'display', name: display.name });
        requireFiller(tx, fields.fillerPlaylistId ?? null);
        return tx.put('display', { ...display, ...given(fields) });
      });
      return publicOf(changed);
    },

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'displays.remove', actor, undoable: true }, (tx) => {
        const { name } = requireDisplay(tx, id);
        const uses = displayUses(tx, id, clock.now());
        if (uses.length > 0) throw new Failure('inUse', { record: 'display', name }, uses);
        leaveGroups(tx, id);
        tx.remove('display', id);
        return null;
      }),

    pairings: () => pairings.list(),

    pair: async ({ id, code }, { actor }) => {
      requireDisplay(store, id);
      const waiting = pairings.find(code);
      if (!waiting) {
        throw new Failure(wrongCodes.allow(`${actor.kind} ${actor.id}`) ? 'codeUnknown' : 'tooManyAttempts', { code });
      }
      const { display, token } = await claim(pairings, waiting, () => desk.issue(id, waiting.instanceId, actor));
      waiting.paired(id, token);
      return publicOf(display);
    },

    revoke: async ({ id }, { actor }) => publicOf(await desk.revoke(id, actor)),

    identify: ({ id }) => {
      const { name } = requireDisplay(store, id);
      const line = hub.lineOf(id);
      if (!line) throw new Failure('notConnected', { name: name });
      line.say({ type: 'identify', seconds: IDENTIFY_SECONDS });
      return null;
    },

    localPage: ({ id }, { actor }) => {
      requireDisplay(store, id);
      return { path: `/display?once=${once.issue({ displayId: id, actor })}` };
    },

    watch: () => {
      hub.watch.look();
      return null;
    },
  };
}

/** Takes a page off the list at once, since two operators must not give it to two displays; back on it when that failed. */
async function claim<T>(pairings: Pairings, waiting: WaitingPage, issue: () => Promise<T>): Promise<T> {
  pairings.remove(waiting);
  try {
    return await issue();
  } catch (fault) {
    pairings.add(waiting);
    throw fault;
  }
}

function publicOf({ token, ...display }: Display): PublicDisplay {
  return { ...display, pairedAt: token?.issuedAt ?? null };
}

function requireDisplay(reader: Pick<Reader, 'get'>, id: string): Display {
  const display = reader.get('display', id);
  if (!display) throw new Failure('notFound', { record: 'display' });
  return display;
}

function requireFiller(reader: Pick<Reader, 'get'>, id: string | null): void {
  if (id !== null && !reader.get('playlist', id)) {
    throw new Failure('invalidInput', {}, [reason('displays.fillerGone')]);
  }
}

/** Without the fields that were not given. */
function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function leaveGroups(tx: Tx, id: string): void {
  for (const group of tx.all('displayGroup')) {
    if (!group.displayIds.includes(id)) continue;
    tx.put('displayGroup', { ...group, displayIds: group.displayIds.filter((member) => member !== id) });
  }
}
