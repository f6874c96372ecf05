/** The commands that make renditions. Pure: an order in, a command out. Read `recipeFor` first. */
import type { VideoStream } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import { framing } from '../../domain/profile';
import { chosenAudio, soundPlan } from '../../domain/rendition';
import { type Command, fileUrl, guarded } from './command';
import { PEAK_BEFORE_CODING_DBTP } from './loudness';
import { alphaDecoder, deinterlacer, pictureFilters } from './picture-filters';
import { demuxerOf } from './picture-recipes';
import { silence, soundChain } from './sound-filters';
import { AUDIO_ENCODER, AUDIO_RATE, DISPLAY_CONTAINER, PLAIN, SOUND_CONTAINER, videoEncoder } from './target';
import type { Capabilities } from './toolchain';
import type { RenditionOrder } from './types';

/** `trimDb` corrects the loudness of an earlier attempt, `ceiling` of sound alone its peaks. */
export function recipeFor(
  order: RenditionOrder,
  target: string,
  have: Capabilities,
  trimDb = 0,
  ceiling?: number,
): Command {
  const { profile, probe } = order;
  if (profile === null) return soundRecipe(order, target, trimDb, ceiling);
  const video = probe.video;
  if (!video) throw new TypeError('a display rendition needs a picture');
  if (probe.kind === 'image') return stillRecipe(order, video, profile, target, have);
  return order.decision === 'remux'
    ? remuxRecipe(order, video, profile, target, trimDb)
    : videoRecipe(order, video, profile, target, have, trimDb);
}

/** Frames of a transcoded rendition: what is left after the trim-in, at the panel's rate; at least one. */
export function framesOf({ probe, inMs }: RenditionOrder, profile: Profile): number {
  return Math.max(1, Math.round(((probe.durationMs - inMs) * profile.frameRate) / 1000));
}

function videoRecipe(
  order: RenditionOrder,
  video: VideoStream,
  profile: Profile,
  target: string,
  have: Capabilities,
  trimDb: number,
): Command {
  const frames = framesOf(order, profile);
  const samples = Math.round((frames * AUDIO_RATE) / profile.frameRate);
  const chain = [
    ...(video.interlaced ? [deinterlacer(have)] : []),
    `fps=${profile.frameRate}:start_time=0`,
    ...pictureFilters(video, framing(video, profile), have),
    'format=yuv420p',
    // The last picture stands until the planned end, where a source ends between two frames of the panel's rate.
    'tpad=stop=-1:stop_mode=clone',
    `trim=end_frame=${frames}`,
  ];
  const graph = [`[0:${video.index}]${chain.join(',')}[v]`, soundGraph(order, profile.loudnessLufs, samples, trimDb)];
  const options = ['-filter_complex', graph.join(';'), '-map', '[v]', '-map', '[a]'];
  const coding = [...videoEncoder(profile.frameRate), ...AUDIO_ENCODER, ...PLAIN, ...DISPLAY_CONTAINER];
  const input = guarded(order.source, null, [...seek(order), ...alphaDecoder(video, have)]);
  return { inputs: [input], options: [...options, ...coding], target: fileUrl(target) };
}

function seek({ inMs }: RenditionOrder): string[] {
  return inMs === 0 ? [] : ['-ss', (inMs / 1000).toFixed(3)];
}

function soundGraph(
  order: RenditionOrder,
  target: number | null,
  samples: number | null,
  trimDb: number,
  ceiling?: number,
): string {
  const { probe, inMs, profile } = order;
  const audio = chosenAudio(probe);
  if (!audio) return silence(samples ?? 0);
  const { loudness, durationMs } = probe;
  const primed = probe.fragmentedPerTrack && inMs === 0;
  const leadMs = order.decision === 'remux' ? Math.max(0, probe.video?.startMs ?? 0) : 0;
  // Of a clip with a picture a radio plays what a display does: what a coder filled up behind it is no sound.
  const alone = profile === null && probe.video !== null;
  const mostSamples = alone ? Math.round(((durationMs - inMs) * AUDIO_RATE) / 1000) : undefined;
  return soundChain({ audio, loudness, target, durationMs, trimDb, ceiling, primed, leadMs, samples, mostSamples });
}

/** The picture is copied bit by bit; the sound too where it fits. */
function remuxRecipe(
  order: RenditionOrder,
  video: VideoStream,
  profile: Profile,
  target: string,
  trimDb: number,
): Command {
  const { probe } = order;
  const plan = soundPlan(probe, profile.loudnessLufs, probe.durationMs);
  const samples = Math.round((probe.durationMs * AUDIO_RATE) / 1000);
  const graph = ['-filter_complex', soundGraph(order, profile.loudnessLufs, samples, trimDb)];
  const copied = [
    '-map',
    `0:${video.index}`,
    '-map',
    `0:${chosenAudio(probe)?.index}`,
    '-c',
    'copy',
    ...until(probe.durationMs + Math.max(0, video.startMs ?? 0)),
  ];
  const coded = [...graph, '-map', `0:${video.index}`, '-map', '[a]', '-c:v', 'copy', ...AUDIO_ENCODER];
  const options = [...(plan === 'copy' ? copied : coded), ...PLAIN, ...DISPLAY_CONTAINER];
  return { inputs: [guarded(order.source, null)], options, target: fileUrl(target) };
}

/** A sound that outlasts its picture is cut at the frame after its end. */
function until(durationMs: number): string[] {
  return ['-t', ((durationMs + 1) / 1000).toFixed(3)];
}

const TRANSPOSE: Record<VideoStream['rotation'], string[]> = {
  0: [],
  90: ['transpose=clock'],
  180: ['hflip', 'vflip'],
  270: ['transpose=cclock'],
};

/** Orientation is applied here and by no one else: versions of ffmpeg differ in whether they heed EXIF. */
function stillRecipe(
  { source }: RenditionOrder,
  video: VideoStream,
  profile: Profile,
  target: string,
  have: Capabilities,
): Command {
  const { scaled, kept } = framing(video, profile);
  const cut = scaled.width !== kept.width || scaled.height !== kept.height;
  const chain = [
    ...(video.alpha ? ['format=gbrap', 'premultiply=inplace=1', 'format=gbrp'] : []),
    ...TRANSPOSE[video.rotation],
    `scale=${scaled.width}:${scaled.height}:flags=lanczos`,
    ...(cut ? [`crop=${kept.width}:${kept.height}`] : []),
    'setsar=1',
  ];
  const options = ['-map', `0:${video.index}`, '-vf', chain.join(','), '-frames:v', '1', ...STILL, ...PLAIN];
  const input = guarded(source, demuxerOf(video), ['-noautorotate', ...alphaDecoder(video, have)]);
  return { inputs: [input], options: [...options, '-f', 'mjpeg'], target: fileUrl(target) };
}

/** Full colour resolution: posters are text on colour. */
const STILL = ['-c:v', 'mjpeg', '-q:v', '2', '-pix_fmt', 'yuvj444p'];

function soundRecipe(
  order: RenditionOrder,
  target: string,
  trimDb: number,
  ceiling = PEAK_BEFORE_CODING_DBTP,
): Command {
  const { probe, decision, source, audioLoudnessLufs } = order;
  const end = probe.video === null ? [] : ['-t', (probe.durationMs / 1000).toFixed(3)];
  const copied = ['-map', `0:${chosenAudio(probe)?.index}`, '-c:a', 'copy', ...end];
  const graph = soundGraph(order, audioLoudnessLufs, null, trimDb, ceiling);
  const coded = ['-filter_complex', graph, '-map', '[a]', ...AUDIO_ENCODER];
  const options = [...(decision === 'remux' ? copied : coded), '-vn', ...PLAIN, ...SOUND_CONTAINER];
  return { inputs: [guarded(source, null, seek(order))], options, target: fileUrl(target) };
}
