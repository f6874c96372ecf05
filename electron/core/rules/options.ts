import type { RecordName, Records } from '../../contract/records';
import type { Changed, Clock, Reader, Store } from '../store';

export interface RulesOptions {
  store: Store;
  clock: Clock;
  /** What other rooms ask of a change of their records. A change that another confirms is asked the same anew. */
  checks?: Checks;
}

export type Checks = { readonly [N in RecordName]?: Check<Records[N]> };

/** @param reader with the whole change made. @throws Failure */
export type Check<T> = (reader: Reader, change: Changed<T>) => void;
