import { rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../store/samples';
import { createTurns } from './turns';

it('works again as soon as its folder can be made', async () => {
  const folder = temporaryFolder();
  const dataDir = join(folder.dir, 'data');
  // What a folder cannot be made in.
  writeFileSync(dataDir, '');
  const { turns } = createTurns(dataDir);
  const write = () => turns(async (_, target) => writeFile(target, 'x').then(() => 'written'));
  await expect(write()).rejects.toThrow('ENOTDIR');
  rmSync(dataDir);
  expect(await write()).toBe('written');
  folder.remove();
});

it('ends what runs and what waits when the station stops', async () => {
  const folder = temporaryFolder();
  const { turns, stop } = createTurns(folder.dir);
  const running = [1, 2, 3].map(() =>
    turns(
      ({ signal }) =>
        new Promise<string>((done) => {
          if (signal.aborted) done('ended');
          signal.addEventListener('abort', () => done('ended'), { once: true });
        }),
    ).catch(() => 'refused'),
  );
  await new Promise((done) => setTimeout(done, 100));
  await stop();
  expect(await Promise.all(running)).toEqual(['ended', 'ended', 'refused']);
  folder.remove();
});
