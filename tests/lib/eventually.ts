import { vi } from 'vitest';

/** ms: longer than any wait takes on a busy machine, and shorter than a unit test may last. */
const PATIENCE_MS = 25_000;

/** Waits until `check` stops throwing. The bound measures nothing: it ends a wait that would never end, and says what it waited for. */
export const eventually = <T>(check: () => T | Promise<T>, timeout = PATIENCE_MS): Promise<T> =>
  vi.waitFor(check, { timeout });
