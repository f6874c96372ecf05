/** Handlers of contests themselves: written, opened, judged, decided. */
import type { contestsApi } from '../../contract/api/contests';
import type { HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { Contest, ContestEntry, ContestFields } from '../../contract/records/contest';
import { mayDo } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { scoresGiven } from '../../domain/contest/standing';
import { dayAt, type Reader, requireRecord, type Tx } from '../store';
import { entriesOf, judgedOf, type Room, refused, refuseUnless } from './room';
import { contestView } from './view';
import { refuseUnfitWinners, takeBackWinners, toLibrary } from './winners';

type Kept = Pick<
  HandlersOf<typeof contestsApi>,
  'list' | 'people' | 'create' | 'update' | 'remove' | 'move' | 'shortlist' | 'decide' | 'reopen'
>;

export function contestHandlers(room: Room): Kept {
  const { store, clock } = room;
  return {
    list: (_input, caller) => store.all('contest').map((contest) => contestView(store, contest, caller)),
    people: () => jurySource(store).map(({ id, name }) => ({ id, name })),

    create: (fields, { actor }) =>
      store.commit({ command: 'contests.create', actor, undoable: true }, (tx) => {
        check(tx, fields, []);
        const now = clock.now();
        return tx.put('contest', {
          id: newId(now),
          rev: 0,
          ...fields,
          state: 'draft',
          decided: null,
          reopened: [],
          createdAt: now,
        });
      }),

    update: ({ id, rev, fields }, { actor }) =>
      // Not undoable: scores may have begun by then, and what they stand on is not moved under them.
      store.commit({ command: 'contests.update', actor }, (tx) => {
        const held = contestAt(tx, id, rev);
        check(tx, fields, held.jurorIds);
        refuseMoved(held, fields, entriesOf(tx, id));
        return tx.put('contest', { ...held, ...fields });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'contests.remove', actor, undoable: true }, (tx) => {
        const { title } = requireRecord(tx, 'contest', id);
        if (entriesOf(tx, id).length > 0) throw refused('contests.hasEntries', { title });
        tx.remove('contest', id);
        return null;
      }),

    move: ({ id, rev, to }, { actor }) =>
      store.commit({ command: 'contests.move', actor }, (tx) => {
        const held = contestAt(tx, id, rev);
        refuseUnless(held, ['draft', 'open', 'judging']);
        const entries = entriesOf(tx, id);
        if (to !== 'judging' && entries.some(({ scores }) => scores.length > 0))
          throw refused('contests.scoresBegun', { title: held.title });
        if (to === 'judging') refuseUnready(held, entries);
        return tx.put('contest', { ...held, state: to });
      }),

    shortlist: ({ id, rev, entryIds }, { actor }) =>
      store.commit({ command: 'contests.shortlist', actor }, (tx) => {
        const held = contestAt(tx, id, rev);
        refuseUnless(held, ['judging', 'shortlisted']);
        const chosen = new Set(entryIds);
        const entries = entriesOf(tx, id).filter(({ state }) => state === 'valid' || state === 'shortlisted');
        if (![...chosen].every((entryId) => entries.some((entry) => entry.id === entryId)))
          throw refused('contests.notValid');
        for (const entry of entries)
          tx.put('contestEntry', { ...entry, state: chosen.has(entry.id) ? 'shortlisted' : 'valid' });
        return tx.put('contest', { ...held, state: 'shortlisted' });
      }),

    decide: ({ id, rev, winners, incomplete }, { actor }) =>
      store.commit({ command: 'contests.decide', actor }, (tx) => {
        const held = contestAt(tx, id, rev);
        refuseUnless(held, ['shortlisted']);
        const { given, of } = scoresGiven(held, judgedOf(tx, id));
        const isWhole = given === of;
        if (!isWhole && incomplete === undefined)
          throw refused('contests.scoresMissing', { title: held.title, given, of });
        const chosen = winners.map(({ entryId, rank }) => ({ entry: shortlisted(tx, held, entryId), rank }));
        refuseUnfitWinners(
          room,
          tx,
          chosen.map(({ entry }) => entry),
        );
        for (const { entry, rank } of chosen) {
          toLibrary(tx, held, tx.put('contestEntry', { ...entry, state: 'winner', rank }));
        }
        const why = isWhole ? {} : { incomplete };
        const decided = { by: actor.name, on: dayAt(tx, clock.now()), ...why };
        return tx.put('contest', { ...held, state: 'decided', decided });
      }),

    reopen: ({ id, rev, reason: why }, { actor }) =>
      store.commit({ command: 'contests.reopen', actor }, (tx) => {
        const held = contestAt(tx, id, rev);
        refuseUnless(held, ['shortlisted', 'decided']);
        const step = { by: actor.name, on: dayAt(tx, clock.now()), from: held.state, reason: why };
        const reopened = { ...held, decided: null, reopened: [...held.reopened, step] };
        if (held.state === 'decided') {
          takeBackWinners(room, tx, held);
          return tx.put('contest', { ...reopened, state: 'shortlisted' });
        }
        judgeAgain(tx, held);
        return tx.put('contest', { ...reopened, state: 'judging' });
      }),
  };
}

function contestAt(reader: Reader, id: string, rev: number): Contest {
  const held = requireRecord(reader, 'contest', id);
  if (held.rev !== rev) throw new Failure('stale', { record: 'contest', name: held.title });
  return held;
}

/** Staff who may preview. */
const jurySource = (reader: Pick<Reader, 'all'>) =>
  reader.all('user').filter(({ disabled, role }) => !disabled && mayDo(role, 'preview'));

/** @param before jurors who were on it: one whose account is shut since stays, for scores may stand on it */
function check(reader: Reader, { criteria, jurorIds, categories }: ContestFields, before: readonly string[]): void {
  const people = new Set(jurySource(reader).map(({ id }) => id));
  const names = criteria.map(({ name }) => name.toLocaleLowerCase('id'));
  const reasons = [
    ...(new Set(criteria.map(({ id }) => id)).size < criteria.length || new Set(names).size < names.length
      ? [reason('contests.criterionTwice')]
      : []),
    ...(new Set(categories).size < categories.length ? [reason('contests.categoryTwice')] : []),
    ...(jurorIds.every((id) => before.includes(id) || people.has(id)) ? [] : [reason('contests.noJuror')]),
  ];
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'contest' }, reasons);
}

/** What scores stand on is not moved under them; what an entry is in is not taken away. */
function refuseMoved(held: Contest, fields: ContestFields, entries: readonly ContestEntry[]): void {
  refuseUnless(held, ['draft', 'open', 'judging']);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const moved = !same(held.criteria, fields.criteria) || !same([...held.jurorIds].sort(), [...fields.jurorIds].sort());
  if (moved && entries.some(({ scores }) => scores.length > 0))
    throw refused('contests.scoresBegun', { title: held.title });
  const used = entries.flatMap(({ category }) => category ?? []);
  const gone = used.find((category) => !fields.categories.includes(category));
  if (gone !== undefined) throw refused('contests.categoryUsed', { category: gone });
}

function refuseUnready({ title, jurorIds }: Contest, entries: readonly ContestEntry[]): void {
  if (jurorIds.length === 0) throw refused('contests.noJury', { title });
  const unchecked = entries.filter(({ state }) => state === 'received').length;
  if (unchecked > 0) throw refused('contests.unchecked', { title, count: unchecked });
  if (!entries.some(({ state }) => state === 'valid')) throw refused('contests.nothingToJudge', { title });
}

/** Once scores were open to all nobody scores blind any more. @throws Failure refused */
function judgeAgain(tx: Tx, { id, title }: Contest): void {
  const entries = entriesOf(tx, id);
  if (entries.some(({ scores }) => scores.length > 0)) throw refused('contests.scoresSeen', { title });
  for (const entry of entries) if (entry.state === 'shortlisted') tx.put('contestEntry', { ...entry, state: 'valid' });
}

/** @throws Failure refused */
function shortlisted(tx: Tx, { id }: Contest, entryId: string): ContestEntry {
  const entry = requireRecord(tx, 'contestEntry', entryId);
  if (entry.contestId !== id || entry.state !== 'shortlisted')
    throw refused('contests.notShortlisted', { title: entry.title });
  return entry;
}
