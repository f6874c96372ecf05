/** Handlers of `displaysApi`. */
import type { displaysApi, PublicDisplay } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import type { Display } from '../../contract/records/display';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { newSecret, sha256 } from '../secret';
import { type Clock, type Reader, requireRecord, type Store, type Tx } from '../store';
import type { Admission } from './admission';
import type { Board } from './board';
import type { Fleet } from './fleet';
import type { OnceCodes } from './once';
import { displayUses } from './uses';

export interface CommandsNeed {
  store: Store;
  clock: Clock;
  board: Board;
  admission: Admission;
  fleet: Fleet;
  once: OnceCodes;
  attempts: Attempts;
}

/** Pairing codes are short: an address that guesses too often has to wait. */
export interface Attempts {
  /** Counts one for each key; what it returns takes it back. @throws Failure tooManyAttempts with the seconds to wait */
  begin(keys: readonly string[]): () => void;
}

/** Of a new display: null where nobody has said. */
const seen = ({ pitchMm = null, viewingM = null }: Partial<Pick<Display, 'pitchMm' | 'viewingM'>>) => ({
  pitchMm,
  viewingM,
});

export function displayCommands(need: CommandsNeed): HandlersOf<typeof displaysApi> {
  const { store, clock, board, admission, fleet, once, attempts } = need;
  const edit = async (command: string, actor: Actor, undoable: boolean, change: (tx: Tx) => Display) =>
    publicDisplay(await store.commit({ command: `displays.${command}`, actor, undoable }, change));
  return {
    list: () =>
      store.all('display').map((display) => ({ display: publicDisplay(display), status: board.get(display.id) })),

    create: (fields, { actor }) =>
      edit('create', actor, true, (tx) => {
        checkFields(tx, fields);
        const now = clock.now();
        return tx.put('display', { ...fields, ...seen(fields), id: newId(now), rev: 0, token: null, createdAt: now });
      }),

    update: ({ id, rev, ...fields }, { actor }) =>
      edit('update', actor, true, (tx) => {
        const held = requireRecord(tx, 'display', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'display' });
        checkFields(tx, fields);
        return tx.put('display', { ...held, ...given(fields) });
      }),

    remove: async ({ id }, { actor }) => {
      await store.commit({ command: 'displays.remove', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'display', id);
        const uses = displayUses(tx, id, clock.now());
        if (uses.length > 0) throw new Failure('inUse', { record: 'display', name: held.name }, uses);
        tx.remove('display', id);
      });
      return null;
    },

    pairings: () => admission.waiting(),

    /** The page is told its token only after the display that carries its hash is on disk. */
    pair: async ({ id, code }, { actor, address }) => {
      requireRecord(store, 'display', id);
      const right = attempts.begin([`pairing ${address}`]);
      const page = admission.takeCode(code);
      if (!page) throw new Failure('codeUnknown', { code });
      right();
      const token = newSecret();
      const issued = { hash: sha256(token), instanceId: page.about.instanceId, issuedAt: clock.now() };
      try {
        const paired = await edit('pair', actor, false, (tx) =>
          tx.put('display', { ...requireRecord(tx, 'display', id), token: issued }),
        );
        admission.givePaired(page, id, token);
        return paired;
      } catch (fault) {
        admission.notPaired(page);
        throw fault;
      }
    },

    revoke: ({ id }, { actor }) =>
      edit('revoke', actor, false, (tx) => tx.put('display', { ...requireRecord(tx, 'display', id), token: null })),

    identify: ({ id }) => {
      requireRecord(store, 'display', id);
      fleet.identify(id);
      return null;
    },

    localPage: ({ id }) => {
      requireRecord(store, 'display', id);
      return { path: `/display?once=${once.issue(id, performance.now())}` };
    },

    watch: () => {
      fleet.watch.seen(performance.now());
      return null;
    },
  };
}

export function publicDisplay({ token, ...display }: Display): PublicDisplay {
  return { ...display, pairedAt: token?.issuedAt ?? null };
}

/** `undefined` is "leave as it is". */
function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function checkFields(reader: Reader, { fillerPlaylistId }: { fillerPlaylistId?: string | null }): void {
  if (!fillerPlaylistId || reader.get('playlist', fillerPlaylistId)) return;
  throw new Failure('invalidInput', {}, [reason('displays.fillerGone')]);
}
