/** The filtered library as one long list: how long it is, and the ids in it. What is in view is `use-pages`. */
import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { pageOptions } from './page-options';
import { PAGE_SIZE } from './pages';
import type { AssetFilter } from './search';
import { between } from './selection';

export interface AssetList {
  /** Null until the first answer. */
  total: number | null;
  /** The filter whose answer this is: the wanted one, or the one before while that is on its way. */
  filter: AssetFilter;
  /** Ids from one index to another, both included, fetching what is not there yet. */
  idsBetween: (from: number, to: number) => Promise<string[]>;
  fault: unknown;
  retry: () => void;
}

export function useAssets(wanted: AssetFilter): AssetList {
  const queries = useQueryClient();
  const first = useQuery({ ...pageOptions(wanted, 0), placeholderData: keepPreviousData });
  const filter = useShownFilter(wanted, first.data !== undefined && !first.isPlaceholderData);
  const idsBetween = useCallback((a: number, b: number) => fetchIds(queries, filter, a, b), [queries, filter]);
  const { error, refetch } = first;
  const total = first.data?.total ?? null;
  return useMemo(
    () => ({ total, filter, idsBetween, fault: error, retry: () => void refetch() }),
    [total, filter, idsBetween, error, refetch],
  );
}

function useShownFilter(wanted: AssetFilter, arrived: boolean): AssetFilter {
  const key = JSON.stringify(wanted);
  const [shown, setShown] = useState(key);
  if (arrived && shown !== key) setShown(key);
  const now = arrived ? key : shown;
  return useMemo(() => JSON.parse(now) as AssetFilter, [now]);
}

async function fetchIds(queries: QueryClient, filter: AssetFilter, a: number, b: number): Promise<string[]> {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const pages = between(Math.floor(from / PAGE_SIZE), Math.floor(to / PAGE_SIZE));
  const answers = await Promise.all(pages.map((page) => queries.ensureQueryData(pageOptions(filter, page))));
  const first = (pages[0] ?? 0) * PAGE_SIZE;
  const ids = answers.flatMap((answer) => answer.items.map((asset) => asset.id));
  return ids.slice(from - first, to - first + 1);
}
