/** A submission as a person sees it: approved becomes airing while something shows it, and ended when its days are over. */
import type { Booking } from '../../contract/records/booking';
import type { Playlist } from '../../contract/records/playlist';
import type { Submission, SubmissionStanding } from '../../contract/records/submission';
import type { LocalDate } from '../../contract/scalars';
import { type Find, itemsOf } from '../smart';

type Course = Pick<Submission, 'state' | 'versions' | 'validFrom' | 'validTo'>;

export const isEnded = ({ state, validTo }: Course, today: LocalDate): boolean =>
  state === 'approved' && validTo !== null && validTo < today;

/** @param airing ids of the assets that something shows today */
export function standingOf(submission: Course, today: LocalDate, airing: ReadonlySet<string>): SubmissionStanding {
  const { state, validFrom, versions } = submission;
  if (state !== 'approved') return state;
  if (isEnded(submission, today)) return 'ended';
  const begun = validFrom === null || validFrom <= today;
  return begun && airing.has(versions.at(-1)?.assetId ?? '') ? 'airing' : 'approved';
}

interface Booked {
  bookings: readonly Pick<Booking, 'what' | 'from' | 'to' | 'paused'>[];
  playlist(id: string): Playlist | undefined;
  find: Find;
}

/** Assets that a booking shows on a day. */
export function airingOn({ bookings, playlist, find }: Booked, today: LocalDate): Set<string> {
  const found = new Set<string>();
  const lists = new Set<string>();
  for (const { what, from, to, paused } of bookings) {
    if (paused || from > today || to < today) continue;
    if (what.kind === 'asset') found.add(what.assetId);
    else lists.add(what.playlistId);
  }
  for (const id of lists) {
    const list = playlist(id);
    if (list) for (const { assetId } of itemsOf(list, find)) found.add(assetId);
  }
  return found;
}
