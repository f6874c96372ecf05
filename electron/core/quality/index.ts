/** Builds the quality room: material is looked through by itself and on demand, and mended with one click. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { qualityApi } from '../../contract/api/quality';
import type { Asset } from '../../contract/records/asset';
import type { Tx } from '../store';
import { qualityHandlers, queueCheck } from './commands';
import type { Room } from './room';

export interface QualityRoom {
  handlers: HandlersOf<typeof qualityApi>;
  /** Within the commit that a probe ends with. */
  checkProbed(tx: Tx, asset: Asset): void;
}

export function createQuality(room: Room): QualityRoom {
  return {
    handlers: qualityHandlers(room),
    checkProbed: (tx, asset) => void queueCheck(room, tx, asset),
  };
}
