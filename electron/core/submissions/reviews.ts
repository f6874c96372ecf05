/** *Berkala* publications are looked at again at least every six months (UU 14/2008 art. 9): which are due. */
import type { LocalDate } from '../../contract/scalars';
import { dateOf, dayNumber } from '../../domain/calendar';
import { latestReview } from '../../domain/ppid';
import type { Steps } from '../../domain/steps';
import { inTurns } from '../loop';
import type { Room } from './room';

export { latestReview };

/** Days ahead that are told. */
const AHEAD = 30;
const PAGE = 200;

interface Due {
  assetId: string;
  name: string;
  agencyName: string;
  by: LocalDate;
}

export function reviewsOf(room: Room): Promise<Due[]> {
  return inTurns(due(room));
}

function* due({ store, today }: Room): Steps<Due[]> {
  const until = dateOf(dayNumber(today()) + AHEAD);
  const found: Due[] = [];
  let page = store.assets.after('', PAGE);
  while (page.length > 0) {
    for (const { id, name, agencyId, ppid, ppidReviewBy, trashedAt, archivedAt } of page) {
      if (ppid !== 'periodic' || ppidReviewBy === null || ppidReviewBy > until) continue;
      if (trashedAt !== null || archivedAt !== null) continue;
      found.push({ assetId: id, name, agencyName: store.get('agency', agencyId ?? '')?.name ?? '', by: ppidReviewBy });
    }
    yield;
    page = store.assets.after(page.at(-1)?.id ?? '', PAGE);
  }
  return found.sort((a, b) => (a.by < b.by ? -1 : Number(a.by > b.by)));
}
