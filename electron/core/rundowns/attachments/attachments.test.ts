import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountOrSkip, unmount } from '../../../../tests/lib/small-disk';
import { MOST_ATTACHMENT_BYTES } from '../../../contract/records/attachment';
import { newId } from '../../../contract/ulid';
import { DAY_MS } from '../../../domain/calendar';
import { openStore, type Store } from '../../store';
import { operator, quiet, refused, temporaryFolder } from '../../store/samples';
import type { RundownsRoom } from '..';
import { producer, roomWith, write } from '../fresh-rundowns';
import { type AttachmentsRoom, createAttachments } from '.';

let now = Date.now();
const clock = { now: () => now };
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let rundowns: RundownsRoom;
let room: AttachmentsRoom;
let id: string;
let itemId: string;

beforeEach(async () => {
  now = Date.now();
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  ({ room: rundowns, id } = await roomWith(store, clock));
  [itemId = ''] = await write(rundowns, id, { title: 'Pembuka' });
  room = createAttachments({ store, clock, log: quiet, dataDir: folder.dir });
});
afterEach(async () => {
  rundowns.stop();
  await store.close();
  folder.remove();
});

async function* pieces(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}
const attach = (name: string, text: string | Uint8Array, to = itemId) =>
  room.attach({ itemId: to, name, bytes: null, body: pieces(text) }, operator);
const list = () => room.handlers.list({ rundownId: id }, producer);
const names = async () => (await list()).map(({ name }) => name);
const onDisk = () => fsp.readdir(join(folder.dir, 'attachments'));
const remove = (file: string) => room.handlers.remove({ id: file }, producer);
const edit = (...changes: Parameters<typeof rundowns.handlers.rundowns.edit>[0]['changes']) =>
  rundowns.handlers.rundowns.edit({ id, changes }, producer);

describe('attaching', () => {
  it('keeps the bytes by their hash, whatever the file is called', async () => {
    const made = await attach('../../../surat 📄.pdf', '%PDF-1.7 isi');
    expect(made).toMatchObject({ name: 'surat 📄.pdf', bytes: 12, mime: 'application/pdf', rundownId: id, itemId });
    expect(await onDisk()).toEqual([made.hash]);
    const file = room.file(made.id);
    expect(file).toMatchObject({ fileName: 'surat 📄.pdf', mime: 'application/octet-stream', bytes: 12 });
    expect(await fsp.readFile(file?.path ?? '', 'utf8')).toBe('%PDF-1.7 isi');
    expect(room.file(`${id}:${newId()}`)).toBeNull();
  });

  it('has the same file once where it is sent again, and twice under two names', async () => {
    const [first, again] = [await attach('a.txt', 'isi'), await attach('a.txt', 'isi')];
    expect(again).toEqual(first);
    await attach('b.txt', 'isi');
    expect(await names()).toEqual(['a.txt', 'b.txt']);
    expect(await onDisk()).toHaveLength(1);
  });

  it('refuses an empty file and one above 25 MB, said or not, and leaves nothing', async () => {
    const empty = await refused(() => attach('a.txt', ''));
    expect([empty.code, empty.data.details[0]?.code]).toEqual(['refused', 'attachment.empty']);
    const most = new Uint8Array(MOST_ATTACHMENT_BYTES);
    const unsaid = await refused(() =>
      room.attach({ itemId, name: 'a.bin', bytes: null, body: pieces(most, 'x') }, operator),
    );
    expect([unsaid.status, unsaid.data.details[0]?.code]).toEqual([413, 'attachment.tooLarge']);
    const said = await refused(() =>
      room.attach({ itemId, name: 'a.bin', bytes: MOST_ATTACHMENT_BYTES + 1, body: pieces() }, operator),
    );
    expect(said.status).toBe(413);
    expect([await names(), await onDisk()]).toEqual([[], []]);
    expect((await attach('a.bin', most)).bytes).toBe(MOST_ATTACHMENT_BYTES);
  });

  it('leaves nothing of a file whose sender goes away', async () => {
    const body = (async function* cut() {
      yield Buffer.from('setengah');
      throw new Error('aborted');
    })();
    await expect(room.attach({ itemId, name: 'a.txt', bytes: 100, body }, operator)).rejects.toThrow('aborted');
    expect([await names(), await onDisk()]).toEqual([[], []]);
  });

  it('refuses the fifty-first of an item, before its first byte', async () => {
    for (let n = 0; n < 50; n += 1) await attach(`${n}.txt`, `isi ${n}`);
    const body = (async function* unread() {
      yield Buffer.from(await Promise.reject(new Error('it was read')));
    })();
    const failure = await refused(() => room.attach({ itemId, name: 'a.txt', bytes: 5, body }, operator));
    expect(failure.data.details).toMatchObject([{ code: 'attachment.tooMany', params: { most: 50 } }]);
    const [other = ''] = await write(rundowns, id, { title: 'Penutup' });
    expect(await attach('a.txt', 'isi', other)).toMatchObject({ itemId: other });
  });

  it('refuses what the disk has no room for', async () => {
    const full = createAttachments({ store, clock, log: quiet, dataDir: folder.dir, reserveBytes: 2 ** 60 });
    const failure = await refused(() =>
      full.attach({ itemId, name: 'a.txt', bytes: 3, body: pieces('isi') }, operator),
    );
    expect(failure.code).toBe('diskFull');
    expect([await names(), await onDisk()]).toEqual([[], []]);
  });

  it('leaves nothing of a file that fills the disk up, and takes the next that fits', async (context) => {
    const dir = join(folder.dir, 'attachments');
    await fsp.mkdir(dir);
    mountOrSkip(context, dir, 'size=1m');
    try {
      const small = createAttachments({ store, clock, log: quiet, dataDir: folder.dir, reserveBytes: 0 });
      const send = (name: string, bytes: number) =>
        small.attach({ itemId, name, bytes: null, body: pieces(new Uint8Array(bytes)) }, operator);
      expect((await refused(() => send('besar.bin', 3_000_000))).code).toBe('diskFull');
      expect([await names(), await onDisk()]).toEqual([[], []]);
      expect(await send('kecil.bin', 300_000)).toMatchObject({ bytes: 300_000 });
    } finally {
      unmount(dir);
    }
  });

  it('refuses an item that is not there', async () => {
    expect((await refused(() => attach('a.txt', 'isi', `${id}:${newId()}`))).code).toBe('notFound');
  });
});

describe('a file that is attached', () => {
  it('is removed, and is back when that is taken back', async () => {
    const made = await attach('a.txt', 'isi');
    await remove(made.id);
    expect(await names()).toEqual([]);
    await store.undo(operator);
    expect(await list()).toMatchObject([{ id: made.id, hash: made.hash }]);
    await store.undo(operator);
    expect(await names()).toEqual([]);
  });

  it('goes with its item and comes back with it', async () => {
    const [segment = ''] = await write(rundowns, id, { kind: 'segment', title: 'Segmen' });
    await edit({ type: 'place', id: itemId, parentId: segment, order: 'a0' });
    const made = await attach('a.txt', 'isi');
    await edit({ type: 'remove', id: segment });
    expect([await names(), room.file(made.id)]).toEqual([[], null]);
    await store.undo(operator);
    expect(await names()).toEqual(['a.txt']);
  });

  it('goes with its rundown, and stays with it when that is copied', async () => {
    const made = await attach('a.txt', 'isi');
    const copy = await rundowns.handlers.rundowns.copy({ id, date: '2024-11-15' }, producer);
    expect(await room.handlers.list({ rundownId: copy.id }, producer)).toEqual([]);
    await rundowns.handlers.rundowns.remove({ id }, producer);
    expect(room.file(made.id)).toBeNull();
    await store.undo(operator);
    expect(await names()).toEqual(['a.txt']);
  });

  it('does not come back to an item that is gone', async () => {
    const made = await attach('a.txt', 'isi');
    await remove(made.id);
    await store.commit({ command: 'tests.remove', actor: { ...operator, id: 'U2' } }, (tx) =>
      tx.remove('rundownItem', itemId),
    );
    expect((await refused(() => store.undo(operator))).code).toBe('undoConflict');
  });

  it('stays as it is once the log is signed', async () => {
    const made = await attach('a.txt', 'isi');
    await sign();
    const codes = [await refused(() => attach('b.txt', 'isi')), await refused(() => remove(made.id))].map(
      ({ data }) => data.details[0]?.code,
    );
    expect(codes).toEqual(['rundown.signed', 'rundown.signed']);
    expect((await refused(() => store.undo(operator))).data.details).toMatchObject([{ code: 'rundown.signed' }]);
    expect(await names()).toEqual(['a.txt']);
    expect(room.file(made.id)).not.toBeNull();
  });
});

describe('the sweep', () => {
  it('takes files 30 days after they were last named, and none that is', async () => {
    const [kept, gone] = [await attach('a.txt', 'tetap'), await attach('b.txt', 'pergi')];
    now += 100 * DAY_MS;
    await room.sweep();
    expect(await onDisk()).toHaveLength(2);
    await remove(gone.id);
    now += 30 * DAY_MS - 1000;
    await room.sweep();
    expect(await onDisk()).toHaveLength(2);
    await store.undo(operator);
    await room.sweep();
    await remove(gone.id);
    now += 30 * DAY_MS - 1000;
    await room.sweep();
    expect(await onDisk()).toHaveLength(2);
    now += 2000;
    await room.sweep();
    expect(await onDisk()).toEqual([kept.hash]);
  });

  it('takes what was cut off after a day, and leaves what is arriving', async () => {
    await attach('a.txt', 'isi');
    const left = join(folder.dir, 'attachments', `${newId()}.part`);
    await fsp.writeFile(left, 'setengah');
    await room.sweep();
    expect(await onDisk()).toHaveLength(2);
    now += 2 * DAY_MS;
    await room.sweep();
    expect(await onDisk()).toHaveLength(1);
  });
});

const sign = () =>
  store.commit({ command: 'tests.sign', actor: operator }, (tx) =>
    tx.put('show', {
      ...{ id: newId(), rev: 0, rundownId: id, rundownName: 'Ruang Pemilih', rehearsal: false, shiftMs: 0 },
      ...{ state: 'signed', mode: 'hand', plannedStart: now, plannedEnd: null, startedAt: now, endedAt: now },
      ...{ current: null, skipped: [], lengths: {}, turn: 2 },
      signature: { name: 'Sari', position: '', at: now, note: '' },
    }),
  );
