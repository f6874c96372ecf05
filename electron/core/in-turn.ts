/** Work of which only so much runs at once; the rest waits for its turn. What bounds the patience with it counts from when it begins. */

export interface InTurn {
  run<T>(work: (stopping: AbortSignal) => Promise<T>): Promise<T>;
  /** Ends what runs, and what waits before it begins; resolves when nothing runs. */
  stop(): Promise<void>;
}

export function createInTurn(atOnce: number): InTurn {
  const stopping = new AbortController();
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let taken = 0;

  async function inTurn<T>(work: (stopping: AbortSignal) => Promise<T>): Promise<T> {
    if (taken >= atOnce) await new Promise<void>((go) => waiting.push(go));
    else taken += 1;
    try {
      stopping.signal.throwIfAborted();
      return await work(stopping.signal);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    }
  }

  return {
    run(work) {
      const turn = inTurn(work);
      const end = turn.catch(() => {}).finally(() => running.delete(end));
      running.add(end);
      return turn;
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
