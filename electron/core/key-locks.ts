/** One at a time for each key: taking the same file in twice, or sweeping it away while it comes back; drawing one card. */
export interface KeyLocks {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Which keys are locked now or have been since; ends with `stop`. */
  watch(): { seen(key: string): boolean; stop(): void };
}

export function createKeyLocks(): KeyLocks {
  const tails = new Map<string, Promise<unknown>>();
  const watchers = new Set<Set<string>>();

  return {
    run(key, work) {
      for (const watcher of watchers) watcher.add(key);
      const before = tails.get(key) ?? Promise.resolve();
      const turn = before.then(work, work);
      const tail = turn
        .catch(() => {})
        .then(() => {
          if (tails.get(key) === tail) tails.delete(key);
        });
      tails.set(key, tail);
      return turn;
    },
    watch() {
      const seen = new Set(tails.keys());
      watchers.add(seen);
      return { seen: (key) => seen.has(key), stop: () => watchers.delete(seen) };
    },
  };
}
