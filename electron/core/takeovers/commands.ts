/** Handlers of `takeoversApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { TakeoverAt, TakeoverCounts, takeoversApi } from '../../contract/api/takeovers';
import { Failure, refusalFor } from '../../contract/failure';
import type { Display } from '../../contract/records/display';
import type { Takeover, TakeoverReceipt } from '../../contract/records/takeover';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { endOf, heldMs, isMeant, isOver } from '../../domain/takeover';
import { locksThere, placesNamed } from '../rules/gate';
import { type Clock, groupsByDisplay, madeAnew, type Reader, requireRecord, type Store } from '../store';
import { checkFields, lawAgainst } from './check';
import { coversOf } from './covers';
import type { Receipts } from './receipts';
import { reviewOf } from './review';
import { tryPage } from './try-page';

export interface CommandsNeed {
  store: Store;
  clock: Clock;
  receipts: Receipts;
  /** Every display that a takeover means, in order of name. */
  displaysAt(takeover: Takeover): TakeoverAt[];
}

/** What is over stays on the list this long. */
const RECENT_MS = 30 * 86_400_000;

export function takeoverCommands({
  store,
  clock,
  receipts,
  displaysAt,
}: CommandsNeed): HandlersOf<typeof takeoversApi> {
  const undoable = true;
  return {
    list: () => {
      const since = clock.now() - RECENT_MS;
      return store
        .all('takeover')
        .filter((takeover) => takeover.cue === null && !isOver(takeover, since))
        .sort((a, b) => (a.id < b.id ? 1 : -1));
    },

    get: ({ id }) => {
      const takeover = requireRecord(store, 'takeover', id);
      return { takeover, displays: displaysAt(takeover) };
    },

    counts: ({ id }) => countsOf(store, requireRecord(store, 'takeover', id), { receipts, now: clock.now() }),

    tryPage: ({ url }) => tryPage(url),

    locks: ({ where }) => locksThere(store, placesNamed(store, where), clock.now()),

    review: (fields) => reviewOf(store, fields, clock.now()),

    start: (fields, { actor }) =>
      store.commit({ command: 'takeovers.start', actor, undoable }, (tx) => {
        const now = clock.now();
        checkFields(tx, fields, now);
        const made = {
          id: newId(now),
          rev: 0,
          endedAt: null,
          undone: false,
          cue: null,
          createdAt: now,
          createdBy: actor.name,
        };
        return tx.put('takeover', { ...fields, ...made, from: Math.max(now, fields.from) });
      }),

    extend: ({ id, rev, until }, { actor }) =>
      store.commit({ command: 'takeovers.extend', actor, undoable }, (tx) => {
        const held = requireRecord(tx, 'takeover', id);
        if (held.rev !== rev) throw new Failure('stale', { record: 'takeover', name: held.name });
        const now = clock.now();
        if (isOver(held, now)) throw new Failure('refused', {}, [reason('takeover.over', { name: held.name })]);
        const tooEarly = until !== null && until <= Math.max(now, held.from);
        if (tooEarly) throw new Failure('invalidInput', {}, [reason('takeover.overBefore')]);
        const longer = { ...held, until };
        const against = lawAgainst(tx, longer, Math.max(now, held.from), heldMs(longer));
        if (against.length > 0) throw refusalFor('refused', { record: 'takeover', name: held.name }, against);
        return tx.put('takeover', longer);
      }),

    end: ({ id }, { actor }) =>
      store.commit({ command: 'takeovers.end', actor, undoable }, (tx) => {
        const held = requireRecord(tx, 'takeover', id);
        const now = clock.now();
        return isOver(held, now) ? held : tx.put('takeover', { ...held, endedAt: now });
      }),
  };
}

const BY_NAME = new Intl.Collator();
interface Seen extends Pick<CommandsNeed, 'receipts'> {
  connected(displayId: string): boolean;
  now: number;
}

/** Asks every display that a takeover means what became of it there. */
export function displaysWith({
  store,
  clock,
  ...seen
}: Omit<Seen, 'now'> & Pick<CommandsNeed, 'store' | 'clock'>): CommandsNeed['displaysAt'] {
  const named = displaysByName(store);
  return (takeover) => displaysOf(store, named(), takeover, { ...seen, now: clock.now() });
}

/** All displays in order of name: while a network answers a takeover this is asked many times, and names are slow to compare. */
const displaysByName = (store: Store): (() => readonly Display[]) =>
  madeAnew(
    () => store.lastChange('display'),
    () => [...store.all('display')].sort((a, b) => BY_NAME.compare(a.name, b.name)),
  );

function displaysOf(reader: Reader, displays: readonly Display[], takeover: Takeover, seen: Seen): TakeoverAt[] {
  return meantBy(reader, displays, takeover, seen).map(({ display: { id, name }, receipt, coveredBy }) => ({
    displayId: id,
    displayName: name,
    connected: seen.connected(id),
    receipt,
    coveredBy,
  }));
}

function countsOf(reader: Reader, takeover: Takeover, seen: Omit<Seen, 'connected'>): TakeoverCounts {
  const counts: TakeoverCounts = { displays: 0, received: 0, shown: 0, ended: 0, faulty: 0 };
  for (const { receipt, coveredBy } of meantBy(reader, reader.all('display'), takeover, seen)) {
    counts.displays += 1;
    if (!receipt) continue;
    counts.received += Number(receipt.receivedAt !== null || receipt.shownAt !== null);
    counts.shown += Number(receipt.shownAt !== null && coveredBy === null);
    counts.ended += Number(receipt.endedAt !== null);
    counts.faulty += Number(receipt.fault !== null);
  }
  return counts;
}

/** Every display it means; of one with an end also those that have left its groups since, if they said anything of it. */
function meantBy(
  reader: Reader,
  displays: Iterable<Display>,
  takeover: Takeover,
  { receipts, now }: Omit<Seen, 'connected'>,
): { display: Display; receipt: TakeoverReceipt | null; coveredBy: TakeoverAt['coveredBy'] }[] {
  const groups = groupsByDisplay(reader);
  const told = Number.isFinite(endOf(takeover));
  const said = receipts.of(takeover.id);
  const covers = coversOf(reader, receipts, takeover, now);
  return [...displays].flatMap((display) => {
    const receipt = said.get(display.id) ?? null;
    const meant = isMeant(takeover, display.id, groups(display.id)) || (told && receipt !== null);
    return meant ? [{ display, receipt, coveredBy: covers(display.id, groups(display.id)) }] : [];
  });
}
