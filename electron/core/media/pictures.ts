/** Thumbnail, filmstrip and waveform of a source. Read `makePictures` first. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Probe } from '../../contract/records/asset';
import type { Command } from './command';
import { ToolFailed } from './faults';
import { type PictureJob, seekingStrip, seeksTiles, steadyStrip, stripOf, thumbnailRecipe } from './picture-recipes';
import { runFfmpeg } from './run';
import type { Tools } from './toolchain';
import type { Media, Work } from './types';
import { waveformOf } from './waveform';

type Made = Awaited<ReturnType<Media['pictures']>>;

export interface PictureTools extends Pick<Tools, 'capabilities'> {
  ffmpeg: string;
}

/** What the kind has; a picture that cannot be made is null, since none of them is needed to air. */
export async function makePictures(
  tools: PictureTools,
  source: string,
  probe: Probe,
  dir: string,
  work: Work,
): Promise<Made> {
  const { video } = probe;
  const job = video && { source, probe, video, have: tools.capabilities };
  const thumbnail = job ? await thumbnailOf(tools, job, join(dir, 'thumbnail.jpg'), work) : null;
  const filmstrip =
    job && probe.kind === 'video' ? await filmstripOf(tools, job, join(dir, 'filmstrip.jpg'), work) : null;
  const waveform = await waveformOf(tools.ffmpeg, source, probe, work).catch(ifFailed(null));
  return { thumbnail, filmstrip, waveform };
}

/** A handler for `catch` that lets through what is no fault of the material: abort, a full disk, a killed tool. */
function ifFailed<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof ToolFailed) return instead;
    throw error;
  };
}

async function thumbnailOf(tools: PictureTools, job: PictureJob, path: string, work: Work): Promise<string | null> {
  const good = await made(tools, thumbnailRecipe(job, path, true), path, work);
  return good ?? made(tools, thumbnailRecipe(job, path, false), path, work);
}

async function filmstripOf(tools: PictureTools, job: PictureJob, path: string, work: Work): Promise<Made['filmstrip']> {
  const strip = stripOf(job.probe, job.video);
  const quick = seeksTiles(job.probe, job.video, strip);
  const first = quick ? await made(tools, seekingStrip(job, strip, path), path, work) : null;
  const done = first ?? (await made(tools, steadyStrip(job, strip, path), path, work));
  return done ? { path: done, ...strip } : null;
}

/** The path, or null where the command made nothing of this material. */
async function made({ ffmpeg }: PictureTools, command: Command, path: string, work: Work): Promise<string | null> {
  try {
    await runFfmpeg({ binary: ffmpeg, command, work, totalMs: 0 });
    return (await stat(path)).size > 0 ? path : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    return ifFailed(null)(error);
  }
}
