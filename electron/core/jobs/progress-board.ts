/** How far each running job is: in memory only, published at most four times a second for each job. */
import type { JobProgress } from '../../contract/records/job';

export const UNKNOWN: JobProgress = { ratio: null, speed: null, remainingMs: null };
const PUBLISH_EVERY_MS = 250;

interface Line {
  latest: JobProgress;
  timer: NodeJS.Timeout | null;
  publishedAt: number;
}

export interface ProgressBoard {
  of(id: string): JobProgress;
  report(id: string, progress: JobProgress): void;
  forget(id: string): void;
}

/** `monotonic` in ms, so that a clock that jumps neither floods nor mutes. The newest figure is always published. */
export function createProgressBoard(
  publish: (id: string, progress: JobProgress) => void,
  monotonic: () => number = () => performance.now(),
): ProgressBoard {
  const lines = new Map<string, Line>();

  function send(id: string, line: Line): void {
    line.timer = null;
    line.publishedAt = monotonic();
    publish(id, line.latest);
  }

  return {
    of: (id) => lines.get(id)?.latest ?? UNKNOWN,
    report(id, progress) {
      const line = lines.get(id) ?? { latest: UNKNOWN, timer: null, publishedAt: Number.NEGATIVE_INFINITY };
      lines.set(id, line);
      line.latest = progress;
      if (line.timer) return;
      const wait = line.publishedAt + PUBLISH_EVERY_MS - monotonic();
      if (wait <= 0) send(id, line);
      else line.timer = setTimeout(() => send(id, line), wait);
    },
    forget(id) {
      const line = lines.get(id);
      if (line?.timer) clearTimeout(line.timer);
      lines.delete(id);
    },
  };
}
