import { type Asset, isProbed } from '../../contract/records/asset';

/** Every file an asset refers to, by hash: its source, its ready renditions, its pictures. */
export function mediaOf(asset: Asset): Set<string> {
  const hashes = new Set([asset.hash]);
  if (!isProbed(asset)) return hashes;
  for (const rendition of asset.renditions) if (rendition.state === 'ready') hashes.add(rendition.hash);
  if (asset.pictures.thumbnail) hashes.add(asset.pictures.thumbnail);
  if (asset.pictures.filmstrip) hashes.add(asset.pictures.filmstrip.hash);
  for (const still of asset.pictures.stills ?? []) hashes.add(still);
  return hashes;
}
