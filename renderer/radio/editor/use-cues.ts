/** How far the cues of a rundown have come; asked only where it has any, and anew with every word of a display. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PartId, RundownItem } from '../../../electron/contract/records/rundown-item';
import { orpc } from '../../client/client';
import { type CueDot, cueDots } from './cue-dots';

export function useCues(rundownId: string, items: readonly RundownItem[]): ReadonlyMap<PartId, readonly CueDot[]> {
  const enabled = items.some(({ cue }) => cue !== null);
  const { data } = useQuery({ ...orpc.cues.of.queryOptions({ input: { rundownId } }), enabled });
  return useMemo(() => new Map(data?.map((cue) => [cue.itemId, cueDots(cue)])), [data]);
}
