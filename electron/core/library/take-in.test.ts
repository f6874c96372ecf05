import { createHash } from 'node:crypto';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALLER, OPERATOR, openLibrary, type TestLibrary, upload, uploadOf } from '../../../tests/fixtures/library';
import { newId } from '../../contract/ulid';

let on: TestLibrary;
beforeEach(async () => {
  on = await openLibrary();
});
afterEach(async () => {
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
const jobsOf = (id: string) => on.jobs.unfinishedFor(id).map(({ name }) => name);

describe('an upload that arrived whole', () => {
  it('stands under its hash, is committed with its probe, and is gone from where it was', async () => {
    const file = await uploadOf(on.dir, 'isi video');
    const arrival = { path: file, originalName: '../Ayo ke TPS.mp4', hash: null, bytes: 9, actor: OPERATOR };
    const { assetId, duplicate } = await on.library.finishUpload(arrival);
    const hash = sha256('isi video');
    expect(duplicate).toBe(false);
    expect(on.asset(assetId)).toMatchObject({
      state: 'imported',
      name: 'Ayo ke TPS',
      originalName: 'Ayo ke TPS.mp4',
      hash,
    });
    expect(on.asset(assetId)).toMatchObject({ bytes: 9, createdBy: 'Petugas 1' });
    expect(await fsp.readFile(path.join(on.dir, 'media', hash.slice(0, 2), hash), 'utf8')).toBe('isi video');
    expect(jobsOf(assetId)).toEqual(['probe']);
    await expect(fsp.stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(on.store.audit.list({ limit: 1 })[0]).toMatchObject({ command: 'library.import', actor: OPERATOR });
  });

  it('is recognised when the same content comes again, under whatever name, even at the same moment', async () => {
    const arrivals = await Promise.all(
      ['a.mp4', 'b.mov', 'c.mkv'].map(async (originalName) => {
        const file = await uploadOf(on.dir, 'sama');
        return on.library.finishUpload({ path: file, originalName, hash: null, bytes: 4, actor: OPERATOR });
      }),
    );
    expect(new Set(arrivals.map(({ assetId }) => assetId)).size).toBe(1);
    expect(arrivals.map(({ duplicate }) => duplicate).sort()).toEqual([false, true, true]);
    expect(on.store.assets.count()).toBe(1);
  });

  it('takes the same asset out of the bin', async () => {
    const id = await upload(on, 'sama', 'a.mp4');
    await on.library.handlers.remove({ ids: [id] }, CALLER);
    expect(await upload(on, 'sama', 'a.mp4')).toBe(id);
    expect(on.asset(id).trashedAt).toBeNull();
  });

  it.each(['approved', 'notNeeded', 'rejected'] as const)(
    'takes what was %s out of the bin as pending at most, where an agency sends it',
    async (approval) => {
      const id = await upload(on, 'sama', 'a.mp4');
      const approvedHash = approval === 'approved' ? sha256('sama') : null;
      await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
        tx.put('asset', { ...on.asset(id), approval, approvedHash, trashedAt: 1 }),
      );
      const file = await uploadOf(on.dir, 'sama');
      const arrival = { path: file, originalName: 'a.mp4', hash: null, bytes: 4, actor: OPERATOR };
      await on.library.finishUpload({ ...arrival, agencyId: newId() });
      const expected = approval === 'rejected' ? 'rejected' : 'pending';
      expect(on.asset(id)).toMatchObject({ trashedAt: null, approval: expected, approvedHash: null });
    },
  );

  it('puts back a file that had vanished from the media folder', async () => {
    await upload(on, 'sama', 'a.mp4');
    const stored = path.join(on.dir, 'media', sha256('sama').slice(0, 2), sha256('sama'));
    await fsp.rm(stored);
    await upload(on, 'sama', 'a.mp4');
    expect(await fsp.readFile(stored, 'utf8')).toBe('sama');
  });

  it('is refused when empty', async () => {
    await expect(upload(on, '', 'kosong.mp4')).rejects.toMatchObject({ code: 'emptyFile' });
    expect(on.store.assets.count()).toBe(0);
  });

  it('stays where it is when the commit fails, and can be finished later', async () => {
    const file = await uploadOf(on.dir, 'isi');
    const arrival = { path: file, originalName: 'a.mp4', hash: null, bytes: 3, actor: OPERATOR };
    await on.store.close();
    await expect(on.library.finishUpload(arrival)).rejects.toThrow();
    expect(await fsp.readFile(file, 'utf8')).toBe('isi');
    on.jobs.stop();
    await on.library.stop();
    on = await openLibrary({ dir: on.dir });
    expect((await on.library.finishUpload(arrival)).duplicate).toBe(false);
  });
});

describe('before the first byte', () => {
  it.each([
    ['kosong.mp4', 0, 'emptyFile'],
    ['surat.pdf', 100, 'unsupportedMedia'],
    ['logo.SVG', 100, 'unsupportedMedia'],
    ['besar.mp4', 1e18, 'diskFull'],
  ])('%s of %d bytes is refused: %s', async (originalName, bytes, code) => {
    await expect(on.library.admitUpload({ originalName, bytes })).rejects.toMatchObject({ code });
  });

  it('lets in what may be media, of whatever name and unknown length', async () => {
    await on.library.admitUpload({ originalName: 'tanpa ekstensi', bytes: null });
    await on.library.admitUpload({ originalName: '-rf ../"x" 🎬.mp4', bytes: 5 });
  });
});

describe('media by hash', () => {
  it('tells type by content and offers the name it came with', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]);
    const id = await upload(on, png, 'poster.mp4');
    const { hash } = on.asset(id);
    expect(on.library.media(hash)).toMatchObject({ bytes: 108, mime: 'image/png', fileName: 'poster.mp4' });
  });

  it('has nothing for a hash that is not there, or no hash at all', () => {
    expect(on.library.media('0'.repeat(64))).toBeNull();
    expect(on.library.media('../../db/users.json')).toBeNull();
  });
});

it('clears what a crash left half-made, and nothing else', async () => {
  const incoming = path.join(on.dir, 'media', '.incoming');
  await fsp.writeFile(path.join(incoming, '01HZ.part'), 'half');
  await fsp.mkdir(path.join(incoming, '01HX.part'));
  await fsp.writeFile(path.join(incoming, 'upload-of-the-server'), 'resumable');
  await on.close();
  on = await openLibrary({ dir: on.dir });
  expect(await fsp.readdir(incoming)).toEqual(['upload-of-the-server']);
});
