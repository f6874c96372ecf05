/**
 * The station is killed (SIGKILL) at random moments under editing, uploads and play reports, and started again on the
 * same data. Nothing acknowledged may be lost, no document damaged, no play lost or counted twice.
 * `SUAR_KILL_ROUNDS` sets how often; a few in every run, 200 before a release.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Playlist } from '../../electron/contract/records/playlist';
import { ReportingDisplay } from '../lib/reporting-display';
import { HEADLESS, makeDir, type RunningStation, removeDir, startStation } from '../lib/station';
import { uploadBytes } from '../lib/upload';

const ROUNDS = Number(process.env.SUAR_KILL_ROUNDS ?? 8);
const dataDir = await makeDir();
let station: RunningStation | null = null;

afterAll(async () => {
  await station?.kill();
  await removeDir(dataDir);
});

/** What the station said yes to. */
const acknowledged = {
  names: new Map<string, string>(),
  uploads: new Map<string, string>(),
  removed: new Set<string>(),
  count: 0,
};

describe('a station killed at random moments', () => {
  it(
    `keeps every acknowledged command, upload and play over ${ROUNDS} kills`,
    async () => {
      station = await startStation({ dataDir });
      const display = await ReportingDisplay.pair(station);
      for (let round = 0; round < ROUNDS; round++) {
        await oneRound(station, display, round);
        if (round % 4 === 3) await killedWhileStarting();
        station = await startStation({ dataDir });
        await check(station);
      }
      await display.connect(station);
      await display.emptied();
      await checkPlays(station, display);
      expect(acknowledged.count).toBeGreaterThan(ROUNDS);
      expect(await station.stop()).toBe(0);
    },
    60_000 + ROUNDS * 25_000,
  );
});

/** What a start mends must survive an end in the midst of it. */
async function killedWhileStarting(): Promise<void> {
  const child = spawn(process.execPath, [HEADLESS, '--headless', '--data', dataDir, '--port', '0'], {
    stdio: 'ignore',
  });
  const exited = once(child, 'exit');
  await pause(randomInt(100, 1_500));
  child.kill('SIGKILL');
  await exited;
}

async function oneRound(running: RunningStation, display: ReportingDisplay, round: number): Promise<void> {
  let over = false;
  const until = () => over;
  await display.connect(running);
  const work = Promise.all([
    edit(running, until),
    edit(running, until),
    upload(running, until, round),
    display.report(until),
  ]);
  // A fault of a living station ends the round at once.
  await Promise.race([work, moment(round)]);
  over = true;
  await running.kill();
  display.disconnect();
  await work;
}

/** Half of the rounds anywhere from the start, half once something has been said yes to: both must be met. */
async function moment(round: number): Promise<void> {
  const before = acknowledged.count;
  const answered = () => expect(acknowledged.count, 'no answer in 20 s').toBeGreaterThan(before);
  if (round % 2 === 0) await vi.waitFor(answered, { timeout: 20_000, interval: 5 });
  await pause(randomInt(20, 900));
}

/** Creates, renames and removes playlists as fast as it is answered. A call that the kill cut off was not acknowledged. */
async function edit({ client }: RunningStation, over: () => boolean): Promise<void> {
  while (!over()) {
    try {
      const made: Playlist = await client.playlists.create({ name: `list ${randomInt(1e9)}`, items: [] });
      acknowledged.names.set(made.id, made.name);
      acknowledged.count += 1;
      const name = `renamed ${randomInt(1e9)}`;
      acknowledged.names.delete(made.id);
      const renamed = await client.playlists.update({ id: made.id, rev: made.rev, name });
      acknowledged.names.set(made.id, renamed.name);
      if (randomInt(4) > 0) continue;
      acknowledged.names.delete(made.id);
      await client.playlists.remove({ id: made.id });
      acknowledged.removed.add(made.id);
    } catch (fault) {
      if (over()) return;
      throw fault;
    }
  }
}

async function upload(running: RunningStation, over: () => boolean, round: number): Promise<void> {
  for (let number = 0; !over(); number++) {
    const bytes = randomBytes(randomInt(1_000, 400_000));
    const hash = createHash('sha256').update(bytes).digest('hex');
    try {
      const { assetId } = await uploadBytes(running, `clip ${round}-${number}.bin`, bytes);
      acknowledged.uploads.set(assetId, hash);
      acknowledged.count += 1;
    } catch (fault) {
      if (over()) return;
      throw fault;
    }
  }
}

async function check({ client, output }: RunningStation): Promise<void> {
  expect(output()).not.toMatch(/damaged/i);
  const lists = new Map((await client.playlists.list()).map(({ id, name }) => [id, name]));
  for (const [id, name] of acknowledged.names) expect(lists.get(id)).toBe(name);
  for (const id of acknowledged.removed) expect(lists.has(id)).toBe(false);
  for (const [id, hash] of acknowledged.uploads) {
    expect((await client.library.get({ id })).hash).toBe(hash);
    const stored = await readFile(join(dataDir, 'media', hash.slice(0, 2), hash));
    expect(createHash('sha256').update(stored).digest('hex')).toBe(hash);
  }
  for (const name of await readdir(join(dataDir, 'db'))) {
    if (!name.endsWith('.json')) continue;
    const text = await readFile(join(dataDir, 'db', name), 'utf8');
    expect(() => JSON.parse(text), name).not.toThrow();
  }
}

async function checkPlays({ client }: RunningStation, display: ReportingDisplay): Promise<void> {
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await client.proof.plays({ displayId: display.displayId, limit: 500, before });
    seen.push(...page.items.map(({ id }) => id));
    before = page.cursor ?? undefined;
  } while (before);
  expect(seen).toHaveLength(new Set(seen).size);
  expect(new Set(seen)).toEqual(new Set(display.made));
  expect((await client.proof.summary({ displayId: display.displayId })).total).toBe(display.made.length);
}
