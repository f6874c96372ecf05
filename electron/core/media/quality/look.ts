/** Looks a file through in one pass. Read `lookThrough` first. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createFlashMeter } from '../../../domain/quality/flash';
import { createRepeatMeter } from '../../../domain/quality/repeats';
import { NOTHING_SEEN, type Seen } from '../../../domain/quality/seen';
import { textsIn } from '../../../domain/quality/text-lines';
import { together } from '../../together';
import { inspect } from '../ffprobe';
import { demuxerOf } from '../picture-recipes';
import { type Run, runFfmpeg } from '../run';
import type { Work } from '../types';
import { activeBox } from './bars';
import { FrameSink } from './cells';
import type { LookOrder } from './orders';
import { CELLS, type Plan, planOf } from './plan';
import { lookRecipe } from './recipe';
import { createListener } from './said';
import { createSampleReader, NO_SAMPLES } from './samples';

export interface LookTools {
  ffmpeg: string;
  ffprobe: string;
}

/** Below renditions: nobody waits for it. */
export const NICENESS = 15;

/** @throws what `runFfmpeg` throws; ToolFailed where the file cannot be decoded */
export async function lookThrough(tools: LookTools, order: LookOrder, work: Work): Promise<Seen> {
  const { probe, limits } = order;
  const plan = planOf(probe);
  const told = await describe(tools, order, plan, work);
  if (!plan.video && plan.sound === null) return { ...NOTHING_SEEN, ...told };
  const raster = { ...CELLS, frameRate: plan.frameRate };
  const flashes = createFlashMeter(raster, limits);
  const repeats = createRepeatMeter(plan.frameRate, limits);
  const sink = new FrameSink(CELLS.width * CELLS.height * 3, (cells) => {
    flashes.take(cells);
    repeats.take(cells);
  });
  const { said, sampled } = await pass(tools, order, plan, sink, work);
  const { cropped, ...heard } = said;
  return {
    ...heard,
    ...told,
    flashes: flashes.runs(),
    // Where frames come at no even pace, those that fill it up are ours.
    repeats: probe.video?.variableFrameRate ? [] : repeats.runs(),
    movement: repeats.movement(),
    active: plan.video ? activeBox(cropped, uprightOf(plan), limits) : null,
    outside: sampled.outside,
    detail: sampled.detail,
    texts: textsIn(sampled.samples),
  };
}

async function pass({ ffmpeg }: LookTools, order: LookOrder, plan: Plan, sink: FrameSink, work: Work) {
  const path = join(order.dir, 'samples.gray');
  // Of a run that was cut off: it must not be read for this one.
  await rm(path, { force: true });
  const listener = createListener();
  const reader = createSampleReader(path, plan, work.signal);
  const run: Run = {
    binary: ffmpeg,
    command: lookRecipe(order.source, path, plan, order.limits),
    work,
    totalMs: plan.durationMs,
    niceness: NICENESS,
    hear: listener.hear,
    ...(plan.video && !plan.still ? { sink } : {}),
  };
  try {
    const [, sampled] = await together([
      runFfmpeg(run).finally(() => reader.written()),
      plan.video ? reader.read() : NO_SAMPLES,
    ]);
    return { said: listener.said(plan.durationMs), sampled };
  } finally {
    await rm(path, { force: true });
  }
}

async function describe({ ffprobe }: LookTools, { source }: LookOrder, { video, still }: Plan, { signal }: Work) {
  const demuxer = video && still ? demuxerOf(video) : null;
  const raw = await inspect({ binary: ffprobe, path: source, demuxer, signal });
  const picture = raw.streams.find(({ index }) => index === video?.index);
  const fullRange =
    picture?.color_range === 'pc' || /^(?:yuvj|rgb|bgr|gbr|pal8|gray|argb|abgr)/.test(picture?.pix_fmt ?? '');
  const captions = raw.streams.filter(({ codec_type }) => codec_type === 'subtitle').length;
  return { fullRange, captions, pictureRate: picture?.bit_rate ?? null };
}

function uprightOf({ video }: Plan): { width: number; height: number } {
  if (!video) return { width: 1, height: 1 };
  const { codedWidth, codedHeight, rotation } = video;
  return rotation % 180 === 0 ? { width: codedWidth, height: codedHeight } : { width: codedHeight, height: codedWidth };
}
