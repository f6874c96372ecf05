/** What the address of this screen may carry, parsed; anything else is dropped. */
import { z } from 'zod';
import { AssetQuery, AssetShelf, AssetSort } from '../../../../electron/contract/api/library';
import { AssetKind } from '../../../../electron/contract/records/asset';

const LibrarySearch = z.object({
  /** The asset that is open. */
  id: z.string().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  shelf: AssetShelf.optional().catch(undefined),
  kind: AssetKind.optional().catch(undefined),
  state: AssetQuery.shape.state.catch(undefined),
  tag: z.string().optional().catch(undefined),
  sort: AssetSort.optional().catch(undefined),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;

export const parseLibrarySearch = (raw: Record<string, unknown>): LibrarySearch => LibrarySearch.parse(raw);

/** What of the address is asked of the station. */
export type AssetFilter = Omit<AssetQuery, 'offset' | 'limit'>;

export function filterOf(search: LibrarySearch): AssetFilter {
  const { q = '', shelf = 'current', sort = 'newest', kind, state, tag } = search;
  return { search: q, shelf, sort, kind, state, tag };
}

/** Whether anything but the shelf narrows the list. */
export function isNarrowed({ q, kind, state, tag }: LibrarySearch): boolean {
  return Boolean(q || kind || state || tag);
}
