/** Pictures one after the other as a video, fading from each to the next. */
import { type Command, fileUrl } from './command';
import { runFfmpeg } from './run';
import { silence } from './sound-filters';
import { AUDIO_ENCODER, AUDIO_RATE, DISPLAY_CONTAINER, PLAIN, videoEncoder } from './target';
import type { SlidesOrder, Work } from './types';

const FADE_MS = 400;
/** Plays on phones and in editing programs: the index comes first. */
const ANYWHERE = ['-f', 'mp4', '-movflags', '+faststart'];

/** Frames in all: each picture gets the same share of them. */
export const slideFrames = ({ totalMs, frameRate }: Pick<SlidesOrder, 'totalMs' | 'frameRate'>): number =>
  Math.max(1, Math.round((totalMs * frameRate) / 1000));

/** Everything ffmpeg is told. Pure. */
export function slidesRecipe(order: SlidesOrder, target: string): Command {
  const { pictures, frameRate, width, height, forDisplay } = order;
  const frames = slideFrames(order);
  const each = frames / pictures.length / frameRate;
  const fade = Math.min(FADE_MS / 1000, each / 4);
  const last = frames / frameRate;
  const pieces = pictures.map((_, at) => {
    // Each stands under the next while that fades in.
    const colours = `scale=${width}:${height}:out_color_matrix=bt709:out_range=tv`;
    const filters = [colours, 'format=yuv420p', 'setsar=1', `fps=${frameRate}`];
    return `[${at}:v]${filters.join(',')}[p${at}]`;
  });
  const faded = pictures.slice(1).map((_, at) => {
    const from = at === 0 ? 'p0' : `x${at}`;
    const offset = ((at + 1) * each - fade / 2).toFixed(4);
    return `[${from}][p${at + 1}]xfade=transition=fade:duration=${fade.toFixed(4)}:offset=${offset}[x${at + 1}]`;
  });
  const ends = forDisplay ? [] : [`fade=t=in:d=${fade}`, `fade=t=out:st=${(last - fade).toFixed(4)}:d=${fade}`];
  const end = [...ends, 'tpad=stop=-1:stop_mode=clone', `trim=end_frame=${frames}`];
  const shown = pictures.length > 1 ? `x${pictures.length - 1}` : 'p0';
  const graph = [...pieces, ...faded, `[${shown}]${end.join(',')}[v]`, silence(Math.round(last * AUDIO_RATE))];
  // Read once a second: decoding the same picture for every frame would take most of the time.
  const length = Math.ceil(each + 2 * fade + 2);
  const inputs = pictures.map((path) => ({
    options: ['-f', 'image2', '-pattern_type', 'none', '-loop', '1', '-framerate', '1', '-t', String(length)],
    source: fileUrl(path),
  }));
  const coding = [
    ...videoEncoder(frameRate),
    ...AUDIO_ENCODER,
    ...PLAIN,
    ...(forDisplay ? DISPLAY_CONTAINER : ANYWHERE),
  ];
  const options = ['-filter_complex', graph.join(';'), '-map', '[v]', '-map', '[a]', ...coding];
  return { inputs, options, target: fileUrl(target) };
}

export async function makeSlides(binary: string, order: SlidesOrder, target: string, work: Work): Promise<void> {
  const run = { binary, command: slidesRecipe(order, target), work, totalMs: order.totalMs, gentle: true };
  await runFfmpeg(run);
}
