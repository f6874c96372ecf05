/** Changes of items, one after another, inside one commit. */
import type { ItemChange } from '../../contract/api/rundowns';
import { Failure } from '../../contract/failure';
import { MOST_ITEMS, type PartId, type RundownItem } from '../../contract/records/rundown-item';
import { MAX_SCRIPT_BYTES, type ScriptDoc } from '../../contract/records/script';
import { type Id, reason } from '../../contract/scalars';
import type { Reader, Store, Tx } from '../store';

export interface EditNeed {
  tx: Tx;
  store: Pick<Store, 'rundownParts'>;
  rundownId: Id;
  by: string;
  now: number;
}

/** @throws Failure stale, notFound, refused; nothing is kept then. Answers what was added, set or moved. */
export function applyChanges(need: EditNeed, changes: readonly ItemChange[]): RundownItem[] {
  const grows = changes.filter(({ type }) => type === 'add').length;
  if (grows > 0 && need.store.rundownParts.count('rundownItem', need.rundownId) + grows > MOST_ITEMS) {
    throw new Failure('refused', {}, [reason('rundown.tooManyItems', { most: MOST_ITEMS })]);
  }
  const touched = new Map<PartId, RundownItem>();
  for (const change of changes) {
    if (change.type === 'remove') for (const id of remove(need, change.id)) touched.delete(id);
    else {
      const item = applied(need, change);
      touched.set(item.id, item);
    }
  }
  return [...touched.values()];
}

function applied(need: EditNeed, change: Exclude<ItemChange, { type: 'remove' }>): RundownItem {
  const { tx, rundownId, by, now } = need;
  const mark = { updatedAt: now, updatedBy: by };
  if (change.type === 'add') {
    const { key, parentId, order, fields, script } = change;
    checkParent(need, parentId);
    const id = `${rundownId}:${key}`;
    if (tx.get('rundownItem', id)) throw new Failure('stale', { record: 'rundownItem', name: fields.title });
    if (script) putScript(need, id, script);
    return tx.put('rundownItem', { id, rev: 0, rundownId, parentId, order, ...fields, ...mark });
  }
  const held = requireItem(tx, rundownId, change.id);
  if (change.type === 'set') {
    if (change.rev !== null && held.rev !== change.rev)
      throw new Failure('stale', { record: 'rundownItem', name: held.title });
    return tx.put('rundownItem', { ...held, ...change.fields, ...mark });
  }
  checkParent(need, change.parentId);
  return tx.put('rundownItem', { ...held, parentId: change.parentId, order: change.order, ...mark });
}

/** With what is in it, with its script and the files attached. Answers their ids. */
function remove(need: EditNeed, id: PartId): PartId[] {
  const { tx, store, rundownId } = need;
  const held = tx.get('rundownItem', id);
  if (held?.rundownId !== rundownId) return [];
  const isInside = (item: RundownItem) => tx.get('rundownItem', item.id)?.parentId === id;
  const inside =
    held.kind === 'segment'
      ? store.rundownParts
          .of('rundownItem', rundownId)
          .filter(isInside)
          .map((item) => item.id)
      : [];
  const gone = [id, ...inside];
  checkOffAir(need, gone);
  for (const each of gone) {
    tx.remove('rundownItem', each);
    if (tx.get('script', each)) tx.remove('script', each);
  }
  for (const { id: file, itemId } of store.rundownParts.of('attachment', rundownId))
    if (gone.includes(itemId)) tx.remove('attachment', file);
  return gone;
}

/** What a show has on air stays: its length, its text and what displays show are those of the item. @throws Failure refused */
function checkOffAir({ tx, rundownId }: EditNeed, gone: readonly PartId[]): void {
  const onAir = tx
    .all('show')
    .flatMap((show) => (show.rundownId === rundownId && show.state === 'onAir' ? (show.current?.itemId ?? []) : []));
  const held = onAir.find((itemId) => gone.includes(itemId));
  if (held === undefined) return;
  throw new Failure('refused', {}, [reason('rundown.itemOnAir', { title: tx.get('rundownItem', held)?.title || '–' })]);
}

export function putScript({ tx, rundownId, by, now }: EditNeed, id: PartId, doc: ScriptDoc): void {
  const bytes = Buffer.byteLength(JSON.stringify(doc));
  if (bytes > MAX_SCRIPT_BYTES) {
    const params = { most: Math.floor(MAX_SCRIPT_BYTES / 1000), kilobytes: Math.ceil(bytes / 1000) };
    throw new Failure('tooLarge', {}, [reason('rundown.scriptTooLong', params)]);
  }
  const rev = tx.get('script', id)?.rev ?? 0;
  tx.put('script', { id, rev, rundownId, doc, updatedAt: now, updatedBy: by });
}

export function requireItem(reader: Pick<Reader, 'get'>, rundownId: Id, id: PartId): RundownItem {
  const item = reader.get('rundownItem', id);
  if (item?.rundownId !== rundownId) throw new Failure('notFound', { record: 'rundownItem' });
  return item;
}

/** A parent that was removed meanwhile is no fault: the item then stands at the top. One of another rundown is. */
function checkParent({ tx, rundownId }: EditNeed, parentId: PartId | null): void {
  const parent = parentId === null ? undefined : tx.get('rundownItem', parentId);
  if (parent && parent.rundownId !== rundownId) throw new Failure('invalidInput', { record: 'rundownItem' });
}
