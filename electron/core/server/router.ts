/** The contract's procedures bound to the rooms' plain functions. */
import type { AnyContractProcedure } from '@orpc/contract';
import { type AnyProcedure, implement } from '@orpc/server';
import type { Caller, Identity } from '../../contract/api/handlers';
import { needsOf, procedures } from '../../contract/api/needs';
import type { Permission } from '../../contract/records/user';
import { NOBODY } from './identity';
import type { ApiHandlers } from './types';

export interface CallContext {
  identity: Identity | null;
  address: string;
  setSession(token: string | null): void;
  /** Asks again: a stream outlives the moment its caller was let in. */
  stillMay(needs: Permission): boolean;
}
/** A room's function, before its input and output are known: the contract parses both. */
type AnyHandler = (input: unknown, caller: Caller) => unknown;
interface Branch {
  [key: string]: Branch | AnyProcedure;
}

/** @param stopping aborts when the station stops, and with it every stream that is open. */
export function buildRouter(handlers: ApiHandlers, stopping: AbortSignal): Branch {
  const router: Branch = {};
  for (const [name, contract] of procedures) {
    const needs = needsOf(name) ?? 'administer';
    place(router, name.split('.'), bind(contract, needs, handlerAt(handlers, name), stopping));
  }
  return router;
}

function bind(
  contract: AnyContractProcedure,
  needs: Permission,
  handler: AnyHandler,
  stopping: AbortSignal,
): AnyProcedure {
  return implement(contract)
    .$context<CallContext>()
    .handler(async ({ input, context, signal }) => {
      const { identity, address, setSession } = context;
      const ends = either(signal, stopping);
      const caller: Caller = { ...(identity ?? NOBODY), address, signal: ends.signal, setSession };
      let streams = false;
      try {
        const output = await handler(input, caller);
        if (!isStream(output)) return output;
        streams = true;
        return following(output, () => context.stillMay(needs), ends.release);
      } finally {
        if (!streams) ends.release();
      }
    });
}

function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

async function* following(stream: AsyncIterable<unknown>, stillMay: () => boolean, release: () => void) {
  try {
    for await (const event of stream) {
      if (!stillMay()) return;
      yield event;
    }
  } finally {
    release();
  }
}

/** `AbortSignal.any` over a signal as old as the process leaks on Node 20; this one lets go with the request. */
function either(request: AbortSignal | undefined, stopping: AbortSignal) {
  const ends = new AbortController();
  const abort = () => ends.abort();
  if (request?.aborted || stopping.aborted) abort();
  request?.addEventListener('abort', abort, { once: true });
  stopping.addEventListener('abort', abort, { once: true });
  return { signal: ends.signal, release: () => stopping.removeEventListener('abort', abort) };
}

function handlerAt(handlers: ApiHandlers, name: string): AnyHandler {
  const found = name.split('.').reduce<unknown>((branch, key) => Object(branch)[key], handlers);
  if (typeof found !== 'function') throw new Error(`no handler for ${name}`);
  return (input, caller) => found(input, caller);
}

function place(router: Branch, [key = '', ...rest]: string[], procedure: AnyProcedure): void {
  if (rest.length === 0) {
    router[key] = procedure;
    return;
  }
  const branch = (router[key] ?? {}) as Branch;
  router[key] = branch;
  place(branch, rest, procedure);
}
