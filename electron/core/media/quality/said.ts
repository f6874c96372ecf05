/** What the filters of the one pass say on standard error, line by line. Pure. */
import type { PeakPiece, Span } from '../../../domain/quality/seen';
import { PEAK_MS } from './recipe';

/** The part that is no bar, in pixels. */
export interface Cropped {
  width: number;
  height: number;
  x: number;
  y: number;
}

export interface Said {
  black: Span[];
  frozen: Span[];
  silent: Span[];
  peaks: PeakPiece[];
  interlaced: number;
  progressive: number;
  cropped: Cropped | null;
}

export interface Listener {
  hear(line: string): void;
  /** Spans that were not ended reach to the end. */
  said(durationMs: number): Said;
}

const ms = (seconds: string | undefined) => Math.max(0, Math.round(Number(seconds) * 1000));

export function createListener(): Listener {
  const said: Said = { black: [], frozen: [], silent: [], peaks: [], interlaced: 0, progressive: 0, cropped: null };
  const open: { frozen: number | null; silent: number | null } = { frozen: null, silent: null };
  let peak: PeakPiece | null = null;

  const close = (kind: 'frozen' | 'silent', toMs: number) => {
    const fromMs = open[kind];
    if (fromMs !== null && toMs > fromMs) said[kind].push({ fromMs, toMs });
    open[kind] = null;
  };

  function hear(line: string): void {
    const at = line.indexOf('] ');
    const words = at < 0 ? line : line.slice(at + 2);
    const peaked = readPeak(words, peak);
    if (peaked) {
      if (peaked !== peak) said.peaks.push(peaked);
      peak = peaked;
      return;
    }
    const black = /black_start:([\d.]+) black_end:([\d.]+)/.exec(words);
    if (black) said.black.push({ fromMs: ms(black[1]), toMs: ms(black[2]) });
    const [, what, edge, time] = /(freeze|silence)_(start|end): (-?[\d.]+)/.exec(words) ?? [];
    if (what) {
      const kind = what === 'freeze' ? 'frozen' : 'silent';
      if (edge === 'start') open[kind] = ms(time);
      else close(kind, ms(time));
    }
    const [, width, height, x, y] = /crop=(-?\d+):(-?\d+):(\d+):(\d+)/.exec(words) ?? [];
    if (width) said.cropped = { width: Number(width), height: Number(height), x: Number(x), y: Number(y) };
    const fields = /Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+)/.exec(words);
    if (fields) {
      // Fields come in one order throughout; a pattern that is taken for them comes in both.
      said.interlaced = Math.abs(Number(fields[1]) - Number(fields[2]));
      said.progressive = Number(fields[3]);
    }
  }

  return {
    hear,
    said(durationMs) {
      close('frozen', durationMs);
      close('silent', durationMs);
      return said;
    },
  };
}

/** A piece's figures come in three lines: when, the level, how often. The same one is filled up line by line. */
function readPeak(words: string, peak: PeakPiece | null): PeakPiece | null {
  const begun = /^frame:\d+\s+pts:\d+\s+pts_time:([\d.]+)/.exec(words);
  if (begun) return { atMs: ms(begun[1]), ms: PEAK_MS, levelDb: Number.NEGATIVE_INFINITY, samples: 0 };
  const [, name, value] = /^lavfi\.astats\.Overall\.(Peak_level|Peak_count)=(\S+)/.exec(words) ?? [];
  if (!name || !peak) return null;
  if (name === 'Peak_level') peak.levelDb = Number.isFinite(Number(value)) ? Number(value) : Number.NEGATIVE_INFINITY;
  else peak.samples = Number(value);
  return peak;
}
