/** A picture of the library on a card airs as the card: what keeps it off the air keeps it off the card. On a real library and ffmpeg. */

import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshCards, settledAsset } from '../../../tests/fixtures/cards';
import { CALLER, OPERATOR, type TestLibrary } from '../../../tests/fixtures/library';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { eventually } from '../../../tests/lib/eventually';
import type { Asset } from '../../contract/records/asset';
import type { Card, CardContent, CardFields } from '../../contract/records/card';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { SAMPLES } from '../../domain/cards/samples';
import { lockFields } from '../rules/samples';
import { settingsOf } from '../store';
import { putAsset } from '../store/samples';
import type { CardsRoom } from '.';

let on: TestLibrary;
let cards: CardsRoom;
/** Called when a drawing is made and not yet taken in. */
let drawn: () => Promise<unknown>;

beforeEach(() => {
  drawn = async () => {};
});
freshCards({
  ask: async () => ({ kind: 'same' }),
  through: (library) => ({
    media: library.media,
    takeDrawn: async (arrival) => {
      await drawn();
      return library.takeDrawn(arrival);
    },
  }),
  take: (fresh, room) => {
    [on, cards] = [fresh, room];
  },
});
const content = (fields: CardFields, part: Partial<CardContent> = {}): CardContent => ({
  ...{ name: 'Kartu', fields, logoAssetId: null, agencyId: null, category: null },
  ...{ qr: '', feedId: null, look: { theme: 'dark', slideMs: 4000 } },
  ...part,
});
const make = (fields: CardFields, part = {}) =>
  cards.handlers.cards.create(content(fields, part), CALLER) as Promise<Card>;
const publish = async ({ id, rev }: Card) => cards.handlers.cards.publish({ id, rev }, CALLER);
const cardNow = (id: string) => on.store.get('card', id) as Card;
const change = (id: string, part: Partial<Asset>) =>
  on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
    putAsset(tx, { ...on.asset(id), ...part } as Asset),
  );
const settled = (id: string) => settledAsset(on, id);

async function picture(color: string) {
  const canvas = createCanvas(400, 400);
  const context = canvas.getContext('2d');
  context.fillStyle = color;
  context.fillRect(0, 0, 400, 400);
  const path = join(on.dir, `${newId()}.png`);
  await fsp.writeFile(path, await canvas.encode('png'));
  const { assetId } = await on.library.finishUpload({
    ...{ path, originalName: 'calon.png', hash: null, bytes: 1, actor: OPERATOR },
  });
  return settled(assetId);
}

async function published(part: Partial<CardContent>) {
  const { card, asset } = await publish(await make(SAMPLES.emergency, part));
  return { card: cardNow(card.id), asset: await settled(asset?.id ?? '') };
}

describe('a picture under a lock', () => {
  const dayAt = (days: number) => new Date(on.clock.now() + days * DAY_MS).toISOString().slice(0, 10);
  const lock = (from: number, to: number) =>
    on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => {
      const settings = settingsOf(tx);
      tx.put('settings', { ...settings, categories: [...new Set([...settings.categories, 'Iklan kampanye'])] });
      const { time } = lockFields();
      const fields = lockFields({ time: { ...time, from: dayAt(from), to: dayAt(to) } });
      tx.put('rule', { ...fields, id: newId(), rev: 0, version: 1, createdAt: 1, createdBy: 'X' });
    });

  it('stands on no card, also of an emergency, from the day before', async () => {
    const { id: logoAssetId } = await picture('#ff0000');
    await lock(1, 3);
    await change(logoAssetId, { category: 'Iklan kampanye' });
    const made = await make(SAMPLES.emergency, { logoAssetId });
    expect(await reasonsOf(() => publish(made))).toEqual(['judge.locked']);
    expect(cardNow(made.id).published).toBeNull();
  });

  it('leaves a card that has it once the lock comes near', async () => {
    const { id: logoAssetId, hash } = await picture('#ff0000');
    await lock(5, 7);
    await change(logoAssetId, { category: 'Iklan kampanye' });
    const { card } = await published({ logoAssetId });
    expect(card.published?.drawing.logo?.hash).toBe(hash);
    on.clock.ahead = 5 * DAY_MS;
    await eventually(() => expect(cardNow(card.id).published?.drawing.logo).toBeNull());
  });
});

it('on an emergency is looked at by somebody else before it airs', async () => {
  const { id: logoAssetId } = await picture('#00ff00');
  const { asset } = await published({ logoAssetId });
  expect(asset.approval).toBe('pending');
});

it('drawn anew as what was classed exempt under another card is exempt', async () => {
  const exempt = await published({});
  await change(exempt.asset.id, { ppid: 'exempt' });
  const { id, assetId, rev } = (await publish(await make(SAMPLES.quote))).card;
  const next = await cards.handlers.cards.update({ id, rev, content: content(SAMPLES.emergency) }, CALLER);
  await publish(next as Card);
  const { hash, ppid } = await settled(assetId ?? '');
  expect({ hash, ppid }).toEqual({ hash: exempt.asset.hash, ppid: 'exempt' });
});

describe('a picture that may air no longer', () => {
  const taken: [string, Partial<Asset>, Partial<Asset>][] = [
    ['exempt', { ppid: 'exempt' }, {}],
    ['recalled, its card kept', { recalledAt: 1 }, { recalledAt: null }],
    ['binned', { trashedAt: 1 }, { trashedAt: null }],
    ['rejected', { approval: 'rejected' }, { approval: 'notNeeded' }],
  ];

  it.each(taken)('takes its card off the air at once, which comes back without it: %s', async (_, part, back) => {
    const logo = await picture('#0000ff');
    const { card, asset } = await published({ logoAssetId: logo.id });
    let release = () => {};
    const gate = new Promise<void>((done) => {
      release = done;
    });
    drawn = () => gate;
    await change(logo.id, part);
    await eventually(() => expect(on.asset(asset.id)).toMatchObject({ failure: { code: 'card.logoWithheld' } }));
    release();
    await eventually(() => expect(cardNow(card.id).published?.drawing.logo).toBeNull());
    const bare = await settled(asset.id);
    expect(bare.hash).not.toBe(asset.hash);
    if (Object.keys(back).length === 0) return;
    await change(logo.id, back);
    await eventually(() => expect(on.asset(asset.id).hash).toBe(asset.hash));
  });

  it('airs on no card that was being drawn when it was taken back', async () => {
    const { id: logoAssetId } = await picture('#00ffff');
    const made = await make(SAMPLES.emergency, { logoAssetId });
    drawn = () => change(logoAssetId, { recalledAt: 1 });
    expect(await reasonsOf(() => publish(made))).toEqual(['judge.recalled']);
    expect(cardNow(made.id)).toMatchObject({ published: null, assetId: null });
  });
});
