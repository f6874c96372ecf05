/** Recordings on a real store with real ffmpeg: chunks in any order, stations that die, files that are damaged. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ulid } from 'ulid';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { made } from '../../../tests/fixtures/media';
import { eventually } from '../../../tests/lib/eventually';
import type { Alert } from '../../contract/live';
import type { Recording } from '../../contract/records/recording';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { createJobs, type Jobs } from '../jobs';
import { createMedia, type Media } from '../media';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, refused, temporaryFolder } from '../store/samples';
import { createRecordings, type RecordingsRoom } from '.';

const run = promisify(execFile);
const DAY_MS = 86_400_000;
/** 14:00 WIB. */
const TWO = Date.parse('2026-11-22T07:00:00Z');
const SECONDS = 20;
const producer = { ...caller, role: 'producer' as const };
let now = TWO;
let monotonic = 0;
const clock = { now: () => now };
let folder: ReturnType<typeof temporaryFolder>;
let media: Media;
let stream: Buffer;
let store: Store;
let jobs: Jobs;
let room: RecordingsRoom;
let alerts: Map<string, Alert>;

beforeAll(async () => {
  media = await createMedia();
  // As a page writes it: a stream without length or index. Ten seconds of tone, five of silence, five of tone.
  const sound = 'sine=frequency=440:sample_rate=48000:duration=20,volume=enable=between(t\\,10\\,15):volume=0';
  const path = await made('siaran.webm', [
    ...['-f', 'lavfi', '-i', sound, '-c:a', 'libopus', '-b:a', '96k'],
    ...['-live', '1', '-cluster_time_limit', '1000', '-f', 'webm'],
  ]);
  stream = await readFile(path);
});

async function open() {
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  const board = {
    raise: (alert: Alert) => void alerts.set(alert.id, alert),
    settle: (id: string) => void alerts.delete(id),
  };
  jobs = createJobs({ store, clock, log: quiet, alerts: board });
  const options = { store, clock, log: quiet, jobs, media, alerts: board, dataDir: folder.dir };
  room = createRecordings({ ...options, monotonic: () => monotonic, quietMs: 1000, forgetMs: 1000 });
  room.start();
  jobs.start();
}
async function close() {
  room.stop();
  await jobs.stop();
  await store.close();
}
beforeEach(async () => {
  [now, monotonic] = [TWO, 0];
  folder = temporaryFolder();
  alerts = new Map();
  await open();
});
afterEach(async () => {
  await close();
  folder.remove();
});

const chunks = (count = 4): Buffer[] => {
  const size = Math.ceil(stream.length / count);
  return Array.from({ length: count }, (_, n) => stream.subarray(n * size, (n + 1) * size));
};
async function begin(): Promise<string> {
  // Not `newId`, which never goes back behind what another test made it count to.
  const id = ulid(now);
  await room.handlers.recordings.begin({ id, showId: null, input: 'Mixer' }, producer);
  return id;
}
/** Silence takes hardly a byte: a quarter of the stream holds a quarter of the 15 seconds of tone. */
const send = (id: string, n: number, bytes: Buffer, lost = 0) =>
  room.takeChunk(id, { n, until: TWO + (n + 1) * 3750, lost }, bytes);
async function sendAll(id: string, all = chunks()) {
  for (const [n, bytes] of all.entries()) await send(id, n, bytes);
}
const end = (id: string, seconds = SECONDS) =>
  room.handlers.recordings.close({ id, endedAt: TWO + seconds * 1000 }, producer);
const get = (id: string) => store.get('recording', id) as Recording;
const settled = (id: string) => eventually(() => expect(['kept', 'damaged']).toContain(get(id).state));
const codes = () => [...alerts.values()].map(({ reason: { code } }) => code);
const pathOf = (id: string) => join(folder.dir, 'recordings', ...get(id).file.split('/'));

async function lengthOf(path: string): Promise<number> {
  const words = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path];
  return Number((await run(process.env.FFPROBE_BIN ?? 'ffprobe', words)).stdout);
}

describe('a recording', () => {
  it('is kept under its day, seekable, checked whole, with its silence told', async () => {
    const id = await begin();
    await sendAll(id);
    expect(get(id)).toMatchObject({ state: 'recording', chunks: 4, bytes: stream.length });
    expect(room.audio(id)).toBeNull();
    await end(id);
    await settled(id);
    const kept = get(id);
    expect(kept).toMatchObject({ state: 'kept', check: null, file: `2026/11/22/140000-${id}.webm`, checkedAt: TWO });
    expect(Math.abs((kept.durationMs ?? 0) - 20_000)).toBeLessThan(100);
    expect(kept.silence).toBeCloseTo(0.25, 1);
    expect(kept.keepUntil).toBe(TWO + 366 * DAY_MS);
    expect(await lengthOf(pathOf(id))).toBeCloseTo(20, 1);
    expect(await readdir(join(folder.dir, 'recordings/2026/11/22'))).toEqual([`140000-${id}.webm`]);
    const audio = room.audio(id);
    expect(audio).toMatchObject({ bytes: kept.bytes, mime: 'audio/webm', fileName: '2026-11-22 14.00.webm' });
    const of = (day: string) => room.handlers.recordings.list({ day }, producer);
    expect([await of('2026-11-21'), await of('2026-11-22')]).toMatchObject([[], [{ id }]]);
  });

  it('goes on where a clock went back: what begins in the future begins now', async () => {
    const id = ulid(now + 3_600_000);
    await room.handlers.recordings.begin({ id, showId: null, input: 'Mixer' }, producer);
    expect(get(id)).toMatchObject({ startedAt: TWO, heardUntil: TWO, state: 'recording' });
    await sendAll(id);
    await end(id);
    await settled(id);
    expect(get(id)).toMatchObject({ state: 'kept', check: null, keepUntil: TWO + 366 * DAY_MS });
  });

  it('takes chunks that come twice or too early, and is the same', async () => {
    const id = await begin();
    const [a, b, c, d] = chunks() as [Buffer, Buffer, Buffer, Buffer];
    expect(await send(id, 1, b)).toEqual({ next: 0 });
    expect(await send(id, 0, a)).toEqual({ next: 1 });
    expect(await send(id, 0, a)).toEqual({ next: 1 });
    expect(await send(id, 3, d)).toEqual({ next: 1 });
    // At once, in the wrong order and each twice.
    await Promise.all([send(id, 1, b), send(id, 2, c), send(id, 1, b), send(id, 3, d), send(id, 2, c), send(id, 3, d)]);
    expect(get(id)).toMatchObject({ chunks: 4, bytes: stream.length });
    const part = await readFile(pathOf(id).replace('.webm', '.part.webm'));
    expect(part.equals(stream)).toBe(true);
    await end(id);
    expect((await end(id)).id).toBe(id);
    await settled(id);
    expect(get(id).state).toBe('kept');
    expect(await send(id, 3, d)).toEqual({ next: 4 });
    expect((await refused(() => send(id, 4, d))).data.details).toMatchObject([{ code: 'recording.closed' }]);
  });

  it('is damaged where its page lost a chunk, and says so', async () => {
    const id = await begin();
    const [a, , c, d] = chunks() as [Buffer, Buffer, Buffer, Buffer];
    await send(id, 0, a);
    expect(await send(id, 2, c, 1)).toEqual({ next: 3 });
    await send(id, 3, d);
    await end(id);
    await settled(id);
    expect(get(id)).toMatchObject({ state: 'damaged', lost: 1, check: { code: 'recording.lostChunks' } });
    await eventually(() => expect(codes()).toContain('recording.notWhole'));
    expect(room.audio(id)).not.toBeNull();
  });

  it('is damaged where it is shorter than the broadcast, is no sound, or is nothing', async () => {
    const [short, noise, none] = [await begin(), await begin(), await begin()];
    await sendAll(short);
    await end(short, SECONDS + 3);
    await send(noise, 0, Buffer.alloc(5000, 'suar'));
    await end(noise);
    await end(none);
    for (const id of [short, noise, none]) await settled(id);
    const checks = [short, noise, none].map((id) => get(id).check?.code);
    expect(checks).toEqual(['recording.tooShort', 'recording.empty', 'recording.empty']);
  });

  it('that is changed on the disk is found out by another check', async () => {
    const id = await begin();
    await sendAll(id);
    await end(id);
    await settled(id);
    const bytes = await readFile(pathOf(id));
    bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 4000);
    await writeFile(pathOf(id), bytes);
    await room.handlers.recordings.check({ id }, producer);
    await settled(id);
    expect(get(id)).toMatchObject({ state: 'damaged', check: { code: 'recording.changed' } });
  });
});

describe('a station that died', () => {
  it('goes on where the page goes on, without what was never acknowledged', async () => {
    const id = await begin();
    const all = chunks();
    await send(id, 0, all[0] as Buffer);
    await send(id, 1, all[1] as Buffer);
    await close();
    // Written, but the power went before it was acknowledged.
    const part = pathOf2(id);
    await writeFile(part, Buffer.concat([await readFile(part), Buffer.alloc(999, 7)]));
    await open();
    expect(await send(id, 1, all[1] as Buffer)).toEqual({ next: 2 });
    await send(id, 2, all[2] as Buffer);
    await send(id, 3, all[3] as Buffer);
    await end(id);
    await settled(id);
    expect(get(id)).toMatchObject({ state: 'kept', check: null });
  });

  it('ends, closes and checks what nobody goes on with; more may come the same day', async () => {
    const id = await begin();
    const all = chunks();
    await send(id, 0, all[0] as Buffer);
    await send(id, 1, all[1] as Buffer);
    await close();
    await open();
    monotonic += 2000;
    await settled(id);
    expect(get(id)).toMatchObject({ state: 'kept', closedBy: 'station', endedAt: TWO + 7500 });
    expect(Math.abs((get(id).durationMs ?? 0) - 7500)).toBeLessThan(500);
    expect(codes()).toEqual(['recording.wentQuiet']);
    // Its page was only cut off.
    expect(await send(id, 2, all[2] as Buffer)).toEqual({ next: 3 });
    expect(get(id).state).toBe('recording');
    expect(codes()).toEqual([]);
    await send(id, 3, all[3] as Buffer);
    await end(id);
    await settled(id);
    expect(get(id)).toMatchObject({ state: 'kept', closedBy: 'page' });
    expect(Math.abs((get(id).durationMs ?? 0) - 20_000)).toBeLessThan(100);
  });

  it('in the middle of closing takes that up again', async () => {
    const id = await begin();
    await sendAll(id);
    await jobs.stop();
    await end(id);
    await close();
    expect(existsSync(pathOf2(id))).toBe(true);
    await open();
    await settled(id);
    expect(get(id).state).toBe('kept');
  });
});

/** Also while the store is closed. */
const pathOf2 = (id: string) => join(folder.dir, `recordings/2026/11/22/140000-${id}.part.webm`);

describe('what is kept', () => {
  it('goes only when its time is over, which a shorter setting does not bring nearer', async () => {
    const id = await begin();
    await sendAll(id);
    await end(id);
    await settled(id);
    const keepFor = (recordingDays: number) =>
      store.commit({ command: 'tests.seed', actor: operator }, (tx) =>
        tx.put('settings', { ...(tx.get('settings', 'settings') ?? DEFAULT_SETTINGS), recordingDays }),
      );
    await keepFor(30);
    expect(codes()).toEqual(['recording.shortKeep']);
    now = TWO + 100 * DAY_MS;
    const failure = await refused(() => room.handlers.recordings.remove({ id }, producer));
    expect(failure.data.details).toMatchObject([
      { code: 'recording.mustBeKept', params: { until: TWO + 366 * DAY_MS } },
    ]);
    await room.expire();
    expect(existsSync(pathOf(id))).toBe(true);
    await keepFor(400);
    expect(codes()).toEqual([]);
    now = TWO + 399 * DAY_MS;
    await room.expire();
    expect(existsSync(pathOf(id))).toBe(true);
    const path = pathOf(id);
    now = TWO + 400 * DAY_MS;
    await room.expire();
    expect([store.get('recording', id), existsSync(path)]).toEqual([undefined, false]);
    expect(await readdir(join(folder.dir, 'recordings'))).toEqual([]);
  });
});

describe('an alarm of the watch', () => {
  const alarm = (id: string, until: number | null = null) =>
    room.handlers.watch.alarm(
      { id, kind: 'silence', input: 'Mixer', showId: null, from: TWO - 10_000, until },
      producer,
    );

  it('is shown until it is over, and kept', async () => {
    const id = ulid(now);
    await alarm(id);
    await alarm(id);
    expect(codes()).toEqual(['soundWatch.silence']);
    await alarm(id, TWO + 5000);
    expect(codes()).toEqual([]);
    const told = await room.handlers.watch.alarms({ day: '2026-11-22' }, producer);
    expect(told).toMatchObject([{ id, kind: 'silence', from: TWO - 10_000, until: TWO + 5000, lostSight: false }]);
    expect(store.audit.list({ limit: 10, record: 'watchAlarm' })).toHaveLength(2);
  });

  it('whose page is gone is over too, also across a restart', async () => {
    const id = ulid(now);
    await alarm(id);
    await close();
    alerts.clear();
    await open();
    expect(codes()).toEqual(['soundWatch.silence']);
    monotonic += 1500;
    now += 1500;
    await eventually(() => expect(codes()).toEqual([]));
    expect(store.get('watchAlarm', id)).toMatchObject({ until: TWO, lostSight: true });
  });
});
