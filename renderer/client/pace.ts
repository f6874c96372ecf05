/**
 * Gathers calls for the same key and lets them through at a bounded pace: soon after the first, then not more often than the gap.
 * The last call is never lost.
 */
export interface Pace {
  ask(key: string, run: () => void, gapMs: number): void;
}

const SOON_MS = 120;

export function makePace(now: () => number = Date.now): Pace {
  const lastRun = new Map<string, number>();
  const waiting = new Set<string>();
  return {
    ask(key, run, gapMs) {
      if (waiting.has(key)) return;
      waiting.add(key);
      const earliest = (lastRun.get(key) ?? Number.NEGATIVE_INFINITY) + gapMs;
      const fire = () => {
        waiting.delete(key);
        lastRun.set(key, now());
        run();
      };
      setTimeout(fire, Math.max(SOON_MS, earliest - now()));
    },
  };
}
