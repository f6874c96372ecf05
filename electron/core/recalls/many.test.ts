/** A recall of what is in very many places, and very many recalls. On a real store. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ToDisplay } from '../../contract/display-protocol';
import type { Card } from '../../contract/records/card';
import { MOST_RECALLS, type Recall } from '../../contract/records/recall';
import { newId } from '../../contract/ulid';
import { rendition, video } from '../../domain/compile-fixtures';
import { stands } from '../../domain/recall';
import { sha256 } from '../secret';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, sampleRecall, temporaryFolder } from '../store/samples';
import { createRecalls, type Recalls } from '.';
import { Teller } from './teller';

const clock = { now: () => Date.parse('2026-11-23T03:00:00Z') };
const LOGO = video(1, 10_000);
let store: Store;
let room: Recalls;
let folder: ReturnType<typeof temporaryFolder>;
let sent: Buffer[];

beforeEach(async () => {
  sent = [];
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  room = createRecalls({
    ...{ store, clock, log: quiet },
    line: { connected: () => ['D'], has: () => true, send: (_to, bytes) => void sent.push(bytes) },
    ...{ usesOf: () => [], timelineOf: async () => null, onPanel: () => null, draw: async () => Buffer.from('') },
  });
});
afterEach(async () => {
  await room.stop();
  await store.close();
  folder.remove();
});

const ordersIn = (bytes: Buffer) => {
  const message = ToDisplay.parse(JSON.parse(String(bytes)));
  return message.type === 'recalls' ? message.recalls : expect.fail('not recalls');
};

/** A published card with the logo, played on so many panels. */
function cardWith(n: number, panels: number) {
  const files = Array.from({ length: panels }, (_, p) => ({
    ...rendition(7),
    profileKey: `p${p}`,
    hash: sha256(`card ${n} panel ${p}`),
  }));
  const asset = { ...video(100 + n, 10_000), id: newId(), hash: sha256(`card ${n}`), renditions: files };
  const fields = { template: 'announcement' as const, title: `Pengumuman ${n}`, body: '' };
  const look = { theme: 'dark' as const, slideMs: 8000 };
  const content = { name: `Kartu ${n}`, fields, agencyId: null, category: null, qr: '', feedId: null, look };
  const drawing = { fields, look, qr: '', logo: null, today: '2026-11-23', zone: 'Asia/Jakarta', asOf: null };
  const withLogo = { ...content, logoAssetId: LOGO.id };
  const card: Card = {
    ...{
      id: newId(),
      rev: 0,
      ...withLogo,
      assetId: asset.id,
      hidden: null,
      createdAt: 1,
      createdBy: 'x',
      updatedAt: 1,
    },
    published: { at: 1, content: withLogo, drawing: { ...drawing, language: 'id' }, slides: 1 },
  };
  return { asset, card };
}

it('a logo on six hundred cards for eight panels is taken back with all of them, and displays are told of every file', async () => {
  const cards = Array.from({ length: 600 }, (_, n) => cardWith(n, 8));
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('asset', LOGO);
    for (const { asset, card } of cards) {
      tx.put('asset', asset);
      tx.put('card', card);
    }
  });
  const why = 'Logo salah, ditarik dari semua kartu.';
  const fields = { assetId: LOGO.id, hash: LOGO.hash, reason: why, letterNumber: null, keep: [] };
  const recall = await room.handlers.recall(fields, caller);
  expect(recall.made).toHaveLength(600);
  expect(recall.hashes).toHaveLength(2 + 600 * 9);
  expect(ordersIn(room.greet())).toEqual([{ id: recall.id, hashes: recall.hashes }]);
  for (const { asset } of cards) expect(store.get('asset', asset.id)?.recalledAt).toBe(clock.now());
});

it('more recalls than a display is told are told as the newest of them, never as a list it must refuse', () => {
  const all: Recall[] = Array.from({ length: MOST_RECALLS + 3 }, () => sampleRecall(LOGO)).filter(stands);
  const standing = { all, byAsset: new Map(), byFile: new Map(), byMedia: new Map() };
  const teller = new Teller(() => standing, { connected: () => [], send: () => {} });
  const told = ordersIn(teller.greet());
  expect(told).toHaveLength(MOST_RECALLS);
  expect(told.at(-1)?.id).toBe(all.at(-1)?.id);
  teller.stop();
});
