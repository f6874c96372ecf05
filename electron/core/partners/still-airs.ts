/** Whether anything still airs under an agreement, booked under it or not. */
import type { Agreement } from '../../contract/records/partner';
import { standingOf } from '../../domain/agreement';
import { isOver } from '../../domain/period';
import { itemsOf } from '../../domain/smart';
import { dayAt, type Store, settingsOf } from '../store';

export interface StillAirs {
  /** A booking names it, and is not over. */
  booked: boolean;
  /** Its agency's material stands in a playlist or a filler, or is booked under no agreement, and no other one covers it today. */
  uncovered: boolean;
}

export function stillAirs(store: Store, agreement: Agreement, now: number): StillAirs {
  const booked = store.all('booking').some((one) => one.agreementId === agreement.id && !isOver(one, now));
  return { booked, uncovered: isNewestOver(store, agreement, now) && [...uncoveredAssets(store, now)].some(isOf) };

  function isOf(assetId: string): boolean {
    const asset = store.get('asset', assetId);
    return asset?.agencyId === agreement.agencyId && asset.trashedAt === null && asset.recalledAt === null;
  }
}

/** Of an agency's agreements that are over the last one speaks for all, and none where one holds. */
function isNewestOver(store: Store, { id, agencyId }: Agreement, now: number): boolean {
  const today = dayAt(store, now);
  const begun = store.all('agreement').filter((one) => one.agencyId === agencyId && one.from <= today);
  if (begun.some((one) => standingOf(one, today).kind !== 'over')) return false;
  return begun.toSorted((a, b) => (a.to < b.to ? 1 : -1))[0]?.id === id;
}

/** Assets that something shows without saying under which agreement. */
function uncoveredAssets(store: Store, now: number): Set<string> {
  const assets = new Set<string>();
  const lists = new Set<string | null>([settingsOf(store).fillerPlaylistId]);
  for (const { fillerPlaylistId } of store.all('display')) lists.add(fillerPlaylistId);
  for (const booking of store.all('booking')) {
    if (booking.agreementId !== null || booking.paused || isOver(booking, now)) continue;
    if (booking.what.kind === 'asset') assets.add(booking.what.assetId);
    else lists.add(booking.what.playlistId);
  }
  for (const id of lists) {
    const list = id === null ? undefined : store.get('playlist', id);
    if (list) for (const { assetId } of itemsOf(list, store.find)) assets.add(assetId);
  }
  return assets;
}
