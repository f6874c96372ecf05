/** What is to be recorded, and until when one file lasts. Pure. */
import type { Show } from '../../../../electron/contract/records/show';
import type { Zone } from '../../../../electron/contract/scalars';
import { localTime } from '../../../../electron/domain/time';

/** After a show's end: what is said while it is ended belongs to it. */
export const AFTER_MS = 10_000;

/** `null`: nothing. A file is of one show, or of none. */
export interface Wish {
  showId: string | null;
}

/** The real show that is on air, or ended a moment ago as this page saw it. */
export interface ShowSeen {
  id: string;
  /** Null while it is on air. */
  goneAt: number | null;
}

export function seen(
  before: ShowSeen | null,
  onAir: readonly Pick<Show, 'id' | 'rehearsal'>[],
  now: number,
): ShowSeen | null {
  const real = onAir.find(({ rehearsal }) => !rehearsal);
  if (real) return before?.id === real.id && before.goneAt === null ? before : { id: real.id, goneAt: null };
  return before && { ...before, goneAt: before.goneAt ?? now };
}

export function wishOf(byHand: boolean, show: ShowSeen | null, now: number): Wish | null {
  if (show && (show.goneAt === null || now - show.goneAt < AFTER_MS)) return { showId: show.id };
  return byHand ? { showId: null } : null;
}

const HOUR_MS = 3_600_000;

/** The next full hour of a clock in this zone. */
export function nextHour(now: number, zone: Zone): number {
  const [, minutes = 0, seconds = 0] = localTime(now, zone).split(':').map(Number);
  return now - (now % 1000) - (minutes * 60 + seconds) * 1000 + HOUR_MS;
}
