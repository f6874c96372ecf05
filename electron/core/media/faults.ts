/** What went wrong, from ffmpeg's last words. Pure. */
import { Failure } from '../../contract/failure';

/** Killed by someone else, or crashed: trying again may well help. */
export class ToolKilled extends Error {
  override name = 'ToolKilled';
}

/** Ended by itself with an error. `lines` are its last words. */
export class ToolFailed extends Error {
  override name = 'ToolFailed';
  readonly lines: readonly string[];

  constructor(message: string, lines: readonly string[]) {
    super(message);
    this.lines = lines;
  }
}

const NO_SPACE = /No space left on device|Disk quota exceeded|ENOSPC/i;
const READ_ONLY = /Read-only file system|EROFS/i;
const NO_MEMORY = /Cannot allocate memory/i;
/** Of a process that was sent SIGTERM or SIGINT and ended in order. */
const EXIT_BY_SIGNAL = /Exiting normally, received signal/i;
const KILLED = /killed with signal|exited with code (?:255|13[47]|143)\b/i;

/** The error to throw for a run that ended badly. */
export function faultOf(message: string, lines: readonly string[]): Error {
  const words = [message, ...lines].join('\n');
  if (NO_SPACE.test(words)) return new Failure('diskFull');
  if (READ_ONLY.test(words)) return new Failure('readOnly');
  if (EXIT_BY_SIGNAL.test(words) || KILLED.test(message) || NO_MEMORY.test(words)) return new ToolKilled(message);
  return new ToolFailed(`${message}: ${lastWords(lines)}`, lines);
}

function lastWords(lines: readonly string[]): string {
  const spoken = lines.filter((line) => line.trim() && !/^(frame|size)=/.test(line.trim()));
  return spoken.slice(-3).join(' / ');
}
