import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { todayIn } from '../../operator/shared/days';

/** The station's day when this was opened. */
export function useToday(): string {
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [openedAt] = useState(stationNow);
  return todayIn(zone, openedAt);
}
