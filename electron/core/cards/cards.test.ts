/** Cards through the real library, store and ffmpeg: what airs is drawn at each panel's pixels. */
import { execFileSync } from 'node:child_process';
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshCards, media, settledAsset } from '../../../tests/fixtures/cards';
import { addDisplay, CALLER, OPERATOR, PANEL, type TestLibrary } from '../../../tests/fixtures/library';
import { eventually } from '../../../tests/lib/eventually';
import type { ReadyRendition } from '../../contract/records/asset';
import type { Card, CardContent, CardFields } from '../../contract/records/card';
import type { CardFeedFields } from '../../contract/records/card-feed';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { DAY_MS } from '../../domain/calendar';
import { SAMPLES } from '../../domain/cards/samples';
import { video } from '../../domain/compile-fixtures';
import { profileKey } from '../../domain/profile';
import { GROUND, putAsset, refused } from '../store/samples';
import type { CardsRoom } from '.';
import type { Fetched } from './feed-fetch';

let on: TestLibrary;
let cards: CardsRoom;
let answer: Fetched;

const STRIP = { ...PANEL, width: 320, height: 96 };

beforeEach(() => {
  answer = { kind: 'same' };
});
freshCards({
  ask: async () => answer,
  take: (fresh, room) => {
    [on, cards] = [fresh, room];
  },
});
/** Who answers for what airs. */
const HEAD = { ...CALLER, role: 'administrator' as const };
const content = (fields: CardFields, part: Partial<CardContent> = {}): CardContent => ({
  ...{ name: 'Klarifikasi banjir', fields, logoAssetId: null, agencyId: null, category: null },
  ...{ qr: '', feedId: null, look: { theme: 'dark', slideMs: 4000 } },
  ...part,
});
const make = (fields: CardFields, part = {}) =>
  cards.handlers.cards.create(content(fields, part), CALLER) as Promise<Card>;
const publish = ({ id, rev }: Card) => cards.handlers.cards.publish({ id, rev }, CALLER);
const cardNow = (id: string) => on.store.get('card', id) as Card;

async function published(fields: CardFields, part = {}) {
  const card = await make(fields, part);
  const { asset } = await publish(card);
  const ready = await settledAsset(on, asset?.id ?? '');
  return { card: cardNow(card.id), asset: ready };
}

function renditionFor(
  asset: { renditions: readonly { state: string; profileKey: string }[] },
  profile: typeof PANEL,
): ReadyRendition {
  const found = asset.renditions.find((each) => each.profileKey === profileKey(profile));
  expect(found).toMatchObject({ state: 'ready' });
  return found as ReadyRendition;
}

const fileOf = (hash: string): string => on.library.media(hash)?.path ?? '';

async function pixelsOf(path: string) {
  const picture = await loadImage(path);
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  return { ...context.getImageData(0, 0, picture.width, picture.height), width: picture.width, height: picture.height };
}

describe('publishing', () => {
  it('draws a still for each panel at its own pixels, nothing of it outside the safe area', async () => {
    const { asset } = await published(SAMPLES.hoax);
    expect(asset).toMatchObject({ approval: 'pending', name: 'Klarifikasi banjir', probe: { kind: 'image' } });
    const { hash, width, height, mime } = renditionFor(asset, PANEL);
    expect({ width, height, mime }).toEqual({ width: 800, height: 400, mime: 'image/png' });
    const picture = await pixelsOf(fileOf(hash));
    expect([picture.width, picture.height]).toEqual([800, 400]);
    let inside = 0;
    for (let y = 0; y < 400; y++)
      for (let x = 0; x < 800; x++) {
        const at = (y * 800 + x) * 4;
        const isGround = [11, 20, 36].every((part, offset) => Math.abs((picture.data[at + offset] ?? 0) - part) < 3);
        const isSafe = x >= 20 && x < 780 && y >= 20 && y < 380;
        if (!isGround && !isSafe) throw new Error(`ink at ${x}, ${y}`);
        if (!isGround) inside++;
      }
    expect(inside).toBeGreaterThan(10_000);
  });

  it('draws slides as a video of one length on every panel where one panel needs several', async () => {
    await addDisplay(on, STRIP);
    const answer = `${SAMPLES.hoax.answer} `.repeat(4);
    const { card, asset } = await published({ ...SAMPLES.hoax, answer });
    const slides = card.published?.slides ?? 0;
    expect(slides).toBeGreaterThan(1);
    expect(asset.probe.kind).toBe('video');
    const [wide, strip] = [renditionFor(asset, PANEL), renditionFor(asset, STRIP)];
    expect(wide).toMatchObject({ width: 800, height: 400, mime: 'video/mp4', durationMs: slides * 4000 });
    expect(strip).toMatchObject({ width: 320, height: 96, durationMs: slides * 4000, frames: slides * 100 });
  });

  it('airs what was published and not what is being written, and asks for approval anew', async () => {
    const { card, asset } = await published(SAMPLES.hoax);
    const { hash } = renditionFor(asset, PANEL);
    await on.library.handlers.update({ id: asset.id, rev: asset.rev, approval: 'approved' }, HEAD);
    const fields = { ...SAMPLES.hoax, label: 'fact' as const };
    const draft = (await cards.handlers.cards.update(
      { id: card.id, rev: card.rev, content: content(fields) },
      CALLER,
    )) as Card;
    await addDisplay(on, { ...PANEL, width: 400, height: 200 });
    await wait(200);
    expect(cardNow(card.id).published?.drawing.fields).toMatchObject({ label: 'hoax' });
    expect(on.asset(asset.id).approval).toBe('approved');
    await publish(draft);
    const again = await settledAsset(on, asset.id);
    expect(again.approval).toBe('pending');
    expect(renditionFor(again, PANEL).hash).not.toBe(hash);
  });

  it('asks no approval of an emergency, nor of a category that the settings name', async () => {
    const emergency = await publish(await make(SAMPLES.emergency));
    expect(emergency.asset?.approval).toBe('notNeeded');
    const cardsSettings = { hoaxTargetHours: 24, noApproval: ['Agenda daerah'] };
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) =>
      tx.put('settings', { ...DEFAULT_SETTINGS, cards: cardsSettings }),
    );
    const agenda = await publish(await make(SAMPLES.agenda, { category: 'Agenda daerah' }));
    expect(agenda.asset?.approval).toBe('notNeeded');
  });

  it('is drawn anew for the next day where it counts days, its approval as it was', async () => {
    const day = (ahead: number) => new Date(on.clock.now() + ahead * DAY_MS + 7 * 3_600_000).toISOString().slice(0, 10);
    const { card, asset } = await published({ ...SAMPLES.countdown, date: day(5) });
    await on.library.handlers.update({ id: asset.id, rev: asset.rev, approval: 'approved' }, HEAD);
    const { hash } = renditionFor(asset, PANEL);
    on.clock.ahead = DAY_MS;
    await eventually(() => expect(cardNow(card.id).published?.drawing.today).toBe(day(0)));
    await eventually(async () => expect(renditionFor(await settledAsset(on, asset.id), PANEL).hash).not.toBe(hash));
    expect(on.asset(asset.id)).toMatchObject({ approval: 'approved', approvedHash: on.asset(asset.id).hash });
  });

  it('shows no picture that is exempt, and stays exempt itself however often it is drawn', async () => {
    const logo = video(900, 0, { ppid: 'exempt', probe: { ...video(900, 0).probe, kind: 'image' } });
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => putAsset(tx, logo));
    const bad = await refused(() => make(SAMPLES.quote, { logoAssetId: logo.id }));
    expect(bad.data.details.map(({ code }) => code)).toEqual(['judge.exempt']);
    const made = await make(SAMPLES.quote);
    const { asset } = await publish(made);
    const id = asset?.id ?? '';
    await on.library.handlers.classify(
      {
        id,
        rev: on.asset(id).rev,
        ppid: 'exempt',
        ground: GROUND,
      },
      HEAD,
    );
    await publish(cardNow(made.id));
    expect(on.asset(id).ppid).toBe('exempt');
  });

  it('is refused with what is wrong, and a card in the library is not removed', async () => {
    const bad = await refused(() => make(SAMPLES.hoax, { category: 'Tidak ada', feedId: CALLER.actor.id }));
    expect(bad.data.details.map(({ code }) => code)).toEqual(['card.noCategory', 'card.noFeed']);
    const { card } = await publish(await make(SAMPLES.quote));
    const kept = await refused(() => cards.handlers.cards.remove({ id: card.id }, CALLER));
    expect(kept.data.details).toMatchObject([{ code: 'card.inLibrary' }]);
  });
});

describe('a file for elsewhere', () => {
  const query = { format: 'png' as const, width: 640, height: 1280, page: 1 };

  it('is refused before it is published and approved, with the reason', async () => {
    const card = await make(SAMPLES.hoax);
    const early = await refused(() => cards.file(card.id, query));
    expect(early.data.details).toMatchObject([{ code: 'card.notPublished' }]);
    await publish(card);
    const waiting = await refused(() => cards.file(card.id, query));
    expect(waiting.data.details).toMatchObject([{ code: 'judge.notApproved' }]);
  });

  it('is a PNG of the size asked for, or a video of ten seconds that fades', async () => {
    const { card } = await publish(await make(SAMPLES.emergency, { look: { theme: 'dark', slideMs: 10_000 } }));
    const png = await cards.file(card.id, query);
    const path = join(on.dir, 'out.png');
    await fsp.writeFile(path, png.bytes);
    const picture = await pixelsOf(path);
    expect([picture.width, picture.height]).toEqual([640, 1280]);
    const mp4 = await cards.file(card.id, { ...query, format: 'mp4', width: 640, height: 320 });
    const video = join(on.dir, 'out.mp4');
    await fsp.writeFile(video, mp4.bytes);
    const said = execFileSync(media.toolchain.ffprobe?.path ?? '', [
      ...['-v', 'error', '-show_entries', 'stream=codec_name,width,height:format=duration', '-of', 'csv=p=0', video],
    ]).toString();
    expect(said).toContain('h264,640,320');
    expect(Number(said.trim().split('\n').at(-1))).toBeCloseTo(10, 1);
  });
});

describe('a card that is fed', () => {
  const feed = (part: Partial<CardFeedFields> = {}): CardFeedFields => ({
    ...{ name: 'Agenda', source: { kind: 'url', format: 'json', url: 'http://agenda.example/' }, rowsAt: 'acara' },
    ...{
      mapping: { title: 'judul', date: 'tanggal', time: 'jam' },
      everyMinutes: 1,
      staleAfterMinutes: 60,
      whenStale: 'hide',
    },
    ...part,
  });
  const fresh = (judul: string): Fetched => {
    const tanggal = new Date(on.clock.now() + DAY_MS * 2).toISOString().slice(0, 10);
    const text = JSON.stringify({ acara: [{ judul, tanggal, jam: '19.30' }] });
    return { kind: 'fresh', text, etag: null, lastModified: null };
  };
  const entries = (id: string) => {
    const fields = cardNow(id).published?.drawing.fields;
    return fields?.template === 'agenda' ? fields.entries.map(({ title }) => title) : [];
  };
  const agenda = { ...SAMPLES.agenda, entries: [] };

  it('follows its feed, keeps the last good rows when it fails, hides when they are old and comes back', async () => {
    answer = fresh('Rapat paripurna');
    const { id: feedId } = (await cards.handlers.cardFeeds.create(feed(), CALLER)) as { id: string };
    await eventually(() => expect(on.store.get('cardFeedState', feedId)?.rows).toHaveLength(1));
    const { card, asset } = await published(agenda, { feedId });
    expect(entries(card.id)).toEqual(['Rapat paripurna']);
    answer = fresh('Pasar murah');
    on.clock.ahead += 2 * 60_000;
    await eventually(() => expect(entries(card.id)).toEqual(['Pasar murah']));
    answer = { kind: 'failed', because: { code: 'feed.unreachable', params: {} } };
    on.clock.ahead += 30 * 60_000;
    await eventually(() =>
      expect(on.store.get('cardFeedState', feedId)?.failure).toMatchObject({ code: 'feed.unreachable' }),
    );
    expect(entries(card.id)).toEqual(['Pasar murah']);
    on.clock.ahead += 61 * 60_000;
    await eventually(() => expect(cardNow(card.id).hidden).not.toBeNull());
    const today = new Date(on.clock.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect((on.asset(asset.id).validTo ?? '9') < today).toBe(true);
    answer = fresh('Pasar murah');
    on.clock.ahead += 2 * 60_000;
    await eventually(() => expect(cardNow(card.id).hidden).toBeNull());
    expect(on.asset(asset.id).validTo).toBeNull();
  });

  it('loses its approval with its feed: rows from elsewhere were approved by nobody', async () => {
    const file = (judul: string) => {
      const got = fresh(judul);
      const content = got.kind === 'fresh' ? got.text : '';
      return feed({ source: { kind: 'file', format: 'json', content } });
    };
    const made = (await cards.handlers.cardFeeds.create(file('Rapat paripurna'), CALLER)) as {
      id: string;
      rev: number;
    };
    await eventually(() => expect(on.store.get('cardFeedState', made.id)?.rows).toHaveLength(1));
    const { asset } = await published(agenda, { feedId: made.id });
    await on.library.handlers.update({ id: asset.id, rev: asset.rev, approval: 'approved' }, HEAD);
    const renamed = { ...file('Rapat paripurna'), name: 'Agenda lain' };
    const { rev } = (await cards.handlers.cardFeeds.update({ ...made, fields: renamed }, CALLER)) as { rev: number };
    expect(on.asset(asset.id).approval).toBe('approved');
    await cards.handlers.cardFeeds.update({ id: made.id, rev, fields: file('Pilih nomor 1') }, CALLER);
    expect(on.asset(asset.id)).toMatchObject({ approval: 'pending', approvedHash: null });
    await expect(on.store.undo(OPERATOR)).rejects.toMatchObject({ code: 'undoConflict' });
    expect(on.asset(asset.id)).toMatchObject({ approval: 'pending', approvedHash: null });
  });

  it('says how old its data is where it is to stay', async () => {
    answer = fresh('Rapat paripurna');
    const { id: feedId } = (await cards.handlers.cardFeeds.create(feed({ whenStale: 'sayAge' }), CALLER)) as {
      id: string;
    };
    await eventually(() => expect(on.store.get('cardFeedState', feedId)?.goodAt).not.toBeNull());
    const { card } = await published(agenda, { feedId });
    expect(card.published?.drawing.asOf).toBeNull();
    answer = { kind: 'failed', because: { code: 'feed.unreachable', params: {} } };
    on.clock.ahead += 90 * 60_000;
    await eventually(() => expect(cardNow(card.id).published?.drawing.asOf).not.toBeNull());
    expect(cardNow(card.id).hidden).toBeNull();
  });
});
