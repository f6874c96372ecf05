/**
 * As `Promise.all`, but ends only when each of them has: what stops the work then waits for all of it, and none fails
 * later where nobody hears it. Rejects with what the first in the list rejected with.
 */
export async function together<const P extends readonly unknown[]>(
  works: P,
): Promise<{ -readonly [K in keyof P]: Awaited<P[K]> }> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

/** Does the work for whoever asks first and is done for all after; where it fails, whoever asks next tries again: a full disk has room later. */
export function onceDone(work: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | null = null;
  return () => {
    doing ??= work().catch((fault: unknown) => {
      doing = null;
      throw fault;
    });
    return doing;
  };
}
