/** What a card needs before it airs, whoever calls it what: on a real store and library. */
import fsp from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALLER, OPERATOR, openLibrary, type TestLibrary } from '../../../tests/fixtures/library';
import type { Actor } from '../../contract/records/audit';
import type { Card, CardContent, CardFields } from '../../contract/records/card';
import { USUAL_INTAKE } from '../../contract/records/intake-rules';
import { ALWAYS } from '../../contract/records/rule';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { SAMPLES } from '../../domain/cards/samples';
import { rule } from '../../domain/judge/samples';
import { EMERGENCY_CATEGORY } from '../../domain/judge/types';
import { lockFields } from '../rules/samples';
import { colleague, putAsset, quiet, refused } from '../store/samples';
import { type CardsRoom, createCards } from '.';

const FEED = newId();
const media = { makeSlides: () => Promise.reject(new Error('one page each')) };

let on: TestLibrary;
let cards: CardsRoom;

beforeEach(async () => {
  on = await openLibrary();
  const { store, library, clock, dir } = on;
  cards = createCards({ store, clock, log: quiet, media, library, dataDir: dir });
  const source = { kind: 'file' as const, format: 'json' as const, content: '[{"judul":"Pilih nomor 1"}]' };
  await seed((tx) =>
    tx.put('cardFeed', {
      ...{ id: FEED, rev: 0, name: 'RSS orang lain', source, rowsAt: '', mapping: { title: 'judul', body: 'judul' } },
      ...{ everyMinutes: 1, staleAfterMinutes: 60, whenStale: 'hide', createdAt: 1 },
    }),
  );
});
afterEach(async () => {
  await cards.stop();
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

const seed = (change: Parameters<typeof on.store.commit>[1]) =>
  on.store.commit({ command: 'tests.seed', actor: OPERATOR }, change);
const content = (fields: CardFields, part: Partial<CardContent> = {}): CardContent => ({
  ...{ name: 'Kartu', fields, logoAssetId: null, agencyId: null, category: null },
  ...{ qr: '', feedId: null, look: { theme: 'dark', slideMs: 4000 } },
  ...part,
});
const make = (fields: CardFields, part = {}) =>
  cards.handlers.cards.create(content(fields, part), CALLER) as Promise<Card>;
const approvalOf = async (fields: CardFields, part = {}) => {
  const { id, rev } = await make(fields, part);
  return (await cards.handlers.cards.publish({ id, rev }, CALLER)).asset?.approval;
};

/** A lock of the days around this one, of a category that no card here is of. */
const lockNear = () => {
  const day = (offset: number) => new Date(on.clock.now() + offset * DAY_MS).toISOString().slice(0, 10);
  const fields = lockFields({ time: { ...ALWAYS, from: day(5), to: day(7) } });
  return seed((tx) => tx.put('rule', rule(1, fields)));
};

describe('an emergency', () => {
  it('waits for nobody, but for the second person where its category asks for two', async () => {
    expect(await approvalOf(SAMPLES.emergency)).toBe('notNeeded');
    expect(await approvalOf(SAMPLES.emergency, { category: 'Kebencanaan' })).toBe('notNeeded');
    expect(await approvalOf(SAMPLES.emergency, { category: 'Pemilu' })).toBe('pending');
    await seed((tx) =>
      tx.put('intakeRules', { id: 'intake', rev: 0, ...USUAL_INTAKE, fourEyes: [EMERGENCY_CATEGORY] }),
    );
    expect(await approvalOf(SAMPLES.emergency)).toBe('pending');
  });

  it.each(['emergency', 'result'] as const)('and a result take no feed: %s', async (template) => {
    const bad = await refused(() => make(SAMPLES[template], { feedId: FEED }));
    expect(bad.data.details.map(({ code }) => code)).toEqual(['card.takesNoFeed']);
  });

  it('kept with a feed from before is not published with it, and says what a person wrote', async () => {
    const made = await make(SAMPLES.emergency);
    await cards.handlers.cardFeeds.fetchNow({ id: FEED }, CALLER);
    await seed((tx) => tx.put('card', { ...made, feedId: FEED }));
    const { id, rev } = on.store.get('card', made.id) as Card;
    const bad = await refused(() => cards.handlers.cards.publish({ id, rev }, CALLER));
    expect(bad.data.details.map(({ code }) => code)).toEqual(['card.takesNoFeed']);
  });
});

it('is read by the desk alone while its material is exempt', async () => {
  const { id, rev } = await make(SAMPLES.quote);
  const { asset } = await cards.handlers.cards.publish({ id, rev }, CALLER);
  const viewer = { ...CALLER, role: 'viewer' as const };
  expect(await cards.handlers.cards.list(undefined, viewer)).toHaveLength(1);
  await seed((tx) => putAsset(tx, { ...on.asset(asset?.id ?? ''), ppid: 'exempt' }));
  expect(await cards.handlers.cards.list(undefined, viewer)).toEqual([]);
  const bad = await refused(() => cards.handlers.cards.get({ id }, viewer));
  expect(bad.data.details.map(({ code }) => code)).toEqual(['judge.exempt']);
  expect(await cards.handlers.cards.list(undefined, CALLER)).toHaveLength(1);
});

it('needs two people where its category asks for them, also where the settings ask for no approval of it', async () => {
  await seed((tx) =>
    tx.put('settings', { ...DEFAULT_SETTINGS, cards: { ...DEFAULT_SETTINGS.cards, noApproval: ['Pemilu'] } }),
  );
  expect(await approvalOf(SAMPLES.announcement, { category: 'Pemilu' })).toBe('pending');
});

it('waits for somebody else while a lock is near, also where the settings ask for no approval: its category is named by whoever draws it', async () => {
  await seed((tx) =>
    tx.put('settings', { ...DEFAULT_SETTINGS, cards: { ...DEFAULT_SETTINGS.cards, noApproval: ['Kesehatan'] } }),
  );
  const free = { category: 'Kesehatan' };
  expect(await approvalOf(SAMPLES.announcement, free)).toBe('notNeeded');
  await lockNear();
  expect(await approvalOf(SAMPLES.announcement, free)).toBe('pending');
  expect(await approvalOf(SAMPLES.emergency)).toBe('notNeeded');
  const [card] = (await cards.handlers.cards.list(undefined, CALLER)).filter(
    ({ asset }) => asset?.approval === 'pending',
  );
  const asset = on.asset(card?.asset?.id ?? '');
  const through = (actor: Actor) =>
    on.store.commit({ command: 'library.update', actor }, (tx) =>
      tx.put('asset', { ...on.asset(asset.id), approval: 'approved', approvedHash: asset.hash }),
    );
  const bad = await refused(() => through(CALLER.actor));
  expect(bad.data.details.map(({ code }) => code)).toEqual(['rules.namedByOne']);
  await through(colleague);
});
