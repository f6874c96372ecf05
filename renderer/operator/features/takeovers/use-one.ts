/** One takeover with its displays; whether each is connected follows the live feed. */
import { useQuery } from '@tanstack/react-query';
import type { TakeoverAt } from '../../../../electron/contract/api/takeovers';
import { orpc } from '../../../client/client';

export function useOne(id: string) {
  const one = useQuery(orpc.takeovers.get.queryOptions({ input: { id } }));
  const views = useQuery(orpc.displays.list.queryOptions()).data;
  const connected = new Map(views?.map(({ display, status }) => [display.id, status.connected]));
  const displays = one.data?.displays.map(
    (at): TakeoverAt => ({ ...at, connected: connected.get(at.displayId) ?? at.connected }),
  );
  return { takeover: one.data?.takeover, displays, error: one.error, retry: () => void one.refetch() };
}
