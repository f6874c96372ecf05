/** Recordings of the broadcast: made seekable, and decoded whole to know that they can be. Read `hearWhole` first. */
import type { Heard } from '../../domain/recording';
import { type Command, fileUrl, guarded } from './command';
import { ToolFailed } from './faults';
import { runFfmpeg } from './run';
import type { Work } from './types';

/** Quieter than this for so long counts as silence: a pause for breath does not. */
const SILENCE = 'silencedetect=noise=-50dB:duration=2';
/** By the samples decoded, not by what packets say of themselves: a hole in the middle is then missed. */
const BY_SAMPLES = 'asetpts=N/SR/TB';

/** A page writes its file as a stream, without length and index: the same sound in a file that has both. */
export function remuxRecipe(source: string, target: string): Command {
  const options = ['-map', '0:a:0', '-map_metadata', '-1', '-c', 'copy', '-f', 'webm'];
  return { inputs: [guarded(source, 'matroska')], options, target: fileUrl(target) };
}

export function hearRecipe(source: string): Command {
  const options = ['-map', '0:a:0', '-af', `${BY_SAMPLES},${SILENCE}`, '-f', 'null'];
  return { inputs: [guarded(source, 'matroska')], options, target: '-' };
}

/** Answers how many faults were found on the way; what can be read of a damaged file is saved. Null: nothing can. */
export async function remuxSound(binary: string, source: string, target: string, work: Work): Promise<number | null> {
  try {
    const { lines } = await runFfmpeg({ binary, command: remuxRecipe(source, target), work, totalMs: 0, gentle: true });
    return faultsIn(lines);
  } catch (fault) {
    if (fault instanceof ToolFailed) return null;
    throw fault;
  }
}

/** Decodes a file from its first packet to its last; a year of them at 200 times their speed. */
export async function hearWhole(binary: string, path: string, work: Work, totalMs: number): Promise<Heard> {
  try {
    const silences: string[] = [];
    const hear = (line: string) => void (line.includes('silence_') && silences.push(line));
    const run = { binary, command: hearRecipe(path), work, totalMs, gentle: true, hear };
    const { lines, reachedMs } = await runFfmpeg(run);
    return { durationMs: reachedMs, silentMs: silenceIn(silences, reachedMs), faults: faultsIn(lines) };
  } catch (fault) {
    if (fault instanceof ToolFailed) return { durationMs: 0, silentMs: 0, faults: 1 };
    throw fault;
  }
}

/** A recording that was cut off, by a power cut, ends in the middle of a packet; the seconds tell how much is missing. */
const CUT_OFF = /ended prematurely/i;
const FAULT =
  /^\[(?:matroska|webm|opus|libopus|aost|null)\b[^\]]*\]\s|^Truncating packet|Invalid data found|Error while|Error submitting/i;

/** Complaints among the last words of ffmpeg. */
export function faultsIn(lines: readonly string[]): number {
  return lines.filter((line) => FAULT.test(line) && !CUT_OFF.test(line)).length;
}

/** Of silences that the filter told of, ms in all. The last one may reach to the end. */
export function silenceIn(lines: readonly string[], durationMs: number): number {
  let sum = 0;
  let since: number | null = null;
  for (const line of lines) {
    const started = /silence_start: (-?[\d.]+)/.exec(line)?.[1];
    const ended = /silence_duration: ([\d.]+)/.exec(line)?.[1];
    if (started !== undefined) since = Number(started) * 1000;
    if (ended === undefined) continue;
    sum += Number(ended) * 1000;
    since = null;
  }
  return Math.min(durationMs, Math.round(sum + (since === null ? 0 : Math.max(0, durationMs - since))));
}
