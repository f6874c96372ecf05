/**
 * Logs: JSON lines in `DIR/NAME.log`. One that has grown past 20 MB becomes `NAME.log.1`, that one `.2`, and so on; five
 * old ones are kept. Turning over happens while running and waits for nothing: lines that come meanwhile are still in
 * pino's buffer or go into the file that has just been renamed, so none is lost.
 */
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';

const LARGEST = 20 * 1024 * 1024;
const KEPT = 5;
/** Lines that wait for a disk that takes none, bytes; beyond it they are dropped. */
const MOST_WAITING = 8 * 1024 * 1024;

export interface LogLimits {
  /** Bytes after which a file is turned over. */
  largest: number;
  /** Old files kept. */
  kept: number;
}

export interface OpenLog {
  log: Logger;
  /** Resolves when every line is in its file. Lines that come later are dropped. */
  closeLog(): Promise<void>;
}

export async function openLog(dir: string, name: string, limits: Partial<LogLimits> = {}): Promise<OpenLog> {
  const { largest, kept } = { largest: LARGEST, kept: KEPT, ...limits };
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, `${name}.log`);
  let bytes = await sizeOf(path);
  if (bytes >= largest) {
    await shift(path, kept).catch(() => {});
    bytes = await sizeOf(path);
  }
  const sink = destination({ dest: path, mkdir: true, sync: false, maxLength: MOST_WAITING });
  // A full disk must not stop the station: what cannot be logged is lost, nothing else.
  sink.on('error', () => {});
  let turning: Promise<void> | null = null;
  let ended = false;

  /** Resolves on the event, and on a fault that stands in its way. */
  function next(event: 'ready' | 'close'): Promise<void> {
    return new Promise((done) => {
      const come = () => {
        sink.off(event, come);
        sink.off('error', come);
        done();
      };
      sink.on(event, come);
      sink.on('error', come);
    });
  }

  async function turnOver(): Promise<void> {
    bytes = 0;
    await shift(path, kept);
    const reopened = next('ready');
    sink.reopen();
    await reopened;
  }

  sink.on('write', (count: number) => {
    bytes += count;
    if (bytes < largest || turning || ended) return;
    // One that cannot be renamed goes on growing, and is tried again a file's length later.
    turning = turnOver()
      .catch(() => {})
      .finally(() => {
        turning = null;
      });
  });
  const log = pino({ level: process.env.SUAR_LOG ?? 'info' }, { write: (line) => void (ended || sink.write(line)) });
  return {
    log,
    async closeLog() {
      await turning;
      ended = true;
      const closed = next('close');
      sink.end();
      await closed;
    },
  };
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    (found) => found.size,
    () => 0,
  );

/** The oldest first, so that each finds its next name free; a name that is not there yet is no fault. */
async function shift(path: string, kept: number): Promise<void> {
  for (let number = kept - 1; number >= 1; number--) {
    await rename(`${path}.${number}`, `${path}.${number + 1}`).catch(ignoreMissing);
  }
  await rename(path, `${path}.1`).catch(ignoreMissing);
}

function ignoreMissing(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'ENOENT') throw fault;
}
