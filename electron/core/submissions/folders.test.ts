/** Watched folders of agencies: what comes to rest in them becomes a draft, once. */

import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FinishedUpload } from '../../contract/handover';
import { temporaryFolder } from '../store/samples';
import { createFolders } from './folders';
import { createRoom } from './room';
import { type DeskOnStore, DINKES, KPU, openDesk, seed } from './samples';

let on: DeskOnStore;
beforeEach(async () => {
  on = await openDesk();
});
afterEach(() => on.close());

describe('a folder of an agency', () => {
  it('keeps nobody waiting for a file that cannot be taken', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    try {
      await on.store.commit(seed, (tx) => {
        tx.put('agency', { ...KPU, folder: first.dir });
        tx.put('agency', { ...DINKES, folder: second.dir });
      });
      const broken = async (upload: FinishedUpload) => {
        if (upload.originalName.startsWith('rusak')) throw new Error('EIO');
        return on.finishUpload(upload);
      };
      const folders = createFolders(createRoom({ ...on.need(), finishUpload: broken }));
      for (const { dir } of [first, second]) {
        await fsp.writeFile(join(dir, 'rusak.mp4'), 'x');
        await fsp.writeFile(join(dir, 'utuh.mp4'), dir);
      }
      for (let n = 0; n < 3; n++) await folders.look();
      expect(on.store.all('submission').map(({ title }) => title)).toEqual(['utuh', 'utuh']);
    } finally {
      for (const { remove } of [first, second]) remove();
    }
  });

  it('makes drafts of what has come to rest in it, once', async () => {
    const watched = temporaryFolder();
    try {
      await on.store.commit(seed, (tx) => tx.put('agency', { ...KPU, folder: watched.dir }));
      const folders = createFolders(createRoom(on.need()));
      await fsp.writeFile(join(watched.dir, 'Ayo ke TPS.mp4'), 'isi');
      await fsp.writeFile(join(watched.dir, 'surat.txt'), 'bukan materi');
      await folders.look();
      expect(on.store.all('submission')).toEqual([]);
      await folders.look();
      await folders.look();
      expect(on.store.all('submission')).toMatchObject([
        { title: 'Ayo ke TPS', via: 'folder', state: 'draft', agencyId: KPU.id },
      ]);
      const again = createFolders(createRoom(on.need()));
      for (let n = 0; n < 3; n++) await again.look();
      expect(on.store.all('submission')).toHaveLength(1);
      expect(on.assetOf(on.store.all('submission')[0]?.id ?? '').approval).toBe('pending');
    } finally {
      watched.remove();
    }
  });

  // Other systems keep no such name.
  it.runIf(process.platform === 'linux')(
    'gives a file whose name is not UTF-8 under one that can be read',
    async () => {
      const watched = temporaryFolder();
      try {
        await on.store.commit(seed, (tx) => tx.put('agency', { ...KPU, folder: watched.dir }));
        const named = (name: string, encoding: BufferEncoding) =>
          Buffer.concat([Buffer.from(`${watched.dir}/`), Buffer.from(name, encoding)]);
        await fsp.writeFile(named('Kaf\xe9.mp4', 'latin1'), 'isi');
        await fsp.writeFile(named('Kaf\xe9.mp4', 'utf8'), 'isi lain');
        const look = async () => {
          const folders = createFolders(createRoom(on.need()));
          for (let n = 0; n < 3; n++) await folders.look();
          return on.store.all('submission');
        };
        expect(await look()).toMatchObject([{ title: 'Kafé' }, { title: 'Kafé' }]);
        expect(await look()).toHaveLength(2);
      } finally {
        watched.remove();
      }
    },
  );

  it('is read by no link that takes the place of a file after it was looked at', async () => {
    const [watched, elsewhere] = [temporaryFolder(), temporaryFolder()];
    try {
      await on.store.commit(seed, (tx) => tx.put('agency', { ...KPU, folder: watched.dir }));
      const [file, secret] = [join(watched.dir, 'klip.mp4'), join(elsewhere.dir, 'kunci')];
      await Promise.all([file, secret].map((each) => fsp.writeFile(each, 'rahasia')));
      const swapped = async () => {
        await fsp.rm(file);
        await fsp.symlink(secret, file);
      };
      const folders = createFolders(createRoom({ ...on.need(), admitFile: swapped }));
      for (let n = 0; n < 3; n++) await folders.look();
      expect(await fsp.readlink(file)).toBe(secret);
      expect(on.store.all('submission')).toEqual([]);
    } finally {
      for (const { remove } of [watched, elsewhere]) remove();
    }
  });

  it('is none that leads to what the station itself keeps', async () => {
    const watched = temporaryFolder();
    try {
      const { dataDir } = on.need();
      const folder = join(watched.dir, 'kiriman');
      await fsp.symlink(dataDir, folder);
      await fsp.writeFile(join(dataDir, 'klip.mp4'), 'milik stasiun');
      await on.store.commit(seed, (tx) => tx.put('agency', { ...KPU, folder }));
      const folders = createFolders(createRoom(on.need()));
      for (let n = 0; n < 3; n++) await folders.look();
      expect(on.store.all('submission')).toEqual([]);
    } finally {
      watched.remove();
    }
  });
});
