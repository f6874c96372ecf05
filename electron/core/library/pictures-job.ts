/** The `pictures` job: thumbnail, filmstrip and waveform of a source. */
import { isProbed, type Pictures } from '../../contract/records/asset';
import type { JobHandler } from '../jobs';
import { keep, withFolder } from './make';
import { sourceOf } from './probe-job';
import { type Room, step, workable } from './room';

export function picturesJob(room: Room): JobHandler<'pictures'> {
  return async ({ assetId }, { signal, progress }) => {
    const asset = workable(room.store, assetId);
    if (!asset || !isProbed(asset)) return;
    const source = sourceOf(room, asset);
    await withFolder(room, async (dir) => {
      const { thumbnail, filmstrip, waveform } = await room.media.pictures(source, asset.probe, dir, {
        signal,
        progress,
      });
      const record = (change: Partial<Pictures>) => recordPictures(room, assetId, change);
      await record({ waveform });
      if (thumbnail) await keep(room, thumbnail, ({ hash }) => record({ thumbnail: hash }), signal);
      if (!filmstrip) return;
      const { path, ...tiles } = filmstrip;
      await keep(room, path, ({ hash }) => record({ filmstrip: { hash, ...tiles } }), signal);
    });
  };
}

function recordPictures(room: Room, assetId: string, change: Partial<Pictures>): Promise<void> {
  return step(room, (tx) => {
    const asset = tx.get('asset', assetId);
    if (asset && isProbed(asset)) tx.put('asset', { ...asset, pictures: { ...asset.pictures, ...change } });
  });
}
