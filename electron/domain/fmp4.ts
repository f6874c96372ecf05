/**
 * Fragmented MP4 as the display page lays it end to end: an init segment for each track, and the byte ranges of its
 * fragments. Start at `readFmp4`. Pure: the page gives it a whole file, the station only the boxes that are not media.
 */
import { type Box, boxesIn, Mp4Error } from './mp4-box';
import { type Run, readMoof } from './mp4-fragment';
import { readTracks, type TrackHeader } from './mp4-track';

export { Mp4Error } from './mp4-box';

/**
 * Samples an AAC encoder puts before the sound. Suar's own renditions carry them with no edit list, so sound is given
 * to its SourceBuffer this much earlier than the picture (`timestampOffset` less AAC_PRIMING_SAMPLES / 48000 s).
 */
export const AAC_PRIMING_SAMPLES = 1024;

/** A stretch of one track that can be appended alone: bytes `start` (the `moof`) to `end` (of its last `mdat`). */
export interface Fragment extends Run {
  start: number;
  end: number;
}

export interface Track extends TrackHeader {
  fragments: Fragment[];
  /** First decode time, and the length of all samples; in this track's timescale. */
  time: number;
  duration: number;
  samples: number;
}

export interface Fmp4 {
  tracks: Track[];
  /** True where every `moof` holds one track and can be cut out of its file: each track can have a SourceBuffer. */
  perTrack: boolean;
}

/** The boxes of a file that are not media: enough to know where all media lies. `at` is the place in the file. */
export interface Skeleton {
  ftyp: Uint8Array;
  moov: Uint8Array;
  /** In file order; `end` is where the media of this `moof` ends. */
  moofs: { bytes: Uint8Array; at: number; end: number }[];
}

/**
 * Reads a whole file held in memory.
 * @throws Mp4Error where it is no MP4, is cut short, or has no `moov`.
 */
export function readFmp4(bytes: Uint8Array): Fmp4 {
  return readSkeleton(skeletonOf(bytes));
}

/** The same from the boxes alone. @throws Mp4Error as readFmp4. */
export function readSkeleton(skeleton: Skeleton): Fmp4 {
  try {
    return tracksOf(skeleton);
  } catch (error) {
    // A damaged field that points outside its box ends as a RangeError of the DataView.
    throw error instanceof RangeError ? new Mp4Error('damaged box', { cause: error }) : error;
  }
}

function tracksOf({ ftyp, moov, moofs }: Skeleton): Fmp4 {
  const headers = readTracks(moov, wholeBox(moov), ftyp);
  const runs = moofs.map(({ bytes, at, end }) => ({ at, end, runs: readMoof(bytes, wholeBox(bytes), headers) }));
  const perTrack = runs.length > 0 && runs.every((each) => each.runs.length === 1 && each.runs[0]?.relocatable);
  const fragments = runs.flatMap(({ at, end, runs: all }) => all.map((run) => ({ ...run, start: at, end })));
  return { tracks: headers.map((header) => withFragments(header, fragments)), perTrack };
}

function withFragments(header: TrackHeader, all: readonly Fragment[]): Track {
  const fragments = all.filter((fragment) => fragment.trackId === header.id);
  const sum = (pick: (fragment: Fragment) => number) => fragments.reduce((total, each) => total + pick(each), 0);
  return {
    ...header,
    fragments,
    time: fragments[0]?.time ?? 0,
    duration: sum((each) => each.duration),
    samples: sum((each) => each.samples),
  };
}

function skeletonOf(bytes: Uint8Array): Skeleton {
  const boxes = boxesIn(bytes);
  const ftyp = boxes.find((box) => box.type === 'ftyp');
  const moov = boxes.find((box) => box.type === 'moov');
  if (!moov) throw new Mp4Error('no moov: the file has no index');
  const cut = (box: Box) => bytes.subarray(box.start, box.end);
  return { ftyp: ftyp ? cut(ftyp) : new Uint8Array(), moov: cut(moov), moofs: moofsOf(boxes, cut) };
}

function moofsOf(boxes: readonly Box[], cut: (box: Box) => Uint8Array): Skeleton['moofs'] {
  const moofs: Skeleton['moofs'] = [];
  for (const box of boxes) {
    const open = moofs.at(-1);
    if (box.type === 'moof') moofs.push({ bytes: cut(box), at: box.start, end: box.end });
    else if (box.type === 'mdat' && open) open.end = box.end;
  }
  return moofs;
}

function wholeBox(bytes: Uint8Array): Box {
  const [box] = boxesIn(bytes);
  if (!box) throw new Mp4Error('empty box');
  return box;
}

/** Milliseconds of a track from its own units, not rounded. */
export function trackMs(track: Pick<Track, 'timescale'>, units: number): number {
  return (units * 1000) / track.timescale;
}
