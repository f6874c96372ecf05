/** Which page plays spots, as the station knows it and, of this one, at once. */
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../client/client';
import { useStanding } from './use-studio';

const ASK_MS = 3000;

export interface Player {
  /** Undefined before it is known. */
  played: boolean | undefined;
  /** Who plays from another page; null for nobody. */
  other: string | null;
  here: boolean;
}

export function usePlayer(): Player {
  const here = useStanding().kind === 'mine';
  const holder = useQuery(orpc.cart.holder.queryOptions({ refetchInterval: ASK_MS })).data;
  const played = here || (holder === undefined ? undefined : holder !== null);
  return { here, played, other: here ? null : (holder?.name ?? null) };
}
