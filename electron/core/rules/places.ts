/** Places and material as the judge asks about them. */
import type { Asset } from '../../contract/records/asset';
import type { Display } from '../../contract/records/display';
import type { Channel, Matter } from '../../contract/records/matter';
import { matterOf } from '../../domain/judge/matter-of';
import type { Place } from '../../domain/judge/types';
import { type Reader, settingsOf } from '../store';

export const displayPlace = ({ id, place }: Pick<Display, 'id' | 'place'>, groupIds: readonly string[]): Place => ({
  channel: 'displays',
  id,
  groupIds,
  site: place,
});

/** A channel as a whole: the radio, a feed, a package. */
export const channelPlace = (channel: Channel): Place => ({ channel, id: channel, groupIds: [], site: '' });

/** The breaks of the radio, where its bookings air. */
export const BREAKS: Place = { ...channelPlace('radio'), breaks: true };

export function matterIn(reader: Pick<Reader, 'get'>, asset: Asset, ms?: number): Matter {
  const agency = asset.agencyId === null ? undefined : reader.get('agency', asset.agencyId);
  return matterOf(asset, agency, settingsOf(reader).zone, ms);
}
