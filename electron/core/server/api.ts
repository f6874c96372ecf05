/** Mounts the contract: every procedure at `/rpc` for our own pages and at `/api` for other systems. */
import type { AnyContractProcedure } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyProcedure, implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Identity } from '../../contract/api/handlers';
import { needsOf, procedures } from '../../contract/api/needs';
import { Failure } from '../../contract/failure';
import { toORPCError } from './faults';
import { demand, identify, NOBODY, seatSession } from './identity';
import { openApiDocument } from './openapi';
import type { ApiHandlers, ServerDoors } from './types';

/** A playlist of 2,000 items is some 400 kB. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** Under the 30 s after which proxies and sleeping laptops drop a silent stream. */
const KEEP_ALIVE_MS = 10_000;

interface CallContext {
  identity: Identity | null;
  address: string;
  setSession(token: string | null): void;
}
/** A room's function, before its input and output are known: the contract parses both. */
type AnyHandler = (input: unknown, caller: Caller) => unknown;
interface Branch {
  [key: string]: Branch | AnyProcedure;
}

/** @param stopping aborts when the station stops, and with it every stream that is open. */
export function mountApi(app: FastifyInstance, doors: ServerDoors, stopping: AbortSignal): void {
  const router = buildRouter(doors.handlers, stopping);
  const options = { ...interceptors(app), eventIteratorKeepAliveInterval: KEEP_ALIVE_MS };
  const rpc = new RPCHandler<CallContext>(router, options);
  const open = new OpenAPIHandler<CallContext>(router, options);

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: MAX_BODY_BYTES }, parseJson);
  app.get('/api/openapi.json', () => openApiDocument());
  for (const [prefix, handler] of [['/rpc', rpc] as const, ['/api', open] as const]) {
    app.all(`${prefix}/*`, { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
      const { matched } = await handler.handle(request, reply, { prefix, context: contextOf(request, reply, doors) });
      if (!matched) throw new Failure('notFound');
      return reply;
    });
  }
}

/** Many clients name the type of a body they do not send. */
function parseJson(
  _request: FastifyRequest,
  body: string | Buffer,
  done: (fault: Error | null, value?: unknown) => void,
) {
  if (body.length === 0) return done(null, undefined);
  try {
    done(null, JSON.parse(String(body)));
  } catch (fault) {
    done(Object.assign(new Error('no JSON', { cause: fault }), { statusCode: 400 }));
  }
}

function contextOf(request: FastifyRequest, reply: FastifyReply, doors: ServerDoors): CallContext {
  return {
    identity: identify(request, doors.doorkeeper),
    address: request.ip,
    setSession: (token) => seatSession(request, reply, token),
  };
}

function buildRouter(handlers: ApiHandlers, stopping: AbortSignal): Branch {
  const router: Branch = {};
  for (const [name, contract] of procedures) {
    place(router, name.split('.'), bind(contract, handlerAt(handlers, name), stopping));
  }
  return router;
}

function bind(contract: AnyContractProcedure, handler: AnyHandler, stopping: AbortSignal): AnyProcedure {
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
        return following(output, ends.release);
      } finally {
        if (!streams) ends.release();
      }
    });
}

function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

async function* following(stream: AsyncIterable<unknown>, release: () => void): AsyncGenerator<unknown> {
  try {
    yield* stream;
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

/** The role is asked before the input is read: whoever may not call learns nothing about the call. */
function interceptors(app: FastifyInstance) {
  return {
    clientInterceptors: [
      async ({ context, path, next }: { context: CallContext; path: readonly string[]; next(): Promise<unknown> }) => {
        try {
          const needs = needsOf(path.join('.')) ?? 'administer';
          if (needs !== 'open') demand(context.identity, needs);
          return await next();
        } catch (fault) {
          throw toORPCError(fault, app.log);
        }
      },
    ],
    interceptors: [
      async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
        try {
          return await next();
        } catch (fault) {
          if (fault instanceof ORPCError && Object.hasOwn(Object(fault.data), 'code')) throw fault;
          throw toORPCError(fault, app.log);
        }
      },
    ],
  };
}
