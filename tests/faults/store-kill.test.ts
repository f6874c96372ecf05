/**
 * The store under kill -9 at random moments: no acknowledged commit lost, no document damaged, no play lost or counted
 * twice, and the data directory free for the next opener at once. `SUAR_KILL_ROUNDS` sets how often (12).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DirectoryRefused, lockDirectory, openStore, type Store } from '../../electron/core/store';
import { parseDocument } from '../../electron/core/store/documents';
import { quiet } from '../../electron/core/store/samples';

const ROUNDS = Number(process.env.SUAR_KILL_ROUNDS ?? 12);
const root = mkdtempSync(join(tmpdir(), 'suar-kill-'));
const built = mkdtempSync(join(import.meta.dirname, '../../node_modules/.suar-kill-'));
const dir = join(root, 'data');
let child: ChildProcess | null = null;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'store-child.ts'),
      outDir: built,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
}, 60_000);
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
  rmSync(built, { recursive: true, force: true });
});

/** Runs the child, kills it a moment after it has printed so many lines, and returns the whole lines it printed. */
async function runAndKill(lines: number, moment: number): Promise<string[]> {
  const running = spawn(process.execPath, [join(built, 'child.mjs'), dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = running;
  let text = '';
  const ended = new Promise((resolve) => running.stdout.on('close', resolve));
  const busy = new Promise<void>((resolve) =>
    running.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.split('\n').length > lines) resolve();
    }),
  );
  await Promise.race([busy, ended]);
  await pause(moment);
  expect(() => lockDirectory(dir).release()).toThrow(DirectoryRefused);
  running.kill('SIGKILL');
  await ended;
  return text.split('\n').slice(0, -1);
}

class Ledger {
  /** Playlist id -> what was acknowledged last, and what had been begun after that. */
  readonly playlists = new Map<string, { acked: string; begun: string }>();
  readonly pairs: [string, string][] = [];
  readonly plays = new Set<string>();

  read(lines: readonly string[]): void {
    for (const line of lines) {
      const [verb, what, a = '', b = ''] = line.split(' ');
      if (what === 'playlist') this.note(verb === 'ack', a, b);
      else if (what === 'pair') this.pairs.push([a, b]);
      else if (what === 'plays') for (const id of a.split(',')) this.plays.add(id);
    }
  }

  private note(acked: boolean, id: string, state: string): void {
    const known = this.playlists.get(id) ?? { acked: 'Ayo ke TPS', begun: '' };
    this.playlists.set(id, acked ? { acked: state, begun: state } : { ...known, begun: state });
  }
}

function check(store: Store, ledger: Ledger): void {
  for (const [id, { acked, begun }] of ledger.playlists) {
    expect([acked, begun]).toContain(store.get('playlist', id)?.name ?? 'gone');
  }
  for (const [booking, asset] of ledger.pairs) {
    expect(store.get('booking', booking)?.id).toBe(booking);
    expect(store.get('asset', asset)?.name).toBe(booking);
  }
  const kept = [...store.plays.each({})].map(({ id }) => id);
  expect(new Set(kept).size).toBe(kept.length);
  expect(store.plays.summary({}).total).toBe(kept.length);
  const found = new Set(kept);
  expect([...ledger.plays].filter((id) => !found.has(id))).toEqual([]);
  // Only what was on its way to being acknowledged may be there beside it: at most one batch a kill.
  expect((kept.length - ledger.plays.size) % 20).toBe(0);
}

function checkDocuments(): void {
  const names = readdirSync(join(dir, 'db'));
  expect(names.filter((name) => name.includes('damaged') || name.endsWith('.tmp'))).toEqual([]);
  for (const name of names.filter((file) => file.endsWith('.json'))) {
    parseDocument(name.slice(0, -'.json'.length), readFileSync(join(dir, 'db', name), 'utf8'));
  }
}

it(
  `keeps all it acknowledged over ${ROUNDS} kills`,
  async () => {
    const ledger = new Ledger();
    for (let round = 0; round < ROUNDS; round += 1) {
      ledger.read(await runAndKill(randomInt(1, 200), randomInt(30)));
      const store = await openStore({ dir, clock: Date, log: quiet });
      expect(store.recovered.filter(({ code }) => code !== 'store.caughtUp')).toEqual([]);
      check(store, ledger);
      await store.close();
      checkDocuments();
    }
    expect(ledger.plays.size).toBeGreaterThan(ROUNDS);
    expect(ledger.playlists.size).toBeGreaterThan(ROUNDS / 2);
  },
  30_000 + ROUNDS * 5000,
);
