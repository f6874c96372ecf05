/** Undo of two people in a real store, where one stands in the other's way. */
import { expect, it } from 'vitest';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { caller, colleague, operator, samplePlaylist } from '../store/samples';
import { createUndo } from './undo';

const [OLD, NEW] = ['01ARZ3NDEKTSV4RRFFQ69G5FA0', '01ARZ3NDEKTSV4RRFFQ69G5FA1'];
let store: Store;
freshStore((fresh) => {
  store = fresh;
});

const put = (actor: typeof operator, id: string, name: string) =>
  store.commit({ command: 'playlists.update', actor, undoable: true }, (tx) => {
    tx.put('playlist', { ...(tx.get('playlist', id) ?? samplePlaylist({ id })), name });
  });
const inTheWay = { data: { code: 'undoConflict', details: [{ code: 'store.movedSince' }] } };

it('tells what is in the way, and when asked again takes back what was done before it', async () => {
  const { undo } = createUndo(store);
  await put(operator, OLD, 'Pagi');
  await put(operator, NEW, 'Siang');
  await put(colleague, NEW, 'Sore');
  await expect(undo(caller)).rejects.toMatchObject(inTheWay);
  expect(store.get('playlist', OLD)?.name).toBe('Pagi');
  await undo(caller);
  expect(store.get('playlist', OLD)).toBeUndefined();
  expect(store.get('playlist', NEW)?.name).toBe('Sore');
  await expect(undo(caller)).rejects.toMatchObject({ data: { code: 'nothingToUndo' } });
});

it('takes it back after all when what was in the way is cleared before it is asked again', async () => {
  const { undo } = createUndo(store);
  await put(operator, NEW, 'Siang');
  await put(colleague, NEW, 'Sore');
  await expect(undo(caller)).rejects.toMatchObject(inTheWay);
  await store.undo(colleague);
  await undo(caller);
  expect(store.get('playlist', NEW)).toBeUndefined();
});

it('tells it again when the person comes back to it after something else', async () => {
  const { undo } = createUndo(store);
  await put(operator, NEW, 'Siang');
  await put(colleague, NEW, 'Sore');
  await expect(undo(caller)).rejects.toMatchObject(inTheWay);
  await put(operator, OLD, 'Pagi');
  await undo(caller);
  await expect(undo(caller)).rejects.toMatchObject(inTheWay);
});

it('does not take back as a viewer what was done as an operator', async () => {
  await put(operator, NEW, 'Siang');
  await expect(createUndo(store).undo({ ...caller, role: 'viewer' })).rejects.toMatchObject({
    data: { code: 'notAllowed' },
  });
});
