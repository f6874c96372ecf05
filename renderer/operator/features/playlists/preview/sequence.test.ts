import { expect, it } from 'vitest';
import { NO_ORIGIN, type ProbedAsset, type Rendition } from '../../../../../electron/contract/records/asset';
import { newId } from '../../../../../electron/contract/ulid';
import { shotsOf } from './sequence';

const profile = { width: 800, height: 400, fit: 'contain' as const, frameRate: 25 as const, loudnessLufs: -23 };

function rendition(profileKey: string, hash: string, width: number): Rendition {
  return {
    state: 'ready',
    profileKey,
    inMs: 0,
    because: [],
    decision: 'transcode',
    hash,
    bytes: 1,
    mime: 'video/mp4',
    width,
    height: width / 2,
    durationMs: 30_000,
    frames: 750,
    codecs: null,
    madeAt: 0,
  };
}

function asset(kind: 'video' | 'audio', renditions: Rendition[]): ProbedAsset {
  return {
    state: 'ready',
    id: newId(),
    rev: 0,
    name: 'Ayo ke TPS',
    originalName: 'a.mp4',
    hash: 'a'.repeat(64),
    bytes: 1,
    tags: [],
    notes: '',
    ...NO_ORIGIN,
    createdAt: 0,
    createdBy: 'x',
    archivedAt: null,
    trashedAt: null,
    pictures: { thumbnail: null, filmstrip: null, waveform: null },
    renditions,
    probe: {
      kind,
      container: 'mp4',
      durationMs: 30_000,
      bitRate: null,
      video: null,
      audio: [],
      loudness: null,
      fragmentedPerTrack: true,
      findings: [],
    },
  };
}

const item = (assetId: string) => ({ id: newId(), assetId, stillMs: null, inMs: 2000, outMs: 12_000 });

it("plays the display's own rendition, else the largest, and leaves out what cannot be shown", () => {
  const own = asset('video', [
    rendition('1920x960-contain-25-l23', 'big', 1920),
    rendition('800x400-contain-25-l23', 'own', 800),
  ]);
  const other = asset('video', [
    rendition('640x320-cover-25-l23', 'small', 640),
    rendition('1920x960-cover-25-l23', 'big', 1920),
  ]);
  const bare = asset('video', []);
  const sound = asset('audio', [rendition('audio-l16', 'sound', 0)]);
  const all = [own, other, bare, sound];
  const shots = shotsOf(
    {
      items: all.map(({ id }) => item(id)),
      assets: new Map(all.map((each) => [each.id, each])),
      lengths: [10_000, 10_000, 10_000, null],
      starts: [0, 10_000, 20_000, 30_000],
    },
    profile,
  );
  expect(shots.map(({ src, startMs, inMs }) => [src, startMs, inMs])).toEqual([
    ['/media/own', 0, 2000],
    ['/media/big', 10_000, 2000],
  ]);
});
