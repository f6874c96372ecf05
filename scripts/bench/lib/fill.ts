/** Fills a data directory with many records through the store itself, so that what is measured is what Suar would have written. */
import { pino } from 'pino';
import { type Asset, NO_ORIGIN } from '../../../electron/contract/records/asset';
import { STATION_ACTOR } from '../../../electron/contract/records/audit';
import type { Play } from '../../../electron/contract/records/play';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { newId } from '../../../electron/contract/ulid';
import { openStore, type Store } from '../../../electron/core/store';
import { profileKey } from '../../../electron/domain/profile';
import { note } from './report';

const WORDS = [
  'Ayo',
  'ke',
  'TPS',
  'Cegah',
  'DBD',
  'Siaga',
  'Banjir',
  'Saring',
  'Sharing',
  'Cek',
  'DPT',
  'Pajak',
  'Daerah',
  'Tertib',
];
const TAGS = ['KPU', 'Bawaslu', 'Dinkes', 'BPBD', 'Disdukcapil', 'Diskominfo'];

export interface Amounts {
  assets: number;
  plays: number;
}

/** Ready video assets that need no files, a playlist of the first ten, and plays over the past year. */
export async function fillStation(dataDir: string, amounts: Amounts): Promise<void> {
  const started = performance.now();
  const store = await openStore({ dir: dataDir, clock: Date, log: pino({ level: 'silent' }) });
  const assets = Array.from({ length: amounts.assets }, (_, index) => asset(index));
  for (let from = 0; from < assets.length; from += 500) await putAll(store, assets.slice(from, from + 500));
  await putPlaylist(store, assets.slice(0, 10));
  for (let from = 0; from < amounts.plays; from += 20_000) {
    store.plays.add(
      Array.from({ length: Math.min(20_000, amounts.plays - from) }, (_, index) => play(from + index, assets)),
    );
  }
  await store.close();
  note(
    `filled ${amounts.assets} assets and ${amounts.plays} plays in ${Math.round((performance.now() - started) / 1000)} s`,
  );
}

async function putAll(store: Store, assets: readonly Asset[]): Promise<void> {
  await store.commit({ command: 'bench.fill', actor: STATION_ACTOR, audited: false }, (tx) => {
    for (const one of assets) tx.put('asset', one);
  });
}

async function putPlaylist(store: Store, assets: readonly Asset[]): Promise<void> {
  const now = Date.now();
  const items = assets.map(({ id }) => ({ id: newId(), assetId: id, stillMs: null, inMs: 0, outMs: null }));
  await store.commit({ command: 'bench.fill', actor: STATION_ACTOR, audited: false }, (tx) => {
    tx.put('playlist', { id: newId(), rev: 0, name: 'Bench', items, smart: null, createdAt: now, updatedAt: now });
  });
}

/** Content hashes are only addresses here: 64 hex digits of the number. */
const hash = (number: number) => number.toString(16).padStart(64, '0');

function asset(index: number): Asset {
  const name = `${WORDS[index % WORDS.length]} ${WORDS[(index * 7) % WORDS.length]} ${index}`;
  const video = {
    index: 0,
    codec: 'h264',
    profile: 'High',
    width: 1280,
    height: 720,
    codedWidth: 1280,
    codedHeight: 720,
    rotation: 0 as const,
    frameRate: 25,
    variableFrameRate: false,
    pixelFormat: 'yuv420p',
    hdr: false,
    alpha: false,
    interlaced: false,
    bFrames: false,
    gopMs: 1000,
    codecString: 'avc1.64001f',
  };
  return {
    state: 'ready',
    id: newId(1_700_000_000_000 + index),
    rev: 0,
    name,
    originalName: `${name}.mp4`,
    hash: hash(index + 1),
    bytes: 3_000_000 + index,
    tags: [TAGS[index % TAGS.length] ?? 'KPU'],
    notes: '',
    ...NO_ORIGIN,
    createdAt: 1_700_000_000_000 + index * 1000,
    createdBy: 'bench',
    archivedAt: null,
    trashedAt: null,
    probe: {
      kind: 'video',
      container: 'mp4',
      durationMs: 15_000 + (index % 2) * 15_000,
      bitRate: 1_500_000,
      video,
      audio: [
        { index: 1, codec: 'aac', profile: 'LC', channels: 2, layout: 'stereo', sampleRate: 48_000, language: null },
      ],
      loudness: { integratedLufs: -23, truePeakDbtp: -3, rangeLu: 5, thresholdLufs: -33 },
      fragmentedPerTrack: true,
      findings: [],
    },
    pictures: { thumbnail: null, filmstrip: null, waveform: null },
    renditions: [
      {
        state: 'ready',
        profileKey: profileKey(DEFAULT_SETTINGS.defaultProfile),
        inMs: 0,
        because: [],
        decision: 'as-is',
        hash: hash(index + 1),
        bytes: 3_000_000 + index,
        mime: 'video/mp4',
        width: 1280,
        height: 720,
        durationMs: 15_000 + (index % 2) * 15_000,
        frames: 375,
        codecs: { video: 'avc1.64001f', audio: 'mp4a.40.2' },
        madeAt: 1_700_000_000_000,
      },
    ],
  };
}

const DISPLAY_IDS = Array.from({ length: 20 }, () => newId());
const BOOKING_ID = newId();

function play(index: number, assets: readonly Asset[]): Play {
  const startedAt = 1_765_000_000_000 + index * 30_000;
  const shown = assets[index % Math.max(1, assets.length)];
  const displayId = DISPLAY_IDS[index % DISPLAY_IDS.length] ?? BOOKING_ID;
  return {
    id: newId(startedAt),
    bookingId: BOOKING_ID,
    assetId: shown?.id ?? null,
    hash: shown?.hash ?? null,
    revision: 1,
    plannedStart: startedAt,
    plannedMs: 30_000,
    startedAt,
    endedAt: startedAt + 30_000,
    frames: 750,
    outcome: 'shown',
    because: null,
    clockOffsetMs: 1.5,
    displayId,
    displayName: `VT-${displayId.slice(-2)}`,
    assetName: shown?.name ?? null,
    bookingName: 'Bench',
    receivedAt: startedAt + 31_000,
  };
}
