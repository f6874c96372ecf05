/** The commands that cut an episode out of recordings. Pure: an order in, a command out. Read `episodeRecipe` first. */
import type { Loudness } from '../../contract/records/asset';
import { type Command, fileUrl, guarded } from './command';
import { METER, normaliser, STEREO } from './loudness';
import { AUDIO_ENCODER, AUDIO_RATE, PLAIN, SOUND_CONTAINER } from './target';

/** Sound of one file. */
export interface SoundCut {
  source: string;
  fromMs: number;
  ms: number;
}

export interface EpisodeTags {
  title: string;
  artist: string;
  album: string;
  /** `YYYY-MM-DD`. */
  date: string;
}

export interface EpisodeOrder {
  /** What is heard in one go, in order; none is empty. */
  runs: readonly (readonly SoundCut[])[];
  loudnessLufs: number;
  tags: EpisodeTags;
}

export interface Levels {
  measured: Loudness | null;
  trimDb: number;
  ceiling: number;
}

/** A word that is cut off clicks; more than this is heard as a fade. */
const FADE_MS = 20;
/** Where a recording ends and the next takes over. */
const SEAM_MS = 4;

export const lengthMs = ({ runs }: EpisodeOrder): number => runs.flat().reduce((sum, { ms }) => sum + ms, 0);

/** How loud the cuts are together. */
export function measureRecipe(order: EpisodeOrder): Command {
  const options = ['-filter_complex', graphOf(order, [METER]), '-map', '[a]', '-f', 'null'];
  return { inputs: inputsOf(order), options, target: '-' };
}

export function episodeRecipe(order: EpisodeOrder, target: string, { measured, trimDb, ceiling }: Levels): Command {
  const graph = graphOf(order, normaliser(measured, order.loudnessLufs, lengthMs(order), trimDb, ceiling));
  const coding = ['-filter_complex', graph, '-map', '[a]', ...AUDIO_ENCODER, '-vn', ...PLAIN];
  return {
    inputs: inputsOf(order),
    options: [...coding, ...words(order.tags), ...SOUND_CONTAINER],
    target: fileUrl(target),
  };
}

/** The same sound under other words. */
export function retagRecipe(source: string, target: string, tags: EpisodeTags): Command {
  const options = ['-map', '0:a:0', '-c', 'copy', ...PLAIN, ...words(tags), ...SOUND_CONTAINER];
  return { inputs: [guarded(source, 'mov')], options, target: fileUrl(target) };
}

function words(tags: EpisodeTags): string[] {
  return Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]);
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** Each cut is an input of its own: ffmpeg then seeks in the file instead of decoding the hour before. */
function inputsOf({ runs }: EpisodeOrder) {
  return runs
    .flat()
    .map(({ source, fromMs, ms }) => guarded(source, 'matroska', ['-ss', seconds(fromMs), '-t', seconds(ms)]));
}

function graphOf({ runs }: EpisodeOrder, after: readonly string[]): string {
  let input = 0;
  const cuts = runs.flatMap((run) =>
    run.map(({ ms }, place) => {
      const [into, out] = [place === 0 ? FADE_MS : SEAM_MS, place === run.length - 1 ? FADE_MS : SEAM_MS];
      const chain = [...exact(ms), ...faded(ms, into, out)].join(',');
      input += 1;
      return `[${input - 1}:a:0]${chain}[c${input - 1}]`;
    }),
  );
  const names = Array.from({ length: input }, (_, n) => `[c${n}]`).join('');
  const tail = [`concat=n=${input}:v=0:a=1`, `aresample=${AUDIO_RATE}`, ...after].join(',');
  return [...cuts, `${names}${tail}[a]`].join(';');
}

/** To the sample, whatever lacks: chapters and the next cuts would come early. */
function exact(ms: number): string[] {
  const samples = Math.round((ms * AUDIO_RATE) / 1000);
  const even = `aresample=${AUDIO_RATE}:async=1:min_hard_comp=0.1:first_pts=0`;
  return [even, STEREO, `apad=whole_len=${samples}`, `atrim=end_sample=${samples}`, 'asetpts=N/SR/TB'];
}

/** Of what is shorter than two fades nothing would be left. */
function faded(ms: number, into: number, out: number): string[] {
  if (ms < 2 * FADE_MS) return [];
  return [`afade=t=in:d=${seconds(into)}`, `afade=t=out:st=${seconds(ms - out)}:d=${seconds(out)}`];
}
