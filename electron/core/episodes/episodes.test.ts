/** Episodes on a real store with real recordings and real ffmpeg. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ulid } from 'ulid';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { made } from '../../../tests/fixtures/media';
import type { Episode } from '../../contract/records/episode';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { ALWAYS, EVERYWHERE } from '../../contract/records/rule';
import { type ItemKind, PLAIN_ITEM } from '../../contract/records/rundown-item';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { rule } from '../../domain/judge/samples';
import { createJobs, type Jobs } from '../jobs';
import { createMedia, type Media } from '../media';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, sampleAsset, samplePlay, temporaryFolder } from '../store/samples';
import { createEpisodes, type EpisodesOptions, type EpisodesRoom } from '.';
import { UNNAMED_MS } from './sweep';

const run = promisify(execFile);
const NINE = Date.parse('2026-11-22T02:00:00Z');
const [SHOW, RUNDOWN, PROGRAMME, GUEST, ASSET] = [newId(), newId(), newId(), newId(), newId()];
/** Of the show, with their lengths in seconds. */
const ITEMS: readonly (readonly [ItemKind, string, number])[] = [
  ['jingle', 'Jingle', 3],
  ['script', 'Pembuka', 4],
  ['spotBreak', 'Jeda', 5],
  ['phoneIn', 'Telepon & WA', 6],
  ['script', 'Penutup', 60],
];
const ids = ITEMS.map(() => newId());
const itemId = (place: number) => `${RUNDOWN}:${ids[place] ?? ''}`;

let now = NINE + 3_600_000;
let folder: ReturnType<typeof temporaryFolder>;
let media: Media;
let sound: string;
let store: Store;
let jobs: Jobs;
let room: EpisodesRoom;

beforeAll(async () => {
  media = await createMedia();
  const tone = 'sine=frequency=440:sample_rate=48000:duration=20';
  sound = await made('episode.webm', ['-f', 'lavfi', '-i', tone, '-c:a', 'libopus', '-b:a', '96k', '-f', 'webm']);
});

async function open(log: EpisodesOptions['log'] = quiet) {
  store = await openStore({ dir: folder.dir, clock: { now: () => now }, log: quiet });
  jobs = createJobs({ store, clock: { now: () => now }, log: quiet });
  const recordingFile = ({ file }: { file: string }) => join(folder.dir, 'recordings', file);
  const need = { store, clock: { now: () => now }, log, jobs, media, dataDir: folder.dir, recordingFile };
  room = createEpisodes(need);
  room.start();
}
async function close() {
  room.stop();
  await jobs.stop();
  await store.close();
}
beforeEach(async () => {
  now = NINE + 3_600_000;
  folder = temporaryFolder();
  await open();
  await seed();
});
afterEach(async () => {
  await close();
  folder.remove();
});

const put = (change: Parameters<typeof store.commit>[1]) =>
  store.commit({ command: 'tests.seed', actor: operator, audited: false }, change);

/** On air from nine; recorded from its first second to its twentieth. */
async function seed() {
  // Not `newId`, which never goes back behind what another test made it count to.
  const id = ulid(NINE);
  const file = `${id}.webm`;
  mkdirSync(dirname(join(folder.dir, 'recordings', file)), { recursive: true });
  copyFileSync(sound, join(folder.dir, 'recordings', file));
  const end = NINE + ITEMS.reduce((sum, [, , seconds]) => sum + seconds * 1000, 0);
  await put((tx) => {
    tx.put('programme', {
      ...{ id: PROGRAMME, rev: 0, name: 'Ruang Pemilih', description: 'Bincang pemilu', weekdays: [] },
      ...{ startsAt: '09:00:00', lengthMs: 1, presenterIds: [], jingles: [], template: [], createdAt: 1, updatedAt: 1 },
    });
    tx.put('guest', {
      ...{ id: GUEST, rev: 0, name: 'Ibu Sari', position: 'Anggota', agency: 'KPU', phone: '0812', email: 's@kpu.id' },
      ...{ consent: { given: false, on: null }, notes: 'jemput', keepUntil: null, createdAt: 1 },
    });
    tx.put('rundown', {
      ...{ id: RUNDOWN, rev: 0, programmeId: PROGRAMME, name: 'Cek DPT', date: '2026-11-22', startsAt: '09:00:00' },
      ...{
        zone: 'Asia/Jakarta',
        lengthMs: 1,
        presenterIds: [],
        status: 'draft',
        questions: [],
        research: '',
        links: [],
      },
      ...{ guests: [{ key: GUEST, guestId: GUEST, arrival: null, arrived: true }] },
      ...{ createdAt: 1, createdBy: 'x', updatedAt: 1 },
    });
    tx.put('show', {
      ...{
        id: SHOW,
        rev: 0,
        rundownId: RUNDOWN,
        rundownName: 'Cek DPT',
        rehearsal: false,
        shiftMs: 0,
        state: 'ended',
        mode: 'hand',
      },
      ...{ plannedStart: NINE, plannedEnd: null, startedAt: NINE, endedAt: end, current: null, skipped: [] },
      ...{ lengths: {}, turn: 9, signature: null },
    });
    let at = NINE;
    for (const [place, [kind, title, seconds]] of ITEMS.entries()) {
      tx.put('rundownItem', {
        ...{ ...PLAIN_ITEM, id: itemId(place), rev: 0, rundownId: RUNDOWN, parentId: null, order: `a${place}`, kind },
        ...{ title, guestKeys: title === 'Penutup' ? [GUEST] : [], updatedAt: 1, updatedBy: 'x' },
      });
      tx.put('step', {
        ...{ id: itemId(place), rev: 0, showId: SHOW, rundownId: RUNDOWN, itemId: itemId(place), kind, title },
        ...{ plannedStart: null, plannedMs: 0, agreedMs: null, startedAt: at, endedAt: at + seconds * 1000, heldMs: 0 },
        ...{ outcome: 'aired', why: '', source: 'hand', by: 'x' },
      });
      at += seconds * 1000;
    }
    tx.put('recording', {
      ...{ id, rev: 0, showId: SHOW, name: 'Cek DPT', input: 'Mixer', startedAt: NINE, endedAt: NINE + 20_000, file },
      ...{ heardUntil: NINE + 20_000, chunks: 4, lost: 0, bytes: 9, hash: 'a'.repeat(64), durationMs: 20_000 },
      ...{ silence: 0, state: 'kept', closedBy: 'page', checkedAt: 1, check: null, keepUntil: 1 },
    });
  });
}

const words = { title: 'Cek DPT & "kita"', description: 'Narasumber: Ibu Sari' };
const make = (places: readonly number[], by = caller) =>
  room.handlers.make({ showId: SHOW, episodes: [{ ...words, stepIds: places.map(itemId) }] }, by);
const get = (id: string) => store.get('episode', id) as Episode;
const settled = (id: string) =>
  vi.waitFor(() => expect(['ready', 'failed']).toContain(get(id).state), { timeout: 60_000, interval: 30 });
async function ready(places: readonly number[]) {
  const [{ id } = { id: '' }] = await make(places);
  jobs.start();
  await settled(id);
  const episode = get(id);
  if (episode.state !== 'ready') throw new Error(JSON.stringify(episode));
  return episode;
}
const fileOf = (id: string) => room.podcast.audio(id)?.path ?? '';
const codes = (fault: { data: { details: { code: string }[] } }) => fault.data.details.map(({ code }) => code);
const openPodcast = (address: string | null = null) =>
  put((tx) => tx.put('settings', { ...DEFAULT_SETTINGS, podcast: { open: true, address } }));

describe('what is offered', () => {
  it('is what was on air, with talk chosen and what was not recorded refused; of guests no contact', async () => {
    const offer = await room.handlers.offer({ showId: SHOW }, caller);
    expect(offer.items.map(({ title, talk, because }) => [title, talk, because.map(({ code }) => code)])).toEqual([
      ['Jingle', false, []],
      ['Pembuka', true, []],
      ['Jeda', false, []],
      ['Telepon & WA', true, []],
      ['Penutup', false, ['episode.tooMuchMissing']],
    ]);
    expect(offer).toMatchObject({ programme: { name: 'Ruang Pemilih' }, rundownName: 'Cek DPT', date: '2026-11-22' });
    expect(offer.guests).toEqual([
      { name: 'Ibu Sari', position: 'Anggota', agency: 'KPU', consent: false, stepIds: [itemId(4)] },
    ]);
    expect(JSON.stringify(offer)).not.toMatch(/0812|kpu\.id|jemput/);
  });

  it('takes a guest who stands in no item to be heard in any', async () => {
    await put((tx) => tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(4))), guestKeys: [] }));
    const { guests, items } = await room.handlers.offer({ showId: SHOW }, caller);
    expect(guests).toMatchObject([{ stepIds: ITEMS.map((_, place) => itemId(place)) }]);
    // As who has not agreed they take no item from the proposal: which one they are in nobody has said.
    expect(items.map(({ warnings }) => warnings)).toEqual(ITEMS.map(() => []));
    await make([1]);
    const [shown] = await room.handlers.of({ showId: SHOW }, caller);
    expect(shown?.withheld).toMatchObject([{ code: 'episode.noConsent', params: { name: 'Ibu Sari' } }]);
  });

  it('is nothing of a rehearsal, nor while it is on air', async () => {
    const change = (part: object) => put((tx) => tx.put('show', { ...must(tx.get('show', SHOW)), ...part }));
    await change({ state: 'onAir' });
    expect(codes(await refused(() => room.handlers.offer({ showId: SHOW }, caller)))).toEqual(['episode.stillOnAir']);
    await change({ state: 'ended', rehearsal: true });
    expect(codes(await refused(() => make([1])))).toEqual(['episode.rehearsal']);
  });
});

describe('an episode', { timeout: 120_000 }, () => {
  it('is made of the chosen items in their order, with chapters, its hash and length as they are on the disk', async () => {
    const episode = await ready([3, 1, 3]);
    expect(episode).toMatchObject({ title: words.title, album: 'Ruang Pemilih', taggedTitle: words.title });
    expect(episode.chapters).toEqual([
      { title: 'Pembuka', startMs: 0 },
      { title: 'Telepon & WA', startMs: 4000 },
    ]);
    expect(Math.abs(episode.durationMs - 10_000)).toBeLessThan(50);
    expect(episode.loudnessLufs).toBeCloseTo(-16, 0);
    const bytes = readFileSync(fileOf(episode.id));
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([episode.bytes, episode.hash]);
    expect(await tagsOf(fileOf(episode.id))).toMatchObject({
      ...{ title: words.title, artist: 'Suar', album: 'Ruang Pemilih', date: '2026-11-22' },
    });
  });

  it('is refused whole where one item may not be published: not recorded, not there, its material without leave', async () => {
    expect(codes(await refused(() => make([1, 4])))).toEqual(['episode.tooMuchMissing']);
    const stranger = { showId: SHOW, episodes: [{ ...words, stepIds: [`${RUNDOWN}:${newId()}`] }] };
    expect(codes(await refused(() => room.handlers.make(stranger, caller)))).toEqual(['episode.noSuchItem']);
    await put((tx) => tx.put('asset', sampleAsset({ id: ASSET, name: 'Spot rahasia', approval: 'pending' })));
    const during = { startedAt: NINE + 3500, endedAt: NINE + 5000 };
    store.plays.add([samplePlay({ displayId: RADIO_CHANNEL_ID, assetId: ASSET, ...during })]);
    const failure = await refused(() => make([1, 3]));
    expect(failure.data.details).toEqual([{ code: 'episode.notApproved', params: { asset: 'Spot rahasia' } }]);
    expect(await room.handlers.of({ showId: SHOW }, caller)).toEqual([]);
    expect((await make([3])).length).toBe(1);
  });

  it('is made anew after the station died in the middle', async () => {
    const [{ id } = { id: '' }] = await make([1]);
    await close();
    await open();
    jobs.start();
    await settled(id);
    expect(get(id).state).toBe('ready');
  });

  it('that failed says why, and is made when a person asks and its recording is back', async () => {
    const recordings = join(folder.dir, 'recordings');
    const [name = ''] = await readdir(recordings);
    rmSync(join(recordings, name));
    const [{ id } = { id: '' }] = await make([1]);
    jobs.start();
    await settled(id);
    expect(get(id)).toMatchObject({ state: 'failed', failure: { code: 'episode.recordingGone' } });
    expect(room.podcast.audio(id)).toBeNull();
    copyFileSync(sound, join(recordings, name));
    expect(await room.handlers.retry({ id }, caller)).toMatchObject({ state: 'making' });
    await settled(id);
    expect(get(id).state).toBe('ready');
  });

  it('takes another title into its file, also back again', async () => {
    const { id, hash } = await ready([1]);
    const titled = (title: string) =>
      vi.waitFor(() => expect(get(id)).toMatchObject({ state: 'ready', title, taggedTitle: title }), 60_000);
    await room.handlers.update({ id, rev: get(id).rev, words: { ...words, title: 'Judul baru' } }, caller);
    await titled('Judul baru');
    expect(get(id)).not.toMatchObject({ hash });
    expect(await tagsOf(fileOf(id))).toMatchObject({ title: 'Judul baru' });
    await store.undo(operator);
    await titled(words.title);
    expect(await tagsOf(fileOf(id))).toMatchObject({ title: words.title });
  });

  it('that is removed can be brought back; its file goes a week later, and is then made anew', async () => {
    const { id } = await ready([1]);
    const path = fileOf(id);
    await room.handlers.remove({ id }, caller);
    await room.sweep();
    await store.undo(operator);
    expect([get(id).state, fileOf(id)]).toEqual(['ready', path]);
    await room.handlers.remove({ id }, caller);
    now += UNNAMED_MS + 1000;
    await room.sweep();
    expect(existsSync(path)).toBe(false);
    await store.undo(operator);
    await vi.waitFor(() => expect(get(id).state).toBe('making'), 60_000);
    await settled(id);
    expect(existsSync(fileOf(id))).toBe(true);
  });

  it('that is old keeps its file for a week from its removal, also where its recording is gone', async () => {
    const { id } = await ready([1]);
    const path = fileOf(id);
    const [name = ''] = await readdir(join(folder.dir, 'recordings'));
    rmSync(join(folder.dir, 'recordings', name));
    const long = new Date(now - 10 * UNNAMED_MS);
    utimesSync(path, long, long);
    await room.handlers.remove({ id }, caller);
    await vi.waitFor(() => expect(statSync(path).mtimeMs).toBe(now), 60_000);
    await room.sweep();
    await store.undo(operator);
    expect([get(id).state, existsSync(path)]).toEqual(['ready', true]);
    // Named all the time: as a station that runs for months, and one whose process dies in the middle of the removal.
    now += 10 * UNNAMED_MS;
    await room.sweep();
    room.stop();
    await room.handlers.remove({ id }, caller);
    now += UNNAMED_MS - 1000;
    await room.sweep();
    expect(existsSync(path)).toBe(true);
    now += 2000;
    await room.sweep();
    expect(existsSync(path)).toBe(false);
  });

  it('whose file cannot be looked at is not taken for lost', async () => {
    const { id, hash } = await ready([1]);
    const path = fileOf(id);
    await close();
    renameSync(path, `${path}.aside`);
    // Whoever asks is told ELOOP, as of a faulty disk EIO.
    symlinkSync(path, path);
    const warned = new Promise<void>((done) => {
      void open({ ...quiet, warn: () => done() });
    });
    await warned;
    expect([get(id), jobs.unfinishedFor(null)]).toMatchObject([{ state: 'ready', hash }, []]);
    rmSync(path);
    renameSync(`${path}.aside`, path);
  });
});

describe('the podcast', { timeout: 120_000 }, () => {
  it('is open to nobody until it is switched on', async () => {
    const { id, bytes } = await ready([1]);
    expect([room.podcast.openFeed(PROGRAMME), room.podcast.openAudio(id)]).toEqual([null, null]);
    expect(room.podcast.feed(PROGRAMME)).toContain(`<enclosure url="${id}.m4a" length="${bytes}"`);
    await openPodcast();
    expect(room.podcast.openAudio(id)).toMatchObject({ bytes, mime: 'audio/mp4' });
    expect(room.podcast.openFeed(PROGRAMME)).toContain(`url="../${id}.m4a"`);
    expect(room.podcast.openFeed(newId())).toBeNull();
    await openPodcast('https://radio.go.id/siniar');
    expect(room.podcast.openFeed(PROGRAMME)).toContain(`url="https://radio.go.id/siniar/${id}.m4a"`);
  });

  const approvedAsset = () => {
    const asset = sampleAsset({ id: ASSET, approval: 'approved' });
    return { ...asset, approvedHash: asset.hash };
  };

  it('holds back what a lock keeps off while it stands, and brings it again after it', async () => {
    const day = new Date(now).toISOString().slice(0, 10);
    const lock = rule(1, { does: { kind: 'lock' }, time: { ...ALWAYS, from: day, to: day } });
    await put((tx) => {
      tx.put('asset', { ...approvedAsset(), category: 'Kesehatan' });
      tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), attachments: [ASSET] });
    });
    const { id } = await ready([1]);
    await openPodcast();
    expect(room.podcast.openAudio(id)).not.toBeNull();
    await put((tx) => tx.put('rule', lock));
    expect(room.podcast.openAudio(id)).toBeNull();
    expect(room.podcast.openFeed(PROGRAMME)).not.toContain(id);
    const [shown] = await room.handlers.of({ showId: SHOW }, caller);
    expect(shown?.withheld).toMatchObject([{ code: 'judge.locked' }]);
    now += DAY_MS;
    expect(room.podcast.openAudio(id)).not.toBeNull();
  });

  it('holds back what has lost its leave since', async () => {
    await put((tx) => {
      tx.put('asset', approvedAsset());
      tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), attachments: [ASSET] });
    });
    const { id } = await ready([1]);
    await openPodcast();
    expect(room.podcast.openAudio(id)).not.toBeNull();
    await put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), approval: 'rejected' }));
    expect(room.podcast.openAudio(id)).toBeNull();
    expect(room.podcast.openFeed(PROGRAMME)).not.toContain(id);
    expect(room.podcast.feed(PROGRAMME)).not.toContain(id);
    const [shown] = await room.handlers.of({ showId: SHOW }, caller);
    expect(shown?.withheld).toMatchObject([{ code: 'episode.notApproved' }]);
  });

  it('holds back what the rules keep off a feed at this moment, and what is no longer valid', async () => {
    await put((tx) => {
      tx.put('asset', { ...approvedAsset(), category: 'Iklan kampanye' });
      tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), attachments: [ASSET] });
    });
    const { id } = await ready([1]);
    await openPodcast();
    expect(room.podcast.openAudio(id)).not.toBeNull();
    const scope = { ...EVERYWHERE, categories: ['Iklan kampanye'], channels: ['feed' as const] };
    await put((tx) => tx.put('rule', rule(1, { scope })));
    expect([await withheld(id), room.podcast.openAudio(id)]).toEqual([['judge.refused'], null]);
    await put((tx) => tx.remove('rule', rule(1, {}).id));
    expect(await withheld(id)).toEqual([]);
    await put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), validTo: '2020-01-01' }));
    expect([await withheld(id), room.podcast.openFeed(PROGRAMME)?.includes(id)]).toEqual([['judge.expired'], false]);
  });

  /** As the library does: thrown away, looked at by the station meanwhile, deleted for good. */
  async function purge() {
    await put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), trashedAt: now }));
    await room.sweep();
    await put((tx) => tx.remove('asset', ASSET));
  }

  it('holds back what lies in the bin, and not for good what was approved until it was deleted', async () => {
    await put((tx) => {
      tx.put('asset', approvedAsset());
      tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), attachments: [ASSET] });
    });
    const { id } = await ready([1]);
    await openPodcast();
    await put((tx) => tx.put('asset', { ...must(tx.get('asset', ASSET)), trashedAt: now }));
    expect(await withheld(id)).toEqual(['episode.binned']);
    expect(room.podcast.openAudio(id)).toBeNull();
    await purge();
    expect(await withheld(id)).toEqual([]);
    expect(room.podcast.openFeed(PROGRAMME)).toContain(id);
    await put((tx) => tx.put('asset', sampleAsset({ id: ASSET, approval: 'rejected' })));
    await purge();
    expect(await withheld(id)).toEqual(['episode.deletedWithoutLeave']);
    expect(room.podcast.openAudio(id)).toBeNull();
  });

  it('holds back whose guest takes consent back, also once they are deleted', async () => {
    const consent = (given: boolean) =>
      put((tx) => tx.put('guest', { ...must(tx.get('guest', GUEST)), consent: { given, on: null } }));
    await put((tx) => tx.put('rundownItem', { ...must(tx.get('rundownItem', itemId(1))), guestKeys: [GUEST] }));
    await consent(true);
    const { id } = await ready([1, 3]);
    await openPodcast();
    expect(room.podcast.openAudio(id)).not.toBeNull();
    await consent(false);
    expect(await withheld(id)).toEqual(['episode.noConsent']);
    expect([room.podcast.openAudio(id), room.podcast.feed(PROGRAMME).includes(id)]).toEqual([null, false]);
    await vi.waitFor(() => expect(get(id).lacking).toEqual([GUEST]), 60_000);
    await consent(true);
    expect(room.podcast.openFeed(PROGRAMME)).toContain(id);
    await consent(false);
    await vi.waitFor(() => expect(get(id).lacking).toEqual([GUEST]), 60_000);
    await put((tx) => tx.remove('guest', GUEST));
    expect(await withheld(id)).toEqual(['episode.deletedWithoutLeave']);
  });
});

async function withheld(id: string): Promise<string[]> {
  const shown = (await room.handlers.of({ showId: SHOW }, caller)).find(({ episode }) => episode.id === id);
  return must(shown).withheld.map(({ code }) => code);
}

async function tagsOf(path: string): Promise<Record<string, string>> {
  const probe = ['-v', 'error', '-show_entries', 'format_tags', '-of', 'json', path];
  return JSON.parse((await run(process.env.FFPROBE_BIN ?? 'ffprobe', probe)).stdout).format.tags;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there');
  return value;
}
