import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { reason } from '../contract/scalars';
import { stillReachable } from './bounds';
import { afterDeath, troubling } from './restart';
import { openState } from './state';
import { fill, languageOf, loadWords } from './words';

describe('afterDeath', () => {
  it('waits longer each time, never above 30 s, and forgets after a healthy life', () => {
    const delays: number[] = [];
    let state = { deaths: 0 };
    for (let n = 0; n < 12; n++) {
      const next = afterDeath(state, 1000);
      delays.push(next.delayMs);
      state = next.state;
    }
    expect(delays.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(Math.max(...delays)).toBe(30_000);
    expect(afterDeath(state, 120_000)).toEqual({ delayMs: 250, state: { deaths: 1 } });
    expect(troubling({ deaths: 4 })).toBe(true);
  });
});

describe('stillReachable', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  it('keeps what can be caught and drops what cannot', () => {
    expect(stillReachable({ x: 100, y: 100, width: 800, height: 600 }, [screen])).not.toBeNull();
    expect(stillReachable({ x: 1900, y: 100, width: 800, height: 600 }, [screen])).toBeNull();
    expect(stillReachable(null, [screen])).toBeNull();
  });
});

describe('words', () => {
  it('fills in what a sentence leaves open', () => {
    expect(fill('{{a}} dan {{b}}', { a: 1, b: 'dua' })).toBe('1 dan dua');
  });

  it.each([
    ['en', 'id-ID', 'en'],
    ['id', 'en-GB', 'id'],
    [null, 'en-GB', 'en'],
    [null, 'fr', 'id'],
  ] as const)('speaks what the station spoke (%s), else as the system does (%s): %s', (station, system, words) => {
    expect(languageOf(station, system)).toBe(words);
  });

  it.each(['id', 'en'] as const)('has every sentence in %s', (language) => {
    const words = loadWords(join(import.meta.dirname, '../../resources'), language);
    expect(words.shell.addFiles).not.toBe('');
    expect(words.reason(reason('station.portInUse', { port: 4870, host: '127.0.0.1' }))).toContain('4870');
    expect(words.reason(reason('store.held', { dir: 'D', pid: 7, host: 'H', address: '' }))).toContain('7');
  });
});

describe('openState', () => {
  const dirs: string[] = [];
  afterAll(() => {
    for (const dir of dirs) rmSync(dir, { recursive: true });
  });
  const fileWith = (text: string | null) => {
    const dir = mkdtempSync(join(tmpdir(), 'suar-state-'));
    dirs.push(dir);
    const path = join(dir, 'shell.json');
    if (text !== null) writeFileSync(path, text);
    const said: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void said.push(line) });
    return { path, log, said };
  };

  it('keeps what it is given, said by nobody', () => {
    const { path, log, said } = fileWith(null);
    openState(path, log).set({ language: 'en', port: 4871 });
    expect(openState(path, log).get()).toMatchObject({ language: 'en', port: 4871, placements: [] });
    expect(said).toEqual([]);
  });

  it.each(['', '{"bounds":', '[]', '{"language":"fr"}', '{"bounds":null,"port":"4870"}'])(
    'begins anew with %j and says so in the log',
    (text) => {
      const { path, log, said } = fileWith(text);
      expect(openState(path, log).get()).toMatchObject({ bounds: null, language: null, port: null });
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('damaged');
    },
  );
});
