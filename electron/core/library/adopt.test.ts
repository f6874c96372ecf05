import fsp from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALLER, OPERATOR, openLibrary, type TestLibrary, upload } from '../../../tests/fixtures/library';
import { eventually } from '../../../tests/lib/eventually';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { fileReason } from './file-fault';

let on: TestLibrary;
/** A folder outside the station's own. */
let desk: string;
const WATCH_TIMES = { stableMs: 300, handOverMs: 20, checkMs: 50, walkMs: 60_000, soonMs: 600 };

beforeEach(async () => {
  on = await openLibrary({ watchTimes: WATCH_TIMES });
  desk = await fsp.mkdtemp(`${on.dir}-desk-`);
});
afterEach(async () => {
  await on.close();
  await fsp.chmod(desk, 0o700).catch(() => {});
  await fsp.rm(desk, { recursive: true, force: true });
  await fsp.rm(on.dir, { recursive: true });
});

async function put(name: string, content: string): Promise<string> {
  const file = path.join(desk, name);
  await fsp.mkdir(path.dirname(file), { recursive: true });
  await fsp.writeFile(file, content);
  return file;
}

const assets = () => {
  const query = { search: '', shelf: 'current', sort: 'name', offset: 0, limit: 100 } as const;
  return on.store.assets.list(query).ids.map((id) => on.asset(id));
};
const names = () => assets().map(({ originalName }) => originalName);
const adoptions = () => on.jobs.list().filter(({ job }) => job.name === 'adopt');
const adopted = (count: number) =>
  eventually(() => expect(adoptions().map(({ job }) => job.state)).toEqual(Array(count).fill('done')));

/** Probes fail here, for want of ffmpeg, and are not what is tested. */
const work = () => on.jobs.start();

describe('files handed over by path', () => {
  it('are copied in, whatever they are called, and stay where they are', async () => {
    const wild = ['"kutip".mp4', '-rf.mp4', '👩‍👩‍👧 keluarga.mov', `${'x'.repeat(251)}.mp4`];
    const files = await Promise.all(wild.map((name) => put(name, name)));
    const answers = await on.library.handlers.adopt({ paths: files }, CALLER);
    expect(answers).toEqual(files.map((file) => ({ path: file, accepted: true, because: null })));
    work();
    await adopted(4);
    expect(names().sort()).toEqual([...wild].sort());
    expect(assets().every(({ createdBy }) => createdBy === 'Petugas 1')).toBe(true);
    expect((await fsp.readdir(desk)).sort()).toEqual([...wild].sort());
  });

  it('are refused to anyone who is not at this machine', async () => {
    const file = await put('rahasia.mp4', 'x');
    for (const address of ['192.0.2.9', '10.0.0.7', '::ffff:10.0.0.7', 'fd00::7', '']) {
      const asked = async () => on.library.handlers.adopt({ paths: [file] }, { ...CALLER, address });
      await expect(asked()).rejects.toMatchObject({ code: 'notAllowed' });
    }
    expect(adoptions()).toEqual([]);
  });

  it('are answered for one by one: gone, empty, a document, the station’s own', async () => {
    const [empty, letter] = [await put('kosong.mp4', ''), await put('surat.pdf', 'x')];
    const own = path.join(on.dir, 'admin-token');
    await fsp.writeFile(own, 'secret');
    const paths = [path.join(desk, 'tiada.mp4'), empty, letter, own];
    const answers = await on.library.handlers.adopt({ paths }, CALLER);
    expect(answers.map(({ because }) => because?.code)).toEqual([
      'adopt.gone',
      'adopt.empty',
      'library.kindDocument',
      'adopt.ownData',
    ]);
    expect(adoptions()).toEqual([]);
  });

  it.each([
    ['EACCES', 'adopt.unreadable'],
    ['EPERM', 'adopt.unreadable'],
    ['ENOENT', 'adopt.gone'],
    ['EISDIR', 'adopt.notFile'],
  ])('%s is said as %s', (code, said) => {
    expect(fileReason(Object.assign(new Error(), { code }), 'a.mp4')).toEqual({
      code: said,
      params: { name: 'a.mp4' },
    });
  });

  it('a folder brings its files, without hidden ones', async () => {
    await Promise.all(['b.mp4', 'a/c.mp4', '.git/x.mp4', 'a/.DS_Store'].map((name) => put(name, name)));
    const answers = await on.library.handlers.adopt({ paths: [desk] }, CALLER);
    expect(answers.map((each) => path.relative(desk, each.path))).toEqual(['a/c.mp4', 'b.mp4']);
  });

  it('one that vanishes before its turn fails with a reason, and a person is told', async () => {
    const file = await put('sebentar.mp4', 'x');
    await on.library.handlers.adopt({ paths: [file] }, CALLER);
    await fsp.rm(file);
    work();
    await eventually(() =>
      expect(adoptions()[0]?.job).toMatchObject({ state: 'failed', failure: { code: 'adopt.gone' } }),
    );
    expect(on.alerts.get('library.adopt')?.reason).toEqual({ code: 'adopt.gone', params: { name: 'sebentar.mp4' } });
  });
});

describe('the watched folder', () => {
  async function watchIt(folder: string | null): Promise<void> {
    await on.store.commit({ command: 'station.updateSettings', actor: OPERATOR }, (tx) => {
      tx.put('settings', { ...(tx.get('settings', 'settings') ?? DEFAULT_SETTINGS), watchFolder: folder });
    });
  }

  it('takes what is there and what appears, once, also across a restart', async () => {
    await put('ada.mp4', 'ada');
    await watchIt(desk);
    work();
    await adopted(1);
    await put('sub/baru.mp4', 'baru');
    await put('setengah.mp4.part', 'belum');
    await put('catatan.txt', 'bukan');
    await adopted(2);
    await on.library.handlers.remove({ ids: [assets()[0]?.id ?? ''] }, CALLER);
    await on.close();
    on = await openLibrary({ dir: on.dir, watchTimes: WATCH_TIMES });
    await put('ketiga.mp4', 'ketiga');
    work();
    await adopted(3);
    expect(names()).toEqual(['baru.mp4', 'ketiga.mp4']);
  });

  it('takes a file that was replaced by another of the same name', async () => {
    await watchIt(desk);
    work();
    await put('berita.mp4', 'pagi');
    await adopted(1);
    await put('berita.mp4', 'sore hari');
    await adopted(2);
    expect(assets().map(({ bytes }) => bytes)).toEqual(expect.arrayContaining([4, 9]));
  });

  it('waits for a file that is still being written', async () => {
    await watchIt(desk);
    work();
    const file = await put('panjang.mp4', 'satu');
    for (let part = 0; part < 10; part++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      await fsp.appendFile(file, ' dan lagi');
    }
    await adopted(1);
    expect(assets()[0]?.bytes).toBe(4 + 10 * 9);
  });

  it('finds by a new walk what the system never told of', async () => {
    await on.close();
    on = await openLibrary({ dir: on.dir, watchTimes: { ...WATCH_TIMES, walkMs: 100 } });
    await put('ada.mp4', 'ada');
    await watchIt(desk);
    work();
    await adopted(1);
    // It must stand still for 300 ms: some walks more, in which the first is not to be taken again.
    await put('kemudian.mp4', 'kemudian');
    await adopted(2);
  });

  // Other systems keep no such name.
  it.runIf(process.platform === 'linux')(
    'says which file it cannot take for its name, until that has another',
    async () => {
      await on.close();
      on = await openLibrary({ dir: on.dir, watchTimes: { ...WATCH_TIMES, walkMs: 100 } });
      const sub = path.join(desk, 'sub');
      await fsp.mkdir(sub);
      const lost = Buffer.concat([Buffer.from(`${sub}/`), Buffer.from('Kaf\xe9.mp4', 'latin1')]);
      await fsp.writeFile(lost, 'isi');
      await watchIt(desk);
      work();
      await eventually(() =>
        expect(on.alerts.get('library.watch.names')?.reason).toEqual({
          code: 'watch.lostName',
          params: { name: 'Kafé.mp4', folder: desk },
        }),
      );
      await fsp.rename(lost, path.join(sub, 'Kafe.mp4'));
      await adopted(1);
      await eventually(() => expect(on.alerts.has('library.watch.names')).toBe(false));
    },
  );

  it('says that the folder is gone, and goes on when it is back', async () => {
    await watchIt(desk);
    await fsp.rm(desk, { recursive: true });
    await eventually(() => expect(on.alerts.get('library.watch')?.reason.code).toBe('watch.gone'));
    await fsp.mkdir(desk);
    work();
    await put('kembali.mp4', 'x');
    await adopted(1);
    expect(on.alerts.has('library.watch')).toBe(false);
  });

  it('refuses to watch the station’s own data', async () => {
    await watchIt(path.join(on.dir, 'media'));
    await eventually(() => expect(on.alerts.get('library.watch')?.reason.code).toBe('watch.ownData'));
    await watchIt(null);
    await eventually(() => expect(on.alerts.size).toBe(0));
  });
});

it('a duplicate by path is the same asset', async () => {
  const id = await upload(on, 'sama', 'a.mp4');
  await on.library.handlers.adopt({ paths: [await put('b.mp4', 'sama')] }, CALLER);
  work();
  await adopted(1);
  expect(assets().map((each) => each.id)).toEqual([id]);
});
