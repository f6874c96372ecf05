/** Ids: sortable, made anywhere. Works in a page over plain http, where `crypto.randomUUID` is missing. */
import { monotonicFactory } from 'ulid';

export const newId: (at?: number) => string = monotonicFactory();
