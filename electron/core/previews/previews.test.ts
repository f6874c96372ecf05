/** Comments, captions, links and contact sheets on a real store with real ffmpeg. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conformingClip, made } from '../../../tests/fixtures/media';
import type { Caller } from '../../contract/api/handlers';
import type { ProbedAsset } from '../../contract/records/asset';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import type { Role } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { video } from '../../domain/compile-fixtures';
import { createMedia, type Media } from '../media';
import { jpegSize } from '../media/jpeg';
import { insides } from '../rundown-files/papers/insides';
import { openStore, type Store } from '../store';
import { caller, operator, putAsset, quiet, refused, sampleDisplay, temporaryFolder } from '../store/samples';
import { createAttempts } from '../users/attempts';
import { createPreviews, type PreviewsRoom } from '.';

const work = { signal: new AbortController().signal, progress: () => {} };
const HASH = 'ab'.repeat(32);
const START = Date.parse('2026-11-23T02:00:00Z');

let now = START;
let media: Media;
let clip: string;
let asset: ProbedAsset;
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let room: PreviewsRoom;
let files: Record<string, string>;

beforeAll(async () => {
  media = await createMedia();
  clip = await conformingClip({ seconds: 3, width: 320, height: 160 });
  const probe = await media.probe(clip, 'clip.mp4', work);
  asset = { ...video(1, 3000, { hash: HASH }), probe };
});
beforeEach(async () => {
  now = START;
  folder = temporaryFolder();
  files = {
    [HASH]: clip,
    ...Object.fromEntries(asset.renditions.map((each) => ['hash' in each ? each.hash : '', clip])),
  };
  store = await openStore({ dir: folder.dir, clock: { now: () => now }, log: quiet });
  const clock = { now: () => now };
  const file = (hash: string) => {
    const path = files[hash];
    return path ? { path, bytes: 1, mime: 'video/mp4', fileName: 'clip.mp4' } : null;
  };
  room = createPreviews({ store, clock, media, file, attempts: createAttempts(clock), dataDir: folder.dir });
  await seed(asset);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const later = (ms: number) => {
  now += ms;
};
const seed = (value: ProbedAsset) =>
  store.commit({ command: 'tests.seed', actor: operator, audited: false }, (tx) => putAsset(tx, value));
const by = (id: string, role: Role): Caller => ({ ...caller, role, actor: { kind: 'user', id, name: `Orang ${id}` } });
const viewer = by('V1', 'viewer');
const say = (text: string, who = viewer, atMs = 1000) =>
  room.handlers.comment({ assetId: asset.id, hash: HASH, atMs, place: { x: 0.25, y: 0.5 }, text }, who);
const reasonOf = async (run: () => unknown) => {
  const { code, data } = await refused(run);
  return [code, data.details[0]?.code];
};

describe('a comment', () => {
  it('is written by a viewer and closed by its author or the desk, by nobody else', async () => {
    const { id } = await say('Logo terpotong');
    expect(await reasonOf(() => room.handlers.resolve({ id, resolved: true }, by('V2', 'viewer')))).toEqual([
      'notAllowed',
      'preview.notYours',
    ]);
    expect(await room.handlers.resolve({ id, resolved: true }, viewer)).toMatchObject({ resolvedBy: 'Orang V1' });
    expect(await room.handlers.resolve({ id, resolved: false }, by('O1', 'operator'))).toMatchObject({
      resolvedAt: null,
    });
    await room.handlers.reply({ id, text: 'Sudah diperbaiki' }, by('P1', 'producer'));
    const [held] = await room.handlers.comments({ assetId: asset.id }, viewer);
    expect(held).toMatchObject({ place: { x: 0.25, y: 0.5 }, atMs: 1000, replies: [{ text: 'Sudah diperbaiki' }] });
    await room.handlers.removeComment({ id }, viewer);
    expect(await room.handlers.comments({ assetId: asset.id }, viewer)).toEqual([]);
    await store.undo(viewer.actor);
    expect(await room.handlers.comments({ assetId: asset.id }, viewer)).toHaveLength(1);
  });

  it('belongs to the content that was looked at', async () => {
    await say('Versi lama');
    await seed({ ...asset, hash: 'ef'.repeat(32) });
    expect((await refused(() => say('Terlambat'))).code).toBe('stale');
    expect(await room.handlers.comments({ assetId: asset.id }, viewer)).toMatchObject([{ hash: HASH }]);
  });

  it('is never later than the clip', async () => {
    expect(await say('Akhir', viewer, 99_000)).toMatchObject({ atMs: asset.probe.durationMs });
  });

  it('is a line of a CSV with its time code, and a formula in it is none', async () => {
    await say('=HYPERLINK("x")', viewer, 1040);
    let text = '';
    const { name, rows } = room.commentsCsv(asset.id, 'id');
    for await (const piece of rows) text += piece;
    expect(name).toBe('Komentar Clip 1.csv');
    expect(text).toContain('Kode waktu');
    expect(text).toContain('00:00:01:01;25 % / 50 %');
    expect(text).toContain("'=HYPERLINK");
  });
});

describe('captions', () => {
  const VTT = 'WEBVTT\n\n00:00.500 --> 00:01.500\nKuras bak mandi\n';

  it('are taken out of the file itself', async () => {
    const lines = join(folder.dir, 'lines.srt');
    await writeFile(lines, '1\n00:00:00,500 --> 00:00:01,500\nAyo ke TPS\n');
    files[HASH] = await made('captioned.mkv', [
      ...['-i', clip, '-i', lines, '-map', '0', '-map', '1', '-c', 'copy', '-metadata:s:s:0', 'language=ind'],
      ...['-f', 'matroska'],
    ]);
    const [track] = await room.handlers.captions({ assetId: asset.id }, viewer);
    expect(track).toMatchObject({ id: 'stream-2', language: 'ind', own: true });
    const cues = await room.handlers.cues({ assetId: asset.id, track: 'stream-2' }, viewer);
    expect(cues).toEqual([{ startMs: 500, endMs: 1500, text: 'Ayo ke TPS' }]);
    expect((await refused(() => room.handlers.cues({ assetId: asset.id, track: 'stream-0' }, viewer))).code).toBe(
      'notFound',
    );
  });

  it('are brought beside it, and refused where there are none', async () => {
    const attach = (text: string) =>
      room.handlers.attachCaptions({ assetId: asset.id, name: 'dbd.vtt', language: 'id', text }, caller);
    expect(await reasonOf(() => attach('bukan takarir'))).toEqual(['invalidInput', 'preview.noCaptions']);
    const { id, count } = await attach(VTT);
    expect(count).toBe(1);
    expect(await room.handlers.captions({ assetId: asset.id }, viewer)).toMatchObject([
      { id, own: false, earlier: false },
    ]);
    expect(await room.handlers.cues({ assetId: asset.id, track: id }, viewer)).toMatchObject([
      { text: 'Kuras bak mandi' },
    ]);
  });
});

describe('a link', () => {
  const codeOf = ({ path }: { path: string }) => path.replace('/see/', '');
  const link = async (displayId: string | null = null, days = 7) =>
    room.handlers.makeLink({ assetId: asset.id, displayId, days }, caller);

  it('shows its clip on its panel, keeps no code, and counts how often it was opened', async () => {
    const display = sampleDisplay({ pitchMm: 10, viewingM: 40 });
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('display', display));
    const made = await link(display.id);
    expect(JSON.stringify(await room.handlers.links({ assetId: asset.id }, viewer))).not.toMatch(/codeHash/);
    expect(made.path).toMatch(/^\/see\/[\w-]{43}$/);
    expect(JSON.stringify(store.timed.where('previewLink', 'assetId', asset.id))).not.toContain(codeOf(made));
    const about = await room.see.about(codeOf(made), 'a', false);
    expect(about).toMatchObject({ name: asset.name, panel: { name: display.name, pitchMm: 10, viewingM: 40 } });
    expect(room.see.clip(codeOf(made), 'a')).toMatchObject({ hash: about.hash, fileName: null });
    // The page stays open and asks whether it still may show it.
    later(60_000);
    await room.see.about(codeOf(made), 'a', true);
    const { links } = await room.handlers.links({ assetId: asset.id }, viewer);
    expect(links).toMatchObject([{ opened: 1, openedAt: START }]);
  });

  it.each([
    ['preview.linkOver', async () => later(7 * DAY_MS)],
    ['preview.clipReplaced', async () => void (await seed({ ...asset, hash: 'ef'.repeat(32) }))],
    ['preview.clipGone', async () => void (await seed({ ...asset, trashedAt: 5 }))],
    ['preview.clipWithheld', async () => void (await seed({ ...asset, approval: 'rejected' }))],
    ['preview.clipWithheld', async () => void (await seed({ ...asset, ppid: 'exempt' }))],
    ['preview.clipWithheld', async () => void (await seed({ ...asset, recalledAt: 5 }))],
  ])('shows nothing any more: %s', async (why, turn) => {
    const code = codeOf(await link());
    expect(room.see.clip(code, 'a').hash).toBeDefined();
    expect(room.see.still(code)).toBe(true);
    await turn();
    expect(room.see.still(code)).toBe(false);
    expect(await reasonOf(() => room.see.about(code, 'a', false))).toEqual(['refused', why]);
    expect(await reasonOf(() => room.see.clip(code, 'a'))).toEqual(['refused', why]);
  });

  it('names the office where it shows nothing', async () => {
    const letterhead = { lines: [], address: 'Jl. Alun-alun 1, telp. (0291) 5550 112' };
    await store.commit({ command: 'tests.seed', actor: operator, audited: false }, (tx) =>
      tx.put('settings', { ...DEFAULT_SETTINGS, stationName: 'Media Center Tirtaraya', letterhead }),
    );
    const office = { station: 'Media Center Tirtaraya', address: letterhead.address };
    const made = await link();
    await room.handlers.revokeLink({ id: made.link.id }, caller);
    for (const code of [codeOf(made), 'x'.repeat(43)])
      expect((await refused(() => room.see.about(code, 'a', false))).data.params).toEqual(office);
  });

  it('is over at once where it is revoked', async () => {
    const made = await link();
    await room.handlers.revokeLink({ id: made.link.id }, caller);
    expect(await reasonOf(() => room.see.clip(codeOf(made), 'a'))).toEqual(['refused', 'preview.linkRevoked']);
  });

  it.each([
    ['judge.exempt', { ppid: 'exempt' as const }],
    ['judge.rejected', { approval: 'rejected' as const }],
    ['judge.recalled', { recalledAt: 5 }],
  ])('cannot be made of material without leave: %s', async (why, part) => {
    await seed({ ...asset, ...part });
    expect(await reasonOf(() => link())).toEqual(['refused', why]);
    expect(store.timed.where('previewLink', 'assetId', asset.id)).toEqual([]);
  });

  it('shows nothing of content that is exempt under another name', async () => {
    const code = codeOf(await link());
    await seed({ ...video(2, 3000, { hash: HASH, ppid: 'exempt' }), probe: asset.probe });
    expect(await reasonOf(() => room.see.clip(code, 'a'))).toEqual(['refused', 'preview.clipWithheld']);
  });

  it('may show what still waits for approval: its agency is to see it first', async () => {
    await seed({ ...asset, approval: 'pending' });
    expect(room.see.clip(codeOf(await link()), 'a').hash).toBeDefined();
  });

  it('is not found by guessing: ten wrong codes from one address have to wait', async () => {
    const code = codeOf(await link());
    for (let n = 0; n < 10; n++)
      expect((await refused(() => room.see.clip(`${newId()}`, 'b'))).code).toBe('codeUnknown');
    expect((await refused(() => room.see.clip(code, 'b'))).code).toBe('tooManyAttempts');
    expect(room.see.clip(code, 'c').hash).toBeDefined();
  });
});

/** A check of this very file that found one fault. */
const found = (kind: 'black', fromMs: number, toMs: number) =>
  store.commit({ command: 'tests.seed', actor: operator, audited: false }, (tx) =>
    tx.put('qualityReport', {
      ...{
        id: asset.id,
        rev: 0,
        hash: HASH,
        state: 'done',
        askedAt: START,
        checkedAt: START,
        more: 0,
        limits: null,
        measured: null,
      },
      ...{ failure: null, mendings: [] },
      findings: [
        {
          ...{ id: kind, kind, severity: 'error', fromMs, toMs, picture: null, box: null, repair: null },
          ...{ because: { code: 'quality.black', params: {} }, todo: { code: 'mending.cut', params: {} } },
        },
      ],
    }),
  );

describe('a contact sheet', () => {
  it('is made of nothing that is exempt, and its comments go into no file', async () => {
    await seed({ ...asset, ppid: 'exempt' });
    expect(await reasonOf(() => room.contactSheet(asset.id, 'id'))).toEqual(['refused', 'judge.exempt']);
    expect(await reasonOf(() => room.commentsCsv(asset.id, 'id'))).toEqual(['refused', 'judge.exempt']);
  });

  it('has a still for each second and each comment', { timeout: 60_000 }, async () => {
    await say('Logo terpotong', viewer, 1240);
    const { name, bytes } = await room.contactSheet(asset.id, 'id');
    expect(name).toBe('Lembar kontak Clip 1.pdf');
    const text = insides(bytes);
    expect(text.match(/\/Subtype \/Image/g)?.length).toBe(4);
    await found('black', 2040, 2400);
    const again = insides((await room.contactSheet(asset.id, 'id')).bytes);
    expect(again.match(/\/Subtype \/Image/g)?.length).toBe(5);
  });

  it('shows the very frame', async () => {
    // Number and colour of the frame are in its picture: the first half of the clip is red, the other blue.
    const two = await made('two-colours.mp4', [
      ...['-f', 'lavfi', '-i', 'color=red:s=64x64:r=25:d=1', '-f', 'lavfi', '-i', 'color=blue:s=64x64:r=25:d=1'],
      ...['-filter_complex', 'concat=n=2', '-c:v', 'libx264', '-g', '250', '-pix_fmt', 'yuv420p', '-f', 'mp4'],
    ]);
    const probe = await media.probe(two, 'two.mp4', work);
    const at = async (atMs: number) => {
      const order = { source: two, probe, atMs, width: 64, target: join(folder.dir, 'still.jpg') };
      return media.stillAt(order, work);
    };
    const [before, after, beyond] = [await at(990), await at(1010), await at(5000)];
    expect(before && jpegSize(before)).toEqual({ width: 64, height: 64 });
    expect(Buffer.compare(before ?? new Uint8Array(), after ?? new Uint8Array())).not.toBe(0);
    expect(Buffer.compare((await at(500)) ?? new Uint8Array(), before ?? new Uint8Array())).toBe(0);
    expect(beyond && jpegSize(beyond)).toEqual({ width: 64, height: 64 });
  });
});
