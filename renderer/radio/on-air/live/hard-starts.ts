/** Hard starts ahead, each with what it means for what comes before. Pure. */
import type { LiveTiming } from '../../../../electron/domain/rundown/live';
import type { Row } from '../../../../electron/domain/rundown/plan';

export interface HardStart {
  row: Row;
  /** Epoch ms. */
  at: number;
  /** Until then; below 0 once it has passed. */
  inMs: number;
  /** What comes before reaches past it (above 0), or leaves a gap. */
  overMs: number;
}

export function hardStarts({ coming, current }: LiveTiming, now: number): HardStart[] {
  let free = now + Math.max(0, current?.remainingMs ?? 0);
  return coming.flatMap(({ row, end }) => {
    const reached = free;
    free = end;
    return row.hardAt === null ? [] : [{ row, at: row.hardAt, inMs: row.hardAt - now, overMs: reached - row.hardAt }];
  });
}
