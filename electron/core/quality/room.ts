/** What the parts of this room share. */
import type { Logger } from 'pino';
import { Failure } from '../../contract/failure';
import type { MendedFile } from '../../contract/handover';
import { type Asset, isProbed, type ProbedAsset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import { type Reason, reason } from '../../contract/scalars';
import type { Jobs } from '../jobs/types';
import type { Media } from '../media/types';
import type { Clock, Reader, Store, Tx } from '../store';

/** What this room asks of the library, which alone knows where files lie. */
export interface Shelf {
  /** Where an asset's own file is. @throws Hopeless where it is gone */
  sourceOf(asset: Asset): string;
  /** A folder for what is being made, cleared afterwards. */
  withFolder<T>(work: (dir: string) => Promise<T>): Promise<T>;
  /** Puts a still beside an asset's pictures and answers its hash. */
  keepStill(assetId: string, file: string): Promise<string>;
  setStills(assetId: string, hashes: readonly string[]): Promise<void>;
  /** A mended copy becomes an asset of its own; answers which one has that content. */
  takeMended(made: MendedFile): Promise<string>;
}

export interface Room {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
  jobs: Pick<Jobs, 'register' | 'enqueue' | 'unfinishedFor'>;
  media: Pick<Media, 'look' | 'still' | 'mend'>;
  shelf: Shelf;
}

/** Bookkeeping: not audited, not undone. */
export function step<T>({ store }: Pick<Room, 'store'>, change: (tx: Tx) => T): Promise<T> {
  return store.commit({ command: 'quality.step', actor: STATION_ACTOR, audited: false }, change);
}

/** The asset as it can be looked at: probed, of that content, not in the bin. */
export function probedAsset(reader: Pick<Store, 'get'>, id: string, hash: string): ProbedAsset | null {
  const asset = reader.get('asset', id);
  return asset && isProbed(asset) && asset.trashedAt === null && asset.hash === hash ? asset : null;
}

/** Lengths of all slots of the loops there are. */
export const slotsInUse = (reader: Reader): number[] =>
  reader.all('loopPolicy').flatMap(({ slots }) => slots.map(({ ms }) => ms));

export const refused = (code: string, params: Reason['params'] = {}) =>
  new Failure('refused', {}, [reason(code, params)]);
