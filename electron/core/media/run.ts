/**
 * The one place that runs ffmpeg, through fluent-ffmpeg. A run is killed on abort and leaves no half-made file.
 * Read `runFfmpeg` first.
 */
import { rm } from 'node:fs/promises';
import { setPriority } from 'node:os';
import type { Writable } from 'node:stream';
import ffmpeg, { type FfmpegCommand } from 'fluent-ffmpeg';
import { type Command, withGlobals } from './command';
import { faultOf } from './faults';
import { parseStatus, progressOf } from './progress';
import type { Work } from './types';

const KILL_AFTER_MS = 2000;
const KEPT_LINES = 200;
/** Below the display page and the station itself: a transcode must not make a panel drop frames. */
export const NICENESS = 5;

export interface Run {
  /** ffmpeg's path. */
  binary: string;
  command: Command;
  work: Work;
  /** Media ms to make, for progress; 0 where unknown. */
  totalMs: number;
  /** Long work that gives way to the display page and the station on the same machine. */
  gentle?: boolean;
  /** Gentle by so much; as a transcode where it is not said. */
  niceness?: number;
  /** Takes standard output when the command's target is `-`. */
  sink?: Writable;
  /** Told of every line that is no progress: only the last ones are kept. */
  hear?(line: string): void;
}

/**
 * Runs a command to its end. Returns what ffmpeg said (its last lines) and the media time it reached.
 * @throws the signal's reason on abort, Failure diskFull or readOnly, ToolKilled, ToolFailed. The target is then gone.
 */
export async function runFfmpeg(run: Run): Promise<{ lines: string[]; reachedMs: number }> {
  run.work.signal.throwIfAborted();
  try {
    return await spawned(run);
  } catch (error) {
    const path = /^file:(.*)$/s.exec(run.command.target)?.[1];
    if (path) await rm(path, { force: true });
    throw error;
  }
}

function spawned(run: Run): Promise<{ lines: string[]; reachedMs: number }> {
  const { signal } = run.work;
  const lines: string[] = [];
  let reachedMs = 0;
  const process = build(run);
  return new Promise((resolve, reject) => {
    const stop = () => kill(process);
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      settle();
    };
    const niceness = run.niceness ?? (run.gentle ? NICENESS : 0);
    if (niceness > 0) process.on('start', () => beNice(process, niceness));
    process.on('stderr', (line: string) => {
      reachedMs = listen(line, lines, run) ?? reachedMs;
    });
    process.on('error', (error: Error) =>
      end(() => reject(signal.aborted ? signal.reason : faultOf(error.message, lines))),
    );
    process.on('end', () => end(() => (signal.aborted ? reject(signal.reason) : resolve({ lines, reachedMs }))));
    signal.addEventListener('abort', stop, { once: true });
    process.run();
  });
}

function build({ binary, command, sink }: Run): FfmpegCommand {
  const { inputs, options, target } = withGlobals(command);
  const process = ffmpeg().setFfmpegPath(binary);
  for (const input of inputs) addInput(process, input.source, input.options);
  process.output(sink ?? target);
  // Spread, since fluent-ffmpeg splits a lone option at its space.
  process.outputOptions(...([...options] as [string, string]));
  return process;
}

function addInput(process: FfmpegCommand, source: string, options: readonly string[]): void {
  process.input(source);
  if (options.length > 0) process.inputOptions(...([...options] as [string, string]));
}

/** Keeps the last lines; a status line is told as progress instead and its time returned. */
function listen(line: string, lines: string[], { work, totalMs, hear }: Run): number | null {
  const status = parseStatus(line);
  if (status) {
    work.progress(progressOf(status, totalMs));
    return status.atMs;
  }
  hear?.(line);
  lines.push(line);
  if (lines.length > KEPT_LINES) lines.shift();
  return null;
}

function pidOf(process: FfmpegCommand): number | undefined {
  return (process as unknown as { ffmpegProc?: { pid?: number } }).ffmpegProc?.pid;
}

function beNice(process: FfmpegCommand, niceness: number): void {
  const pid = pidOf(process);
  try {
    if (pid) setPriority(pid, niceness);
  } catch {
    // It may have ended already, or the system may not allow it: only a courtesy.
  }
}

function kill(process: FfmpegCommand): void {
  if (!pidOf(process)) {
    // Not yet spawned: fluent-ffmpeg looks at capabilities first.
    process.once('start', () => kill(process));
    return;
  }
  process.kill('SIGTERM');
  setTimeout(() => process.kill('SIGKILL'), KILL_AFTER_MS).unref();
}
