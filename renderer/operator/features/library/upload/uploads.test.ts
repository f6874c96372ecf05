import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../../../electron/contract/records/asset';
import {
  AT_ONCE,
  byNeed,
  mayRetry,
  reduce,
  remainingMs,
  standingOf,
  startable,
  summary,
  type Taken,
  type Upload,
  type UploadEvent,
} from './uploads';

const files = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `u${i}`, name: `clip ${i}.mp4`, bytes: 1000 }));
const play = (events: UploadEvent[]) => events.reduce<readonly Upload[]>(reduce, []);
const only = (uploads: readonly Upload[]): Upload => {
  const [upload] = uploads;
  if (upload === undefined) throw new Error('no upload');
  return upload;
};

const NOTHING: Taken = new Map();
const taken = (states: Record<string, Asset['state']>): Taken =>
  new Map(Object.entries(states).map(([id, state]) => [id, { id, state } as Asset]));

describe('uploads', () => {
  it('starts at most three, in order, and the next when one ends', () => {
    const five = play([{ type: 'added', uploads: files(5) }]);
    expect(startable(five)).toEqual(['u0', 'u1', 'u2']);
    const running = ['u0', 'u1', 'u2'].reduce<readonly Upload[]>(
      (all, id) => reduce(all, { type: 'started', id }),
      five,
    );
    expect(startable(running)).toEqual([]);
    const ended = reduce(running, { type: 'done', id: 'u1', assetId: 'A', duplicate: false });
    expect(startable(ended)).toEqual(['u3']);
  });

  it('measures speed and time left', () => {
    const upload = only(
      play([
        { type: 'added', uploads: files(1) },
        { type: 'started', id: 'u0' },
        { type: 'progress', id: 'u0', sent: 0, at: 0 },
        { type: 'progress', id: 'u0', sent: 500, at: 1000 },
      ]),
    );
    expect(upload.speed).toBe(500);
    expect(remainingMs(upload)).toBe(1000);
  });

  it('ignores progress that arrives after a pause', () => {
    const upload = only(
      play([
        { type: 'added', uploads: files(1) },
        { type: 'started', id: 'u0' },
        { type: 'paused', id: 'u0' },
        { type: 'progress', id: 'u0', sent: 400, at: 10 },
      ]),
    );
    expect(upload).toMatchObject({ state: 'paused', sent: 0 });
  });

  it('keeps a refusal until it is tried again', () => {
    const failure = { code: 'emptyFile' as const, params: {}, details: [] };
    const failed = play([
      { type: 'added', uploads: files(1) },
      { type: 'failed', id: 'u0', failure },
    ]);
    expect(only(failed)).toMatchObject({ state: 'failed', failure });
    expect(only(reduce(failed, { type: 'retried', id: 'u0' }))).toMatchObject({ state: 'waiting', failure: null });
  });

  it('puts failed ones first, and offers another try only where it can help', () => {
    const failure = (code: 'emptyFile' | 'diskFull') => ({ code, params: {}, details: [] });
    const all = play([
      { type: 'added', uploads: files(4) },
      { type: 'failed', id: 'u1', failure: failure('emptyFile') },
      { type: 'failed', id: 'u2', failure: failure('diskFull') },
      { type: 'failed', id: 'u3', failure: null },
    ]);
    const seen = byNeed(all, NOTHING);
    expect(seen.map(({ id }) => id)).toEqual(['u1', 'u2', 'u3', 'u0']);
    expect(seen.map(mayRetry)).toEqual([false, true, true, false]);
  });

  it('clears what is done and keeps the rest', () => {
    const two = play([
      { type: 'added', uploads: files(2) },
      { type: 'done', id: 'u0', assetId: 'A', duplicate: true },
    ]);
    expect(summary(two, NOTHING)).toEqual({ active: 1, checking: 0, failed: 0, done: 1, ratio: 0.5 });
    expect(reduce(two, { type: 'cleared' }).map((upload) => upload.id)).toEqual(['u1']);
  });

  it('follow what the station makes of a file that arrived', () => {
    const all = play([
      { type: 'added', uploads: files(4) },
      ...['A', 'B', 'C'].map((assetId, i) => ({ type: 'done' as const, id: `u${i}`, assetId, duplicate: false })),
    ]);
    const known = taken({ A: 'ready', B: 'probing', C: 'failed' });
    expect(all.map((upload) => standingOf(upload, known))).toEqual(['done', 'checking', 'failed', 'waiting']);
    expect(all.map((upload) => standingOf(upload, NOTHING))).toEqual(['done', 'done', 'done', 'waiting']);
    expect(summary(all, known)).toEqual({ active: 1, checking: 1, failed: 1, done: 1, ratio: 0.75 });
    expect(byNeed(all, known).map(({ id }) => id)).toEqual(['u2', 'u0', 'u1', 'u3']);
  });

  it('never runs more than it may, whatever happens', () => {
    const id = fc.constantFrom('u0', 'u1', 'u2', 'u3', 'u4', 'u5');
    const event: fc.Arbitrary<UploadEvent> = fc.oneof(
      fc.record({ type: fc.constantFrom('paused', 'resumed', 'retried', 'removed'), id }) as fc.Arbitrary<UploadEvent>,
      fc.record({ type: fc.constant('failed'), id, failure: fc.constant(null) }) as fc.Arbitrary<UploadEvent>,
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let uploads = play([{ type: 'added', uploads: files(6) }]);
        for (const next of events) {
          uploads = reduce(uploads, next);
          for (const ready of startable(uploads)) uploads = reduce(uploads, { type: 'started', id: ready });
          expect(uploads.filter((upload) => upload.state === 'sending').length).toBeLessThanOrEqual(AT_ONCE);
        }
      }),
    );
  });
});
