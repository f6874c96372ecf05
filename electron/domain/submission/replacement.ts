/** A new version takes the place of the one before it wherever that one is named. What does not name it comes back as it was, the same object. */
import type { Booking } from '../../contract/records/booking';
import type { Playlist, PlaylistItem } from '../../contract/records/playlist';
import type { Programme } from '../../contract/records/programme';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { DraftEdit } from '../../contract/records/schedule-draft';
import type { Template } from '../../contract/records/template';
import { sameBooking } from '../drafts';

export interface Replacement {
  from: string;
  to: string;
  /** Of the new one; 0 of a still. */
  durationMs: number;
}

/** A booking, or what a template books. */
export function bookingWith<T extends Pick<Booking, 'what'>>(
  booking: T,
  { from, to }: Pick<Replacement, 'from' | 'to'>,
): T {
  const { what } = booking;
  return what.kind === 'asset' && what.assetId === from ? { ...booking, what: { ...what, assetId: to } } : booking;
}

/**
 * What a draft begins from moves with what is published, so that nobody has to choose between the two. An edit that did just this is
 * none any more: null.
 * @param published as it is by now
 */
export function editWith(edit: DraftEdit, published: Booking | undefined, change: Replacement, now: number) {
  const base = edit.base && bookingWith(edit.base, change);
  const moved = edit.value && bookingWith(edit.value, change);
  if (base === edit.base && moved === edit.value) return edit;
  const value = moved && moved !== edit.value ? { ...moved, rev: Math.max(now, moved.rev + 1) } : moved;
  return sameBooking(value, base) && sameBooking(base, published) ? null : { ...edit, base, value };
}

export function templateWith(template: Template, change: Replacement): Template {
  const bookings = template.bookings.map((item) => bookingWith(item, change));
  return bookings.some((item, at) => item !== template.bookings[at]) ? { ...template, bookings } : template;
}

/** One that goes by a rule finds its material by itself. */
export function playlistWith(playlist: Playlist, change: Replacement): Playlist {
  const { smart, items } = playlist;
  if (smart !== null || !items.some(({ assetId }) => assetId === change.from)) return playlist;
  return { ...playlist, items: items.map((item) => (item.assetId === change.from ? itemWith(item, change) : item)) };
}

/** A trim that the new one is too short for is dropped: it plays whole. */
function itemWith(item: PlaylistItem, { to, durationMs }: Replacement): PlaylistItem {
  const last = Math.max(item.inMs, item.outMs ?? 0);
  return last < durationMs ? { ...item, assetId: to } : { ...item, assetId: to, inMs: 0, outMs: null };
}

export function lineWith(line: RundownItem, { from, to }: Replacement): RundownItem {
  const { spots, attachments, cue } = line;
  const isCue = cue?.what.kind === 'asset' && cue.what.assetId === from;
  if (!(isCue || spots.some(({ assetId }) => assetId === from) || attachments.includes(from))) return line;
  return {
    ...line,
    spots: spots.map((spot) => (spot.assetId === from ? { ...spot, assetId: to } : spot)),
    attachments: inPlace(attachments, from, to),
    cue: isCue ? { ...cue, what: { kind: 'asset', assetId: to } } : cue,
  };
}

export function programmeWith(programme: Programme, { from, to }: Replacement): Programme {
  const { jingles } = programme;
  return jingles.includes(from) ? { ...programme, jingles: inPlace(jingles, from, to) } : programme;
}

/** Each is named once. */
const inPlace = (ids: readonly string[], from: string, to: string): string[] => [
  ...new Set(ids.map((id) => (id === from ? to : id))),
];
