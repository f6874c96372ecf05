/** Records for tests: whole, valid, and different wherever it matters. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Caller } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import { type Asset, NO_ORIGIN } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import { type Booking, PLAIN_BOOKING } from '../../contract/records/booking';
import type { Display } from '../../contract/records/display';
import type { ExemptGround } from '../../contract/records/exemption';
import type { Job } from '../../contract/records/job';
import { type Agency, type Agreement, NOTHING_LENT } from '../../contract/records/partner';
import type { Play } from '../../contract/records/play';
import type { Playlist } from '../../contract/records/playlist';
import type { Recall } from '../../contract/records/recall';
import { type Submission, SubmissionFields } from '../../contract/records/submission';
import type { User } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { exempt } from './exemptions';
import type { Tx } from './types';

export const quiet = pino({ level: 'silent' });
export const operator: Actor = { kind: 'user', id: 'U1', name: 'Operator 1' };
export const colleague: Actor = { kind: 'user', id: 'U2', name: 'Operator 2' };

export const caller: Caller = {
  actor: operator,
  role: 'operator',
  sessionId: null,
  address: '127.0.0.1',
  signal: undefined,
  setSession: () => {},
};

/** The failure that a command is refused with. @throws what else it fails with, and where it is not refused */
export async function refused(run: () => unknown): Promise<Failure> {
  try {
    await run();
  } catch (fault) {
    if (fault instanceof Failure) return fault;
    throw fault;
  }
  throw new Error('it was not refused');
}

/** A new folder, removed by the returned function. */
export function temporaryFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'suar-store-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

export function samplePlaylist(part: Partial<Playlist> = {}): Playlist {
  return { id: newId(), rev: 0, name: 'Ayo ke TPS', items: [], smart: null, createdAt: 1, updatedAt: 1, ...part };
}

export function sampleDisplay(part: Partial<Display> = {}): Display {
  return {
    id: newId(),
    rev: 0,
    name: 'VT-01 Alun-alun',
    place: 'Alun-alun',
    zone: 'Asia/Jakarta',
    profile: { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: null },
    fillerPlaylistId: null,
    pitchMm: null,
    viewingM: null,
    token: null,
    createdAt: 1,
    ...part,
  };
}

export function sampleBooking(part: Partial<Booking> = {}): Booking {
  return {
    id: newId(),
    rev: 0,
    name: 'Pagi',
    what: { kind: 'playlist', playlistId: newId() },
    where: { displayIds: [newId()], groupIds: [] },
    how: { kind: 'rotation' },
    ...PLAIN_BOOKING,
    from: '2024-11-01',
    to: '2024-11-30',
    weekdays: [1, 2, 3],
    dayparts: [{ start: '06:00:00', end: '22:00:00' }],
    zone: 'station',
    paused: false,
    createdAt: 1,
    createdBy: 'U1',
    ...part,
  };
}

export function sampleUser(part: Partial<User> = {}): User {
  return {
    id: newId(),
    rev: 0,
    signInName: 'petugas',
    name: 'Petugas',
    role: 'operator',
    agencyId: null,
    passwordHash: 'scrypt$1$1$1$salt$hash',
    disabled: false,
    createdAt: 1,
    ...part,
  };
}

export const GROUND: ExemptGround = { article17: 'h', test: 'Memuat rahasia pribadi warga' };

/** With the ground without which nothing becomes exempt. */
export function putAsset(tx: Tx, asset: Asset): Asset {
  if (asset.ppid === 'exempt') exempt(tx, asset, operator, GROUND, 1);
  return tx.put('asset', asset);
}

export function sampleAsset(part: Partial<Extract<Asset, { state: 'imported' }>> = {}): Asset {
  return {
    id: newId(),
    rev: 0,
    state: 'imported',
    name: 'Cegah DBD',
    originalName: 'cegah_dbd-final.mp4',
    hash: 'a'.repeat(64),
    bytes: 1000,
    tags: [],
    notes: '',
    ...NO_ORIGIN,
    createdAt: 1,
    createdBy: 'U1',
    archivedAt: null,
    trashedAt: null,
    ...part,
  };
}

export function sampleJob(part: Partial<Job> = {}): Job {
  return {
    id: newId(),
    rev: 0,
    name: 'probe',
    input: { assetId: newId() },
    assetId: null,
    title: 'Cegah DBD',
    state: 'queued',
    priority: 0,
    attempts: 0,
    notBefore: null,
    failure: null,
    createdAt: 1,
    startedAt: null,
    endedAt: null,
    ...part,
  };
}

export function samplePlay(part: Partial<Play> = {}): Play {
  return {
    id: newId(),
    bookingId: null,
    assetId: null,
    hash: null,
    revision: 1,
    plannedStart: 1000,
    plannedMs: 30_000,
    startedAt: 1000,
    endedAt: 31_000,
    frames: 750,
    outcome: 'shown',
    because: null,
    clockOffsetMs: 0.5,
    displayId: newId(),
    displayName: 'VT-01',
    assetName: 'Cegah DBD',
    bookingName: 'Pagi',
    receivedAt: 40_000,
    ...part,
  };
}

export function sampleAgency(part: Partial<Agency> = {}): Agency {
  return {
    ...{ id: newId(), rev: 0, name: 'Dinkes Kabupaten Tirtaraya', kind: 'local', notes: '', address: '', contacts: [] },
    ...{ logoId: null, folder: null, createdAt: 1 },
    ...part,
  };
}

export function sampleAgreement(part: Partial<Agreement> = {}): Agreement {
  return {
    ...{ id: newId(), rev: 0, agencyId: newId(), number: 'PKS/1', from: '2026-01-01', to: '2026-12-31' },
    ...{ lent: NOTHING_LENT, fileId: null, overrides: [], createdAt: 1 },
    ...part,
  };
}

/** Handed in with one version, and waiting to be looked at. */
export function sampleSubmission({ assetId, hash }: { assetId: string; hash: string }): Submission {
  const fields = SubmissionFields.parse({ title: 'Ayo ke TPS', category: 'Pemilu' });
  const by = { id: 'U3', name: 'KPU', role: 'partner' };
  return {
    ...{ id: newId(), rev: 0, receipt: 'ILM-2026-0001', agencyId: newId(), ...fields, answers: [], steps: [] },
    versions: [{ n: 1, assetId, hash, fileName: 'ayo.mp4', bytes: 1, at: 1, by, note: '', fields }],
    ...{ state: 'submitted', via: 'partner', replacing: null, createdAt: 1, createdBy: 'KPU' },
  };
}

/** Of this asset alone, and standing. */
export function sampleRecall(
  { id, hash, name }: Pick<Asset, 'id' | 'hash' | 'name'>,
  part: Partial<Recall> = {},
): Recall {
  return {
    ...{
      id: newId(),
      rev: 0,
      assetId: id,
      name,
      made: [],
      hashes: [hash],
      pictures: [],
      reason: 'Angkanya keliru sekali',
    },
    ...{ letterNumber: '1', letterDate: '2026-11-23', agencyId: null, by: { id: 'U', name: 'x' }, at: 1, lifted: null },
    ...part,
  };
}
