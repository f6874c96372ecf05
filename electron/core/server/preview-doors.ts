/** Comments and contact sheets as files, and what a link shows to whoever has it. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../../contract/failure';
import { Language } from '../../contract/records/user';
import { Id } from '../../contract/scalars';
import { attachment } from './attachment';
import { demand, identify } from './identity';
import { serveFile } from './media';
import type { ServerDoors } from './types';

interface OfAsset {
  Params: { id: string };
  Querystring: { language?: string };
}
interface ByCode {
  Params: { code: string };
  /** Asked anew by a page that is open: no other opening. */
  Querystring: { again?: string };
}

/** Asked anew each time, so that a link that is revoked shows nothing from then on. */
const EACH_TIME = 'private, no-cache';
/** A clip is asked for in pieces while somebody moves about in it. */
const MOST_A_MINUTE = 600;
const SHAPE = /^[\w-]{43}$/;

export function mountPreviewDoors(app: FastifyInstance, { doorkeeper, previews }: ServerDoors): void {
  app.get<OfAsset>('/api/assets/:id/comments.csv', (request, reply) => {
    demand(identify(request, doorkeeper), 'preview');
    const { name, rows } = previews.commentsCsv(idOf(request.params), languageOf(request));
    reply.headers({ 'content-disposition': attachment(name), 'cache-control': 'no-store' });
    const file = Readable.from(rows, { objectMode: false, highWaterMark: 65_536 });
    return reply.type('text/csv; charset=utf-8').send(file);
  });
  app.get<OfAsset>('/api/assets/:id/contact-sheet.pdf', async (request, reply) => {
    demand(identify(request, doorkeeper), 'preview');
    const { name, bytes } = await previews.contactSheet(idOf(request.params), languageOf(request));
    reply.headers({ 'content-disposition': attachment(name), 'cache-control': 'no-store' });
    return reply.type('application/pdf').send(bytes);
  });

  const config = { rateLimit: { max: MOST_A_MINUTE, allowList: () => false } };
  app.get<ByCode>('/see-media/:code/about', { config }, (request, reply) => {
    reply.header('cache-control', 'no-store');
    return previews.see.about(codeOf(request.params), request.ip, request.query.again !== undefined);
  });
  app.route<ByCode>({
    method: ['GET', 'HEAD'],
    url: '/see-media/:code/clip',
    config,
    handler(request: FastifyRequest<ByCode>, reply: FastifyReply) {
      const code = codeOf(request.params);
      const clip = previews.see.clip(code, request.ip);
      return serveFile(request, reply, clip.hash, clip, EACH_TIME, () => previews.see.still(code));
    },
  });
}

const languageOf = ({ query }: FastifyRequest<OfAsset>) => Language.catch('id').parse(query.language);

/** @throws Failure notFound */
function idOf({ id }: { id: string }): string {
  const parsed = Id.safeParse(id);
  if (!parsed.success) throw new Failure('notFound', { record: 'asset' });
  return parsed.data;
}

/** What can be no code is looked up all the same, so that guessing counts. */
const codeOf = ({ code }: { code: string }): string => (SHAPE.test(code) ? code : '');
