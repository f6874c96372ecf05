/** What every part of the library is handed, and the few things they all do. */
import type { Asset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Alerts, Jobs, Log } from '../jobs';
import type { KeyLocks } from '../key-locks';
import type { Media } from '../media/types';
import type { Clock, Store, Tx } from '../store';
import type { DrawnBy } from './drawn-by';
import type { MediaStore } from './media-store';

export interface Room {
  store: Store;
  jobs: Jobs;
  media: Media;
  clock: Clock;
  log: Log;
  alerts: Alerts;
  files: MediaStore;
  locks: KeyLocks;
  dataDir: string;
  /** Draws what is not scaled. */
  drawnBy?: DrawnBy | undefined;
  /** Told within the commit that a probe ends with. */
  onProbed?(tx: Tx, asset: Asset): void;
}

/** The name of every commit that is no one's decision: a probe's result, a rendition that is ready. */
export const STEP = 'library.step';

/** Bookkeeping: not audited, not undone. */
export function step<T>({ store }: Pick<Room, 'store'>, change: (tx: Tx) => T): Promise<T> {
  return store.commit({ command: STEP, actor: STATION_ACTOR, audited: false }, change);
}

/** The asset, unless it is gone or in the bin, where no work is done for it. */
export function workable(reader: Pick<Store, 'get'>, id: string): Asset | null {
  const asset = reader.get('asset', id);
  return asset && asset.trashedAt === null ? asset : null;
}

/** Whether files for outputs are made of it: of *dikecualikan* never. */
export const mayRender = ({ ppid }: Pick<Asset, 'ppid'>): boolean => ppid !== 'exempt';

/** Light lane: pictures first, since a library without thumbnails looks dead; then probes, then copying. */
export const PRIORITY = { pictures: 20, probe: 10, adopt: 0, rendition: 0, needed: 30, sweep: -50 } as const;
