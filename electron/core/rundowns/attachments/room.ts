/** What the parts of this room share. */
import type { Clock, Store } from '../../store';
import type { Files } from './files';

export interface Room {
  store: Store;
  clock: Clock;
  files: Files;
  /** Work on files that are in their place, one after another. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurn(): Room['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
