import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LockNow } from '../../../../../electron/contract/api/rules';
import { orpc } from '../../../../client/client';
import type { TakeoverDraft } from './draft';

const LOOK_MS = 30_000;

/** Locks that hold on the chosen displays, or come within a week. */
export function useLocksThere({ all, displayIds, groupIds }: TakeoverDraft): readonly LockNow[] {
  const where = all ? { all, displayIds: [], groupIds: [] } : { all, displayIds, groupIds };
  const isChosen = all || displayIds.length + groupIds.length > 0;
  const locks = useQuery({
    ...orpc.takeovers.locks.queryOptions({ input: { where } }),
    ...{ enabled: isChosen, refetchInterval: LOOK_MS, placeholderData: keepPreviousData },
  });
  return isChosen ? (locks.data ?? []) : [];
}
