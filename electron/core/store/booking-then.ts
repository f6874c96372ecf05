import { z } from 'zod';
import { BookingHow } from '../../contract/records/booking';
import { Id } from '../../contract/scalars';
import type { Store } from './types';

/** As much of a booking as is asked after it is gone, whatever else one of an older station lacks. */
const BookingThen = z.object({ agreementId: Id.nullable().default(null), how: BookingHow.nullable().catch(null) });
type BookingThen = z.infer<typeof BookingThen>;

/** A booking as it stands, or as the audit last saw one that is deleted; null where neither knows it. */
export function bookingThen(store: Pick<Store, 'get' | 'audit'>, id: string): BookingThen | null {
  const held = store.get('booking', id);
  if (held) return held;
  const [entry] = store.audit.list({ record: 'booking', id, limit: 1 });
  const change = entry?.changes.find((each) => each.record === 'booking' && each.id === id);
  return BookingThen.safeParse(change?.before).data ?? null;
}
