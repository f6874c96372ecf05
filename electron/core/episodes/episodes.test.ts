/** Episodes made of real recordings by real ffmpeg, kept and thrown away. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ASSET, freshEpisodes, NINE, RUNDOWN, SHOW, words } from '../../../tests/fixtures/episodes';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { eventually } from '../../../tests/lib/eventually';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { newId } from '../../contract/ulid';
import { caller, operator, quiet, refused, sampleAsset, samplePlay } from '../store/samples';
import { UNNAMED_MS } from './sweep';

const run = promisify(execFile);
const on = freshEpisodes();

describe('an episode', { timeout: 120_000 }, () => {
  it('is made of the chosen items in their order, with chapters, its hash and length as they are on the disk', async () => {
    const episode = await on.ready([3, 1, 3]);
    expect(episode).toMatchObject({ title: words.title, album: 'Ruang Pemilih', taggedTitle: words.title });
    expect(episode.chapters).toEqual([
      { title: 'Pembuka', startMs: 0 },
      { title: 'Telepon & WA', startMs: 4000 },
    ]);
    expect(Math.abs(episode.durationMs - 10_000)).toBeLessThan(50);
    expect(episode.loudnessLufs).toBeCloseTo(-16, 0);
    const bytes = readFileSync(on.fileOf(episode.id));
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([episode.bytes, episode.hash]);
    expect(await tagsOf(on.fileOf(episode.id))).toMatchObject({
      ...{ title: words.title, artist: 'Suar', album: 'Ruang Pemilih', date: '2026-11-22' },
    });
  });

  it('is refused whole where one item may not be published: not recorded, not there, its material without leave', async () => {
    expect(await reasonsOf(() => on.make([1, 4]))).toEqual(['episode.tooMuchMissing']);
    const stranger = { showId: SHOW, episodes: [{ ...words, stepIds: [`${RUNDOWN}:${newId()}`] }] };
    expect(await reasonsOf(() => on.room.handlers.make(stranger, caller))).toEqual(['episode.noSuchItem']);
    await on.put((tx) => tx.put('asset', sampleAsset({ id: ASSET, name: 'Spot rahasia', approval: 'pending' })));
    const during = { startedAt: NINE + 3500, endedAt: NINE + 5000 };
    on.store.plays.add([samplePlay({ displayId: RADIO_CHANNEL_ID, assetId: ASSET, ...during })]);
    const failure = await refused(() => on.make([1, 3]));
    expect(failure.data.details).toEqual([{ code: 'episode.notApproved', params: { asset: 'Spot rahasia' } }]);
    expect(await on.room.handlers.of({ showId: SHOW }, caller)).toEqual([]);
    expect((await on.make([3])).length).toBe(1);
  });

  it('is made anew after the station died in the middle', async () => {
    const [{ id } = { id: '' }] = await on.make([1]);
    await on.close();
    await on.open();
    on.jobs.start();
    await on.settled(id);
    expect(on.get(id).state).toBe('ready');
  });

  it('that failed says why, and is made when a person asks and its recording is back', async () => {
    const recordings = join(on.dir, 'recordings');
    const [name = ''] = await readdir(recordings);
    rmSync(join(recordings, name));
    const [{ id } = { id: '' }] = await on.make([1]);
    on.jobs.start();
    await on.settled(id);
    expect(on.get(id)).toMatchObject({ state: 'failed', failure: { code: 'episode.recordingGone' } });
    expect(on.room.podcast.audio(id)).toBeNull();
    copyFileSync(on.sound, join(recordings, name));
    expect(await on.room.handlers.retry({ id }, caller)).toMatchObject({ state: 'making' });
    await on.settled(id);
    expect(on.get(id).state).toBe('ready');
  });

  it('takes another title into its file, also back again', async () => {
    const { id, hash } = await on.ready([1]);
    const titled = (title: string) =>
      eventually(() => expect(on.get(id)).toMatchObject({ state: 'ready', title, taggedTitle: title }), 60_000);
    await on.room.handlers.update({ id, rev: on.get(id).rev, words: { ...words, title: 'Judul baru' } }, caller);
    await titled('Judul baru');
    expect(on.get(id)).not.toMatchObject({ hash });
    expect(await tagsOf(on.fileOf(id))).toMatchObject({ title: 'Judul baru' });
    await on.store.undo(operator);
    await titled(words.title);
    expect(await tagsOf(on.fileOf(id))).toMatchObject({ title: words.title });
  });

  it('that is removed can be brought back; its file goes a week later, and is then made anew', async () => {
    const { id } = await on.ready([1]);
    const path = on.fileOf(id);
    await on.room.handlers.remove({ id }, caller);
    await on.room.sweep();
    await on.store.undo(operator);
    expect([on.get(id).state, on.fileOf(id)]).toEqual(['ready', path]);
    await on.room.handlers.remove({ id }, caller);
    on.now += UNNAMED_MS + 1000;
    await on.room.sweep();
    expect(existsSync(path)).toBe(false);
    await on.store.undo(operator);
    await eventually(() => expect(on.get(id).state).toBe('making'), 60_000);
    await on.settled(id);
    expect(existsSync(on.fileOf(id))).toBe(true);
  });

  it('that is old keeps its file for a week from its removal, also where its recording is gone', async () => {
    const { id } = await on.ready([1]);
    const path = on.fileOf(id);
    const [name = ''] = await readdir(join(on.dir, 'recordings'));
    rmSync(join(on.dir, 'recordings', name));
    const long = new Date(on.now - 10 * UNNAMED_MS);
    utimesSync(path, long, long);
    await on.room.handlers.remove({ id }, caller);
    await eventually(() => expect(statSync(path).mtimeMs).toBe(on.now), 60_000);
    await on.room.sweep();
    await on.store.undo(operator);
    expect([on.get(id).state, existsSync(path)]).toEqual(['ready', true]);
    // Named all the time: as a station that runs for months, and one whose process dies in the middle of the removal.
    on.now += 10 * UNNAMED_MS;
    await on.room.sweep();
    on.room.stop();
    await on.room.handlers.remove({ id }, caller);
    on.now += UNNAMED_MS - 1000;
    await on.room.sweep();
    expect(existsSync(path)).toBe(true);
    on.now += 2000;
    await on.room.sweep();
    expect(existsSync(path)).toBe(false);
  });

  it('whose file cannot be looked at is not taken for lost', async () => {
    const { id, hash } = await on.ready([1]);
    const path = on.fileOf(id);
    await on.close();
    renameSync(path, `${path}.aside`);
    // Whoever asks is told ELOOP, as of a faulty disk EIO.
    symlinkSync(path, path);
    const warned = new Promise<void>((done) => {
      void on.open({ ...quiet, warn: () => done() });
    });
    await warned;
    expect([on.get(id), on.jobs.unfinishedFor(null)]).toMatchObject([{ state: 'ready', hash }, []]);
    rmSync(path);
    renameSync(`${path}.aside`, path);
  });
});

async function tagsOf(path: string): Promise<Record<string, string>> {
  const probe = ['-v', 'error', '-show_entries', 'format_tags', '-of', 'json', path];
  return JSON.parse((await run(process.env.FFPROBE_BIN ?? 'ffprobe', probe)).stdout).format.tags;
}
