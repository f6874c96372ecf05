/** Rows of a long list that the station holds: fetched a page at a time, as they come into view. */
import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query';

export const PAGE = 100;

type Page<T> = { items: readonly T[] };

/**
 * @param indexes of the rows in view
 * @param pageFrom what asks for the page that begins at this row
 * @returns a row; undefined while it is on its way
 */
export function usePaged<T, P extends Page<T>, K extends QueryKey>(
  indexes: readonly number[],
  pageFrom: (offset: number) => UseQueryOptions<P, Error, P, K>,
): (index: number) => P['items'][number] | undefined {
  const pages = [...new Set([0, ...indexes.map((index) => Math.floor(index / PAGE))])];
  const found = useQueries({ queries: pages.map((page) => pageFrom(page * PAGE)) });
  return (index) => found[pages.indexOf(Math.floor(index / PAGE))]?.data?.items[index % PAGE];
}
