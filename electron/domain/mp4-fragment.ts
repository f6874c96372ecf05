/** What one `moof` holds (ISO/IEC 14496-12, 8.8): whose samples, when, how long, where its key frames are. */
import { type Box, childrenOf, fullBox, Mp4Error, needBox, viewOf } from './mp4-box';
import type { SampleDefaults, TrackHeader } from './mp4-track';

/** One track's run in one `moof`. Times in the track's timescale. */
export interface Run {
  trackId: number;
  /** Decode time of the first sample. */
  time: number;
  /** Sum of the sample durations. */
  duration: number;
  samples: number;
  /** Decode times of pictures that can be started at; empty for sound, where every sample can. */
  keys: number[];
  /** Shortest and longest sample, to tell a constant frame rate. */
  shortest: number;
  longest: number;
  /** True where presentation order differs from decode order (B-frames) or is shifted. */
  reordered: boolean;
  /** True where data is found from the fragment itself, so that the fragment may be cut out of its file. */
  relocatable: boolean;
}

const MOST_SAMPLES = 1_000_000;
const BASE_OFFSET_PRESENT = 0x1;
const DESCRIPTION_PRESENT = 0x2;
const DURATION_PRESENT = 0x8;
const SIZE_PRESENT = 0x10;
const FLAGS_PRESENT = 0x20;
const BASE_IS_MOOF = 0x2_0000;
const RUN_OFFSET = 0x1;
const RUN_FIRST_FLAGS = 0x4;
const RUN_DURATION = 0x100;
const RUN_SIZE = 0x200;
const RUN_FLAGS = 0x400;
const RUN_COMPOSITION = 0x800;
const NOT_SYNC = 0x1_0000;

/** The runs of a `moof`, one for each `traf`. @throws Mp4Error for a track `moov` does not name. */
export function readMoof(bytes: Uint8Array, moof: Box, tracks: readonly TrackHeader[]): Run[] {
  const trafs = childrenOf(bytes, moof).filter((box) => box.type === 'traf');
  return trafs.map((traf) => readTraf(bytes, traf, tracks));
}

function readTraf(bytes: Uint8Array, traf: Box, tracks: readonly TrackHeader[]): Run {
  const header = readTfhd(bytes, needBox(bytes, traf, 'tfhd'), tracks);
  const run = emptyRun(header, readTfdt(bytes, needBox(bytes, traf, 'tfdt')));
  for (const box of childrenOf(bytes, traf)) if (box.type === 'trun') addTrun(bytes, box, header, run);
  return run;
}

interface TrafHeader extends SampleDefaults {
  trackId: number;
  video: boolean;
  relocatable: boolean;
}

function readTfhd(bytes: Uint8Array, tfhd: Box, tracks: readonly TrackHeader[]): TrafHeader {
  const { flags, at } = fullBox(bytes, tfhd);
  const view = viewOf(bytes);
  const trackId = view.getUint32(at);
  const track = tracks.find((each) => each.id === trackId);
  if (!track) throw new Mp4Error(`fragment of unknown track ${trackId}`);
  let next = at + 4 + (flags & BASE_OFFSET_PRESENT ? 8 : 0) + (flags & DESCRIPTION_PRESENT ? 4 : 0);
  const relocatable = (flags & BASE_IS_MOOF) !== 0 && (flags & BASE_OFFSET_PRESENT) === 0;
  const header = { ...track.defaults, trackId, video: track.kind === 'video', relocatable };
  if (flags & DURATION_PRESENT) header.duration = view.getUint32(next);
  next += (flags & DURATION_PRESENT ? 4 : 0) + (flags & SIZE_PRESENT ? 4 : 0);
  if (flags & FLAGS_PRESENT) header.flags = view.getUint32(next);
  return header;
}

function readTfdt(bytes: Uint8Array, tfdt: Box): number {
  const { version, at } = fullBox(bytes, tfdt);
  return version === 1 ? Number(viewOf(bytes).getBigUint64(at)) : viewOf(bytes).getUint32(at);
}

function emptyRun(header: TrafHeader, time: number): Run {
  const { trackId, relocatable } = header;
  return {
    trackId,
    time,
    duration: 0,
    samples: 0,
    keys: [],
    shortest: Number.POSITIVE_INFINITY,
    longest: 0,
    reordered: false,
    relocatable,
  };
}

function addTrun(bytes: Uint8Array, trun: Box, header: TrafHeader, run: Run): void {
  const { flags, at } = fullBox(bytes, trun);
  const view = viewOf(bytes);
  const count = view.getUint32(at);
  let next = at + 4 + (flags & RUN_OFFSET ? 4 : 0);
  const firstFlags = flags & RUN_FIRST_FLAGS ? view.getUint32(next) : null;
  next += flags & RUN_FIRST_FLAGS ? 4 : 0;
  const size = 4 * [RUN_DURATION, RUN_SIZE, RUN_FLAGS, RUN_COMPOSITION].filter((bit) => flags & bit).length;
  // With no fields of their own, samples take no bytes: a damaged count would loop for minutes.
  if (next + count * size > trun.end || count > MOST_SAMPLES) throw new Mp4Error('sample table cut short');
  for (let i = 0; i < count; i++, next += size) {
    const sample = readSample(view, next, flags, header);
    if (i === 0 && firstFlags !== null) sample.flags = firstFlags;
    addSample(run, sample, header.video);
  }
}

interface Sample extends SampleDefaults {
  shift: number;
}

function readSample(view: DataView, start: number, flags: number, header: TrafHeader): Sample {
  const sample: Sample = { duration: header.duration, flags: header.flags, shift: 0 };
  let at = start;
  if (flags & RUN_DURATION) sample.duration = view.getUint32(at);
  at += (flags & RUN_DURATION ? 4 : 0) + (flags & RUN_SIZE ? 4 : 0);
  if (flags & RUN_FLAGS) sample.flags = view.getUint32(at);
  at += flags & RUN_FLAGS ? 4 : 0;
  if (flags & RUN_COMPOSITION) sample.shift = view.getInt32(at);
  return sample;
}

function addSample(run: Run, sample: Sample, video: boolean): void {
  if (video && (sample.flags & NOT_SYNC) === 0) run.keys.push(run.time + run.duration);
  run.duration += sample.duration;
  run.samples += 1;
  run.shortest = Math.min(run.shortest, sample.duration);
  run.longest = Math.max(run.longest, sample.duration);
  run.reordered ||= sample.shift !== 0;
}
