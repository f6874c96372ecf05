/** Reads the screen of an Xvfb independently of the page: ffmpeg grabs it and boils it down to the cells of a clip. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { CELLS, readCells } from '../../../tests/e2e/lib/clips';
import type { Seen } from '../../../tests/e2e/lib/watch-picture';

export const GRAB_HZ = 120;

/** Every grab once, with the time it was made at and not that of a regular grid. */
const AS_GRABBED = ['-vsync', 'passthrough', '-enc_time_base', '-1'];

export interface Screen {
  /** Such as `:93`. */
  display: string;
  end(): Promise<void>;
}

/** An X server without a monitor, of this size; null where Xvfb is not installed. */
export async function openScreen(width: number, height: number): Promise<Screen | null> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string | null>((resolve) => {
    server.on('error', () => resolve(null));
    server.on('exit', () => resolve(null));
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  return number === null ? null : { display: `:${number}`, end: () => ended(server, 'SIGTERM') };
}

/** Grabs the top quarter of the screen for `ms`. Times are those of the grab, not of its arrival here. */
export async function grabScreen(screen: Screen, width: number, height: number, ms: number): Promise<Seen[]> {
  const strip = `${width}x${Math.floor(height / 4)}`;
  const grab = ['-f', 'x11grab', '-draw_mouse', '0', '-framerate', String(GRAB_HZ), '-video_size', strip];
  const args = [
    ...['-hide_banner', '-loglevel', 'fatal', ...grab, '-t', String(ms / 1000), '-i', screen.display],
    ...['-filter_complex', `scale=${CELLS}:1:flags=area,format=gray,split[cells][times]`],
    ...['-map', '[cells]', ...AS_GRABBED, '-f', 'rawvideo', 'pipe:1'],
    ...['-map', '[times]', ...AS_GRABBED, '-f', 'framecrc', 'pipe:3'],
  ];
  const ffmpeg = spawn(process.env.FFMPEG_BIN ?? 'ffmpeg', args, { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
  const cells: Buffer[] = [];
  let times = '';
  ffmpeg.stdio[1]?.on('data', (data: Buffer) => cells.push(data));
  ffmpeg.stdio[3]?.on('data', (data: Buffer) => (times += String(data)));
  await once(ffmpeg, 'close');
  return joined(Buffer.concat(cells), times);
}

/** framecrc: `stream, dts, pts, duration, size, crc` a line, in the time base that its header names. */
function joined(cells: Buffer, times: string): Seen[] {
  const [, num = '1', den = '1000'] = /#tb 0: (\d+)\/(\d+)/.exec(times) ?? [];
  const stamps = times.split('\n').filter((line) => line && !line.startsWith('#'));
  return stamps.map((line, i) => ({
    at: (Number(line.split(',')[2]) * 1000 * Number(num)) / Number(den),
    ...readCells(cells.subarray(i * CELLS, (i + 1) * CELLS)),
  }));
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}
