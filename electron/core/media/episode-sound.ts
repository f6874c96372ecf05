/** Makes the sound of an episode: measured, brought to the radio's loudness, measured again on the finished file. Read `makeEpisode` first. */
import { rm } from 'node:fs/promises';
import { Hopeless } from '../../contract/hopeless';
import type { Loudness } from '../../contract/records/asset';
import { reason } from '../../contract/scalars';
import { guarded } from './command';
import {
  type EpisodeOrder,
  type EpisodeTags,
  episodeRecipe,
  lengthMs,
  measureRecipe,
  retagRecipe,
} from './episode-recipes';
import { ToolFailed } from './faults';
import { corrected, type SoundTools } from './level-sound';
import { METER, PEAK_BEFORE_CODING_DBTP, parseLoudness, STEREO } from './loudness';
import { type Run, runFfmpeg } from './run';
import type { MadeEpisode, Work } from './types';
import { describeSound } from './verify';

/** @throws what `runFfmpeg` throws, or Hopeless where a recording cannot be read; the target is then gone. */
export async function makeEpisode(
  binary: string,
  order: EpisodeOrder,
  target: string,
  work: Work,
): Promise<MadeEpisode> {
  const run = (command: Run['command'], heard: Work) =>
    runFfmpeg({ binary, command, work: heard, totalMs: lengthMs(order), gentle: true });
  try {
    const measured = parseLoudness((await run(measureRecipe(order), share(work, 0, 0.4))).lines);
    const tools = soundTools(run, order, measured, work);
    await tools.render(target, { trimDb: 0, ceiling: PEAK_BEFORE_CODING_DBTP });
    const made = await tools.measure(target);
    const loudness = await corrected({ target, loudnessLufs: order.loudnessLufs, made }, tools);
    return { durationMs: (await describeSound(target)).durationMs, loudness };
  } catch (fault) {
    await rm(target, { force: true });
    throw unreadable(fault);
  }
}

/** @throws what `runFfmpeg` throws */
export async function retagEpisode(
  binary: string,
  { source, target, tags }: { source: string; target: string; tags: EpisodeTags },
  work: Work,
): Promise<void> {
  const command = retagRecipe(source, target, tags);
  await runFfmpeg({ binary, command, work, totalMs: 0, gentle: true });
}

function soundTools(
  run: (command: Run['command'], work: Work) => Promise<{ lines: string[] }>,
  order: EpisodeOrder,
  measured: Loudness | null,
  work: Work,
): SoundTools {
  return {
    async measure(path) {
      const options = ['-map', '0:a:0', '-af', `${STEREO},${METER}`, '-f', 'null'];
      const command = { inputs: [guarded(path, 'mov')], options, target: '-' };
      return parseLoudness((await run(command, { ...work, progress: () => {} })).lines);
    },
    async render(path, correction) {
      await run(episodeRecipe(order, path, { measured, ...correction }), share(work, 0.4, 0.9));
    },
  };
}

/** One run of several is a share of the whole. */
function share(work: Work, from: number, until: number): Work {
  return {
    signal: work.signal,
    progress: ({ ratio, ...rest }) =>
      work.progress({ ...rest, ratio: ratio === null ? null : from + ratio * (until - from), remainingMs: null }),
  };
}

/** What ffmpeg cannot read now it cannot read later. */
const unreadable = (fault: unknown): unknown =>
  fault instanceof ToolFailed ? new Hopeless(reason('episode.unreadable'), fault) : fault;
