/** Where the fragments of a kept video lie, made once when it is whole, so that any moment of it is found at once. */
import { z } from 'zod';
import { AAC_PRIMING_SAMPLES, type Fmp4, Mp4Error, readSkeleton, type Skeleton } from '../../../electron/domain/fmp4';
import { readHeader } from '../../../electron/domain/mp4-box';

/** [byte start, byte end, time in seconds, length in seconds] */
const Fragment = z.tuple([z.int(), z.int(), z.number(), z.number()]);

const TrackIndex = z.object({
  kind: z.enum(['video', 'audio']),
  codec: z.string(),
  init: z.instanceof(Uint8Array),
  /** Seconds to add so that its first sample is heard or seen at zero. */
  shift: z.number(),
  fragments: z.array(Fragment).min(1),
});
export type TrackIndex = z.infer<typeof TrackIndex>;

export const MediaIndex = z.array(TrackIndex).min(1);
export type MediaIndex = z.infer<typeof MediaIndex>;

export type ReadBytes = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

const HEADER_BYTES = 16;

/**
 * Walks the boxes of a file of `size` bytes, reading only those that are not media.
 * @throws Mp4Error where it is not what a display can lay end to end.
 */
export async function indexMedia(read: ReadBytes, size: number): Promise<MediaIndex> {
  const fmp4 = readSkeleton(await skeletonOf(read, size));
  if (!fmp4.perTrack) throw new Mp4Error('fragments hold more than one track');
  const tracks = fmp4.tracks.filter((track) => track.fragments.length > 0).flatMap(trackIndex);
  if (!tracks.some((track) => track.kind === 'video')) throw new Mp4Error('no picture');
  return tracks;
}

async function skeletonOf(read: ReadBytes, size: number): Promise<Skeleton> {
  const skeleton: Skeleton = { ftyp: new Uint8Array(), moov: new Uint8Array(), moofs: [] };
  for (let at = 0; at < size; ) {
    const box = readHeader(await read(at, Math.min(size, at + HEADER_BYTES)), 0, size - at);
    const end = at + box.end;
    const open = skeleton.moofs.at(-1);
    if (box.type === 'ftyp' || box.type === 'moov') skeleton[box.type] = await read(at, end);
    else if (box.type === 'moof') skeleton.moofs.push({ bytes: await read(at, end), at, end });
    else if (box.type === 'mdat' && open) open.end = end;
    at = end;
  }
  if (skeleton.moov.length === 0) throw new Mp4Error('no moov');
  return skeleton;
}

function trackIndex(track: Fmp4['tracks'][number]): MediaIndex {
  if (track.kind === 'other') return [];
  const { kind, codec, timescale, time } = track;
  const priming = kind === 'audio' && codec.startsWith('mp4a') && !track.editShift ? AAC_PRIMING_SAMPLES : 0;
  const fragments = track.fragments.map(
    (each): z.infer<typeof Fragment> => [each.start, each.end, each.time / timescale, each.duration / timescale],
  );
  return [{ kind, codec, init: track.init.slice(), shift: -(time + priming) / timescale, fragments }];
}
