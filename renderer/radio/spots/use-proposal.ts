/** What bookings would make of the breaks of a rundown, kept true as either changes. */
import { useQuery } from '@tanstack/react-query';
import type { SpotProposal } from '../../../electron/contract/api/spots';
import { orpc } from '../../client/client';

export function useProposal(rundownId: string): SpotProposal | null {
  return useQuery(orpc.spots.proposal.queryOptions({ input: { rundownId } })).data ?? null;
}

export interface Difference {
  breaks: number;
  adds: number;
  removes: number;
}

/** Null where the breaks hold what bookings ask for. */
export function differenceOf({ breaks }: Pick<SpotProposal, 'breaks'>): Difference | null {
  const moved = breaks.filter(({ same }) => !same);
  if (moved.length === 0) return null;
  const sum = (of: (each: SpotProposal['breaks'][number]) => number) => moved.reduce((all, each) => all + of(each), 0);
  return { breaks: moved.length, adds: sum(({ adds }) => adds), removes: sum(({ removes }) => removes) };
}
