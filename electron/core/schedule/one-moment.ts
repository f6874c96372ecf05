/**
 * A compile reads records as it goes, in turns with commits: what it makes must be of one set of them, never part old part
 * new. So it is begun anew when one of them has changed; in the end, under constant edits, it is done in one go.
 */
import type { RecordName } from '../../contract/records';
import { atOnce, type Steps } from '../../domain/steps';
import { inTurns } from '../loop';
import type { Store } from '../store';

/** Kinds of record that a timeline is made of. */
export const MATTER = [
  'agency',
  'agreement',
  'asset',
  'booking',
  'display',
  'displayGroup',
  'lockLift',
  'loopPolicy',
  'playlist',
  'rule',
  'settings',
  'stageCalendar',
] as const;
const MATTERS: ReadonlySet<RecordName> = new Set<RecordName>(MATTER);

export function matters({ record }: { record: RecordName }): boolean {
  return MATTERS.has(record);
}

/** Tells the records of one moment from those of another. */
export function stampOf(store: Pick<Store, 'lastChange'>, kinds: readonly RecordName[] = MATTER): number {
  return Math.max(...kinds.map((kind) => store.lastChange(kind)));
}

/** Beginnings in turns; the next is done in one go, which holds the loop for as long as a compile takes. */
const MOST_BEGINNINGS = 3;

/** Asks until the answer is not null. From the fourth time on `inOneGo` is true. */
export async function insist<T>(ask: (inOneGo: boolean) => Promise<T | null>): Promise<T> {
  for (let asked = 0; ; asked++) {
    const answer = await ask(asked >= MOST_BEGINNINGS);
    if (answer !== null) return answer;
  }
}

/** The steps' result, or null when a record of these kinds changed before they were done. Must be called before they read anything. */
export async function ofOneMoment<T>(
  store: Pick<Store, 'lastChange'>,
  steps: Steps<T>,
  inOneGo: boolean,
  kinds: readonly RecordName[] = MATTER,
): Promise<T | null> {
  if (inOneGo) return atOnce(steps);
  const stamp = stampOf(store, kinds);
  return inTurns(unless(() => stampOf(store, kinds) !== stamp, steps));
}

/** Looks after each pause, before anything more is read. */
function* unless<T>(changed: () => boolean, steps: Steps<T>): Steps<T | null> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield;
    if (changed()) return null;
  }
}
