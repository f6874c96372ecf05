import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '../tests/lib/eventually';
import { openLog } from './log';

const dirs: string[] = [];
const fresh = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'suar-log-'));
  dirs.push(dir);
  return dir;
};
afterAll(() => Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true }))));

/** Numbers of the lines of every file, the oldest file first. */
async function numbers(dir: string): Promise<number[]> {
  const found: number[] = [];
  const age = (name: string) => Number(/\d+$/.exec(name)?.[0] ?? 0);
  for (const name of (await readdir(dir)).sort((a, b) => age(b) - age(a))) {
    const text = await readFile(join(dir, name), 'utf8');
    for (const line of text.split('\n').filter(Boolean)) found.push((JSON.parse(line) as { n: number }).n);
  }
  return found;
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('openLog', () => {
  it('turns over by size while running and loses no line, whole and in order', async () => {
    const dir = await fresh();
    const { log, closeLog } = await openLog(dir, 'station', { largest: 20_000, kept: 100 });
    for (const n of upTo(4000)) {
      log.info({ n }, 'a line of about a hundred bytes, as most are');
      if (n % 50 === 0) await pause(2);
    }
    await closeLog();
    expect(await numbers(dir)).toEqual(upTo(4000));
    expect((await readdir(dir)).length).toBeGreaterThan(3);
  });

  it('keeps so many and no more, also over restarts', async () => {
    const dir = await fresh();
    for (const start of upTo(6)) {
      const { log, closeLog } = await openLog(dir, 'station', { largest: 5_000, kept: 2 });
      for (const n of upTo(200)) {
        log.info({ n: start * 200 + n }, 'a line');
        if (n % 20 === 0) await pause(2);
      }
      await closeLog();
    }
    expect((await readdir(dir)).sort()).toEqual(['station.log', 'station.log.1', 'station.log.2']);
    expect((await numbers(dir)).at(-1)).toBe(1199);
  });

  it('goes on in a new folder when somebody took the old one away', async () => {
    const dir = await fresh();
    const { log, closeLog } = await openLog(dir, 'station', { largest: 2_000, kept: 1 });
    await rm(dir, { recursive: true });
    for (const n of upTo(200)) {
      log.info({ n }, 'a line');
      if (n % 20 === 0) await pause(2);
    }
    await closeLog();
    expect((await numbers(dir)).at(-1)).toBe(199);
  });

  it('loses lines that no file can be opened for, throws at none, and goes on when one can be', async () => {
    const dir = await fresh();
    const inTheWay = join(dir, 'station.log');
    await mkdir(inTheWay);
    const { log, closeLog } = await openLog(dir, 'station');
    for (const n of upTo(3)) {
      log.info({ n }, 'a line');
      await pause(20);
    }
    await rm(inTheWay, { recursive: true });
    await eventually(async () => {
      log.info({ n: 4 }, 'a line');
      expect(await numbers(dir)).toContain(4);
    });
    await closeLog();
    expect(new Set(await numbers(dir))).toEqual(new Set([4]));
  });

  it('ends where no file could ever be opened', async () => {
    const dir = await fresh();
    await mkdir(join(dir, 'station.log'));
    const { log, closeLog } = await openLog(dir, 'station');
    log.info('nobody reads it');
    await closeLog();
    expect(await readdir(dir)).toEqual(['station.log']);
  });
});
