import { useQuery } from '@tanstack/react-query';
import type { LocalDate } from '../../../electron/contract/scalars';
import { localParts } from '../../../electron/domain/time';
import { orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';

const FIRST_ZONE = 'Asia/Jakarta';

/** The day it is at the station, and its zone. */
export function useToday(): { today: LocalDate; zone: string } {
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? FIRST_ZONE;
  return { today: localParts(stationNow(), zone).date, zone };
}
