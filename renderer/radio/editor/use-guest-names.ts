import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '../../client/client';

/** Names of all guests by id. */
export function useGuestNames(): ReadonlyMap<string, string> {
  const guests = useQuery(orpc.guests.list.queryOptions()).data;
  return useMemo(() => new Map(guests?.map(({ id, name }) => [id, name])), [guests]);
}
