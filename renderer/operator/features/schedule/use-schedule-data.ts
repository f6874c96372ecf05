/** What every part of the schedule speaks of: displays, groups, bookings, playlists, the station's zone. */
import { useQuery } from '@tanstack/react-query';
import { DEFAULT_SETTINGS } from '../../../../electron/contract/records/settings';
import { orpc } from '../../../client/client';

export function useScheduleData() {
  const settings = useQuery(orpc.station.settings.queryOptions());
  const displays = useQuery(orpc.displays.list.queryOptions());
  const groups = useQuery(orpc.groups.list.queryOptions());
  const bookings = useQuery(orpc.bookings.list.queryOptions());
  const playlists = useQuery(orpc.playlists.list.queryOptions());
  const all = [settings, displays, groups, bookings, playlists];
  return {
    zone: settings.data?.zone ?? DEFAULT_SETTINGS.zone,
    displays: displays.data ?? [],
    groups: groups.data ?? [],
    bookings: bookings.data ?? [],
    playlists: playlists.data ?? [],
    pending: all.some((query) => query.isPending),
    fault: all.find((query) => query.error && query.data === undefined)?.error ?? null,
    retry: () => {
      for (const query of all) if (query.error) void query.refetch();
    },
  };
}
export type ScheduleData = ReturnType<typeof useScheduleData>;
