/** A rundown from a file: a first reading that only tells, then one command that can be undone. */
import type { RundownImportQuery, RundownImportReport } from '../../../contract/api/rundown-files';
import { Failure } from '../../../contract/failure';
import type { Actor } from '../../../contract/records/audit';
import type { Rundown } from '../../../contract/records/rundown';
import { MOST_ITEMS } from '../../../contract/records/rundown-item';
import { reason } from '../../../contract/scalars';
import { newId } from '../../../contract/ulid';
import { byOrder } from '../../../domain/rundown/order';
import { inTurns } from '../../loop';
import { type Clock, type Reader, refuseSigned, requireRecord, type Store, settingsOf } from '../../store';
import { type Made, makeParts } from './make-parts';
import { type Plan, planGrid } from './plan';
import { readGrid } from './table';

export interface RundownImport {
  /**
   * Reads only, unless `print` is that of an earlier reading of the same file: then its good rows are carried out.
   * @throws Failure
   */
  importRundown(bytes: Buffer, query: RundownImportQuery, actor: Actor): Promise<RundownImportReport>;
}

/** Readings carried out that are remembered. */
const MOST_DONE = 100;

export function createRundownImport(store: Store, clock: Clock): RundownImport {
  /** By what was carried out an item that it made. */
  const done = new Map<string, string>();
  return {
    async importRundown(bytes, query, actor) {
      checkPlace(store, query);
      const plan = await inTurns(planGrid(await readGrid(bytes, query.sheet), query));
      if (query.print === undefined) return { ...plan.report, rundownId: null };
      if (query.print !== plan.report.print) throw new Failure('refused', {}, [reason('rundownFile.moved')]);
      const whole = await prepare(store, clock.now(), { plan, query, actor });
      if (done.size >= MOST_DONE) done.clear();
      await carryOut(store, whole, actor, { done, key: query.print });
      return { ...plan.report, rundownId: whole.rundown.id };
    },
  };
}

/** @throws Failure notFound, before a long file is read for nothing */
function checkPlace(store: Reader, { into, programmeId }: RundownImportQuery): void {
  if (into !== undefined) requireRecord(store, 'rundown', into);
  if (programmeId !== undefined) requireRecord(store, 'programme', programmeId);
}

interface Wanted {
  plan: Plan;
  query: RundownImportQuery;
  actor: Actor;
}

async function prepare(store: Store, now: number, { plan, query, actor }: Wanted): Promise<Whole> {
  const rundown = (query.into && store.get('rundown', query.into)) || freshRundown(store, now, { plan, query, actor });
  const isNew = query.into === undefined;
  const after = isNew ? null : lastIn(store, rundown.id);
  const made = await inTurns(makeParts(plan.report.rows, { rundownId: rundown.id, after, now, by: actor.name }));
  if (made.items.length === 0) throw new Failure('invalidInput', {}, [reason('rundownFile.nothing')]);
  checkRoom(store, rundown.id, made);
  return { rundown, made, isNew, after };
}

/** The order of its last row at the top; null where it has none. */
function lastIn(store: Pick<Store, 'rundownParts'>, rundownId: string): string | null {
  const top = store.rundownParts.of('rundownItem', rundownId).filter(({ parentId }) => parentId === null);
  return top.sort(byOrder).at(-1)?.order ?? null;
}

/** Rows were made to stand behind the last: of two imports at once they would stand among each other's. @throws Failure */
function checkInto(store: Store, reader: Reader, rundownId: string, after: string | null): void {
  requireRecord(reader, 'rundown', rundownId);
  refuseSigned(reader, rundownId);
  if (lastIn(store, rundownId) !== after) throw new Failure('refused', {}, [reason('rundownFile.moved')]);
}

/** @throws Failure invalidInput */
function checkRoom(store: Store, rundownId: string, { items }: Made): void {
  if (store.rundownParts.count('rundownItem', rundownId) + items.length > MOST_ITEMS)
    throw new Failure('invalidInput', {}, [reason('rundownFile.tooMany', { most: MOST_ITEMS })]);
}

/** With the programme's time, length and presenters, where one is named. */
function freshRundown(store: Reader, now: number, { plan, query, actor }: Wanted): Rundown {
  const programme = query.programmeId === undefined ? undefined : store.get('programme', query.programmeId);
  const { zone } = settingsOf(store);
  return {
    ...{ id: newId(now), rev: 0, programmeId: programme?.id ?? null, name: query.name, date: query.date, zone },
    startsAt: plan.startsAt ?? programme?.startsAt ?? '09:00:00',
    lengthMs: programme?.lengthMs ?? 0,
    presenterIds: programme?.presenterIds ?? [],
    ...{ status: 'draft', guests: [], questions: [], research: '', links: [] },
    ...{ createdAt: now, createdBy: actor.name, updatedAt: now },
  };
}

interface Whole {
  rundown: Rundown;
  made: Made;
  isNew: boolean;
  /** The order of the row behind which they stand; null for none. */
  after: string | null;
}

interface Once {
  done: Map<string, string>;
  key: string;
}

/** Sent a second time, as by another click, everything would be there twice. @throws Failure refused while it stands */
function carryOut(
  store: Store,
  { rundown, made, isNew, after }: Whole,
  actor: Actor,
  { done, key }: Once,
): Promise<void> {
  return store.commit({ command: 'rundowns.import', actor, undoable: true }, (tx) => {
    const held = done.get(key);
    if (held !== undefined && tx.get('rundownItem', held))
      throw new Failure('refused', {}, [reason('rundownFile.already')]);
    if (isNew) tx.put('rundown', rundown);
    else checkInto(store, tx, rundown.id, after);
    checkRoom(store, rundown.id, made);
    for (const part of [...made.items, ...made.scripts]) tx.add(part);
    done.set(key, made.items[0]?.value.id ?? '');
  });
}
