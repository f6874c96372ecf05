/**
 * Media that failed on the panel is tried again later: what failed may have been a busy machine, and a clip that is passed
 * over for good would be missed for weeks. Each failure doubles the wait. Pure; monotonic ms.
 */
const FIRST_MS = 600_000;
const LAST_MS = 12 * 3_600_000;

export interface SecondChances {
  failed(hash: string, now: number): void;
  /** Those whose wait is over, each once. */
  due(now: number): string[];
  forget(hash: string): void;
}

export function createSecondChances(): SecondChances {
  const waiting = new Map<string, { times: number; at: number | null }>();
  return {
    failed(hash, now) {
      const times = waiting.get(hash)?.times ?? 0;
      waiting.set(hash, { times: times + 1, at: now + Math.min(LAST_MS, FIRST_MS * 2 ** times) });
    },
    due(now) {
      const over = [...waiting].filter(([, { at }]) => at !== null && at <= now);
      for (const [hash, { times }] of over) waiting.set(hash, { times, at: null });
      return over.map(([hash]) => hash);
    },
    forget: (hash) => void waiting.delete(hash),
  };
}
