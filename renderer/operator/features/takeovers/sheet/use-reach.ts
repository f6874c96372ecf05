/** Displays, groups and the station's zone: what the sheet speaks of. */
import { useQuery } from '@tanstack/react-query';
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/records/settings-defaults';
import { orpc } from '../../../../client/client';

export function useReach() {
  const displays = useQuery(orpc.displays.list.queryOptions());
  const groups = useQuery(orpc.groups.list.queryOptions());
  const settings = useQuery(orpc.station.settings.queryOptions());
  return {
    displays: displays.data ?? [],
    groups: groups.data ?? [],
    zone: settings.data?.zone ?? DEFAULT_SETTINGS.zone,
    profile: settings.data?.defaultProfile ?? DEFAULT_SETTINGS.defaultProfile,
    pending: displays.isPending || groups.isPending || settings.isPending,
  };
}
export type Reach = ReturnType<typeof useReach>;
