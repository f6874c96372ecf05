import type { Clock, Store } from '../store';

export interface PartnersOptions {
  store: Store;
  clock: Clock;
}
