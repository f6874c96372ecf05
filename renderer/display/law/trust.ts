/**
 * Whether the time on this page can be believed by a lock. Met the station since this page was loaded: yes, its clock is
 * monotonic since. If not, the machine's clock may have been set: then all that is certain is that it is later than the last
 * time the station was heard. Pure.
 */
import type { ClockTrust } from '../../../electron/domain/judge/types';

/** A clock that has run on through a power cut is not far off. */
const SLACK_MS = 2 * 86_400_000;

export interface TrustAsked {
  /** The station has told the time since this page was loaded, and the machine did not sleep since. */
  synced: boolean;
  /** Epoch ms, as the page has it. */
  now: number;
  /** The latest time that the station is known to have told; 0 where it never did. */
  mark: number;
}

export function trustOf({ synced, now, mark }: TrustAsked): ClockTrust {
  if (synced) return { trusted: true };
  return { trusted: false, sureOf: mark, upTo: now < mark ? Number.POSITIVE_INFINITY : now + SLACK_MS };
}
