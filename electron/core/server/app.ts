/** The routes, in the order a request meets them: gate, headers, cookies, then the door it knocks at. */
import cookies from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import { mountApi } from './api';
import { mountAttachmentDoors } from './attachment-doors';
import { toFailure } from './faults';
import { addSecurityHeaders } from './headers';
import { mountMedia } from './media';
import { mountOfficeDoors } from './office-doors';
import { type Gate, isSameOrigin } from './origin';
import { mountPages } from './pages';
import { mountPaperDoors } from './paper-doors';
import { mountPodcastDoors } from './podcast-doors';
import { mountPreviewDoors } from './preview-doors';
import { mountRecallDoors } from './recall-doors';
import { mountRecordingDoors } from './recording-doors';
import { mountRundownDoors } from './rundown-doors';
import { mountSheetDoors } from './sheet-doors';
import { mountSideDoors } from './side-doors';
import type { ServerDoors } from './types';
import { mountUploads, type Uploads } from './uploads/uploads';

export interface AppParts {
  doors: ServerDoors;
  gate: Gate;
  log: Logger;
  pagesDir: string | null;
  uploadsDir: string;
  stopping: AbortSignal;
}

/** Media and live streams come by the thousand; what matters about them is in the play log and the audit. */
const quietRequests = new LogController({ disableRequestLogging: true });
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Knocks at the entrance from one address in a minute, right or wrong. Wrong ones are counted by the users room. */
const KNOCKS = 60;
const ENTRANCE = /^\/(?:rpc|api)\/auth\/(?:first-?run|desktop|sign-?in|password|setOwnPassword)(?:$|\?)/i;

export async function createApp(parts: AppParts): Promise<{ app: FastifyInstance; uploads: Uploads }> {
  const { doors, gate, pagesDir, uploadsDir, stopping } = parts;
  const log: FastifyBaseLogger = parts.log;
  const answer = (fault: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const failure = toFailure(fault, log);
    if (failure.code === 'tooManyAttempts') reply.header('retry-after', failure.data.params.seconds ?? 60);
    return reply.code(failure.status).send(bodyFor(request, failure));
  };
  // An address that cannot be decoded never meets a route, nor the handler of faults below.
  const frameworkErrors = (fault: unknown, request: FastifyRequest, reply: FastifyReply) =>
    void answer(fault, request, reply);
  const app: FastifyInstance = Fastify({ loggerInstance: log, logController: quietRequests, frameworkErrors });
  app.setErrorHandler(answer);
  app.addHook('onRequest', async (request) => pass(request, gate));
  await addSecurityHeaders(app);
  await app.register(cookies);
  await app.register(rateLimit, {
    max: KNOCKS,
    timeWindow: '1 minute',
    allowList: (request) => !ENTRANCE.test(request.url),
    errorResponseBuilder: (_request, { ttl }) => new Failure('tooManyAttempts', { seconds: Math.ceil(ttl / 1000) }),
  });

  let uploads: Uploads | null = null;
  mountSideDoors(app, doors);
  mountMedia(app, doors);
  mountPodcastDoors(app, doors);
  mountPreviewDoors(app, doors);
  mountOfficeDoors(app, doors);
  mountRecallDoors(app, doors);
  await app.register(async (scope) => mountSheetDoors(scope, doors));
  await app.register(async (scope) => mountRundownDoors(scope, doors));
  await app.register(async (scope) => mountAttachmentDoors(scope, doors));
  await app.register(async (scope) => mountPaperDoors(scope, doors));
  await app.register(async (scope) => mountRecordingDoors(scope, doors));
  await app.register(async (scope) => mountApi(scope, doors, stopping));
  await app.register(async (scope) => {
    uploads = mountUploads(scope, doors, uploadsDir);
  });
  await mountPages(app, pagesDir);
  await app.ready();
  if (!uploads) throw new Error('uploads were not mounted');
  return { app, uploads };
}

/** @throws Failure `notAllowed` for a name that is not ours or a page that is not ours. */
function pass(request: FastifyRequest, gate: Gate): void {
  if (!gate.allowsHost(request.raw)) {
    throw new Failure('notAllowed', {}, [reason('gate.foreignHost', { host: request.headers.host ?? '' })]);
  }
  if (!SAFE.has(request.method) && !isSameOrigin(request.headers)) {
    throw new Failure('notAllowed', {}, [reason('gate.foreignOrigin', { origin: request.headers.origin ?? '' })]);
  }
}

/** `/rpc` and `/api` speak oRPC also when they are refused before oRPC sees them. */
function bodyFor(request: FastifyRequest, { code, status, data }: Failure): unknown {
  const error = { defined: false, code, status, message: code, data };
  if (request.url.startsWith('/rpc/')) return { json: error, meta: [] };
  return request.url.startsWith('/api/') ? error : data;
}
