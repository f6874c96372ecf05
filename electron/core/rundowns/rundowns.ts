/** Handlers of `rundownsApi` that make, change and remove rundowns. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { ItemChange, RundownLine, rundownsApi } from '../../contract/api/rundowns';
import { Failure } from '../../contract/failure';
import type { Programme } from '../../contract/records/programme';
import type { Rundown, RundownFields } from '../../contract/records/rundown';
import type { RundownItem } from '../../contract/records/rundown-item';
import { type LocalDate, type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { planOf } from '../../domain/rundown/plan';
import { replaceIn, replaceInScript } from '../../domain/rundown/replace';
import {
  type Clock,
  newestShow,
  refuseSigned,
  requireRecord,
  requireRev,
  type Store,
  settingsOf,
  type Tx,
} from '../store';
import type { Book } from './book';
import { copyParts, fillFromTemplate } from './fill';
import { applyChanges, type EditNeed } from './item-changes';

export interface RundownsNeed {
  store: Store;
  clock: Clock;
  book: Book;
  spotsAgainst(rundown: Rundown, after: readonly RundownItem[]): Reason[];
}

type Handlers = Pick<
  HandlersOf<typeof rundownsApi>,
  'list' | 'get' | 'create' | 'copy' | 'update' | 'remove' | 'edit' | 'replace'
>;

export function rundownHandlers(need: RundownsNeed): Handlers {
  const { store, clock, book } = need;
  return {
    list: ({ from, to }) =>
      store
        .all('rundown')
        .filter(({ date }) => from <= date && date <= to)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
        .map((rundown) => lineOf(need, rundown)),

    get: ({ id }) => ({
      rundown: requireRecord(store, 'rundown', id),
      items: book.items(id),
      scripts: store.rundownParts.of('script', id),
    }),

    create: ({ programmeId, date, fields }, { actor }) =>
      store.commit({ command: 'rundowns.create', actor, undoable: true }, (tx) => {
        const programme = programmeId === null ? null : requireRecord(tx, 'programme', programmeId);
        const now = clock.now();
        const usual = usualFields(programme, { date, zone: settingsOf(tx).zone });
        const made = { id: newId(now), rev: 0, programmeId, createdAt: now, createdBy: actor.name, updatedAt: now };
        const rundown = tx.put('rundown', { ...made, ...usual, ...fields, date });
        if (programme) fillFromTemplate(editNeed(need, tx, rundown.id, actor.name), programme.template);
        return rundown;
      }),

    copy: ({ id, date, name }, { actor }) =>
      store.commit({ command: 'rundowns.copy', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'rundown', id);
        const now = clock.now();
        const rundown = tx.put('rundown', {
          ...held,
          id: newId(now),
          rev: 0,
          date,
          name: name ?? held.name,
          status: 'draft',
          guests: held.guests.map((guest) => ({ ...guest, arrived: false })),
          questions: held.questions.map((question) => ({ ...question, asked: false })),
          createdAt: now,
          createdBy: actor.name,
          updatedAt: now,
        });
        copyParts(editNeed(need, tx, rundown.id, actor.name), held.id);
        return rundown;
      }),

    update: ({ id, rev, fields }, { actor }) =>
      store.commit({ command: 'rundowns.update', actor, undoable: true }, (tx) => {
        const held = requireRev(tx, 'rundown', id, rev);
        refuseSigned(tx, id);
        return tx.put('rundown', { ...held, ...fields, updatedAt: clock.now() });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'rundowns.remove', actor, undoable: true }, (tx) => {
        const { name } = requireRecord(tx, 'rundown', id);
        if (tx.all('show').some(({ rundownId, rehearsal }) => rundownId === id && !rehearsal)) {
          throw new Failure('refused', {}, [reason('rundown.wasOnAir', { name })]);
        }
        if (newestShow(store, id)?.state === 'onAir')
          throw new Failure('refused', {}, [reason('show.isOnAir', { name })]);
        for (const record of ['rundownItem', 'script', 'rundownComment', 'call', 'attachment', 'step'] as const)
          for (const part of store.rundownParts.of(record, id)) tx.remove(record, part.id);
        // Only rehearsals are left.
        for (const show of tx.all('show')) if (show.rundownId === id) tx.remove('show', show.id);
        tx.remove('rundown', id);
        return null;
      }),

    edit: ({ id, changes }, { actor }) =>
      store.commit({ command: 'rundowns.edit', actor, undoable: true }, (tx) =>
        editItems(need, tx, { id, changes, by: actor.name }),
      ),

    replace: async ({ id, dryRun, ...search }, { actor }) => {
      requireRecord(store, 'rundown', id);
      const found = findPlaces(need, id, search);
      const counts = { places: found.places, items: found.itemIds.size };
      if (dryRun || found.places === 0) return counts;
      return store.commit({ command: 'rundowns.replace', actor, undoable: true }, (tx) => {
        refuseSigned(tx, id);
        const mark = { updatedAt: clock.now(), updatedBy: actor.name };
        for (const item of found.items) tx.put('rundownItem', { ...item, ...mark });
        for (const script of found.scripts) tx.put('script', { ...script, ...mark });
        return counts;
      });
    },
  };
}

export interface ItemEdit {
  id: string;
  changes: readonly ItemChange[];
  by: string;
}

/** Inside whichever commit it is part of. @throws Failure notFound, stale, refused */
export function editItems(need: RundownsNeed, tx: Tx, { id, changes, by }: ItemEdit): RundownItem[] {
  const rundown = requireRecord(tx, 'rundown', id);
  refuseSigned(tx, id);
  const touched = applyChanges(editNeed(need, tx, id, by), changes);
  refuseSpots(need, tx, rundown, touched);
  return touched;
}

/** @throws Failure refused where an edit brings spots into breaks that may not stand there */
function refuseSpots({ book, spotsAgainst }: RundownsNeed, tx: Tx, rundown: Rundown, touched: readonly RundownItem[]) {
  if (touched.every(({ spots }) => spots.length === 0)) return;
  const ids = new Set([...book.items(rundown.id), ...touched].map(({ id }) => id));
  const after = [...ids].flatMap((id) => tx.get('rundownItem', id) ?? []);
  const reasons = spotsAgainst(rundown, after);
  if (reasons.length > 0) throw new Failure('refused', {}, reasons);
}

const keyOf = ({ date, startsAt, id }: Rundown): string => `${date} ${startsAt} ${id}`;

function editNeed({ store, clock }: RundownsNeed, tx: EditNeed['tx'], rundownId: string, by: string): EditNeed {
  return { tx, store, rundownId, by, now: clock.now() };
}

function usualFields(programme: Programme | null, { date, zone }: { date: LocalDate; zone: string }): RundownFields {
  return {
    name: programme?.name ?? 'Rundown',
    date,
    startsAt: programme?.startsAt ?? '09:00:00',
    zone,
    lengthMs: programme?.lengthMs ?? 3_600_000,
    presenterIds: programme?.presenterIds ?? [],
    status: 'draft',
    guests: [],
    questions: [],
    research: '',
    links: [],
  };
}

function lineOf({ store, book }: RundownsNeed, rundown: Rundown): RundownLine {
  const { totalMs, overMs, running } = planOf(rundown, book.items(rundown.id));
  const show = newestShow(store, rundown.id);
  return {
    rundown,
    items: running.length,
    totalMs,
    overMs,
    open: running.filter(({ item }) => item.status !== 'approved').length,
    show: show && { id: show.id, state: show.state, startedAt: show.startedAt, rehearsal: show.rehearsal },
  };
}

type Wanted = Parameters<typeof replaceIn>[1];

function findPlaces({ store, book }: RundownsNeed, id: string, wanted: Wanted) {
  let places = 0;
  const itemIds = new Set<string>();
  const count = (itemId: string, found: number) => {
    places += found;
    if (found > 0) itemIds.add(itemId);
    return found > 0;
  };
  const items = book.items(id).flatMap((item) => {
    const [title, notes] = [replaceIn(item.title, wanted), replaceIn(item.notes, wanted)];
    return count(item.id, title.places + notes.places) ? [{ ...item, title: title.text, notes: notes.text }] : [];
  });
  const scripts = store.rundownParts.of('script', id).flatMap((script) => {
    const next = replaceInScript(script.doc, wanted);
    return count(script.id, next.places) ? [{ ...script, doc: next.doc }] : [];
  });
  return { places, itemIds, items, scripts };
}
