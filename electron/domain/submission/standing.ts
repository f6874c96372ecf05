/** A submission as a person sees it: approved becomes airing while something shows it, ended when its days are over, recalled while taken back. */
import type { Booking } from '../../contract/records/booking';
import type { Playlist } from '../../contract/records/playlist';
import type { Submission, SubmissionStanding } from '../../contract/records/submission';
import type { LocalDate } from '../../contract/scalars';
import { type Find, itemsOf } from '../smart';

type Course = Pick<Submission, 'state' | 'versions' | 'validFrom' | 'validTo'>;

export const isEnded = ({ state, validTo }: Course, today: LocalDate): boolean =>
  state === 'approved' && validTo !== null && validTo < today;

export interface Around {
  today: LocalDate;
  /** Ids of the assets that something shows today. */
  airing: { has(assetId: string): boolean };
  /** Files that a recall holds back, by content. */
  recalled: { has(hash: string): boolean };
}

export function standingOf(submission: Course, { today, airing, recalled }: Around): SubmissionStanding {
  const { state, validFrom, versions } = submission;
  if (state !== 'approved') return state;
  if (isEnded(submission, today)) return 'ended';
  const newest = versions.at(-1);
  // What is booked stays booked under a recall, and shows nothing.
  if (recalled.has(newest?.hash ?? '')) return 'recalled';
  const begun = validFrom === null || validFrom <= today;
  return begun && airing.has(newest?.assetId ?? '') ? 'airing' : 'approved';
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
