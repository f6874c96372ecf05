/** One at a time for each content: taking the same file in twice, or sweeping it away while it comes back. */
export interface HashLocks {
  run<T>(hash: string, work: () => Promise<T>): Promise<T>;
  /** Which hashes are locked now or have been since; ends with `stop`. */
  watch(): { seen(hash: string): boolean; stop(): void };
}

export function createHashLocks(): HashLocks {
  const tails = new Map<string, Promise<unknown>>();
  const watchers = new Set<Set<string>>();

  return {
    run(hash, work) {
      for (const watcher of watchers) watcher.add(hash);
      const before = tails.get(hash) ?? Promise.resolve();
      const turn = before.then(work, work);
      const tail = turn
        .catch(() => {})
        .then(() => {
          if (tails.get(hash) === tail) tails.delete(hash);
        });
      tails.set(hash, tail);
      return turn;
    },
    watch() {
      const seen = new Set(tails.keys());
      watchers.add(seen);
      return { seen: (hash) => seen.has(hash), stop: () => watchers.delete(seen) };
    },
  };
}
