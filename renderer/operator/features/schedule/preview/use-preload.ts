/** Fetches the thumbnails of a day before they are wanted: at 600x an item is on for three frames. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isProbed } from '../../../../../electron/contract/records/asset';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { orpc } from '../../../../client/client';

/** Of a day with more material than this, the rest comes when it is shown. */
const MOST = 300;

export function usePreload({ clips }: Plan): void {
  const queries = useQueryClient();
  const ids = [...new Set(clips.flatMap((clip) => (clip.kind === 'video' ? [clip.assetId] : [])))]
    .slice(0, MOST)
    .join();
  useEffect(() => {
    let wanted = ids !== '';
    /** Held until the pane closes, so that they stay decoded. */
    const held: HTMLImageElement[] = [];
    const load = async (id: string) => {
      const asset = await queries.ensureQueryData(orpc.library.get.queryOptions({ input: { id } }));
      if (!wanted || !isProbed(asset) || !asset.pictures.thumbnail) return;
      const image = new Image();
      image.src = `/media/${asset.pictures.thumbnail}`;
      held.push(image);
    };
    // One after another: what is shown now goes first. One that fails is asked for again when it is shown.
    const loadAll = async () => {
      for (const id of wanted ? ids.split(',') : []) if (wanted) await load(id).catch(() => {});
    };
    void loadAll();
    return () => {
      wanted = false;
      held.length = 0;
    };
  }, [queries, ids]);
}
