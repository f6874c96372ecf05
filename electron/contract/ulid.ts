/** Ids: sortable, made anywhere. Works in a page over plain http, where `crypto.randomUUID` is missing. */
import { monotonicFactory, ulid } from 'ulid';

export const newId: (at?: number) => string = monotonicFactory();

/** Carries just this instant, epoch ms: `newId` never goes back behind what it made before, as a clock does that is set. */
export const idAt = (at: number): string => ulid(at);
