/** Lets a fault through once a minute: one that repeats would drive all others off the station's list. */
const AGAIN_MS = 60_000;
const MAX_KNOWN = 200;

export function createSieve(now: () => number = () => performance.now()) {
  const told = new Map<string, number>();
  return {
    isNew(fault: string): boolean {
      const before = told.get(fault);
      if (before !== undefined && now() - before < AGAIN_MS) return false;
      told.delete(fault);
      told.set(fault, now());
      for (const oldest of told.keys()) if (told.size > MAX_KNOWN) told.delete(oldest);
      return true;
    },
  };
}
