/** ffprobe's answers, parsed by their schemas. Read `inspect` first. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { guarded } from './command';
import { faultOf } from './faults';

const number = z.coerce.number().optional().catch(undefined);
const text = z.string().optional();
const tags = z.record(z.string(), z.string()).default({});

export const RawStream = z.object({
  index: z.int().min(0),
  codec_type: text,
  codec_name: text,
  codec_tag_string: text,
  profile: z.coerce.string().optional(),
  level: number,
  width: number,
  height: number,
  sample_aspect_ratio: text,
  pix_fmt: text,
  color_transfer: text,
  color_space: text,
  color_range: text,
  field_order: text,
  has_b_frames: number,
  r_frame_rate: text,
  avg_frame_rate: text,
  start_time: number,
  duration: number,
  bit_rate: number,
  sample_rate: number,
  channels: number,
  channel_layout: text,
  initial_padding: number,
  tags,
  disposition: z.record(z.string(), z.int()).default({}),
  side_data_list: z.array(z.looseObject({ side_data_type: text, rotation: number })).default([]),
});
export type RawStream = z.infer<typeof RawStream>;

const RawFrame = z.object({
  tags: tags,
  side_data_list: z.array(z.looseObject({ side_data_type: text, rotation: number })).default([]),
});

export const Raw = z.object({
  format: z.object({ format_name: z.string(), duration: number, bit_rate: number, start_time: number, tags }),
  streams: z.array(RawStream).default([]),
  frames: z.array(RawFrame).default([]),
});
export type Raw = z.infer<typeof Raw>;

interface Asked {
  binary: string;
  path: string;
  demuxer: string | null;
  signal: AbortSignal;
}

/** Format and streams; of a picture also its first frame, which carries its orientation. @throws ToolFailed. */
export async function inspect(asked: Asked): Promise<Raw> {
  const frames = asked.demuxer ? ['-show_frames', '-read_intervals', '%+#1'] : [];
  const out = await answer(asked, ['-show_format', '-show_streams', ...frames, '-of', 'json']);
  return Raw.parse(JSON.parse(out));
}

/**
 * Statically linked builds (those in packages) crash on a transport stream's service name when glibc loads its
 * character set modules; with none to load they leave the name as it is.
 */
const ENV = { ...process.env, GCONV_PATH: '/nonexistent' };
const QUIET = ['-v', 'error', '-hide_banner'];

function inputOf({ path, demuxer }: Asked): string[] {
  const { options, source } = guarded(path, demuxer);
  return [...options, '-i', source];
}

function answer(asked: Asked, options: string[]): Promise<string> {
  const args = [...QUIET, ...options, ...inputOf(asked)];
  const limits = { maxBuffer: 1 << 25, signal: asked.signal, windowsHide: true, env: ENV };
  return new Promise((resolve, reject) => {
    execFile(asked.binary, args, limits, (error, stdout, stderr) => {
      if (!error) resolve(stdout);
      else reject(asked.signal.aborted ? asked.signal.reason : faultOf(firstLine(error.message), stderr.split('\n')));
    });
  });
}

const firstLine = (message: string) => message.split('\n')[0] ?? '';

export interface Packet {
  ptsMs: number;
  dtsMs: number;
  durationMs: number;
  key: boolean;
}

/** Calls `seen` for each packet of one stream, in file order, without holding them. */
export async function eachPacket(asked: Asked, stream: number, seen: (packet: Packet) => void): Promise<void> {
  const fields = 'packet=pts_time,dts_time,duration_time,flags';
  const args = [...QUIET, '-select_streams', String(stream), '-show_entries', fields, '-of', 'compact=p=0:nk=0'];
  const child = spawn(asked.binary, [...args, ...inputOf(asked)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
    env: ENV,
  });
  const stop = () => child.kill('SIGKILL');
  asked.signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all([readLines(child, seen), closed(child)]);
    asked.signal.throwIfAborted();
  } finally {
    asked.signal.removeEventListener('abort', stop);
    stop();
  }
}

async function readLines(child: ChildProcess, seen: (packet: Packet) => void): Promise<void> {
  if (!child.stdout) return;
  for await (const line of createInterface({ input: child.stdout })) {
    const packet = parsePacket(line);
    if (packet) seen(packet);
  }
}

/** A line such as `pts_time=0.040000|dts_time=0.040000|duration_time=0.040000|flags=K_`. Pure. */
export function parsePacket(line: string): Packet | null {
  const fields = new Map(line.split('|').map((field) => field.split('=', 2) as [string, string]));
  const ms = (name: string) => Number.parseFloat(fields.get(name) ?? '') * 1000;
  const pts = Number.isFinite(ms('pts_time')) ? ms('pts_time') : ms('dts_time');
  if (!Number.isFinite(pts)) return null;
  const dts = Number.isFinite(ms('dts_time')) ? ms('dts_time') : pts;
  const duration = Number.isFinite(ms('duration_time')) ? ms('duration_time') : 0;
  return { ptsMs: pts, dtsMs: dts, durationMs: duration, key: fields.get('flags')?.startsWith('K') ?? false };
}

function closed(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, signal) => (signal ? reject(faultOf(`killed with signal ${signal}`, [])) : resolve()));
  });
}
