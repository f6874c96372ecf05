import type { Clock, Store } from '../store';

export interface RulesOptions {
  store: Store;
  clock: Clock;
}
