/** The spots of a show's log, read from the play log of the radio. */
import { isProbed } from '../../contract/records/asset';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { ItemSpot } from '../../contract/records/rundown-item';
import type { Show, Step } from '../../contract/records/show';
import { type LogSpot, logSpots, type PlannedSpot } from '../../domain/rundown/log-spots';
import type { Store } from './types';

/** A cart begins by the sample clock, a show by the hand that took its first item. */
const GRAIN_MS = 2000;

/** As the rundown holds them now. None of a rehearsal: nothing of it is in the play log. */
export function spotsOfShow(
  store: Pick<Store, 'get' | 'rundownParts' | 'plays'>,
  { rundownId, rehearsal, startedAt, endedAt }: Show,
  steps: readonly Step[],
): LogSpot[] {
  const items = store.rundownParts.of('rundownItem', rundownId).filter(({ spots }) => spots.length > 0);
  if (rehearsal || items.length === 0) return [];
  const span = { from: Math.max(0, startedAt - GRAIN_MS), ...(endedAt === null ? {} : { until: endedAt }) };
  const plays = [...store.plays.each({ displayId: RADIO_CHANNEL_ID, ...span })];
  const names = new Map(plays.map(({ assetId, assetName }) => [assetId, assetName]));
  const planned = ({ key, assetId, bookingId }: ItemSpot): PlannedSpot => {
    const asset = store.get('asset', assetId);
    const name = asset?.name ?? names.get(assetId) ?? assetId;
    return { key, assetId, bookingId, name, ms: asset && isProbed(asset) ? asset.probe.durationMs : 0 };
  };
  const byItem = new Map(items.map(({ id, spots }) => [id, spots.map(planned)]));
  return logSpots(steps, (itemId) => byItem.get(itemId) ?? [], plays);
}
