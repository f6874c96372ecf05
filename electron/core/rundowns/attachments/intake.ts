/** A file comes to an item: looked at before the first byte, counted as it comes, and kept with its record or not at all. */
import { Failure } from '../../../contract/failure';
import type { Attachment } from '../../../contract/records/attachment';
import type { Actor } from '../../../contract/records/audit';
import { rundownOf } from '../../../contract/records/part-id';
import { newId } from '../../../contract/ulid';
import { attachedName, mimeOf, roomRefusal, sizeRefusal } from '../../../domain/attachments';
import { type Reader, refuseSigned, type Store } from '../../store';
import { requireItem } from '../item-changes';
import type { Arrived } from './files';
import type { Room } from './room';

/** A file that somebody sends. */
export interface Incoming {
  itemId: string;
  /** As the sender calls it. */
  name: string;
  /** How long the sender says it is; null where it does not say. */
  bytes: number | null;
  body: AsyncIterable<Uint8Array>;
}

/** @throws Failure notFound, refused, tooLarge, diskFull, readOnly; nothing is kept then */
export async function attach(room: Room, incoming: Incoming, actor: Actor): Promise<Attachment> {
  const { store, files, inTurn } = room;
  const { itemId, body } = incoming;
  const name = attachedName(incoming.name);
  if (incoming.bytes !== null) checkSize(name, incoming.bytes);
  const announced = incoming.bytes ?? 0;
  checkPlace(store, store, { itemId, bytes: announced });
  await files.requireRoom(announced);
  const arrived = await files.arrive(body, (bytes) => checkSize(name, bytes));
  // A sweep that looked before must not take what is named by the time it has looked.
  return inTurn(async () => {
    await files.settle(arrived);
    return record(room, { itemId, name, arrived }, actor);
  });
}

interface Kept {
  itemId: string;
  name: string;
  arrived: Arrived;
}

/** The same file sent to the same item again, after an answer that was lost, is the one that is there. */
function record({ store, clock }: Room, { itemId, name, arrived }: Kept, actor: Actor): Promise<Attachment> {
  const { bytes, hash, head } = arrived;
  checkSize(name, bytes);
  return store.commit({ command: 'attachments.add', actor, undoable: true }, (tx) => {
    const rundownId = rundownOf(itemId);
    requireItem(tx, rundownId, itemId);
    const same = heldBy(store, rundownId).find(
      (held) => held.itemId === itemId && held.hash === hash && held.name === name,
    );
    if (same) return same;
    checkPlace(store, tx, { itemId, bytes });
    const createdAt = clock.now();
    const made = { id: `${rundownId}:${newId(createdAt)}`, rev: 0, rundownId, itemId, createdAt };
    return tx.put('attachment', { ...made, name, bytes, hash, mime: mimeOf(head, name), createdBy: actor.name });
  });
}

/** Of items that are there. One that is gone may come back, and its files with it. */
export function heldBy(store: Pick<Store, 'rundownParts' | 'get'>, rundownId: string): Attachment[] {
  return store.rundownParts.of('attachment', rundownId).filter(({ itemId }) => store.get('rundownItem', itemId));
}

/** @throws Failure notFound, refused */
function checkPlace(
  store: Pick<Store, 'rundownParts' | 'get'>,
  reader: Pick<Reader, 'all' | 'get'>,
  wanted: { itemId: string; bytes: number },
): void {
  const rundownId = rundownOf(wanted.itemId);
  requireItem(reader, rundownId, wanted.itemId);
  refuseSigned(reader, rundownId);
  const refusal = roomRefusal(heldBy(store, rundownId), wanted);
  if (refusal) throw new Failure('refused', {}, [refusal]);
}

/** @throws Failure refused, tooLarge */
function checkSize(name: string, bytes: number): void {
  const refusal = sizeRefusal(name, bytes);
  if (refusal) throw new Failure(bytes === 0 ? 'refused' : 'tooLarge', {}, [refusal]);
}
