/**
 * Uploads as a value: what each file's transfer is doing and what an event makes of it. Pure; `queue.ts` runs it.
 */
import type { FailureCode, FailureData } from '../../../../../electron/contract/failure';
import type { Asset } from '../../../../../electron/contract/records/asset';

export const AT_ONCE = 3;

export type UploadState = 'waiting' | 'sending' | 'paused' | 'done' | 'failed';

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  readonly state: UploadState;
  /** Bytes per second, smoothed; null before it can be known. */
  readonly speed: number | null;
  /** Where `speed` was last measured: bytes and epoch ms. */
  readonly mark: { sent: number; at: number } | null;
  readonly assetId: string | null;
  /** The same content was in the library before. */
  readonly duplicate: boolean;
  /** The station's refusal; null with state `failed` is a lost connection. With `paused`: goes on after signing in. */
  readonly failure: FailureData | null;
}

export type UploadEvent =
  | { type: 'added'; uploads: readonly { id: string; name: string; bytes: number }[] }
  | { type: 'started'; id: string }
  | { type: 'paused'; id: string }
  | { type: 'resumed'; id: string }
  | { type: 'retried'; id: string }
  | { type: 'removed'; id: string }
  | { type: 'progress'; id: string; sent: number; at: number }
  | { type: 'done'; id: string; assetId: string | null; duplicate: boolean }
  | { type: 'failed'; id: string; failure: FailureData | null }
  | { type: 'cleared' };

const FRESH = { sent: 0, speed: null, mark: null, assetId: null, duplicate: false, failure: null } as const;

export function reduce(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  switch (event.type) {
    case 'added':
      return [...uploads, ...event.uploads.map((file): Upload => ({ ...FRESH, ...file, state: 'waiting' }))];
    case 'removed':
      return uploads.filter((upload) => upload.id !== event.id);
    case 'cleared':
      return uploads.filter((upload) => upload.state !== 'done');
    default:
      return uploads.map((upload) => (upload.id === event.id ? change(upload, event) : upload));
  }
}

type Change = Exclude<UploadEvent, { type: 'added' | 'removed' | 'cleared' }>;

function change(upload: Upload, event: Change): Upload {
  switch (event.type) {
    case 'started':
      return { ...upload, state: 'sending', speed: null, mark: null, failure: null };
    case 'paused':
      return isOver(upload) ? upload : { ...upload, state: 'paused', speed: null, mark: null };
    case 'resumed':
      return upload.state === 'paused' ? { ...upload, state: 'waiting', failure: null } : upload;
    case 'retried':
      return upload.state === 'failed' ? { ...upload, state: 'waiting', failure: null } : upload;
    case 'progress':
      return upload.state === 'sending' ? measured(upload, event.sent, event.at) : upload;
    case 'done':
      return {
        ...upload,
        assetId: event.assetId,
        duplicate: event.duplicate,
        state: 'done',
        sent: upload.bytes,
        speed: null,
      };
    case 'failed': {
      const state = event.failure?.code === 'notSignedIn' ? 'paused' : 'failed';
      return { ...upload, state, failure: event.failure, speed: null, mark: null };
    }
    default:
      return event satisfies never;
  }
}

const isOver = (upload: Upload) => upload.state === 'done' || upload.state === 'failed';

/** Speed is measured over at least half a second, then smoothed, so that the figure can be read. */
function measured(upload: Upload, sent: number, at: number): Upload {
  const { mark } = upload;
  if (mark === null) return { ...upload, sent, mark: { sent, at } };
  const elapsed = at - mark.at;
  if (elapsed < 500) return { ...upload, sent };
  const latest = (Math.max(sent - mark.sent, 0) / elapsed) * 1000;
  const speed = upload.speed === null ? latest : upload.speed * 0.7 + latest * 0.3;
  return { ...upload, sent, speed, mark: { sent, at } };
}

/** Stopped because the session ended; nothing is lost by waiting until somebody signs in. */
export function needsSignIn({ state, failure }: Pick<Upload, 'state' | 'failure'>): boolean {
  return state === 'paused' && failure !== null;
}

/** The ids that may start now so that at most `AT_ONCE` run; none while all would be refused for want of a session. */
export function startable(uploads: readonly Upload[]): string[] {
  if (uploads.some(needsSignIn)) return [];
  const running = uploads.filter((upload) => upload.state === 'sending').length;
  const waiting = uploads.filter((upload) => upload.state === 'waiting');
  return waiting.slice(0, Math.max(AT_ONCE - running, 0)).map((upload) => upload.id);
}

/** The assets that uploads became, by id, as far as they are known. */
export type Taken = ReadonlyMap<string, Asset>;

/** How a file stands: an upload that arrived is `checking` until the station has looked at it, and `failed` if it is no use. */
export type Standing = UploadState | 'checking';

export function standingOf(upload: Upload, taken: Taken): Standing {
  const asset = upload.state === 'done' && upload.assetId !== null ? taken.get(upload.assetId) : undefined;
  if (asset?.state === 'failed') return 'failed';
  return asset?.state === 'imported' || asset?.state === 'probing' ? 'checking' : upload.state;
}

/** What needs a person first; the rest as it was added. */
export function byNeed(uploads: readonly Upload[], taken: Taken): readonly Upload[] {
  const isFailed = (upload: Upload) => standingOf(upload, taken) === 'failed';
  const failed = uploads.filter(isFailed);
  return failed.length === 0 ? uploads : [...failed, ...uploads.filter((upload) => !isFailed(upload))];
}

/** Sending the same file to the same station would only be refused again. */
const FINAL: ReadonlySet<FailureCode> = new Set<FailureCode>(['emptyFile', 'unsupportedMedia', 'notAllowed']);

export function mayRetry({ state, failure }: Pick<Upload, 'state' | 'failure'>): boolean {
  return state === 'failed' && (failure === null || !FINAL.has(failure.code));
}

/** Milliseconds left at the present speed; null while that is unknown. */
export function remainingMs(upload: Upload): number | null {
  if (upload.speed === null || upload.speed < 1) return null;
  return Math.round(((upload.bytes - upload.sent) / upload.speed) * 1000);
}

export interface UploadSummary {
  active: number;
  /** Arrived, and being examined by the station. */
  checking: number;
  failed: number;
  done: number;
  /** 0..1 over all bytes of all files in the tray. */
  ratio: number;
}

export function summary(uploads: readonly Upload[], taken: Taken): UploadSummary {
  const standings = uploads.map((upload) => standingOf(upload, taken));
  const bytes = uploads.reduce((sum, upload) => sum + upload.bytes, 0);
  const sent = uploads.reduce((sum, upload) => sum + upload.sent, 0);
  const count = (...of: Standing[]) => standings.filter((standing) => of.includes(standing)).length;
  return {
    active: count('waiting', 'sending', 'paused'),
    checking: count('checking'),
    failed: count('failed'),
    done: count('done'),
    ratio: bytes === 0 ? 0 : sent / bytes,
  };
}
