/** What of the desk waits for whoever asks: what they may do now, and nothing that somebody else must. */
import { z } from 'zod';
import { Id } from '../scalars';
import { query } from './procedure';

export const WaitingKind = z.enum([
  /** Submissions to approve, and to verify. */
  'approve',
  'verify',
  /** Cards, clarifications among them, that air once they are approved. */
  'card',
  /** Other material of the office, of an approved submission also what was said otherwise since. */
  'material',
  /** Rumours past the target, and near it. */
  'hoaxLate',
  'hoaxSoon',
  /** Requests for information past their last day, and near it. */
  'requestLate',
  'requestSoon',
  /** Entries that are the caller's to score; `first` are their contests. */
  'score',
]);
export type WaitingKind = z.infer<typeof WaitingKind>;

/** How many of a kind are named. */
export const MOST_NAMED = 3;

export const Waiting = z.object({
  kind: WaitingKind,
  count: z.int().min(1),
  /** What has waited longest. */
  first: z.array(z.object({ id: Id, name: z.string() })).max(MOST_NAMED),
});
export type Waiting = z.infer<typeof Waiting>;

export const waitingApi = {
  /** Most urgent first; a kind of which nothing waits is not there. */
  mine: query('read').route({ method: 'GET', path: '/waiting' }).output(z.array(Waiting)),
};
