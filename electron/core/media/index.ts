/** The media room: the only one that knows ffmpeg. Read `createMedia` first. */
import { Failure } from '../../contract/failure';
import type { Probe } from '../../contract/records/asset';
import { makePictures } from './pictures';
import { probeFile } from './probe';
import { renderOrder } from './render';
import { loadToolchain, type Tools } from './toolchain';
import type { Described, Media } from './types';
import { describeSound, describeStill, describeVideo, stillMime } from './verify';

export type { Described, Loudness, Media, Probe, RenditionOrder, Work } from './types';

export interface MediaOptions {
  /** Where FFMPEG_BIN, FFPROBE_BIN and PATH are read from; the process's own by default. */
  env?: Record<string, string | undefined>;
  /** Told of tools that are there but do not run. */
  log?(message: string): void;
}

/** Looks for the tools once. Without them the station still starts: whatever needs them rejects with `toolMissing`. */
export async function createMedia({ env = process.env, log = () => {} }: MediaOptions = {}): Promise<Media> {
  const tools = await loadToolchain(env);
  for (const { tool, path, from, why } of tools.rejected) log(`${tool} at ${path} (${from}) does not run: ${why}`);
  return {
    toolchain: tools.toolchain,
    probe: async (path, _originalName, work) => probeFile(needed(tools), path, work),
    render: async (order, target, work) => renderOrder(needed(tools), order, target, work),
    describe: async (path, probe) => describeSource(needed(tools).ffprobe, path, probe),
    pictures: async (source, probe, dir, work) => makePictures(needed(tools), source, probe, dir, work),
  };
}

/** @throws Failure toolMissing, naming which. */
function needed({ toolchain, capabilities }: Tools) {
  const { ffmpeg, ffprobe } = toolchain;
  if (!ffmpeg || !ffprobe) throw new Failure('toolMissing', { tool: ffmpeg ? 'ffprobe' : 'ffmpeg' });
  return { ffmpeg: ffmpeg.path, ffprobe: ffprobe.path, capabilities };
}

function describeSource(ffprobe: string, path: string, probe: Probe): Promise<Described> {
  if (probe.kind === 'audio') return describeSound(path);
  if (probe.kind === 'video') return describeVideo(path);
  return describeStill(ffprobe, path, stillMime(probe.video?.codec ?? ''), new AbortController().signal);
}
