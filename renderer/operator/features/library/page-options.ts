/** The question for one page of the library. Apart from the screen, so that it is put while the screen is still being fetched. */
import { orpc } from '../../../client/client';
import { PAGE_SIZE } from './pages';
import type { AssetFilter } from './search';

/** Pages are compared whole: looking through a hundred assets for what is the same costs more than drawing them anew. */
export const pageOptions = (filter: AssetFilter, page: number) =>
  orpc.library.list.queryOptions({
    input: { ...filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE },
    structuralSharing: false,
  });
