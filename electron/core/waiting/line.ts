/** What the parts of this room share. */
import type { Caller } from '../../contract/api/handlers';
import type { WaitingKind } from '../../contract/api/waiting';
import type { Clock, Reader } from '../store';

export interface Need {
  store: Pick<Reader, 'get' | 'all'>;
  clock: Clock;
}

/** Who is asked what waits for them. */
export type Who = Pick<Caller['actor'], 'id' | 'name'>;

export const whoIs = ({ actor }: Pick<Caller, 'actor'>): Who => ({ id: actor.id, name: actor.name });

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
