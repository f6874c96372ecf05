/** The one question before a card's picture goes out of the station by any door. */
import type { Asset } from '../../contract/records/asset';
import type { Channel } from '../../contract/records/matter';
import type { Reason } from '../../contract/scalars';
import { againstLeaving } from '../rules/gate';
import type { Reader } from '../store';

/** Why it may not, now; empty where it may. */
export const mayLeave = (reader: Reader, asset: Asset, channel: Channel, now: number): Reason[] =>
  againstLeaving(reader, asset, channel, now);
