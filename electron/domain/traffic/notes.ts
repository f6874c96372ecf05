/** What a block could not give, and why. One sink keeps each kind once, another, for who asks about a day, every one. */
import type { Reason } from '../../contract/scalars';

/** `at`: when it would have been, epoch ms. */
export type Note = (bookingId: string, assetId: string | null, because: Reason, at: number) => void;

export interface Noted {
  bookingId: string;
  assetId: string | null;
  because: Reason;
  at: number;
}

/** The first of each kind; `listen` hears every one. */
export function createNotes(listen?: Note): { note: Note; all(): Noted[] } {
  const first = new Map<string, Noted>();
  return {
    note(bookingId, assetId, because, at) {
      listen?.(bookingId, assetId, because, at);
      const key = `${bookingId} ${assetId} ${because.code} ${because.params.slot ?? ''}`;
      if (!first.has(key)) first.set(key, { bookingId, assetId, because, at });
    },
    all: () => [...first.values()],
  };
}
