/** Handlers of `rundownsApi` for what hangs on a rundown: scripts, comments, calls. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { rundownsApi, ScriptVersion } from '../../contract/api/rundowns';
import { Failure } from '../../contract/failure';
import { parseRecord } from '../../contract/record-type';
import { rundownOf } from '../../contract/records/part-id';
import type { Call } from '../../contract/records/rundown';
import { EMPTY_SCRIPT, type Script, scriptRecord } from '../../contract/records/script';
import { newId } from '../../contract/ulid';
import { byOrder, orderBetween } from '../../domain/rundown/order';
import { type Clock, newestShow, refuseSigned, requireRecord, type Store } from '../store';
import { putScript, requireItem } from './item-changes';

export interface PartsNeed {
  store: Store;
  clock: Clock;
}

const MOST_VERSIONS = 100;

type Handlers = Pick<
  HandlersOf<typeof rundownsApi>,
  'script' | 'scripts' | 'saveScript' | 'versions' | 'comment' | 'resolveComment' | 'addCall' | 'setCall'
>;

export function partHandlers({ store, clock }: PartsNeed): Handlers {
  return {
    script: ({ id }) => store.get('script', id) ?? noScript(requireItem(store, rundownOf(id), id)),

    scripts: ({ id }) => {
      requireRecord(store, 'rundown', id);
      return store.rundownParts.of('script', id);
    },

    saveScript: ({ id, rev, doc }, { actor }) =>
      store.commit({ command: 'rundowns.saveScript', actor, undoable: true }, (tx) => {
        const need = { tx, store, rundownId: rundownOf(id), by: actor.name, now: clock.now() };
        const { title } = requireItem(tx, need.rundownId, id);
        refuseSigned(tx, need.rundownId);
        const held = tx.get('script', id);
        if ((held?.rev ?? 0) !== rev) throw new Failure('stale', { record: 'script', name: title });
        putScript(need, id, doc);
        return requireRecord(tx, 'script', id);
      }),

    versions: ({ id }) => versionsOf(store, id),

    comment: ({ id, itemId, text }, { actor }) =>
      store.commit({ command: 'rundowns.comment', actor, undoable: true }, (tx) => {
        requireRecord(tx, 'rundown', id);
        if (itemId !== null) requireItem(tx, id, itemId);
        const now = clock.now();
        const made = { id: `${id}:${newId(now)}`, rev: 0, rundownId: id, at: now, by: actor.name, resolved: false };
        return tx.put('rundownComment', { ...made, itemId, text });
      }),

    resolveComment: ({ id, resolved }, { actor }) =>
      store.commit({ command: 'rundowns.resolveComment', actor, undoable: true }, (tx) =>
        tx.put('rundownComment', { ...requireRecord(tx, 'rundownComment', id), resolved }),
      ),

    addCall: ({ id, ...fields }, { actor }) =>
      store.commit({ command: 'rundowns.addCall', actor, undoable: true }, (tx) => {
        requireRecord(tx, 'rundown', id);
        const now = clock.now();
        const last = [...store.rundownParts.of('call', id)].sort(byOrder).at(-1);
        const order = orderBetween(last?.order ?? null, null);
        const show = newestShow(tx, id);
        const rehearsalId = show?.rehearsal && show.state === 'onAir' ? show.id : null;
        const made = { id: `${id}:${newId(now)}`, rev: 0, rundownId: id, createdAt: now, onAirAt: null, endedAt: null };
        return tx.put('call', { ...made, rehearsalId, state: 'waiting', order, ...fields });
      }),

    setCall: ({ id, fields }, { actor }) =>
      store.commit({ command: 'rundowns.setCall', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'call', id);
        const now = clock.now();
        if (fields.state === 'onAir') {
          for (const other of store.rundownParts.of('call', held.rundownId))
            if (other.id !== id && other.state === 'onAir') tx.put('call', { ...other, state: 'done', endedAt: now });
        }
        return tx.put('call', { ...held, ...fields, ...timesOf(held, fields.state ?? held.state, now) });
      }),
  };
}

/** When it went on air and when it was over, by what it becomes. */
function timesOf(held: Call, state: Call['state'], now: number): Pick<Call, 'onAirAt' | 'endedAt'> {
  if (state === held.state) return { onAirAt: held.onAirAt, endedAt: held.endedAt };
  if (state === 'onAir') return { onAirAt: now, endedAt: null };
  if (state === 'done' || state === 'dropped') return { onAirAt: held.onAirAt, endedAt: now };
  return { onAirAt: null, endedAt: null };
}

const noScript = ({ id, rundownId, updatedAt, updatedBy }: ReturnType<typeof requireItem>): Script => ({
  ...{ id, rundownId, updatedAt, updatedBy },
  rev: 0,
  doc: EMPTY_SCRIPT,
});

function versionsOf(store: Store, id: string): ScriptVersion[] {
  return store.audit.list({ record: 'script', id, limit: MOST_VERSIONS }).flatMap(({ seq, at, actor, changes }) => {
    const after = changes.find((change) => change.record === 'script' && change.id === id)?.after;
    if (!after) return [];
    try {
      return [{ seq, at, by: actor.name, doc: parseRecord(scriptRecord, after, scriptRecord.version).doc }];
    } catch {
      // Written by an older Suar and not to be read any more; the newer ones are.
      return [];
    }
  });
}
