/** What the parts of this room share. */
import type { Caller } from '../../contract/api/handlers';
import type { WaitingKind } from '../../contract/api/waiting';
import type { Clock, Store } from '../store';

export interface Need {
  store: Pick<Store, 'get' | 'all' | 'audit' | 'lastChange'> & { assets: Pick<Store['assets'], 'pending'> };
  clock: Clock;
}

/** Who is asked what waits for them. */
export type Who = Caller['actor'];

/** One thing that waits. */
export interface Line {
  kind: WaitingKind;
  id: string;
  name: string;
  /** How many it stands for: a contest, its entries. */
  count: number;
  /** What is least comes first. */
  since: number;
}
