/** What `moov` says of each track, and an init segment that holds that track alone. */
import { type Box, childrenOf, findBox, fullBox, makeBox, needBox, viewOf } from './mp4-box';
import { codecOf, hasEditShift } from './mp4-codec';

export interface TrackHeader {
  id: number;
  kind: 'video' | 'audio' | 'other';
  /** Units a second of this track's times. */
  timescale: number;
  /** What the header says it lasts, in those units; 0 in a fragmented file. */
  declared: number;
  /** RFC 6381, e.g. `avc1.42c01f`, `mp4a.40.2`. */
  codec: string;
  /** Pixels as coded in the track header; 0 for sound. */
  width: number;
  height: number;
  /** True where an edit list shifts the track: its decode times are then not its presentation times. */
  editShift: boolean;
  defaults: SampleDefaults;
  /** `ftyp` and `moov` with this track alone: what its SourceBuffer is given first. */
  init: Uint8Array;
}

export interface SampleDefaults {
  duration: number;
  flags: number;
}

/** Tracks of a whole `moov` box. `ftyp` is the file type box as it stands (may be empty). */
export function readTracks(bytes: Uint8Array, moov: Box, ftyp: Uint8Array): TrackHeader[] {
  const traks = childrenOf(bytes, moov).filter((box) => box.type === 'trak');
  return traks.map((trak) => readTrack(bytes, moov, trak, ftyp));
}

function readTrack(bytes: Uint8Array, moov: Box, trak: Box, ftyp: Uint8Array): TrackHeader {
  const { id, width, height } = trackHeader(bytes, needBox(bytes, trak, 'tkhd'));
  const trex = trexOf(bytes, moov, id);
  return {
    id,
    kind: kindOf(bytes, trak),
    ...mediaHeader(bytes, needBox(bytes, trak, 'mdia', 'mdhd')),
    codec: codecOf(bytes, trak),
    width,
    height,
    editShift: hasEditShift(bytes, trak),
    defaults: trex ? trexDefaults(bytes, trex) : { duration: 0, flags: 0 },
    init: initSegment(bytes, moov, trak, trex, ftyp),
  };
}

function trackHeader(bytes: Uint8Array, tkhd: Box): { id: number; width: number; height: number } {
  const { version, at } = fullBox(bytes, tkhd);
  const view = viewOf(bytes);
  return {
    id: view.getUint32(at + (version === 1 ? 16 : 8)),
    width: view.getUint32(tkhd.end - 8) >>> 16,
    height: view.getUint32(tkhd.end - 4) >>> 16,
  };
}

function kindOf(bytes: Uint8Array, trak: Box): TrackHeader['kind'] {
  const hdlr = needBox(bytes, trak, 'mdia', 'hdlr');
  const at = fullBox(bytes, hdlr).at + 4;
  const handler = String.fromCharCode(...bytes.subarray(at, at + 4));
  return handler === 'vide' ? 'video' : handler === 'soun' ? 'audio' : 'other';
}

function mediaHeader(bytes: Uint8Array, mdhd: Box): { timescale: number; declared: number } {
  const { version, at } = fullBox(bytes, mdhd);
  const view = viewOf(bytes);
  if (version !== 1) return { timescale: view.getUint32(at + 8), declared: view.getUint32(at + 12) };
  return { timescale: view.getUint32(at + 16), declared: Number(view.getBigUint64(at + 20)) };
}

function trexOf(bytes: Uint8Array, moov: Box, trackId: number): Box | undefined {
  const mvex = findBox(bytes, moov, 'mvex');
  if (!mvex) return undefined;
  const trexes = childrenOf(bytes, mvex).filter((box) => box.type === 'trex');
  return trexes.find((trex) => viewOf(bytes).getUint32(fullBox(bytes, trex).at) === trackId);
}

function trexDefaults(bytes: Uint8Array, trex: Box): SampleDefaults {
  const view = viewOf(bytes);
  const { at } = fullBox(bytes, trex);
  return { duration: view.getUint32(at + 8), flags: view.getUint32(at + 16) };
}

function initSegment(bytes: Uint8Array, moov: Box, trak: Box, trex: Box | undefined, ftyp: Uint8Array): Uint8Array {
  const copy = (box: Box) => bytes.subarray(box.start, box.end);
  const mvhd = copy(needBox(bytes, moov, 'mvhd'));
  const mvex = trex ? [makeBox('mvex', [copy(trex)])] : [];
  const alone = makeBox('moov', [mvhd, copy(trak), ...mvex]);
  const joined = new Uint8Array(ftyp.length + alone.length);
  joined.set(ftyp);
  joined.set(alone, ftyp.length);
  return joined;
}
