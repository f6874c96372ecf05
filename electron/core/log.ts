/** The station's log: JSON lines in `DIR/logs/station.log`, the one before kept as `station.log.1` past 20 MB. */
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';

const LARGEST = 20 * 1024 * 1024;

export async function openLog(dir: string): Promise<{ log: Logger; closeLog(): Promise<void> }> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, 'station.log');
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGEST) await rename(path, `${path}.1`);
  const sink = destination({ dest: path, mkdir: true, sync: false });
  // A full disk must not stop the station: what cannot be logged is lost, nothing else.
  sink.on('error', () => {});
  const log = pino({ level: process.env.SUAR_LOG ?? 'info' }, sink);
  return { log, closeLog: () => new Promise((done) => sink.flush(() => done())) };
}
