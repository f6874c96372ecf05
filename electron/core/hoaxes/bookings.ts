/** An answer on chosen panels: a booking like any other, by turns with what is shown there, from today on. */
import type { Caller } from '../../contract/api/handlers';
import type { PublishOn } from '../../contract/api/hoaxes';
import { Failure } from '../../contract/failure';
import { EVERY_DAY, PLAIN_BOOKING, WHOLE_DAY } from '../../contract/records/booking';
import { mayDo } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { dateOf, dayNumber } from '../../domain/calendar';
import { localParts } from '../../domain/time';
import { type Reader, requireRecord, settingsOf, type Tx } from '../store';

/** @throws Failure notAllowed, notFound */
export function checkPlaces(reader: Reader, { displayIds, groupIds }: PublishOn, { role }: Pick<Caller, 'role'>): void {
  if (!mayDo(role, 'schedule')) throw new Failure('notAllowed', { needs: 'schedule' });
  for (const id of displayIds) requireRecord(reader, 'display', id);
  for (const id of groupIds) requireRecord(reader, 'displayGroup', id);
}

interface Booked {
  assetId: string;
  name: string;
  on: PublishOn;
  now: number;
  by: string;
}

/** Also of a card that nobody has approved yet: it is judged at every moment, and shown from the approval on. */
export function book(tx: Tx, { assetId, name, on: { displayIds, groupIds, days }, now, by }: Booked): void {
  const from = localParts(now, settingsOf(tx).zone).date;
  tx.put('booking', {
    ...{ ...PLAIN_BOOKING, id: newId(now), rev: 0, name, what: { kind: 'asset', assetId } },
    ...{ where: { displayIds: [...new Set(displayIds)], groupIds: [...new Set(groupIds)] }, how: { kind: 'rotation' } },
    ...{ from, to: dateOf(dayNumber(from) + days - 1), weekdays: EVERY_DAY, dayparts: WHOLE_DAY },
    ...{ zone: 'station', paused: false, createdAt: now, createdBy: by },
  });
}
