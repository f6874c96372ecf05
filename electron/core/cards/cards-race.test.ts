/** Two drawings of one card at a time: what a person published last is what airs. */
import fsp from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CALLER, openLibrary, type TestLibrary } from '../../../tests/fixtures/library';
import { eventually } from '../../../tests/lib/eventually';
import type { Card, CardContent } from '../../contract/records/card';
import { DAY_MS } from '../../domain/calendar';
import { SAMPLES } from '../../domain/cards/samples';
import { quiet } from '../store/samples';
import { type CardsRoom, createCards } from '.';
import type { Room } from './room';

const media = { makeSlides: () => Promise.reject(new Error('one page each')) };

let on: TestLibrary;
let cards: CardsRoom;
/** Holds what the station itself draws, just before it is taken in. */
let held: { arrived: boolean; release(): void; wait: Promise<void> };

beforeEach(async () => {
  on = await openLibrary();
  const { store, library, clock, dir } = on;
  let release = () => {};
  const gate = new Promise<void>((done) => {
    release = done;
  });
  held = { arrived: false, release, wait: gate };
  const slow: Room['library'] = {
    media: library.media,
    takeDrawn: async (arrival) => {
      if (arrival.by.kind === 'station') {
        held.arrived = true;
        await held.wait;
      }
      return library.takeDrawn(arrival);
    },
  };
  cards = createCards({ store, clock, log: quiet, media, library: slow, dataDir: dir, lookMs: 30 });
  cards.start();
});
afterEach(async () => {
  held.release();
  await cards.stop();
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

it('keeps what a person published while the new day was being drawn', async () => {
  const day = new Date(on.clock.now() + 9 * DAY_MS).toISOString().slice(0, 10);
  const content: CardContent = {
    ...{ name: 'Kartu', fields: { ...SAMPLES.countdown, date: day }, logoAssetId: null, agencyId: null },
    ...{ category: null, qr: '', feedId: null, look: { theme: 'dark', slideMs: 4000 } },
  };
  const { id, rev } = (await cards.handlers.cards.create(content, CALLER)) as Card;
  await cards.handlers.cards.publish({ id, rev }, CALLER);
  on.clock.ahead = DAY_MS;
  await eventually(() => expect(held.arrived).toBe(true));
  const fields = { ...content.fields, event: 'Yang baru' } as CardContent['fields'];
  const draft = (await cards.handlers.cards.update(
    { id, rev: on.store.get('card', id)?.rev ?? 0, content: { ...content, fields } },
    CALLER,
  )) as Card;
  const publishing = Promise.resolve(cards.handlers.cards.publish({ id, rev: draft.rev }, CALLER));
  await Promise.race([publishing, wait(1500)]);
  held.release();
  const { asset } = await publishing;
  await wait(500);
  const after = on.store.get('card', id) as Card;
  expect(after.published?.content.fields).toMatchObject({ event: 'Yang baru' });
  expect(after.published?.drawing.fields).toMatchObject({ event: 'Yang baru' });
  expect(on.asset(after.assetId ?? '').hash).toBe(asset?.hash);
});
