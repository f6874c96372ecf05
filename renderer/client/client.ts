/** The typed API client and its TanStack Query face. Both are made from the contract alone. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Api } from '../../electron/contract/api';
import { earlyAnswer } from './early-answers';

const link = new RPCLink({
  url: () => `${location.origin}/rpc`,
  fetch: (request, init) => earlyAnswer(request.url) ?? fetch(request, init),
});

/** `await client.library.get({ id })`; rejects with what `failureOf` reads. */
export const client: ContractRouterClient<Api> = createORPCClient(link);

/** `useQuery(orpc.library.list.queryOptions({ input }))`, `useMutation(orpc.playlists.update.mutationOptions())`. */
export const orpc = createTanstackQueryUtils(client);
