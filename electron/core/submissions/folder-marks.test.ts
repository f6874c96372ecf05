/** Watched folders by what a file costs: read where it lies, copied once, left alone when it cannot be taken, and never queued up. */
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../contract/failure';
import type { FinishedUpload } from '../../contract/handover';
import { video } from '../../domain/compile-fixtures';
import { openStore, type Store } from '../store';
import { operator, quiet, sampleAgency, temporaryFolder } from '../store/samples';
import { asFailed, asNew, foundAs, waitAfter } from './folder-marks';
import { createFolders } from './folders';
import { createRoom, type SubmissionsNeed } from './room';

let now = 0;
const clock = { now: () => now };
const seed = { command: 'tests.seed', actor: operator };
const KPU = sampleAgency({ name: 'KPU Tirtaraya' });

let folder: ReturnType<typeof temporaryFolder>;
let watched: ReturnType<typeof temporaryFolder>;
let store: Store;
/** Names of files that the library was asked to take. */
let asked: string[];
let warned: string[];

beforeEach(async () => {
  now = Date.parse('2026-03-02T03:00:00Z');
  [asked, warned] = [[], []];
  [folder, watched] = [temporaryFolder(), temporaryFolder()];
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  await store.commit(seed, (tx) => tx.put('agency', { ...KPU, folder: watched.dir }));
});
afterEach(async () => {
  await store.close();
  for (const { remove } of [folder, watched]) remove();
});

async function finishUpload({ hash, originalName, agencyId }: FinishedUpload) {
  asked.push(originalName);
  if (originalName.startsWith('rusak')) throw new Failure('unsupportedMedia', { name: originalName });
  const asset = { ...video(10 + asked.length, 30_000, { hash: hash ?? '' }), agencyId: agencyId ?? null };
  await store.commit(seed, (tx) => tx.put('asset', { ...asset, approval: 'pending' as const }));
  return { assetId: asset.id, duplicate: false };
}

function station(part: Partial<SubmissionsNeed> = {}) {
  const log = pino({ level: 'warn' }, { write: (line: string) => void warned.push(line) });
  return createFolders(
    createRoom({
      ...{ store, clock, log, dataDir: folder.dir, finishUpload, admitFile: async () => {}, usesOf: () => [] },
      ensureRenditions: async () => {},
      agreementUse: () => Promise.reject(new Error('nobody of an agency asks here')),
      attempts: { begin: () => () => {} },
      alerts: { raise: () => {}, settle: () => {} },
      ...part,
    }),
  );
}
const put = (name: string, content: string) => fsp.writeFile(join(watched.dir, name), content);
const titles = () => store.all('submission').map(({ title }) => title);
async function looks(folders: ReturnType<typeof station>, times: number) {
  for (let n = 0; n < times; n++) await folders.look();
}

describe('a file that cannot be taken', () => {
  it('is tried again after a while and not at every look, and at once when it is another', async () => {
    const folders = station();
    await put('rusak.mp4', 'x');
    await looks(folders, 10);
    expect(asked).toEqual(['rusak.mp4']);
    now += waitAfter(1);
    await looks(folders, 10);
    expect(asked).toHaveLength(2);
    await put('rusak.mp4', 'lain sekali');
    await looks(folders, 10);
    expect(asked).toHaveLength(3);
    await folders.stop();
  });

  it('is not copied where the disk has no room', async () => {
    const folders = station({ admitFile: () => Promise.reject(new Failure('diskFull')) });
    await put('Ayo.mp4', 'isi');
    await looks(folders, 3);
    expect([asked, warned.length]).toEqual([[], 1]);
    expect(await fsp.readdir(join(folder.dir, 'uploads')).catch(() => [])).toEqual([]);
  });

  it('waits twice as long each time, an hour at most, and never for ever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (tries) => {
        const [one, next] = [waitAfter(tries), waitAfter(tries + 1)];
        expect(one).toBeGreaterThan(0);
        expect(next).toBe(Math.min(3_600_000, one * 2));
        const mark = asFailed({ ...asNew('5 1'), tries: tries - 1 }, 1000);
        expect([foundAs(mark, '5 1', 1000 + one - 1), foundAs(mark, '5 1', 1000 + one)]).toEqual(['wait', 'take']);
        expect(foundAs(mark, '6 1', 1000)).toBe('new');
        // The clock ran years ahead when it failed, and is right again.
        expect(foundAs(mark, '5 1', 1000 + one - 3_600_001)).toBe('take');
      }),
    );
  });
});

describe('a file that was taken', () => {
  it('is not read again after a restart', async () => {
    const file = join(watched.dir, 'Ayo.mp4');
    await put('Ayo.mp4', 'satu');
    await fsp.utimes(file, 1000, 1000);
    await looks(station(), 3);
    expect(titles()).toEqual(['Ayo']);
    // Other bytes of the same size and time: whoever reads it would find a file that is new.
    await fsp.writeFile(file, 'dua!');
    await fsp.utimes(file, 1000, 1000);
    await looks(station(), 3);
    expect(titles()).toEqual(['Ayo']);
  });

  it('is known by its content without a copy, where its mark is lost', async () => {
    await put('Ayo.mp4', 'satu');
    await looks(station(), 3);
    await fsp.writeFile(join(folder.dir, 'folder-marks.json'), '{ rusak');
    // Nothing can be copied now.
    await fsp.rm(join(folder.dir, 'uploads'), { recursive: true });
    await fsp.writeFile(join(folder.dir, 'uploads'), '');
    await looks(station(), 3);
    expect([titles(), warned]).toEqual([['Ayo'], []]);
  });
});

describe('a long copy', () => {
  it('is waited for by no other look', async () => {
    let [begun, end] = [0, () => {}];
    const long = new Promise<void>((done) => {
      end = done;
    });
    const admitFile = async () => {
      begun += 1;
      await long;
    };
    const folders = station({ admitFile });
    await put('Ayo.mp4', 'isi');
    await folders.look();
    const under = folders.look();
    for (let n = 0; n < 20; n++) expect(folders.look()).toBe(under);
    end();
    await under;
    expect([begun, titles()]).toEqual([1, ['Ayo']]);
  });

  it('is cut short by the end of the station, leaves nothing, and is taken up after', async () => {
    // Sparse: read for seconds, and no room taken.
    const file = await fsp.open(join(watched.dir, 'Besar.mp4'), 'w');
    await file.truncate(3 * 1024 ** 3);
    await file.close();
    await put('Kecil.mp4', 'isi');
    const folders = station();
    await folders.look();
    const under = folders.look();
    await new Promise((done) => setTimeout(done, 100));
    await folders.stop();
    await under;
    // Read to its end it would have been handed over.
    expect([asked, warned]).toEqual([[], []]);
    expect(await fsp.readdir(join(folder.dir, 'uploads')).catch(() => [])).toEqual([]);
    await fsp.rm(join(watched.dir, 'Besar.mp4'));
    await looks(station(), 2);
    expect(titles()).toEqual(['Kecil']);
  });
});
