/** The pages of a list that are in view. Belongs to the component that draws them, so that nothing else renders anew. */
import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Asset } from '../../../../electron/contract/records/asset';
import { pageOptions } from './page-options';
import { PAGE_SIZE, pagesOf, type Span } from './pages';
import type { AssetFilter } from './search';
import type { AssetList } from './use-assets';

export interface Pages {
  /** Undefined while its page is on the way. */
  at: (index: number) => Asset | undefined;
  /** Says what is in view, so that its pages are fetched. */
  look: (span: Span) => void;
}

export function usePages({ filter, total }: Pick<AssetList, 'filter' | 'total'>): Pages {
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<readonly number[]>([0]);
  const pages = wanted.filter((page) => page === 0 || page * PAGE_SIZE < (total ?? 0));
  useQueries({ queries: pages.map((page) => pageOptions(filter, page)) });
  // Made anew at every render: the queries above cause one whenever a page arrives.
  const at = assetAt(queries, filter);
  const look = useCallback(
    (span: Span) => {
      const next = pagesOf(span, total ?? 0);
      setWanted((now) => (now.join() === next.join() ? now : next));
    },
    [total],
  );
  return { at, look };
}

/** Each page is looked up in the cache once, not once per card: making a query's key is dear. */
function assetAt(queries: QueryClient, filter: AssetFilter): Pages['at'] {
  const known = new Map<number, readonly Asset[] | undefined>();
  const itemsOf = (page: number) => {
    if (!known.has(page)) known.set(page, queries.getQueryData(pageOptions(filter, page).queryKey)?.items);
    return known.get(page);
  };
  return (index) => itemsOf(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE];
}
