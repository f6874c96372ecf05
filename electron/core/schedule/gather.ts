/** Collects what happens in quick succession, then handles it at once. The delay is bounded: see `maxMs`. */
export interface Gather<T> {
  /** Adds; each key once. */
  add(items: readonly T[]): void;
  /** Forgets what waits. */
  stop(): void;
}

export interface GatherOptions<T> {
  keyOf(item: T): string;
  /** Quiet that ends the collecting, ms. */
  waitMs: number;
  /** Longest time the first item waits, ms. */
  maxMs: number;
  handle(items: T[]): void;
}

export function createGather<T>({ keyOf, waitMs, maxMs, handle }: GatherOptions<T>): Gather<T> {
  const waiting = new Map<string, T>();
  let quiet: NodeJS.Timeout | undefined;
  let latest: NodeJS.Timeout | undefined;

  function stop(): void {
    clearTimeout(quiet);
    clearTimeout(latest);
    quiet = undefined;
    latest = undefined;
    waiting.clear();
  }
  function release(): void {
    const items = [...waiting.values()];
    stop();
    handle(items);
  }
  return {
    add(items) {
      if (items.length === 0) return;
      for (const item of items) waiting.set(keyOf(item), item);
      clearTimeout(quiet);
      quiet = setTimeout(release, waitMs);
      latest ??= setTimeout(release, maxMs);
    },
    stop,
  };
}
