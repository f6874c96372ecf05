/** Versions: put down in the commit that makes them, bounded, read back. */
import { Failure } from '../../../contract/failure';
import type { Booking } from '../../../contract/records/booking';
import { MOST_VERSIONS, type ScheduleVersion, type VersionReason } from '../../../contract/records/schedule-version';
import { reason } from '../../../contract/scalars';
import { newId } from '../../../contract/ulid';
import { type Reader, requireRecord, type Store, type Tx } from '../../store';
import { type Packed, unpack } from './pack';

/** Newest first. Of one instant, the later made comes first. */
export const versionsOf = (reader: Reader): ScheduleVersion[] =>
  [...reader.all('scheduleVersion')].sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));

/** @throws Failure notFound */
export async function bookingsOf(store: Store, id: string): Promise<Booking[]> {
  requireRecord(store, 'scheduleVersion', id);
  const content = store.get('versionContent', id);
  if (!content) throw new Failure('notFound', { record: 'scheduleVersion' });
  return unpack(content.packed);
}

interface Made {
  name: string;
  reason: VersionReason;
  createdAt: number;
  createdBy: string;
}

/** Puts a version and drops the automatic ones that are too many. @throws Failure when too many are kept by hand */
export function putVersion(tx: Tx, { packed, digest, bookings }: Packed, made: Made): ScheduleVersion {
  const id = newId(made.createdAt);
  const version = tx.put('scheduleVersion', { id, rev: 0, ...made, bookings, digest });
  tx.put('versionContent', { id, rev: 0, packed });
  const all = versionsOf(tx);
  if (all.filter(isKept).length > MOST_VERSIONS.kept) {
    throw new Failure('invalidInput', {}, [reason('version.tooMany', { most: MOST_VERSIONS.kept })]);
  }
  const automatic = all.filter((each) => !isKept(each));
  for (const old of automatic.slice(MOST_VERSIONS.automatic)) removeVersion(tx, old.id);
  return version;
}

const isKept = ({ reason: why }: ScheduleVersion) => why === 'kept';

export function removeVersion(tx: Tx, id: string): void {
  tx.remove('scheduleVersion', id);
  tx.remove('versionContent', id);
}

/** Whether the newest version holds just this. */
export const isKnown = (reader: Reader, digest: string): boolean => versionsOf(reader)[0]?.digest === digest;
