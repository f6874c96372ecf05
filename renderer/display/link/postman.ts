/** Sends plays while there is a station to take them, and drops them when it says that it has them. */
import type { FromDisplay } from '../../../electron/contract/display-protocol';
import type { Outbox } from '../keep/outbox';

const PATIENCE_MS = 15_000;

export function createPostman(outbox: Outbox, send: (message: FromDisplay) => boolean) {
  let displayId: string | null = null;
  let sentAt: number | null = null;
  let busy = false;

  /** One batch is on its way at a time; one that is not acknowledged goes out again. */
  async function look(): Promise<void> {
    const waiting = sentAt !== null && performance.now() - sentAt < PATIENCE_MS;
    if (busy || waiting || displayId === null) return;
    busy = true;
    try {
      const plays = await outbox.batch(displayId);
      sentAt = plays.length > 0 && send({ type: 'plays', plays }) ? performance.now() : null;
    } finally {
      busy = false;
    }
  }

  return {
    look,
    /** `id` null: not welcome (any more). `look` follows. */
    welcome(id: string | null): void {
      displayId = id;
      sentAt = null;
    },
    async acknowledged(ids: readonly string[]): Promise<void> {
      await outbox.acknowledged(ids);
      sentAt = null;
      await look();
    },
  };
}
