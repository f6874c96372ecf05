/** At which instants a contact sheet shows a clip: evenly over its length, and wherever something was said of it. Pure. */
import type { Probe } from '../../contract/records/asset';
import { frameAt } from './timecode';

export interface Moment {
  atMs: number;
  /** Ids of what was said there. */
  of: string[];
}

const EVENLY = 24;
/** Closer together they show the same. */
const LEAST_MS = 1000;
/** With more a sheet is a book; the even ones give way. */
const MOST = 96;

export function momentsOf(
  { kind, durationMs, video }: Pick<Probe, 'kind' | 'durationMs' | 'video'>,
  said: readonly { id: string; atMs: number }[],
): Moment[] {
  if (!video) return [];
  if (kind === 'image') return [{ atMs: 0, of: said.map(({ id }) => id) }];
  const rate = video.frameRate || 25;
  const spoken = new Map<number, Moment>();
  for (const { id, atMs } of said.slice(0, MOST)) {
    const frame = frameAt(atMs, rate);
    const known = spoken.get(frame);
    spoken.set(frame, known ? { ...known, of: [...known.of, id] } : { atMs, of: [id] });
  }
  const even = evenly(durationMs).slice(0, Math.max(0, MOST - spoken.size));
  const free = even.filter((atMs) => ![...spoken.values()].some((moment) => Math.abs(moment.atMs - atMs) < 1));
  return [...spoken.values(), ...free.map((atMs) => ({ atMs, of: [] }))].sort((a, b) => a.atMs - b.atMs);
}

/** In the middle of equal shares. */
function evenly(durationMs: number): number[] {
  const count = Math.max(1, Math.min(EVENLY, Math.floor(durationMs / LEAST_MS)));
  return Array.from({ length: count }, (_, at) => Math.round(((at + 0.5) * durationMs) / count));
}
