/** The assets of a list's items and what each item comes to, as far as they are known here. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import { type Asset, isProbed } from '../../../../../electron/contract/records/asset';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { orpc } from '../../../../client/client';
import { lengthOf, startsOf } from '../edits';

const DEFAULT_STILL_MS = 10_000;

export interface ItemTimes {
  assets: ReadonlyMap<string, Asset>;
  /** Null for an item that cannot play (yet). */
  lengths: (number | null)[];
  starts: number[];
  totalMs: number;
  defaultStillMs: number;
}

export function useLengths(items: readonly PlaylistItem[], saved: PlaylistView): ItemTimes {
  const assets = useAssetsOf(items);
  const stillMs = useQuery(orpc.station.settings.queryOptions()).data?.stillMs ?? DEFAULT_STILL_MS;
  return useMemo(() => {
    const known = new Map(saved.items.map((item, index) => [item.id, saved.lengths[index] ?? null]));
    const lengths = items.map((item) => {
      const asset = assets.get(item.assetId);
      return asset ? lengthOf(item, materialOf(asset), stillMs) : (known.get(item.id) ?? null);
    });
    const totalMs = lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0);
    return { assets, lengths, starts: startsOf(lengths), totalMs, defaultStillMs: stillMs };
  }, [items, saved, assets, stillMs]);
}

function materialOf(asset: Asset) {
  return isProbed(asset) ? { kind: asset.probe.kind, durationMs: asset.probe.durationMs } : null;
}

function useAssetsOf(items: readonly PlaylistItem[]): ReadonlyMap<string, Asset> {
  const ids = useMemo(() => [...new Set(items.map((item) => item.assetId))], [items]);
  return useQueries({
    queries: ids.map((id) => orpc.library.get.queryOptions({ input: { id } })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
}
