/** ingest: a 5 GB upload over tus against copying and hashing the same file bare. `SUAR_BENCH_GB` makes it smaller. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as tus from 'tus-js-client';
import { makeDir, type RunningStation, removeDir, startStation } from '../../tests/lib/station';
import { peakRssMb } from './lib/memory';
import { median, note, report } from './lib/report';

const GIGABYTES = Number(process.env.SUAR_BENCH_GB ?? 5);
const BYTES = Math.round(GIGABYTES * 1e9);

const dir = await makeDir();
try {
  const room = await statfs(dir);
  if (room.bavail * room.bsize < BYTES * 3.2) throw new Error(`needs ${GIGABYTES * 3.2} GB free in ${dir}`);
  const source = join(dir, 'big.mp4');
  await makeBig(source);
  const reference = median([await bare(source), await bare(source)]);
  note(`bare copy + sha256: ${Math.round(reference)} ms`);
  const station = await startStation({ dataDir: join(dir, 'data'), sourceMaps: false });
  try {
    const wall = await upload(station, source);
    note(`upload: ${Math.round(wall)} ms`);
    report({ bench: 'ingest', metric: 'hash_ratio', value: wall / reference, unit: 'ratio', reference });
    report({
      bench: 'ingest',
      metric: 'rss_mb',
      value: peakRssMb(station.process.pid ?? 0),
      unit: 'MB',
      reference: null,
    });
  } finally {
    await station.stop();
  }
} finally {
  await removeDir(dir);
}

/** A real clip followed by a `free` box of noise: a valid MP4 of the asked size that compresses to nothing less. */
async function makeBig(path: string): Promise<void> {
  const clip = ['-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=25:d=20', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'];
  const made = spawnSync(process.env.FFMPEG_BIN ?? 'ffmpeg', ['-v', 'error', '-y', ...clip, path]);
  if (made.status !== 0) throw new Error(`ffmpeg: ${made.stderr}`);
  const out = createWriteStream(path, { flags: 'a' });
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1, 0);
  header.write('free', 4, 'latin1');
  header.writeBigUInt64BE(BigInt(BYTES) + 16n, 8);
  out.write(header);
  const block = Buffer.alloc(8 * 1024 * 1024);
  for (let index = 0; index < block.length; index += 4) block.writeUInt32LE(Math.floor(Math.random() * 2 ** 32), index);
  for (let left = BYTES; left > 0; left -= block.length) {
    const piece = left < block.length ? block.subarray(0, left) : block;
    if (!out.write(piece)) await once(out, 'drain');
  }
  await new Promise<void>((done) => out.end(() => done()));
}

/** What has to be done at the very least: read, write, hash, flush. Wall ms. */
async function bare(source: string): Promise<number> {
  const folder = join(dir, 'bare');
  await mkdir(folder, { recursive: true });
  const started = performance.now();
  const hash = createHash('sha256');
  await pipeline(
    createReadStream(source, { highWaterMark: 1024 * 1024 }),
    async function* (chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk as Buffer);
        yield chunk as Buffer;
      }
    },
    createWriteStream(join(folder, 'copy'), { flush: true }),
  );
  hash.digest('hex');
  const wall = performance.now() - started;
  await rm(folder, { recursive: true });
  return wall;
}

/** From the first byte sent to the station's answer that the asset is in the library, as the console sends it. Wall ms. */
async function upload(station: RunningStation, source: string): Promise<number> {
  const started = performance.now();
  await new Promise<void>((done, fail) => {
    const sending = new tus.Upload(createReadStream(source), {
      endpoint: `${station.origin}/uploads`,
      headers: { authorization: `Bearer ${station.token}` },
      metadata: { filename: 'big.mp4', filetype: 'video/mp4' },
      retryDelays: null,
      onSuccess: () => done(),
      onError: fail,
    });
    sending.start();
  });
  return performance.now() - started;
}
