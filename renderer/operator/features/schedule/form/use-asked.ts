import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Asset } from '../../../../../electron/contract/records/asset';
import type { LocalDate, Zone } from '../../../../../electron/contract/scalars';
import { orpc } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { dateAt, shiftDate } from '../days';
import { emptyForm, type FormValues } from './draft';

/** Days a new booking runs until someone says otherwise. */
export const USUAL_DAYS = 30;

/**
 * Calls back once with a form that has the material, when it is known.
 * @param assetId undefined: nothing is asked for
 * @param onAsked stable; takes the request away
 */
export function useAsked(assetId: string | undefined, zone: Zone, onAsked: (values: FormValues) => void): void {
  const asset = useQuery(
    orpc.library.get.queryOptions({ input: { id: assetId ?? '' }, enabled: assetId !== undefined }),
  ).data;
  useEffect(() => {
    if (asset && asset.id === assetId) onAsked(formFor(asset, dateAt(stationNow(), zone)));
  }, [asset, assetId, zone, onAsked]);
}

/** From its first day, or today where that is past, to its last. */
function formFor({ id, name, validFrom, validTo }: Asset, today: LocalDate): FormValues {
  const from = validFrom !== null && validFrom > today ? validFrom : today;
  const to = validTo !== null && validTo >= from ? validTo : shiftDate(from, USUAL_DAYS - 1);
  return { ...emptyForm(from, { to, what: { kind: 'asset', id } }), name };
}
