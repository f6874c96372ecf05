/**
 * The one pass over a source, as a command: every filter shares its decoding. Pure. Cells (RGB) come out of standard output frame by frame,
 * sampled pictures (luma as coded) go to a file, the rest is said on standard error and read by `said.ts`.
 */
import type { QualityLimits } from '../../../contract/records/quality-limits';
import { type Command, fileUrl, guarded } from '../command';
import { STEREO } from '../loudness';
import { demuxerOf, turned } from '../picture-recipes';
import { CELLS, type Plan } from './plan';

/** For bars: this many levels of 255 are black. */
type Limits = Pick<
  QualityLimits,
  'blackMs' | 'blackLevel' | 'blackShare' | 'frozenMs' | 'frozenDb' | 'silentMs' | 'silentDb' | 'letterboxLuma'
>;

/** Luma as it is coded: a change to another range would hide what is outside of this one. */
const AS_CODED = 'format=yuv420p|yuvj420p|yuv422p|yuvj422p|yuv444p|yuvj444p';

export function lookRecipe(source: string, samples: string, plan: Plan, limits: Limits): Command {
  const graph = [...pictureChains(plan, limits), ...soundChains(plan, limits)].join(';');
  const samplesOut = plan.video ? ['-map', '[samples]', ...RAW, '-flush_packets', '1', fileUrl(samples)] : [];
  const soundOut = plan.sound === null ? [] : ['-map', '[sound]', '-f', 'null', '-'];
  const cellsOut = plan.video && !plan.still ? ['-map', '[cells]', ...RAW] : [];
  const outputs = [...samplesOut, ...soundOut, ...cellsOut];
  // The last output is the one that the command names as its target.
  const options = cellsOut.length > 0 ? outputs : outputs.slice(0, -1);
  const target = cellsOut.length > 0 ? '-' : (outputs.at(-1) ?? '-');
  const demuxer = plan.video && plan.still ? demuxerOf(plan.video) : null;
  // Orientation of a still is applied here: versions of ffmpeg differ in whether they heed EXIF.
  const upright = plan.still ? ['-noautorotate'] : [];
  return { inputs: [guarded(source, demuxer, upright)], options: ['-filter_complex', graph, ...options], target };
}

const RAW = ['-f', 'rawvideo'];

function pictureChains(plan: Plan, limits: Limits): string[] {
  const { video, still } = plan;
  if (!video) return [];
  const bars = `cropdetect=${(limits.letterboxLuma / 255).toFixed(4)}:2:0`;
  const { width, height } = plan.sample;
  const sampled = `${AS_CODED},${bars},extractplanes=y,scale=${width}:${height}:flags=area,format=gray[samples]`;
  // It passes over the first two pictures, and a still has one.
  if (still)
    return [`[0:${video.index}]${[...turned(video, still), 'tpad=stop=3:stop_mode=clone'].join(',')},${sampled}`];
  return [
    `[0:${video.index}]split=3[all][fields][some]`,
    `[all]${black(limits)},${frozen(limits)},${cells(plan)}[cells]`,
    // Half as strict again as usual: fine patterns that move are taken for fields otherwise.
    '[fields]idet=intl_thres=1.5,nullsink',
    `[some]fps=fps=1000/${plan.sampleMs}:round=up,${sampled}`,
  ];
}

const black = ({ blackMs, blackLevel, blackShare }: Limits) =>
  `blackdetect=d=${blackMs / 1000}:pix_th=${blackLevel}:pic_th=${blackShare}`;

const frozen = ({ frozenMs, frozenDb }: Limits) => `freezedetect=n=${frozenDb}dB:d=${frozenMs / 1000}`;

const cells = ({ frameRate }: Plan) =>
  `fps=${frameRate}:start_time=0,scale=${CELLS.width}:${CELLS.height}:flags=area,format=rgb24`;

/** How long the pieces are in which peaks are counted. */
export const PEAK_MS = 200;

/** Piece by piece; as integers, since a decoder may go past full scale where a converter cuts. */
function soundChains({ sound }: Plan, { silentMs, silentDb }: Limits): string[] {
  if (sound === null) return [];
  const peaks = [
    'aresample=48000',
    'aformat=sample_fmts=s16',
    `asetnsamples=n=${(48_000 * PEAK_MS) / 1000}:p=0`,
    'astats=metadata=1:reset=1:measure_perchannel=none:measure_overall=Peak_level+Peak_count',
    'ametadata=mode=print',
  ];
  const chain = [STEREO, `silencedetect=noise=${silentDb}dB:duration=${silentMs / 1000}`, ...peaks];
  return [`[0:${sound}]${chain.join(',')}[sound]`];
}
