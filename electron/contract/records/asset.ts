/**
 * Asset: one piece of material in the library. Its state is a union, so a field exists only when it is true:
 * an asset without a probe has no duration to misread.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, Instant, LocalDate, Name, Reason, Sha256 } from '../scalars';
import { Approval, PpidClass } from './matter';

export const AssetKind = z.enum(['video', 'image', 'audio']);
export type AssetKind = z.infer<typeof AssetKind>;

export const Rotation = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

export const VideoStream = z.object({
  index: z.int().min(0),
  codec: z.string(),
  profile: z.string().nullable(),
  /** Pixels as shown, after rotation and sample aspect ratio. */
  width: z.int().min(1),
  height: z.int().min(1),
  /** Pixels as coded. */
  codedWidth: z.int().min(1),
  codedHeight: z.int().min(1),
  /** Degrees clockwise that a player must turn the picture. */
  rotation: Rotation,
  /** Mean frames per second; 0 for a still. */
  frameRate: z.number().min(0),
  variableFrameRate: z.boolean(),
  pixelFormat: z.string(),
  hdr: z.boolean(),
  alpha: z.boolean(),
  interlaced: z.boolean(),
  bFrames: z.boolean(),
  /** Longest distance between key frames in ms; null when not measured. */
  gopMs: z.number().min(0).nullable(),
  /** RFC 6381 codec string for H.264, e.g. `avc1.64001f`; null for others. */
  codecString: z.string().nullable(),
  /** When the first picture is shown, ms from the file's zero; absent or null when not measured. */
  startMs: z.number().nullable().optional(),
  /** Colour matrix as ffprobe names it, such as `bt709`; absent or null where the file does not say. */
  colorSpace: z.string().nullable().optional(),
});
export type VideoStream = z.infer<typeof VideoStream>;

export const AudioStream = z.object({
  index: z.int().min(0),
  codec: z.string(),
  profile: z.string().nullable(),
  channels: z.int().min(1),
  layout: z.string(),
  sampleRate: z.int().min(1),
  language: z.string().nullable(),
  /** The file names this stream as the one to play; the first such is taken, else the first of all. */
  preferred: z.boolean().optional(),
  /** How long it goes on after the picture has begun, in ms; absent or null when not measured. */
  durationMs: z.number().min(0).nullable().optional(),
  /** Samples before the picture begins (of AAC: the encoder's priming); absent or null when not known. */
  primingSamples: z.int().nullable().optional(),
});
export type AudioStream = z.infer<typeof AudioStream>;

/** EBU R128 programme measurement of the first audio stream. Silence reads as null. */
export const Loudness = z.object({
  integratedLufs: z.number(),
  truePeakDbtp: z.number(),
  rangeLu: z.number(),
  thresholdLufs: z.number(),
});
export type Loudness = z.infer<typeof Loudness>;

export const Severity = z.enum(['info', 'warning', 'error']);
export const Finding = z.object({ severity: Severity, reason: Reason });
export type Finding = z.infer<typeof Finding>;

export const Probe = z.object({
  kind: AssetKind,
  container: z.string(),
  durationMs: DurationMs,
  bitRate: z.int().min(0).nullable(),
  video: VideoStream.nullable(),
  audio: z.array(AudioStream),
  loudness: Loudness.nullable(),
  /** True when the file is fragmented MP4 whose every `moof` holds one track: what the display page lays end to end. */
  fragmentedPerTrack: z.boolean(),
  findings: z.array(Finding),
});
export type Probe = z.infer<typeof Probe>;

/** How a source becomes what a display plays. */
export const Decision = z.enum(['as-is', 'remux', 'transcode']);
export type Decision = z.infer<typeof Decision>;

const renditionBase = {
  /** `profileKey()` of the display profile, or `audio...` for sound alone. */
  profileKey: z.string(),
  /** Where in the source the rendition begins: 0, or a trim-in, which needs a key frame of its own. */
  inMs: DurationMs,
  because: z.array(Reason),
};

/** Made, probed again and in place. */
export const ReadyRendition = z.object({
  state: z.literal('ready'),
  ...renditionBase,
  decision: Decision,
  hash: Sha256,
  bytes: z.int().min(1),
  mime: z.string(),
  width: z.int().min(0),
  height: z.int().min(0),
  /** Exact shown length; a still has 0. */
  durationMs: DurationMs,
  frames: z.int().min(0).nullable(),
  codecs: z.object({ video: z.string(), audio: z.string() }).nullable(),
  /** Of sound alone, measured on the finished file; null where nothing in it is loud enough to count, absent where it was not measured. */
  loudness: Loudness.nullable().optional(),
  madeAt: Instant,
});
export type ReadyRendition = z.infer<typeof ReadyRendition>;

export const Rendition = z.discriminatedUnion('state', [
  ReadyRendition,
  z.object({ state: z.literal('queued'), ...renditionBase, decision: Decision, jobId: Id }),
  z.object({ state: z.literal('failed'), ...renditionBase }),
]);
export type Rendition = z.infer<typeof Rendition>;

/**
 * Checked in one loop: zod's own array takes milliseconds for 2,000 numbers, and a command on 500 assets reads each of them
 * several times. The array is passed on as it came, not copied.
 */
const Peaks = z.custom<number[]>((value) => Array.isArray(value) && arePeaks(value), { error: 'not peaks of 0..255' });

function arePeaks(values: readonly unknown[]): boolean {
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 255) return false;
  }
  return true;
}

/** Derived pictures, each addressed by hash under `/media/`. */
export const Pictures = z.object({
  /** WebP or JPEG, at most 480 px wide. */
  thumbnail: Sha256.nullable(),
  /** One row of `frames` equal tiles, evenly spread over the duration. */
  filmstrip: z
    .object({ hash: Sha256, frames: z.int().min(1), tileWidth: z.int().min(1), tileHeight: z.int().min(1) })
    .nullable(),
  /** Stills of what the quality check found; absent before it. */
  stills: z.array(Sha256).max(500).optional(),
  /** Peak per bucket, 0..255, at most 2,000 buckets over the duration. */
  waveform: Peaks.nullable(),
});
export type Pictures = z.infer<typeof Pictures>;

/** Of what an asset is a mended copy: the file as it was, and the repairs that were made. */
export const Mends = z.object({ assetId: Id, hash: Sha256, kinds: z.array(z.string()) });
export type Mends = z.infer<typeof Mends>;

export const MOST_TAGS = 50;

const assetBase = {
  id: Id,
  rev: z.int().min(0),
  name: Name,
  /** The file's name as it came, made printable; never used as a path. */
  originalName: z.string().max(1024),
  hash: Sha256,
  bytes: z.int().min(1),
  tags: z.array(Name).max(MOST_TAGS),
  notes: z.string().max(5000),
  agencyId: Id.nullable().default(null),
  /** Of the station's own list, such as `Kesehatan`; what separation and smart playlists go by. */
  category: Name.nullable().default(null),
  /** First and last day on which it may air, both included, on the station's clock. */
  validFrom: LocalDate.nullable().default(null),
  validTo: LocalDate.nullable().default(null),
  approval: Approval.default('notNeeded'),
  /** Of a mended copy alone. */
  mends: Mends.optional(),
  /** The file that was approved: an approval is of a content, never of a name. Null where none was. */
  approvedHash: Sha256.nullable().default(null),
  ppid: PpidClass.default('anytime'),
  /** When a *berkala* publication is due to be looked at again; the law asks for it every six months at least. */
  ppidReviewBy: LocalDate.nullable().default(null),
  /** Candidate pair or participant of an election whose time is counted. */
  subject: Name.nullable().default(null),
  /** When it was withdrawn from everywhere. */
  recalledAt: Instant.nullable().default(null),
  createdAt: Instant,
  createdBy: z.string(),
  /** Of the same: names are changed, and shared. Absent of what was taken in before it was kept. */
  createdById: z.string().optional(),
  archivedAt: Instant.nullable(),
  /** Set when deleted; recoverable until 30 days later. */
  trashedAt: Instant.nullable(),
};

/** What a new asset says of where it comes from: nothing yet. */
export const NO_ORIGIN = {
  agencyId: null,
  category: null,
  validFrom: null,
  validTo: null,
  approval: 'notNeeded',
  approvedHash: null,
  ppid: 'anytime',
  ppidReviewBy: null,
  subject: null,
  recalledAt: null,
} as const;

const probed = { probe: Probe, pictures: Pictures, renditions: z.array(Rendition) };

export const Asset = z.discriminatedUnion('state', [
  z.object({ state: z.literal('imported'), ...assetBase }),
  z.object({ state: z.literal('probing'), ...assetBase }),
  z.object({ state: z.literal('transcoding'), ...assetBase, ...probed }),
  z.object({ state: z.literal('ready'), ...assetBase, ...probed }),
  z.object({ state: z.literal('failed'), ...assetBase, failure: Reason, probe: Probe.nullable() }),
]);
export type Asset = z.infer<typeof Asset>;
export type AssetState = Asset['state'];
export type ProbedAsset = Extract<Asset, { state: 'transcoding' | 'ready' }>;

/** Whether this asset has been probed and may hold renditions. */
export function isProbed(asset: Asset): asset is ProbedAsset {
  return asset.state === 'transcoding' || asset.state === 'ready';
}

/** Version 2: an approval names the file it is of; those given before were of the file there is. */
export const assetRecord = recordType('asset', Asset, [
  (old) => ({ ...old, approvedHash: old.approval === 'approved' ? old.hash : null }),
]);
