/** Thumbnails for the canvas: asked for once, kept decoded, announced when they arrive. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isProbed } from '../../../../../electron/contract/records/asset';
import { orpc } from '../../../../client/client';

const MAX_KEPT = 300;

export function usePictures(): { pictureOf: (assetId: string) => HTMLImageElement | null; stamp: number } {
  const queries = useQueryClient();
  const kept = useRef(new Map<string, HTMLImageElement | null>());
  const [stamp, setStamp] = useState(0);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const load = useCallback(
    async (assetId: string) => {
      try {
        const asset = await queries.ensureQueryData(orpc.library.get.queryOptions({ input: { id: assetId } }));
        const hash = isProbed(asset) ? asset.pictures.thumbnail : null;
        if (hash === null) return;
        const image = new Image();
        image.src = `/media/${hash}`;
        await image.decode();
        kept.current.set(assetId, image);
        if (alive.current) setStamp((now) => now + 1);
      } catch {
        // A block without its picture still has its name and colour.
      }
    },
    [queries],
  );
  const pictureOf = useCallback(
    (assetId: string) => {
      const known = kept.current.get(assetId);
      if (known !== undefined) return known;
      if (kept.current.size > MAX_KEPT) kept.current.clear();
      kept.current.set(assetId, null);
      void load(assetId);
      return null;
    },
    [load],
  );
  return { pictureOf, stamp };
}
