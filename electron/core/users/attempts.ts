/** Counts failed attempts per key in a sliding window. An attempt counts from its start, so that a burst counts too. */
import { Failure } from '../../contract/failure';
import type { Clock } from '../store';

const WINDOW_MS = 5 * 60_000;
const MOST = 10;
/** Above this many keys the idle ones are forgotten. */
const MANY_KEYS = 10_000;

export interface Attempts {
  /**
   * Counts one attempt for each key. Call the returned function when it was right: it takes the attempt back.
   * @throws Failure `tooManyAttempts` with `seconds` to wait, counting nothing.
   */
  begin(keys: readonly string[]): () => void;
}

export function createAttempts(clock: Clock): Attempts {
  const times = new Map<string, number[]>();

  /** A clock that was set back must not lock anyone out for longer than the window. */
  const recent = (key: string, now: number) =>
    (times.get(key) ?? []).filter((time) => now - time < WINDOW_MS && time <= now + WINDOW_MS);

  function forgetIdle(now: number): void {
    if (times.size < MANY_KEYS) return;
    for (const key of times.keys()) if (recent(key, now).length === 0) times.delete(key);
  }

  function undo(key: string, time: number): void {
    const list = times.get(key) ?? [];
    const at = list.indexOf(time);
    if (at >= 0) list.splice(at, 1);
    if (list.length === 0) times.delete(key);
  }

  return {
    begin(keys) {
      const now = clock.now();
      forgetIdle(now);
      const waits = keys.map((key) => waitMs(recent(key, now), now));
      const longest = Math.max(0, ...waits);
      if (longest > 0) throw new Failure('tooManyAttempts', { seconds: Math.ceil(longest / 1000) });
      for (const key of keys) times.set(key, [...recent(key, now), now]);
      return () => {
        for (const key of keys) undo(key, now);
      };
    },
  };
}

function waitMs(list: readonly number[], now: number): number {
  const oldestThatCounts = list[list.length - MOST];
  return oldestThatCounts === undefined ? 0 : Math.min(WINDOW_MS, oldestThatCounts + WINDOW_MS - now);
}
