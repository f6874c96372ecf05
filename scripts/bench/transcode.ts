/**
 * transcode: a 60 s 1080p clip to 800x400, a still and a sound, through the media room against bare ffmpeg with the
 * very same arguments; and how many conforming pictures were coded again (none may be). `SUAR_BENCH_SECONDS` and
 * `SUAR_BENCH_ROUNDS` make it smaller.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../../electron/contract/records/display';
import { createMedia, type Media, type RenditionOrder } from '../../electron/core/media';
import { toArguments } from '../../electron/core/media/command';
import { recipeFor } from '../../electron/core/media/recipes';
import { NICENESS } from '../../electron/core/media/run';
import { loadToolchain } from '../../electron/core/media/toolchain';
import { decideRendition } from '../../electron/domain/rendition';
import { conformingInMkv, conformingMuted } from '../../tests/fixtures/hard-media';
import { conformingClip, made, sources } from '../../tests/fixtures/media';
import { makeDir, removeDir } from '../../tests/lib/station';
import { median, note, report } from './lib/report';

const PANEL: Profile = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: -23 };
const ROUNDS = Number(process.env.SUAR_BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.SUAR_BENCH_SECONDS ?? 60);
const tools = loadToolchain(process.env);
const work = () => ({ signal: new AbortController().signal, progress: () => {} });

const dir = await makeDir();
try {
  const media = await createMedia();
  const ratios: { ours: number; bare: number }[] = [];
  for (const [name, source, profile] of await material()) ratios.push(await compare(media, name, source, profile));
  const ours = ratios.reduce((sum, each) => sum + each.ours, 0);
  const bare = ratios.reduce((sum, each) => sum + each.bare, 0);
  report({ bench: 'transcode', metric: 'wall_ratio', value: ours / bare, unit: 'ratio', reference: bare });
  const reencoded = await countReencoded(media);
  report({ bench: 'transcode', metric: 'conforming_reencoded', value: reencoded, unit: 'count', reference: null });
} finally {
  await removeDir(dir);
}

async function material(): Promise<[string, string, Profile | null][]> {
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
  const clip = await made('bench-1080p.mp4', [...sources({ width: 1920, height: 1080, seconds: SECONDS }), ...coding]);
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=4000x3000', '-frames:v', '1', '-q:v', '2'];
  const tone = ['-f', 'lavfi', '-i', 'anoisesrc=d=120:c=pink:a=0.2:r=44100', '-ac', '2'];
  return [
    ['video', clip, PANEL],
    ['image', await made('bench-12mp.jpg', picture), PANEL],
    ['audio', await made('bench-sound.wav', tone), null],
  ];
}

/** Median wall ms of both, taken in turns so that a slow moment of the machine meets either. */
async function compare(media: Media, name: string, source: string, profile: Profile | null) {
  const probe = await media.probe(source, name, work());
  const order = { source, probe, profile, inMs: 0, decision: 'transcode', audioLoudnessLufs: -16 } as const;
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const one = await timed(() => media.render(order, join(dir, 'ours'), work()));
    const other = await timed(() => bareRun(media, order));
    // The first round warms up files and tools.
    if (round === 0) continue;
    ours.push(one);
    bare.push(other);
  }
  note(`${name}: ${Math.round(median(ours))} ms, bare ${Math.round(median(bare))} ms`);
  return { ours: median(ours), bare: median(bare) };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** The same words, the same priority, nothing around it. */
async function bareRun({ toolchain }: Media, order: RenditionOrder): Promise<void> {
  const { capabilities } = await tools;
  const target = join(dir, 'bare');
  const args = toArguments(recipeFor(order, target, capabilities));
  const child = spawn(toolchain.ffmpeg?.path ?? 'ffmpeg', args, { stdio: 'ignore' });
  if (child.pid) setPriority(child.pid, NICENESS);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`bare ffmpeg exited with ${code}`);
  await rm(target, { force: true });
}

/** Clips whose picture is as it must be, whatever is wrong around it: the coded picture must come out unchanged. */
async function countReencoded(media: Media): Promise<number> {
  const clips = [
    await conformingClip({ level: -20 }),
    await conformingClip({ level: -40 }),
    await conformingInMkv(),
    await conformingMuted(),
  ];
  let changed = 0;
  for (const source of clips) {
    const probe = await media.probe(source, 'conforming', work());
    const { decision } = decideRendition(probe, PANEL);
    const target = join(dir, 'copied');
    const order = { source, probe, profile: PANEL, inMs: 0, audioLoudnessLufs: -16 };
    if (decision === 'transcode') changed += 1;
    else if (decision === 'remux') {
      await media.render({ ...order, decision }, target, work());
      if (pictureOf(target) !== pictureOf(source)) changed += 1;
    }
  }
  return changed;
}

/** Checksums of the coded pictures. */
function pictureOf(path: string): string {
  const args = [
    '-v',
    'error',
    '-i',
    path,
    '-map',
    '0:v',
    '-c',
    'copy',
    '-bsf:v',
    'h264_mp4toannexb',
    '-f',
    'framecrc',
    '-',
  ];
  const out = execFileSync(process.env.FFMPEG_BIN ?? 'ffmpeg', args).toString();
  const lines = out.split('\n').filter((line) => line.startsWith('0,'));
  return lines.map((line) => line.split(',').slice(-2).join()).join(';');
}
