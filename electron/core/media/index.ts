/** The media room: the only one that knows ffmpeg. Read `createMedia` first. */
import type { Toolchain } from '../../contract/api/station';
import { Failure } from '../../contract/failure';
import type { Probe } from '../../contract/records/asset';
import { hearWhole, remuxSound } from './archive';
import { makeEpisode, retagEpisode } from './episode-sound';
import { captionStreams, captionText, stillAt } from './look';
import { makePictures } from './pictures';
import { probeFile } from './probe';
import { lookThrough } from './quality/look';
import { mendFile } from './quality/mend';
import { makeStill } from './quality/stills';
import { renderOrder } from './render';
import { loadToolchain, type Tools } from './toolchain';
import type { Described, Media } from './types';
import { describeSound, describeStill, describeVideo, stillMime } from './verify';

export type {
  CaptionStream,
  Described,
  EpisodeOrder,
  EpisodeTags,
  Loudness,
  MadeEpisode,
  Media,
  Probe,
  RenditionOrder,
  Work,
} from './types';

export interface MediaOptions {
  /** Where FFMPEG_BIN, FFPROBE_BIN and PATH are read from; the process's own by default. */
  env?: Record<string, string | undefined>;
  /** Told of tools that are there but do not run. */
  log?(message: string): void;
}

/** After a look that found a tool missing, the next is not before so long. */
const LOOK_AGAIN_MS = 5_000;

/**
 * Looks for the tools. Without them the station still starts: whatever needs them looks again, since somebody may have
 * installed them meanwhile, and rejects with `toolMissing` where it finds none.
 */
export async function createMedia({ env = process.env, log = () => {} }: MediaOptions = {}): Promise<Media> {
  let tools = await look();
  let lookedAt = performance.now();
  let looking: Promise<void> | null = null;

  async function look(): Promise<Tools> {
    const found = await loadToolchain(env);
    for (const { tool, path, from, why } of found.toolchain.rejected)
      log(`${tool} at ${path} (${from}) does not run: ${why}`);
    return found;
  }

  async function takeLook(): Promise<void> {
    tools = await look();
    lookedAt = performance.now();
    looking = null;
  }

  /** Whoever asks during a look waits for what it finds: by the old news a job would sit out another wait. */
  async function lookAgain(): Promise<Toolchain> {
    if (!isWhole(tools) && performance.now() > lookedAt + LOOK_AGAIN_MS) looking ??= takeLook();
    await looking;
    return tools.toolchain;
  }

  /** @throws Failure toolMissing, naming which. */
  async function needed() {
    await lookAgain();
    const { ffmpeg, ffprobe } = tools.toolchain;
    if (!ffmpeg || !ffprobe) throw new Failure('toolMissing', { tool: ffmpeg ? 'ffprobe' : 'ffmpeg' });
    return { ffmpeg: ffmpeg.path, ffprobe: ffprobe.path, capabilities: tools.capabilities };
  }

  return {
    get toolchain() {
      return tools.toolchain;
    },
    lookAgain,
    probe: async (path, _originalName, work) => probeFile(await needed(), path, work),
    render: async (order, target, work) => renderOrder(await needed(), order, target, work),
    describe: async (path, probe) => describeSource((await needed()).ffprobe, path, probe),
    pictures: async (source, probe, dir, work) => makePictures(await needed(), source, probe, dir, work),
    remuxSound: async (source, target, work) => remuxSound((await needed()).ffmpeg, source, target, work),
    hearWhole: async (path, work, totalMs) => hearWhole((await needed()).ffmpeg, path, work, totalMs),
    makeEpisode: async (order, target, work) => makeEpisode((await needed()).ffmpeg, order, target, work),
    look: async (order, work) => lookThrough(await needed(), order, work),
    still: async (order, work) => makeStill((await needed()).ffmpeg, order, work),
    mend: async (order, target, work) => mendFile(await needed(), order, target, work),
    retagEpisode: async (order, work) => retagEpisode((await needed()).ffmpeg, order, work),
    stillAt: async (order, work) => stillAt(await needed(), order, work),
    captionStreams: async (path, work) => captionStreams((await needed()).ffprobe, path, work),
    captionText: async (order, work) => captionText((await needed()).ffmpeg, order, work),
  };
}

function isWhole({ toolchain }: Tools): boolean {
  return toolchain.ffmpeg !== null && toolchain.ffprobe !== null;
}

/** A source that plays as it is was measured when it was probed. */
function describeSource(ffprobe: string, path: string, probe: Probe): Promise<Described> {
  if (probe.kind === 'audio') return describeSound(path).then((made) => ({ ...made, loudness: probe.loudness }));
  if (probe.kind === 'video') return describeVideo(path);
  return describeStill(ffprobe, path, stillMime(probe.video?.codec ?? ''), new AbortController().signal);
}
