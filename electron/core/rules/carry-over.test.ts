/** A data directory of before, whose settings hold rules of spots: opened, they are rules, once, and nothing of them is lost. */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { STATION_ACTOR } from '../../contract/records/audit';
import { settingsRecord } from '../../contract/records/settings';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { openStore, type Store, settingsOf } from '../store';
import { caller, operator, quiet, temporaryFolder } from '../store/samples';
import { createRules, type RulesRoom } from '.';

const clock = { now: () => Date.parse('2026-01-05T03:00:00Z') };
const key = generateKeyPairSync('ed25519').privateKey;
/** As version 11 wrote it. */
const HELD = [
  {
    ...{ category: 'Iklan kampanye', from: '2024-11-10', to: '2024-11-23' },
    ...{ playsADay: 10, longestMs: 60_000, source: 'PKPU 13/2024' },
  },
  { category: null, from: null, to: null, playsADay: 40, longestMs: null, source: '' },
  { category: 'Kesehatan', from: '2026-01-01', to: null, playsADay: null, longestMs: null, source: 'Perbup 7' },
];

let dir: string;
let remove: () => void;
let store: Store;
let room: RulesRoom;
beforeEach(async () => {
  ({ dir, remove } = temporaryFolder());
  store = await openStore({ dir, clock, log: quiet });
  const { rev: _rev, ...settings } = { ...DEFAULT_SETTINGS, stationName: 'Radio Suara Tirtaraya' };
  await store.commit({ command: 'station.updateSettings', actor: operator }, (tx) =>
    tx.put('settings', { ...settings, rev: 0 }),
  );
  await store.close();
});
afterEach(async () => {
  await room.stop();
  await store.close();
  remove();
});

/** Rewrites the settings on disk as a station of version 11 left them. */
function asOfBefore(rules: readonly object[]): void {
  const path = join(dir, 'db', 'settings.json');
  const image = JSON.parse(readFileSync(path, 'utf8'));
  const [settings] = image.records;
  image.records = [{ ...settings, spots: { ...settings.spots, rules } }];
  writeFileSync(path, JSON.stringify({ ...image, version: 11 }));
}
async function open(): Promise<void> {
  store = await openStore({ dir, clock, log: quiet });
  room = createRules({ store, clock, log: quiet, key });
  await room.start();
}
const again = async () => {
  await room.stop();
  await store.close();
  await open();
};
const carried = () => store.all('rule').filter(({ scope }) => scope.breaks);

it('makes of each what it asked for, about the breaks of the radio, with its article, as the act of the station', async () => {
  asOfBefore(HELD);
  await open();
  const campaign = { categories: ['Iklan kampanye'], channels: ['radio'], breaks: true };
  const cap = { kind: 'cap', seconds: null, of: 'all', counts: 'place' };
  expect(carried()).toMatchObject([
    {
      ...{ name: 'Jeda radio: Iklan kampanye hanya pada masanya', does: { kind: 'refuse' }, scope: campaign },
      ...{ time: { from: '2024-11-10', to: '2024-11-23', outside: true }, source: 'PKPU 13/2024', active: true },
    },
    { does: { ...cap, plays: 10 }, scope: campaign, source: 'PKPU 13/2024' },
    { does: { kind: 'longest', ms: 60_000 }, scope: campaign, source: 'PKPU 13/2024' },
    {
      name: 'Jeda radio: semua spot paling banyak 40 kali sehari',
      does: { ...cap, plays: 40 },
      scope: { categories: [] },
    },
    { does: { kind: 'refuse' }, time: { from: '2026-01-01', to: null, outside: true }, source: 'Perbup 7' },
  ]);
  expect(carried().map(({ id }) => room.handlers.rules.versions({ id }, caller))).toHaveLength(5);
  const [entry] = store.audit.list({ record: 'settings', id: 'settings', limit: 1 });
  expect(entry).toMatchObject({ command: 'rules.carryOver', actor: STATION_ACTOR });
  expect(entry?.changes.filter(({ record }) => record === 'rule')).toHaveLength(5);
  expect(settingsOf(store)).not.toHaveProperty('spotRules');
  expect(settingsOf(store)).toMatchObject({ stationName: 'Radio Suara Tirtaraya' });
});

it('does so once: who removes one does not get it back', async () => {
  asOfBefore(HELD);
  await open();
  const [first] = carried();
  await store.commit({ command: 'rules.remove', actor: operator }, (tx) => tx.remove('rule', first?.id ?? ''));
  await again();
  expect(carried()).toHaveLength(4);
});

it('writes nothing where there were none', async () => {
  asOfBefore([]);
  await open();
  expect(carried()).toEqual([]);
  expect(store.audit.list({ limit: 50 }).map(({ command }) => command)).not.toContain('rules.carryOver');
  expect(settingsRecord.version).toBe(12);
});
