/** What a refused sender still sends. */
import type { IncomingMessage } from 'node:http';

/** A refused sender may go on this long, so that it reads why instead of finding the connection cut. */
const DRAIN_MS = 5_000;

/** Resolves when all has come, and been thrown away, or it has been long enough. */
export function drained(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(limit);
      resolve();
    };
    const limit = setTimeout(done, DRAIN_MS);
    request.once('end', done).once('close', done);
    request.removeAllListeners('data').on('data', () => {});
    request.resume();
  });
}
