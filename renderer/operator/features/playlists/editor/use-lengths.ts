/** The assets of a list's items and what each item comes to, as far as they are known here. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import { type Asset, isProbed } from '../../../../../electron/contract/records/asset';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { orpc } from '../../../../client/client';
import { lengthOf, startsOf } from '../edits';

const DEFAULT_STILL_MS = 10_000;

export interface ItemTimes {
  /** Of the items that have been in view; a list may hold 2,000. */
  assets: ReadonlyMap<string, Asset>;
  /** Assets that the station does not have (any more). */
  gone: ReadonlySet<string>;
  /** Null for an item that cannot play (yet). */
  lengths: (number | null)[];
  starts: number[];
  totalMs: number;
  defaultStillMs: number;
}

/** `wanted` are the assets to ask for; what the rest come to is known from the station. */
export function useLengths(
  items: readonly PlaylistItem[],
  saved: PlaylistView,
  wanted: ReadonlySet<string>,
): ItemTimes {
  const { assets, gone } = useAssetsOf(items, wanted);
  const stillMs = useQuery(orpc.station.settings.queryOptions()).data?.stillMs ?? DEFAULT_STILL_MS;
  return useMemo(() => {
    const ids = saved.found ?? saved.items.map(({ id }) => id);
    const known = new Map(ids.map((id, index) => [id, saved.lengths[index] ?? null]));
    const lengths = items.map((item) => {
      const asset = assets.get(item.assetId);
      return asset ? lengthOf(item, materialOf(asset), stillMs) : (known.get(item.id) ?? null);
    });
    const totalMs = lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0);
    return { assets, gone, lengths, starts: startsOf(lengths), totalMs, defaultStillMs: stillMs };
  }, [items, saved, assets, gone, stillMs]);
}

function materialOf(asset: Asset) {
  return isProbed(asset) ? { kind: asset.probe.kind, durationMs: asset.probe.durationMs } : null;
}

function useAssetsOf(items: readonly PlaylistItem[], wanted: ReadonlySet<string>): Pick<ItemTimes, 'assets' | 'gone'> {
  const ids = useMemo(
    () => [...new Set(items.map((item) => item.assetId))].filter((id) => wanted.has(id)),
    [items, wanted],
  );
  const combine = useCallback(
    (answers: { data: Asset | undefined; isError: boolean }[]) => ({
      assets: new Map(answers.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
      gone: new Set(ids.filter((_, index) => answers[index]?.isError)),
    }),
    [ids],
  );
  return useQueries({ queries: ids.map((id) => orpc.library.get.queryOptions({ input: { id } })), combine });
}
