/** What ffmpeg's status line says. Pure. */
import type { JobProgress } from '../../contract/records/job';

const STATUS = /\btime=\s*(-?)(\d+):(\d\d):(\d\d(?:\.\d+)?).*?\bspeed=\s*([\d.e+-]+|N\/A)/;

/** Media time reached and speed (media seconds a second), or null for a line that is no status line. */
export function parseStatus(line: string): { atMs: number; speed: number | null } | null {
  const found = STATUS.exec(line);
  if (!found) return null;
  const [, sign, hours, minutes, seconds, speed] = found;
  const ms = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000;
  const rate = Number.parseFloat(speed ?? '');
  return { atMs: sign === '-' ? 0 : Math.round(ms), speed: Number.isFinite(rate) ? rate : null };
}

/** Progress towards `totalMs` of media; the ratio stays below 1 until the work is verified. */
export function progressOf(status: { atMs: number; speed: number | null }, totalMs: number): JobProgress {
  const ratio = totalMs > 0 ? Math.min(0.99, status.atMs / totalMs) : null;
  const left = Math.max(0, totalMs - status.atMs);
  const remainingMs = status.speed && totalMs > 0 ? Math.round(left / status.speed) : null;
  return { ratio, speed: status.speed, remainingMs };
}
