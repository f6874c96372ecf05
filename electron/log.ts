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
  let sink: Sink | null = null;
  let opening: Promise<void> | null = null;
  let turning: Promise<void> | null = null;
  let ended = false;

  /** Leaves `sink` null where the file cannot be opened: a sink without a file throws at every line. */
  async function open(): Promise<void> {
    const made = destination({ dest: path, mkdir: true, sync: false, maxLength: MOST_WAITING });
    // A full disk must not stop the station: what cannot be logged is lost, nothing else.
    made.on('error', () => {});
    if (!(await next(made, 'ready'))) return;
    made.on('write', (count: number) => {
      bytes += count;
      if (bytes < largest || turning || ended) return;
      // One that cannot be renamed goes on growing, and is tried again a file's length later.
      turning = turnOver(made)
        .catch(() => {})
        .finally(() => {
          turning = null;
        });
    });
    sink = made;
  }

  async function turnOver(full: Sink): Promise<void> {
    bytes = 0;
    await shift(path, kept);
    const reopened = next(full, 'ready');
    full.reopen();
    await reopened;
  }

  function write(line: string): void {
    if (ended) return;
    if (sink) sink.write(line);
    else
      opening ??= open().finally(() => {
        opening = null;
      });
  }

  await open();
  const log = pino({ level: process.env.SUAR_LOG ?? 'info' }, { write });
  return {
    log,
    async closeLog() {
      await opening;
      await turning;
      ended = true;
      if (!sink) return;
      const closed = next(sink, 'close');
      sink.end();
      await closed;
    },
  };
}

type Sink = ReturnType<typeof destination>;

/** True on the event, false on a fault that stands in its way. */
function next(sink: Sink, event: 'ready' | 'close'): Promise<boolean> {
  return new Promise((done) => {
    const come = () => settle(true);
    const fail = () => settle(false);
    const settle = (hasCome: boolean) => {
      sink.off(event, come);
      sink.off('error', fail);
      done(hasCome);
    };
    sink.on(event, come);
    sink.on('error', fail);
  });
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
