/** Inventory of some displays: those that an answer had no time for are asked for apart, as long as that is bearable. */
import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query';
import type { InventoryUnit } from '../../../../../electron/contract/api/planning';
import { orpc } from '../../../../client/client';

interface Looking {
  from: string;
  to: string;
  by: InventoryUnit;
  draftId: string | undefined;
}

/** A year of a display takes most of a second, and every answer holds one at least. */
const MOST_ASKED = 8;

const optionsOf = (displayIds: string[], looking: Looking) =>
  orpc.planning.inventory.queryOptions({ input: { displayIds, ...looking } });

export function useInventory(displayIds: string[], looking: Looking) {
  const lists = listsOf(useQueryClient(), displayIds, looking);
  const answers = useQueries({ queries: lists.map((ids) => optionsOf(ids, looking)) });
  const first = answers[0];
  const last = answers.at(-1);
  return {
    rows: answers.flatMap(({ data }) => data?.rows ?? []),
    /** How many displays were not looked at; none while they are still being asked for. */
    left: last?.data?.leftOut.length ?? 0,
    isPending: first?.isPending ?? false,
    error: answers.find(({ error }) => error)?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
  };
}

/** What is asked, question after question: each for what the one before left out. */
function listsOf(client: QueryClient, displayIds: string[], looking: Looking): string[][] {
  const lists: string[][] = [];
  let next = displayIds;
  while (next.length > 0 && lists.length < MOST_ASKED) {
    lists.push(next);
    next = client.getQueryData(optionsOf(next, looking).queryKey)?.leftOut ?? [];
  }
  return lists;
}
