/** Names of the displays and groups that an agreement lends, in the console. */
import { useQuery } from '@tanstack/react-query';
import type { Lent } from '../../../electron/contract/records/partner';
import { orpc } from '../../client/client';

export function useLentPlaces(): (lent: Pick<Lent, 'displayIds' | 'groupIds'>) => string[] {
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const groups = useQuery(orpc.groups.list.queryOptions()).data ?? [];
  return ({ displayIds, groupIds }) => [
    ...displays.flatMap(({ display: { id, name } }) => (displayIds.includes(id) ? [name] : [])),
    ...groups.flatMap(({ id, name }) => (groupIds.includes(id) ? [name] : [])),
  ];
}
