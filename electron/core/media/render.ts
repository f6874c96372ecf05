/** Makes one rendition, verifies it, and corrects its loudness once where a limiter left it too quiet. */
import { rename, rm } from 'node:fs/promises';
import { LOUDNESS_TOLERANCE_LU } from '../../domain/conform';
import { framing } from '../../domain/profile';
import { type Command, fileUrl, guarded } from './command';
import { levelSound, type SoundTools } from './level-sound';
import { METER, parseLoudness, STEREO } from './loudness';
import { framesOf, recipeFor } from './recipes';
import { runFfmpeg } from './run';
import type { Tools } from './toolchain';
import type { Described, RenditionOrder, Work } from './types';
import { describeJpeg, describeSound, describeVideo, NotConforming } from './verify';

export interface RenderTools extends Pick<Tools, 'capabilities'> {
  ffmpeg: string;
}

/** @throws what `runFfmpeg` throws, or NotConforming; the target is then gone. */
export async function renderOrder(
  tools: RenderTools,
  order: RenditionOrder,
  target: string,
  work: Work,
): Promise<Described> {
  try {
    const { lines } = await run(tools, order, recipeFor(order, target, tools.capabilities), work);
    if (order.profile === null) {
      const loudness = await levelSound(order, target, soundTools(tools, order, work));
      return { ...(await describeSound(target)), loudness };
    }
    await correctLoudness(tools, order, target, lines, work);
    return await verified(order, target);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

function run({ ffmpeg }: RenderTools, order: RenditionOrder, command: Command, work: Work) {
  const totalMs = Math.max(0, order.probe.durationMs - order.inMs);
  return runFfmpeg({ binary: ffmpeg, command, work, totalMs, gentle: true });
}

/** How far the sound just made is from its target; 0 where there is none to reach, or it is near enough. */
export function loudnessGap(order: RenditionOrder, lines: readonly string[]): number {
  const target = order.profile ? order.profile.loudnessLufs : order.audioLoudnessLufs;
  const heard = parseLoudness(lines);
  // Of a trimmed clip only a part was measured beforehand, and its share of loudness is its own.
  if (target === null || heard === null || order.probe.loudness === null || order.inMs !== 0) return 0;
  const gap = target - heard.integratedLufs;
  return Math.abs(gap) > LOUDNESS_TOLERANCE_LU ? gap : 0;
}

const MOST_CORRECTION_DB = 6;

/** Codes the sound once more, the picture copied from what was made. */
async function correctLoudness(
  tools: RenderTools,
  order: RenditionOrder,
  target: string,
  lines: readonly string[],
  work: Work,
): Promise<void> {
  const gap = loudnessGap(order, lines);
  if (gap === 0) return;
  const trimDb = Math.max(-MOST_CORRECTION_DB, Math.min(MOST_CORRECTION_DB, gap));
  const again = `${target}.again`;
  const command = recipeFor(order, again, tools.capabilities, trimDb);
  await run(tools, order, keepingPicture(command, target), work);
  await rename(again, target);
}

/** The same sound, with the picture of `made`. */
function keepingPicture({ inputs, options, target }: Command, made: string): Command {
  const graph = options[options.indexOf('-filter_complex') + 1] ?? '';
  const sound = graph.split(';').find((chain) => chain.endsWith('[a]')) ?? '';
  const coding = options.slice(options.indexOf('-c:a'));
  const kept = ['-filter_complex', sound, '-map', '1:v', '-map', '[a]', '-c:v', 'copy', ...coding];
  return { inputs: [...inputs, { options: [], source: fileUrl(made) }], options: kept, target };
}

function soundTools(tools: RenderTools, order: RenditionOrder, work: Work): SoundTools {
  return {
    async measure(path) {
      const options = ['-map', '0:a:0', '-af', `${STEREO},${METER}`, '-f', 'null'];
      const command = { inputs: [guarded(path, null)], options, target: '-' };
      const quiet = { signal: work.signal, progress: () => {} };
      const { lines } = await runFfmpeg({ binary: tools.ffmpeg, command, work: quiet, totalMs: 0, gentle: true });
      return parseLoudness(lines);
    },
    async render(path, { trimDb, ceiling }) {
      await run(tools, order, recipeFor(order, path, tools.capabilities, trimDb, ceiling), work);
    },
  };
}

async function verified(order: RenditionOrder, target: string): Promise<Described> {
  const { probe } = order;
  return probe.kind === 'image' ? sized(await describeJpeg(target), order) : verifiedVideo(order, target);
}

async function verifiedVideo(order: RenditionOrder, target: string): Promise<Described> {
  const { profile, probe, decision, inMs } = order;
  const made = sized(await describeVideo(target), order);
  const frameMs = 1000 / (profile?.frameRate ?? 25);
  const late = Math.abs(made.durationMs - (probe.durationMs - inMs));
  if (late > frameMs + 1) throw new NotConforming(`lasts ${made.durationMs} ms, not ${probe.durationMs - inMs}`);
  if (decision === 'transcode' && profile && made.frames !== framesOf(order, profile)) {
    throw new NotConforming(`${made.frames} frames, not ${framesOf(order, profile)}`);
  }
  return made;
}

function sized(made: Described, { profile, probe, decision }: RenditionOrder): Described {
  if (decision === 'remux' || !profile || !probe.video) return made;
  const { kept } = framing(probe.video, profile);
  if (made.width === kept.width && made.height === kept.height) return made;
  throw new NotConforming(`is ${made.width} x ${made.height}, not ${kept.width} x ${kept.height}`);
}
