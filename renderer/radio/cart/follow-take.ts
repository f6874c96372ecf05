/** Which break a take starts. Pure: only what changes under the eyes of the page is played, never what was on when it came. */
import type { OnAir, Show } from '../../../electron/contract/records/show';

/** The step that was on air when the page last looked; undefined before it ever did. */
export type Seen = string | null | undefined;

export interface Follow {
  seen: Seen;
  /** It has just been taken: its spots are to be played. */
  take: OnAir | null;
}

/** A station that speaks again after a break tells what is on: this old, a take is not one any more, ms. */
const FRESH_MS = 5000;

/** `show` undefined: not known yet. `now`: epoch ms on the station's clock. */
export function followTake(seen: Seen, show: Show | null | undefined, now: number): Follow {
  if (show === undefined) return { seen, take: null };
  const current = show?.state === 'onAir' ? show.current : null;
  const step = current?.stepId ?? null;
  if (seen === undefined || step === seen) return { seen: step, take: null };
  const fresh = current !== null && now - current.startedAt < FRESH_MS;
  return { seen: step, take: fresh ? current : null };
}
