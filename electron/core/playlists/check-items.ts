/** Whether items can be shown at all. An item that was there before, unchanged, is not held against the list. */
import { Failure } from '../../contract/failure';
import { type Asset, isProbed } from '../../contract/records/asset';
import type { PlaylistItem } from '../../contract/records/playlist';
import { type Reason, reason } from '../../contract/scalars';
import { plannedMs, SHORTEST_MS } from '../../domain/material';
import type { Reader } from '../store';

/** @throws Failure invalidInput with the reason for each item that cannot be. */
export function checkItems(reader: Reader, items: readonly PlaylistItem[], before: readonly PlaylistItem[]): void {
  const known = new Set(before.map(contentOf));
  const fresh = items.filter((item) => !known.has(contentOf(item)));
  const reasons = fresh.flatMap((item) => itemReasons(item, reader.get('asset', item.assetId)));
  if (new Set(items.map(({ id }) => id)).size < items.length) reasons.push(reason('playlist.itemTwice'));
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'playlist' }, reasons);
}

function contentOf({ assetId, stillMs, inMs, outMs }: PlaylistItem): string {
  return JSON.stringify([assetId, stillMs, inMs, outMs]);
}

function itemReasons(item: PlaylistItem, asset: Asset | undefined): Reason[] {
  if (!asset) return [reason('playlist.noAsset')];
  const name = { asset: asset.name };
  if (asset.trashedAt !== null) return [reason('playlist.binned', name)];
  if (isProbed(asset) && asset.probe.kind === 'audio') return [reason('playlist.audioOnly', name)];
  const tooShort = isProbed(asset)
    ? plannedMs(item, asset, SHORTEST_MS) === null
    : item.outMs !== null && item.outMs - item.inMs < SHORTEST_MS;
  return tooShort ? [reason('playlist.tooShort', name)] : [];
}
