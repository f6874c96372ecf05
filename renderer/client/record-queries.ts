/** Which queries a changed record makes stale. A new kind of record is a new line here. */
import type { RecordName } from '../../electron/contract/records';
import { orpc } from './client';

type Keys = () => readonly (readonly unknown[])[];

const STALE: Record<RecordName, Keys> = {
  asset: () => [orpc.library.key(), orpc.playlists.key(), orpc.schedule.key(), orpc.planning.key()],
  job: () => [orpc.jobs.key()],
  playlist: () => [orpc.playlists.key(), orpc.schedule.key(), orpc.planning.key(), orpc.library.usage.key()],
  booking: () => [
    orpc.bookings.key(),
    orpc.schedule.key(),
    orpc.planning.key(),
    orpc.library.usage.key(),
    orpc.makeGoods.key(),
  ],
  display: () => [orpc.displays.list.key(), orpc.schedule.key(), orpc.planning.key()],
  displayGroup: () => [orpc.groups.key(), orpc.schedule.key(), orpc.planning.key()],
  storedTimeline: () => [orpc.schedule.key()],
  loopPolicy: () => [orpc.policies.key(), orpc.schedule.key(), orpc.planning.key()],
  agency: () => [orpc.agencies.key(), orpc.planning.agreements.key()],
  agreement: () => [orpc.agreements.key(), orpc.schedule.key(), orpc.planning.key()],
  plannedDay: () => [orpc.makeGoods.key()],
  waiver: () => [orpc.makeGoods.key()],
  calendarFeed: () => [orpc.calendars.key()],
  template: () => [orpc.templates.key()],
  takeover: () => [orpc.takeovers.key(), orpc.library.usage.key()],
  takeoverReceipt: () => [orpc.takeovers.get.key()],
  settings: () => [
    orpc.station.settings.key(),
    orpc.station.info.key(),
    orpc.schedule.key(),
    orpc.planning.key(),
    orpc.auth.status.key(),
  ],
  user: () => [orpc.users.key(), orpc.auth.status.key()],
  session: () => [],
};

export function queriesOf(record: string): readonly (readonly unknown[])[] {
  return Object.hasOwn(STALE, record) ? STALE[record as RecordName]() : [];
}
