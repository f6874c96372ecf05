/**
 * qc: the quality check of a 60 s 1080p clip, from its file to its findings and their stills, against bare ffmpeg with the very same filters;
 * and how long the station's loop is held meanwhile. `SUAR_BENCH_SECONDS` and `SUAR_BENCH_ROUNDS` make it smaller.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { USUAL_LIMITS } from '../../electron/contract/records/quality-limits';
import { createMedia, type Media, type Probe } from '../../electron/core/media';
import { toArguments } from '../../electron/core/media/command';
import { NICENESS } from '../../electron/core/media/quality/look';
import { planOf } from '../../electron/core/media/quality/plan';
import { lookRecipe } from '../../electron/core/media/quality/recipe';
import { findingsOf } from '../../electron/domain/quality/findings';
import { made, sources } from '../../tests/fixtures/media';
import { makeDir, removeDir } from '../../tests/lib/station';
import { median, note, report } from './lib/report';

const ROUNDS = Number(process.env.SUAR_BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.SUAR_BENCH_SECONDS ?? 60);
const work = () => ({ signal: new AbortController().signal, progress: () => {} });
/** The resolution of the meter, which it adds to every delay, ms. */
const METER_MS = 1;

const dir = await makeDir();
try {
  const media = await createMedia();
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
  const clip = await made('bench-1080p.mp4', [...sources({ width: 1920, height: 1080, seconds: SECONDS }), ...coding]);
  const probe = await media.probe(clip, 'clip', work());
  const ours: number[] = [];
  const bare: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: METER_MS });
  for (let round = 0; round <= ROUNDS; round++) {
    if (round === 1) loop.enable();
    const one = await timed(() => check(media, clip, probe));
    if (round > 0) loop.disable();
    const other = await timed(() => bareRun(media, clip, probe));
    if (round > 0) loop.enable();
    // The first round warms up files and tools.
    if (round === 0) continue;
    ours.push(one);
    bare.push(other);
  }
  note(`check ${ours.map(Math.round)} ms, bare ffmpeg ${bare.map(Math.round)} ms`);
  const reference = median(bare);
  report({ bench: 'qc', metric: 'realtime_ratio', value: median(ours) / reference, unit: 'ratio', reference });
  report({
    bench: 'qc',
    metric: 'times_realtime',
    value: (SECONDS * 1000) / median(ours),
    unit: 'ratio',
    reference: null,
  });
  report({ bench: 'qc', metric: 'loop_block_max_ms', value: loop.max / 1e6, unit: 'ms', reference: null });
} finally {
  await removeDir(dir);
}

/** As the job does it: the pass, the judgement, a still of each moment. */
async function check(media: Media, source: string, probe: Probe): Promise<void> {
  const folder = join(dir, 'ours');
  await mkdir(folder, { recursive: true });
  const seen = await media.look({ source, probe, dir: folder, limits: USUAL_LIMITS }, work());
  const findings = findingsOf(probe, seen, { limits: USUAL_LIMITS, slotsMs: [], audioLoudnessLufs: -16 });
  const moments = new Set(findings.filter(({ kind }) => kind === 'smallText').map(({ fromMs }) => fromMs));
  for (const atMs of moments) await media.still({ source, probe, atMs, target: join(folder, `${atMs}.jpg`) }, work());
  await rm(folder, { recursive: true });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** The same words, the same priority; what comes out is thrown away. */
async function bareRun({ toolchain }: Media, source: string, probe: Probe): Promise<void> {
  const samples = join(dir, 'bare.gray');
  const args = toArguments(lookRecipe(source, samples, planOf(probe), USUAL_LIMITS));
  const child = spawn(toolchain.ffmpeg?.path ?? 'ffmpeg', args, { stdio: 'ignore' });
  if (child.pid) setPriority(child.pid, NICENESS);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`bare ffmpeg exited with ${code}`);
  await rm(samples, { force: true });
}
