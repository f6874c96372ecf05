/** Handlers of entries: taken in, checked, scored. Who entered is to be forgotten one day, so none of these can be taken back. */
import type { contestsApi, HandedIn } from '../../contract/api/contests';
import type { HandlersOf } from '../../contract/api/handlers';
import type { Actor } from '../../contract/records/audit';
import type { Contest, ContestEntry, ContestEntryFields } from '../../contract/records/contest';
import { newId } from '../../contract/ulid';
import { isJudged, scoresOpen } from '../../domain/contest/blind';
import { jurorsOf, sumOf } from '../../domain/contest/standing';
import { dayAt, requireRecord, requireRev, type Tx } from '../store';
import { entriesOf, type Room, refused, refuseUnless } from './room';
import { entryPage } from './view';
import { markRights, toBeApproved } from './winners';

type Kept = Pick<
  HandlersOf<typeof contestsApi>,
  'entries' | 'addEntry' | 'updateEntry' | 'removeEntry' | 'checkEntry' | 'score'
>;

export function entryHandlers(room: Room): Kept {
  const { store, clock } = room;
  return {
    entries: (asked, caller) => entryPage(store, requireRecord(store, 'contest', asked.contestId), asked, caller),

    addEntry: ({ contestId, fields }, { actor }) => take(room, contestId, fields, actor),

    updateEntry: ({ id, rev, fields }, { actor }) =>
      store.commit({ command: 'contests.updateEntry', actor }, (tx) => {
        const held = requireRev(tx, 'contestEntry', id, rev);
        const contest = requireRecord(tx, 'contest', held.contestId);
        refuseUnless(contest, ['open', 'judging']);
        if (held.scores.length > 0 && held.assetId !== fields.assetId)
          throw refused('contests.scored', { title: held.title });
        refuseForeign(contest, fields);
        if (contest.state === 'judging') refuseReopening(held, fields);
        toBeApproved(room, tx, fields.assetId, held.assetId);
        markRights(tx, fields);
        const { phone, email } = fields.entrant;
        // What is written anew of how to reach somebody is forgotten anew.
        const forgottenAt = phone === '' && email === '' ? held.forgottenAt : null;
        tx.put('contestEntry', { ...held, ...fields, ownJurorIds: [...new Set(fields.ownJurorIds)], forgottenAt });
        return null;
      }),

    removeEntry: ({ id }, { actor }) =>
      store.commit({ command: 'contests.removeEntry', actor }, (tx) => {
        const held = requireRecord(tx, 'contestEntry', id);
        if (held.state !== 'received') throw refused('contests.checked', { title: held.title });
        tx.remove('contestEntry', id);
        return null;
      }),

    checkEntry: ({ id, rev, to, why }, { actor }) =>
      store.commit({ command: 'contests.checkEntry', actor }, (tx) => {
        const held = requireRev(tx, 'contestEntry', id, rev);
        // Once it is judged an entry can only fall out: another to score would close scores that all have seen.
        refuseUnless(
          requireRecord(tx, 'contest', held.contestId),
          to === 'disqualified' ? ['open', 'judging'] : ['open'],
        );
        if (to === 'disqualified' && why === '') throw refused('contests.noWhy');
        if (to === 'valid') refuseIncomplete(tx, held);
        tx.put('contestEntry', { ...held, state: to, why: to === 'disqualified' ? why : '' });
        return null;
      }),

    score: ({ id, marks, note }, { actor }) =>
      store.commit({ command: 'contests.score', actor }, (tx) => {
        const held = requireRecord(tx, 'contestEntry', id);
        const contest = requireRecord(tx, 'contest', held.contestId);
        refuseScore(contest, held, entriesOf(tx, contest.id), actor);
        const known = Object.fromEntries(
          Object.entries(marks).filter(([key]) => contest.criteria.some((each) => each.id === key)),
        );
        // A mark that is missing is never a nought: the score is given whole or not at all.
        if (sumOf(known, contest.criteria) === null) throw refused('contests.scoreNotWhole');
        const score = { jurorId: actor.id, marks: known, note, at: clock.now() };
        const others = held.scores.filter(({ jurorId }) => jurorId !== actor.id);
        tx.put('contestEntry', { ...held, scores: [...others, score] });
        return null;
      }),
  };
}

/** An entry by staff, or as another room hands it in. @throws Failure while none are taken */
export function take(room: Room, contestId: string, fields: ContestEntryFields, actor: Actor): Promise<{ id: string }> {
  const { store, clock } = room;
  return store.commit({ command: 'contests.addEntry', actor }, (tx) => {
    const contest = requireRecord(tx, 'contest', contestId);
    refuseUnless(contest, ['open']);
    const today = dayAt(tx, clock.now());
    if (today < contest.opensOn || today > contest.closesOn)
      throw refused('contests.closed', { title: contest.title, from: contest.opensOn, to: contest.closesOn });
    refuseForeign(contest, fields);
    toBeApproved(room, tx, fields.assetId, null);
    markRights(tx, fields);
    const now = clock.now();
    const { id } = tx.put('contestEntry', { id: newId(now), rev: 0, contestId, ...fields, ...FRESH, createdAt: now });
    return { id };
  });
}

/** What a one-time link or a folder knows of an entry. */
export const handedIn = (given: HandedIn): ContestEntryFields => ({ ...given, ownJurorIds: [] });

const FRESH = { state: 'received' as const, why: '', rank: null, scores: [], forgottenAt: null };

function refuseForeign({ categories, jurorIds }: Contest, { category, ownJurorIds }: ContestEntryFields): void {
  const fits = category === null ? categories.length === 0 : categories.includes(category);
  if (!fits) throw refused('contests.noCategory');
  if (!ownJurorIds.every((id) => jurorIds.includes(id))) throw refused('contests.noJuror');
}

/** Who need not score an entry is not asked to after all: scores that are open would close again. */
function refuseReopening(held: ContestEntry, { ownJurorIds }: ContestEntryFields): void {
  if (!held.ownJurorIds.every((id) => ownJurorIds.includes(id)))
    throw refused('contests.scored', { title: held.title });
}

/** An entry that is judged can also be aired, should it win. */
function refuseIncomplete(tx: Tx, { confirmed, assetId, title }: ContestEntry): void {
  if (!confirmed) throw refused('contests.notConfirmed', { title });
  if (assetId === null || !tx.get('asset', assetId)) throw refused('contests.noFile', { title });
}

function refuseScore(contest: Contest, entry: ContestEntry, entries: readonly ContestEntry[], { id }: Actor): void {
  if (!contest.jurorIds.includes(id)) throw refused('contests.notOfTheJury', { title: contest.title });
  if (!jurorsOf(contest, entry).includes(id)) throw refused('contests.ownEntry', { title: entry.title });
  refuseUnless(contest, ['judging']);
  if (!isJudged(entry)) throw refused('contests.notValid');
  if (scoresOpen(contest, entries)) throw refused('contests.scoresOpened', { title: contest.title });
}
