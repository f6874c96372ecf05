/** Caps that count the whole station, as the bookings of all places stand to them. */
import { createHash } from 'node:crypto';
import type { BookRule } from '../../contract/records/rulebook';
import { setAside } from '../../domain/judge/station';
import type { Context, OpenBook } from '../../domain/judge/types';
import { toldAhead } from '../../domain/timeline';
import { settingsOf } from '../store';
import { claimsIn, type Own, type Whole } from './claims';

const countsStation = ({ does }: BookRule): boolean => does.kind === 'cap' && does.counts === 'station';

/** What is others' of them, were a place booked so; undefined where no rule counts so. */
export function othersPartIn(reader: Whole, open: OpenBook, own?: Own): Context['used'] {
  if (!open.book.rules.some(countsStation)) return undefined;
  return setAside(claimsIn(reader, open, own).of, open.book.zone, toldAhead(settingsOf(reader)));
}

export interface Shared {
  /** On which anything stands that such a cap counts. */
  displays: ReadonlySet<string>;
  /** Changes with whatever may change a part. */
  print: string;
}

/** Kinds of record that parts stand on, beside the book. */
const STANDS_ON = ['agreement', 'asset', 'booking', 'display', 'displayGroup', 'playlist', 'settings'] as const;

/** Asked for each display and day: read once for each state of the records. */
const known = new WeakMap<Whole, { stamp: string; open: OpenBook; shared: Shared }>();

/** Null where no rule counts so. */
export function sharedIn(reader: Whole, open: OpenBook): Shared | null {
  const caps = open.book.rules.filter(countsStation);
  if (caps.length === 0) return null;
  const stamp = STANDS_ON.map((record) => reader.lastChange?.(record)).join();
  const kept = known.get(reader);
  if (kept && reader.lastChange && kept.stamp === stamp && kept.open === open) return kept.shared;
  const shared = sharedAfresh(reader, open, caps);
  known.set(reader, { stamp, open, shared });
  return shared;
}

function sharedAfresh(reader: Whole, open: OpenBook, caps: readonly BookRule[]): Shared {
  const claims = claimsIn(reader, open);
  const displays = new Set<string>();
  const hash = createHash('sha256');
  for (const rule of caps) {
    for (const { booking, place, zone, matters } of claims.under(rule)) {
      if (place.channel === 'displays') displays.add(place.id);
      const agreement = booking.agreementId === null ? null : reader.get('agreement', booking.agreementId)?.rev;
      const counted = matters.map(({ subject, agencyId, assetId, ms }) => [subject, agencyId, assetId, ms]);
      hash.update(JSON.stringify([rule.id, booking.id, booking.rev, agreement, place.id, zone, counted]));
    }
  }
  return { displays, print: hash.digest('hex') };
}
