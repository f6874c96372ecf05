/** What the parts of this room share. */
import type { Logger } from 'pino';
import { Failure } from '../../contract/failure';
import type { Asset } from '../../contract/records/asset';
import { type Reason, reason } from '../../contract/scalars';
import type { Jobs } from '../jobs/types';
import type { Media } from '../media/types';
import type { Clock, Store } from '../store';

/** What this room asks of the library, which alone knows where files lie. */
export interface Shelf {
  /** Where an asset's own file is. @throws Hopeless where it is gone */
  sourceOf(asset: Asset): string;
}

export interface Room {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  jobs: Pick<Jobs, 'register' | 'enqueue' | 'unfinishedFor'>;
  media: Pick<Media, 'toolchain'>;
  shelf: Shelf;
}

export const refused = (code: string, params: Reason['params'] = {}) =>
  new Failure('refused', {}, [reason(code, params)]);
