/** The filtered library as one long list of which only the pages in view are loaded. */
import { keepPreviousData, type QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Asset } from '../../../../electron/contract/records/asset';
import { orpc } from '../../../client/client';
import { PAGE_SIZE, pagesOf, type Span } from './pages';
import type { AssetFilter } from './search';
import { between } from './selection';

export interface AssetList {
  /** Null until the first answer. */
  total: number | null;
  /** Undefined while its page is on the way. */
  at: (index: number) => Asset | undefined;
  /** Says what is in view, so that its pages are fetched. */
  look: (span: Span) => void;
  /** Ids from one index to another, both included, fetching what is not there yet. */
  idsBetween: (from: number, to: number) => Promise<string[]>;
  fault: unknown;
  retry: () => void;
}

const pageOptions = (filter: AssetFilter, page: number) =>
  orpc.library.list.queryOptions({ input: { ...filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE } });

export function useAssets(wanted: AssetFilter): AssetList {
  const queries = useQueryClient();
  const first = useQuery({ ...pageOptions(wanted, 0), placeholderData: keepPreviousData });
  const filter = useShownFilter(wanted, first.data !== undefined && !first.isPlaceholderData);
  const total = first.data?.total ?? null;
  const [span, setSpan] = useState<Span>({ first: 0, last: 0 });
  const pages = pagesOf(span, total ?? 0);
  const loaded = useQueries({ queries: pages.map((page) => pageOptions(filter, page)) });
  const stamp = loaded.map((page) => page.dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp is a page that arrived in the cache
  const at = useCallback((index: number) => assetAt(queries, filter, index), [queries, filter, stamp]);
  const look = useCallback(
    (next: Span) => setSpan((now) => (now.first === next.first && now.last === next.last ? now : next)),
    [],
  );
  const idsBetween = useCallback((a: number, b: number) => fetchIds(queries, filter, a, b), [queries, filter]);
  return { total, at, look, idsBetween, fault: first.error, retry: () => void first.refetch() };
}

/** The filter whose answer is on screen: the wanted one, or the one before while that is on its way. */
function useShownFilter(wanted: AssetFilter, arrived: boolean): AssetFilter {
  const key = JSON.stringify(wanted);
  const [shown, setShown] = useState(key);
  if (arrived && shown !== key) setShown(key);
  return useMemo(() => JSON.parse(arrived ? key : shown) as AssetFilter, [arrived, key, shown]);
}

function assetAt(queries: QueryClient, filter: AssetFilter, index: number): Asset | undefined {
  const page = Math.floor(index / PAGE_SIZE);
  return queries.getQueryData(pageOptions(filter, page).queryKey)?.items[index % PAGE_SIZE];
}

async function fetchIds(queries: QueryClient, filter: AssetFilter, a: number, b: number): Promise<string[]> {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const pages = between(Math.floor(from / PAGE_SIZE), Math.floor(to / PAGE_SIZE));
  const answers = await Promise.all(pages.map((page) => queries.ensureQueryData(pageOptions(filter, page))));
  const first = (pages[0] ?? 0) * PAGE_SIZE;
  const ids = answers.flatMap((answer) => answer.items.map((asset) => asset.id));
  return ids.slice(from - first, to - first + 1);
}
