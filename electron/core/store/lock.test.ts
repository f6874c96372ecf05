import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DirectoryRefused, lockDirectory, openStore } from '.';
import { quiet, temporaryFolder } from './samples';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

function refusal(dir: string): DirectoryRefused {
  try {
    lockDirectory(dir).release();
  } catch (fault) {
    if (fault instanceof DirectoryRefused) return fault;
    throw fault;
  }
  throw new Error('was not refused');
}

it('refuses a second opener, naming the first and where it answers, and is free after release', () => {
  const lock = lockDirectory(folder.dir);
  lock.announce('http://127.0.0.1:4870');
  const refused = refusal(folder.dir);
  expect(refused.message).toContain(`process ${process.pid}`);
  expect(refused.message).toContain('http://127.0.0.1:4870');
  expect(refused.holder).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:4870' });
  expect(refused.reason.code).toBe('store.held');
  lock.release();
  lockDirectory(folder.dir).release();
});

it('holds for a store as well, which frees it when closed', async () => {
  const options = { dir: folder.dir, clock: { now: () => 1 }, log: quiet };
  const store = await openStore(options);
  await expect(openStore(options)).rejects.toThrow(DirectoryRefused);
  await store.close();
  await (await openStore(options)).close();
});

it('says what stands in the way of writing', () => {
  const refused = refusal('/proc/suar');
  expect(refused.reason.code).toBe('store.notWritable');
  expect(refused.message).toMatch(/cannot be written.*--data/);
});

it('is not kept out by a folder that was never a station', () => {
  mkdirSync(join(folder.dir, 'new', 'deep'), { recursive: true });
  lockDirectory(join(folder.dir, 'new', 'deep')).release();
});
