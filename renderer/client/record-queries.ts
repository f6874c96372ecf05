/** Which queries a changed record makes stale. A new kind of record is a new line here. */
import type { RecordName } from '../../electron/contract/records';
import { orpc } from './client';

type Keys = () => readonly (readonly unknown[])[];

const STALE: Record<RecordName, Keys> = {
  asset: () => [orpc.library.key(), orpc.playlists.key(), orpc.schedule.key(), orpc.planner.key()],
  job: () => [orpc.jobs.key()],
  playlist: () => [orpc.playlists.key(), orpc.schedule.key(), orpc.library.usage.key(), orpc.planner.key()],
  booking: () => [orpc.bookings.key(), orpc.schedule.key(), orpc.library.usage.key(), orpc.planner.key()],
  display: () => [orpc.displays.list.key(), orpc.schedule.key(), orpc.planner.key()],
  displayGroup: () => [orpc.groups.key(), orpc.schedule.key(), orpc.planner.key()],
  storedTimeline: () => [orpc.schedule.key()],
  loopPolicy: () => [orpc.schedule.key(), orpc.planner.key()],
  agency: () => [orpc.planner.owners.key()],
  agreement: () => [orpc.planner.key(), orpc.schedule.key()],
  takeover: () => [],
  takeoverReceipt: () => [],
  settings: () => [
    orpc.station.settings.key(),
    orpc.station.info.key(),
    orpc.schedule.key(),
    orpc.planner.key(),
    orpc.auth.status.key(),
  ],
  user: () => [orpc.users.key(), orpc.auth.status.key()],
  session: () => [],
};

export function queriesOf(record: string): readonly (readonly unknown[])[] {
  return Object.hasOwn(STALE, record) ? STALE[record as RecordName]() : [];
}
