/** Mounts the contract: every procedure at `/rpc` for our own pages and at `/api` for other systems. */
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { needsOf } from '../../contract/api/needs';
import { Failure } from '../../contract/failure';
import { mayDo } from '../../contract/records/user';
import { toORPCError } from './faults';
import { demand, identify, seatSession } from './identity';
import { openApiDocument } from './openapi';
import { buildRouter, type CallContext } from './router';
import type { ServerDoors } from './types';

/** A playlist of 2,000 items is some 400 kB. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** Under the 30 s after which proxies and sleeping laptops drop a silent stream. */
const KEEP_ALIVE_MS = 10_000;

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
  const ask = () => identify(request, doors.doorkeeper);
  return {
    identity: ask(),
    stillMay(needs) {
      const role = ask()?.role;
      return needs === 'open' || (role !== undefined && mayDo(role, needs));
    },
    address: request.ip,
    setSession: (token) => seatSession(request, reply, token),
  };
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
