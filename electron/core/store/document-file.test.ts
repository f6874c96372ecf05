import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DocumentFiles } from './document-file';
import { temporaryFolder } from './samples';

let folder: ReturnType<typeof temporaryFolder>;
let told: string[];
let files: DocumentFiles;
beforeEach(() => {
  folder = temporaryFolder();
  told = [];
  files = new DocumentFiles(folder.dir, (document, fault) => told.push(`${document} ${fault ? 'failed' : 'fine'}`));
});
afterEach(() => folder.remove());

const image = (rev: number) => ({ document: 'users', rev, version: 1, records: [{ id: `R${rev}` }] });
const revOnDisk = () => JSON.parse(readFileSync(join(folder.dir, 'users.json'), 'utf8')).rev;

it('answers each save when its image or a newer one is there, without waiting for the end of a storm', async () => {
  const late: number[] = [];
  let answered = 0;
  const save = async (rev: number) => {
    await files.save('users', image(rev));
    if (revOnDisk() < rev) late.push(rev);
    answered += 1;
  };
  const saves: Promise<void>[] = [];
  for (let rev = 1; rev <= 2000; rev += 1) {
    saves.push(save(rev));
    if (rev % 10 === 0) await new Promise((next) => setTimeout(next, 1));
  }
  expect(answered).toBeGreaterThan(1000);
  await Promise.all(saves);
  await files.close();
  expect(late).toEqual([]);
  expect(revOnDisk()).toBe(2000);
  expect(readdirSync(folder.dir)).toEqual(['users.json']);
});

it('removes the file of an emptied document', async () => {
  await files.save('users', image(1));
  await files.save('users', null);
  expect(readdirSync(folder.dir)).toEqual([]);
});

it('answers, tells and tries again when the disk refuses', async () => {
  const inTheWay = join(folder.dir, 'users.json.tmp');
  mkdirSync(inTheWay);
  await files.save('users', image(1));
  expect(told).toEqual(['users failed']);
  rmSync(inTheWay, { recursive: true });
  await expect.poll(() => told).toEqual(['users failed', 'users fine']);
  expect(revOnDisk()).toBe(1);
});

it('tries once more when closing', async () => {
  const inTheWay = join(folder.dir, 'users.json.tmp');
  mkdirSync(inTheWay);
  await files.save('users', image(1));
  rmSync(inTheWay, { recursive: true });
  writeFileSync(join(folder.dir, 'other'), '');
  await files.close();
  expect(revOnDisk()).toBe(1);
});
