/** One query cache per page, with the habits of a LAN: ask also without internet, and try again only when nobody answered. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { orpc } from './client';
import { failureOf } from './failure';

const STALE_MS = 60_000;
const MAX_TRIES = 3;

/** A refusal is an answer and is not asked again; silence is. */
function tryAgain(tries: number, fault: unknown): boolean {
  return failureOf(fault) === null && tries < MAX_TRIES;
}

export function makeQueryClient(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(fault) {
        if (failureOf(fault)?.code === 'notSignedIn') queries.invalidateQueries({ queryKey: orpc.auth.status.key() });
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: STALE_MS, retry: tryAgain },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
}
