/** A rundowns room of its own for tests, with a rundown to write in. */
import { type ItemFields, PLAIN_ITEM } from '../../contract/records/rundown-item';
import { newId } from '../../contract/ulid';
import type { Store } from '../store';
import { caller, quiet } from '../store/samples';
import { createRundowns, type RundownsRoom } from '.';

export const producer = { ...caller, role: 'producer' as const };

export async function roomWith(store: Store, clock: { now(): number }) {
  const room = createRundowns({ store, clock, log: quiet });
  const fields = { name: 'Ruang Pemilih', startsAt: '09:00:00' };
  const { id } = await room.handlers.rundowns.create({ programmeId: null, date: '2024-11-14', fields }, producer);
  return { room, id };
}

/** Adds items in this order, each after what is there; answers their ids. */
export async function write(room: RundownsRoom, id: string, ...items: Partial<ItemFields>[]): Promise<string[]> {
  const had = (await room.handlers.rundowns.get({ id }, producer)).items.length;
  const changes = items.map((fields, at) => ({
    type: 'add' as const,
    key: newId(),
    parentId: null,
    order: `a${String.fromCharCode(65 + had + at)}`,
    fields: { ...PLAIN_ITEM, ...fields },
    script: null,
  }));
  const made = await room.handlers.rundowns.edit({ id, changes }, producer);
  return made.map((item) => item.id);
}
