/** Transfers whose code (the tus client) is fetched with the first file, not with the page. */
import type { OpenTransfer, Transfer } from '../../../../client/transfer';

/**
 * What is asked of a transfer before its code is there is done in order once it is. Where the code cannot be had a start fails
 * as for a lost connection, and the next start fetches it again.
 */
export function later(load: () => Promise<OpenTransfer>): OpenTransfer {
  return (source, events) => {
    let transfer: Promise<Transfer> | null = null;
    const ask = async (what: keyof Transfer) => {
      transfer ??= load().then((open) => open(source, events));
      const fetching = transfer;
      const there = await fetching.catch((fault: unknown) => {
        if (transfer === fetching) transfer = null;
        throw fault;
      });
      there[what]();
    };
    return {
      start: () => void ask('start').catch(() => events.failed(null)),
      pause: () => void ask('pause').catch(() => {}),
      cancel: () => void ask('cancel').catch(() => {}),
    };
  };
}
