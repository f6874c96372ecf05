/** The disk under the recordings: said when it fills up, before and when it is full. */
import fsp from 'node:fs/promises';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import type { Room } from './room';

/** Two days of recording around the clock at 96 kbit/s. */
const LOW_BYTES = 2 * 1024 ** 3;
const LOOK_MS = 60_000;
const MEGABYTE = 1024 ** 2;

export interface Disk {
  /** At most once a minute. */
  look(): Promise<void>;
  /** Runs what writes. @throws Failure diskFull, readOnly */
  writing<T>(work: () => Promise<T>): Promise<T>;
}

export function createDisk({ alerts, clock, monotonic, places, log }: Room, lowBytes = LOW_BYTES): Disk {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isFull = false;

  async function look(): Promise<void> {
    if (monotonic() - lookedAt < LOOK_MS) return;
    lookedAt = monotonic();
    const free = await freeBytes(places.dir);
    if (free === null) return;
    if (free >= lowBytes) return alerts.settle('recordings.diskLow');
    const freeMb = Math.round(free / MEGABYTE);
    raise('recordings.diskLow', 'warning', reason('recording.diskLow', { freeMb }));
  }

  function raise(id: string, severity: 'warning' | 'error', because: ReturnType<typeof reason>): void {
    alerts.raise({ id, severity, at: clock.now(), reason: because });
  }

  return {
    look,
    async writing(work) {
      try {
        const value = await work();
        if (isFull) alerts.settle('recordings.notWritten');
        isFull = false;
        return value;
      } catch (fault) {
        const failure = asFailure(fault);
        if (!failure) throw fault;
        if (!isFull) log.error({ err: fault }, 'a recording cannot be written');
        isFull = true;
        raise('recordings.notWritten', 'error', reason('recording.notWritten'));
        throw failure;
      }
    },
  };
}

function asFailure(fault: unknown): Failure | null {
  if (fault instanceof Failure) return ['diskFull', 'readOnly'].includes(fault.code) ? fault : null;
  const code = (fault as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Failure('diskFull', {}, [], fault);
  return code === 'EROFS' || code === 'EACCES' ? new Failure('readOnly', {}, [], fault) : null;
}

/** Null where the system does not say. */
async function freeBytes(dir: string): Promise<number | null> {
  await fsp.mkdir(dir, { recursive: true }).catch(() => {});
  const found = await fsp.statfs(dir).catch(() => null);
  return found && found.bavail * found.bsize;
}
