import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import reasons from '../../../resources/locales/id/reasons.json';
import { STATION_ACTOR } from '../../contract/records/audit';
import { PLAIN_BOOKING } from '../../contract/records/booking';
import { type PlayReport, RADIO_CHANNEL_ID } from '../../contract/records/play';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { newId } from '../../contract/ulid';
import { openStore, type Store } from '../store';
import { createProof, type Proof } from './index';

const DISPLAY = newId();
const NOON = Date.UTC(2026, 10, 21, 5, 0, 0);
const { pageDied } = reasons.play;
let dir = '';
let store: Store;
let proof: Proof;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'suar-proof-'));
  store = await openStore({ dir, clock: { now: () => NOON }, log: pino({ level: 'silent' }) });
  await store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => {
    const { defaultProfile: profile, zone } = DEFAULT_SETTINGS;
    tx.put('display', {
      id: DISPLAY,
      rev: 0,
      name: '=1+1',
      place: '',
      zone,
      profile,
      fillerPlaylistId: null,
      pitchMm: null,
      viewingM: null,
      token: null,
      createdAt: NOON,
    });
  });
  proof = createProof({ store, clock: { now: () => NOON } });
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

function report(over: Partial<PlayReport> = {}): PlayReport {
  const times = { plannedStart: NOON, plannedMs: 30_000, startedAt: NOON, endedAt: NOON + 30_000 };
  const none = { bookingId: null, assetId: null, hash: null, because: null, clockOffsetMs: 0 };
  return { id: newId(NOON), revision: 1, frames: 750, outcome: 'shown', ...times, ...none, ...over };
}

async function text(language: 'id' | 'en'): Promise<string> {
  let all = '';
  for await (const piece of proof.csv({}, language)) all += piece;
  return all;
}

describe('proof', () => {
  it('counts a play once however often it is reported, and tells of new ones only', () => {
    const told: string[] = [];
    proof.arrived.subscribe((displayId) => told.push(displayId));
    const play = report();
    proof.record(DISPLAY, [play, report()]);
    proof.record(DISPLAY, [play]);
    expect(store.plays.summary({}).total).toBe(2);
    expect(told).toEqual([DISPLAY]);
  });

  it('keeps what the radio played under its own name, apart from displays', async () => {
    proof.record(RADIO_CHANNEL_ID, [report({ frames: 1_440_000 })]);
    proof.record(DISPLAY, [report({ startedAt: NOON + 1 })]);
    expect(store.plays.list({ displayId: RADIO_CHANNEL_ID, limit: 10 }).items).toMatchObject([
      { displayName: 'Radio' },
    ]);
    expect(store.plays.summary({ displayId: RADIO_CHANNEL_ID })).toMatchObject({ total: 1, shownMs: 30_000 });
    expect((await text('en')).split('\r\n')[1]).toContain(',Radio,');
  });

  it('keeps the display by name after it has been removed', async () => {
    proof.record(DISPLAY, [report()]);
    await store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => tx.remove('display', DISPLAY));
    expect(store.plays.list({ limit: 1 }).items[0]?.displayName).toBe('=1+1');
  });

  it('names a booking and a display that were deleted before the report came', async () => {
    const bookingId = newId();
    await store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => {
      tx.put('booking', {
        id: bookingId,
        rev: 0,
        name: 'Malam Idul Fitri',
        what: { kind: 'asset', assetId: newId() },
        where: { displayIds: [DISPLAY], groupIds: [] },
        from: '2026-11-21',
        to: '2026-11-21',
        weekdays: [6],
        dayparts: [{ start: '00:00:00', end: '24:00:00' }],
        zone: 'station',
        paused: false,
        how: { kind: 'rotation' },
        ...PLAIN_BOOKING,
        createdAt: NOON,
        createdBy: 'Siti',
      });
    });
    await store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => {
      tx.remove('booking', bookingId);
      tx.remove('display', DISPLAY);
    });
    proof.record(DISPLAY, [report({ bookingId }), report({ bookingId })]);
    const names = store.plays.list({ limit: 2 }).items.map((play) => [play.bookingName, play.displayName]);
    expect(names).toEqual([
      ['Malam Idul Fitri', '=1+1'],
      ['Malam Idul Fitri', '=1+1'],
    ]);
  });

  it("writes local time, headers in the reader's language, and no formula", async () => {
    proof.record(DISPLAY, [report({ outcome: 'partial', because: { code: 'play.pageDied', params: {} } })]);
    const [header, row] = (await text('id')).split('\r\n');
    expect(header?.startsWith('\uFEFFTanggal;Jam mulai;Zona')).toBe(true);
    expect(row).toContain('2026-11-21;12:00:00;WIB;2026-11-21T05:00:00.000Z');
    expect(row).toContain(";30,0;'=1+1;");
    expect(row).toContain('sebagian');
    expect(row).not.toContain('play.pageDied');
    expect(row).toContain(pageDied);
    const english = await text('en');
    expect(english.startsWith('\uFEFFDate,Start')).toBe(true);
    expect(english).toContain(",30.0,'=1+1,");
  });

  it('tells lateness in seconds as the language writes them', async () => {
    proof.record(DISPLAY, [
      report({ outcome: 'partial', because: { code: 'play.beganLate', params: { ms: 10_448 } } }),
    ]);
    expect(await text('id')).toContain(' 10,4 s.');
    expect(await text('en')).toContain(' 10.4 s ');
  });

  it('calls the slate by its name, and an asset that nobody knows any more by its number', async () => {
    const assetId = newId();
    proof.record(DISPLAY, [report({ frames: null }), report({ assetId, hash: 'a'.repeat(64), startedAt: NOON + 1 })]);
    const materials = async (language: 'id' | 'en', separator: string) =>
      (await text(language)).split('\r\n').map((row) => row.split(separator)[7]);
    expect(await materials('id', ';')).toEqual(['Materi', 'Papan nama stasiun', assetId, undefined]);
    expect((await materials('en', ','))[1]).toBe('Station slate');
  });

  it('writes every one of many plays, oldest first', async () => {
    const starts = Array.from({ length: 1203 }, (_, index) => NOON + ((index * 7) % 1203) * 1000);
    proof.record(
      DISPLAY,
      starts.map((startedAt) => report({ startedAt, endedAt: startedAt + 500 })),
    );
    const rows = (await text('en')).trim().split('\r\n').slice(1);
    const written = rows.map((row) => Date.parse(row.split(',')[3] ?? ''));
    expect(written).toEqual([...starts].sort((a, b) => a - b));
  });
});
