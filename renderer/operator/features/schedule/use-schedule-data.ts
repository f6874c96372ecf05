/** What every part of the schedule speaks of: displays, groups, bookings (those of the open draft), playlists, the station's zone. */
import { useQuery } from '@tanstack/react-query';
import type { Booking } from '../../../../electron/contract/records/booking';
import { DEFAULT_SETTINGS } from '../../../../electron/contract/records/settings-defaults';
import { orpc } from '../../../client/client';
import { failureOf } from '../../../client/failure';
import { useDraft } from './drafts/open-draft';

const NO_BOOKINGS: readonly Booking[] = [];

/** @param draftId the draft that is open */
export function useScheduleData(draftId: string | undefined) {
  const settings = useQuery(orpc.station.settings.queryOptions());
  const displays = useQuery(orpc.displays.list.queryOptions());
  const groups = useQuery(orpc.groups.list.queryOptions());
  const bookings = useQuery(orpc.bookings.list.queryOptions());
  const published = bookings.data ?? NO_BOOKINGS;
  const { draft, bookings: drafted, query } = useDraft(draftId, published);
  const playlists = useQuery(orpc.playlists.list.queryOptions());
  const all = [settings, displays, groups, bookings, playlists];
  return {
    zone: settings.data?.zone ?? DEFAULT_SETTINGS.zone,
    displays: displays.data ?? [],
    groups: groups.data ?? [],
    bookings: drafted,
    published,
    draft,
    playlists: playlists.data ?? [],
    pending: all.some((each) => each.isPending) || (draftId !== undefined && query.isLoading),
    /** The draft that was asked for is no more. */
    draftGone: draftId !== undefined && failureOf(query.error)?.code === 'notFound',
    fault: all.find(({ error, data }) => error && data === undefined)?.error ?? null,
    retry: () => {
      for (const each of all) if (each.error) void each.refetch();
    },
  };
}
export type ScheduleData = ReturnType<typeof useScheduleData>;
