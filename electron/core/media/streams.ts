/** ffprobe's streams as Suar's. Pure. */
import type { AudioStream, VideoStream } from '../../contract/records/asset';
import type { Raw, RawStream } from './ffprobe';
import type { Pace } from './pace';

const HDR_TRANSFERS = new Set(['smpte2084', 'arib-std-b67']);
const INTERLACED_ORDERS = new Set(['tt', 'bb', 'tb', 'bt']);
const ALPHA_FORMAT = /^(?:yuva|rgba|bgra|argb|abgr|gbrap|ya8|ya16|pal8)/;

/** The picture to show: no cover art, the preferred one, else the first. */
export function chosenPicture(raw: Raw): RawStream | null {
  const pictures = raw.streams.filter(
    ({ codec_type, disposition }) => codec_type === 'video' && !disposition.attached_pic,
  );
  return pictures.find(({ disposition }) => disposition.default) ?? pictures[0] ?? null;
}

export function soundsOf(raw: Raw): RawStream[] {
  return raw.streams.filter(({ codec_type, channels }) => codec_type === 'audio' && (channels ?? 0) > 0);
}

/** `codecString` is what the container's own description says, where it has been read. */
export function videoStream(raw: Raw, stream: RawStream, pace: Pace, codecString: string | null): VideoStream {
  const rotation = rotationOf(stream, raw);
  return {
    index: stream.index,
    codec: stream.codec_name ?? 'unknown',
    profile: stream.profile ?? null,
    ...shownSize(stream, rotation),
    codedWidth: stream.width ?? 1,
    codedHeight: stream.height ?? 1,
    rotation,
    ...rateOf(stream, pace),
    pixelFormat: stream.pix_fmt ?? 'unknown',
    hdr: HDR_TRANSFERS.has(stream.color_transfer ?? ''),
    alpha: hasAlpha(stream),
    interlaced: INTERLACED_ORDERS.has(stream.field_order ?? ''),
    bFrames: pace.bFrames,
    gopMs: pace.packets > 1 && pace.gopMs !== null ? Math.round(pace.gopMs * 10) / 10 : null,
    codecString: codecString ?? guessedCodec(stream),
    startMs: pace.packets > 1 ? Math.round((pace.startMs - zeroMs(raw)) * 10) / 10 : null,
    colorSpace: stream.color_space && stream.color_space !== 'unknown' ? stream.color_space : null,
  };
}

/** Where the file's own clock begins: a transport stream may begin anywhere. */
export function zeroMs(raw: Raw): number {
  return (raw.format.start_time ?? 0) * 1000;
}

/** A still says one frame in no time; a moving picture what its packets say, else what its header says. */
function rateOf(stream: RawStream, pace: Pace): { frameRate: number; variableFrameRate: boolean } {
  if (pace.packets < 2) return { frameRate: 0, variableFrameRate: false };
  const told = fraction(stream.avg_frame_rate);
  const near = told > 0 && Math.abs(told / pace.frameRate - 1) < 0.005;
  const rate = near ? told : pace.frameRate;
  return { frameRate: Math.round(rate * 1000) / 1000, variableFrameRate: pace.variable };
}

export function fraction(text: string | undefined): number {
  const [over = Number.NaN, under = 1] = (text ?? '').split(/[/:]/).map(Number);
  return Number.isFinite(over / under) ? over / under : 0;
}

function shownSize(stream: RawStream, rotation: number): { width: number; height: number } {
  const shape = fraction(stream.sample_aspect_ratio) || 1;
  // Widened or heightened, never shrunk, so that no line of the picture is thrown away before it must be.
  const width = Math.max(1, Math.round((stream.width ?? 1) * Math.max(1, shape)));
  const height = Math.max(1, Math.round((stream.height ?? 1) * Math.max(1, 1 / shape)));
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

/** Degrees clockwise: a display matrix counts the other way round; EXIF has its own numbers. */
function rotationOf(stream: RawStream, raw: Raw): VideoStream['rotation'] {
  const sides = [...stream.side_data_list, ...(raw.frames[0]?.side_data_list ?? [])];
  const turned = sides.find((side) => side.rotation !== undefined)?.rotation;
  if (turned !== undefined) return quarter(-turned);
  if (stream.tags.rotate) return quarter(Number(stream.tags.rotate));
  return EXIF_ROTATION[exifOrientation(raw)] ?? 0;
}

const EXIF_ROTATION: Record<number, VideoStream['rotation']> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

/** 1..8; 1 where the picture stands as stored. */
export function exifOrientation(raw: Raw): number {
  return Number.parseInt(raw.frames[0]?.tags.Orientation ?? '1', 10) || 1;
}

function quarter(degrees: number): VideoStream['rotation'] {
  const turn = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

/** VP8 and VP9 carry alpha beside the picture and tell of it in a tag alone. */
function hasAlpha({ pix_fmt, tags }: RawStream): boolean {
  return ALPHA_FORMAT.test(pix_fmt ?? '') || (tags.alpha_mode ?? tags.ALPHA_MODE) === '1';
}

const H264_PROFILES: Record<string, string> = {
  'Constrained Baseline': '42c0',
  Baseline: '4200',
  Main: '4d00',
  High: '6400',
};

/** Where no container description is at hand: from profile and level (without the constraint flags). */
function guessedCodec({ codec_name, profile, level }: RawStream): string | null {
  const known = codec_name === 'h264' ? H264_PROFILES[profile ?? ''] : undefined;
  if (!known || !level || level < 0) return null;
  return `avc1.${known}${Math.round(level).toString(16).padStart(2, '0')}`;
}

export function audioStream(stream: RawStream): AudioStream {
  const { channels = 1, channel_layout, tags } = stream;
  const language = tags.language && tags.language !== 'und' ? tags.language : null;
  return {
    index: stream.index,
    codec: stream.codec_name ?? 'unknown',
    profile: stream.profile ?? null,
    channels,
    layout: channel_layout ?? (channels === 1 ? 'mono' : channels === 2 ? 'stereo' : `${channels} channels`),
    sampleRate: Math.max(1, stream.sample_rate ?? 1),
    language,
    preferred: stream.disposition.default === 1,
    durationMs: stream.duration === undefined ? null : Math.max(0, stream.duration * 1000),
    primingSamples: null,
  };
}
