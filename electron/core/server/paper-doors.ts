/** Files for agencies, agreements and submissions: in as a stream; out as a picture, or to be saved. And what an agreement was used for, as CSV. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { DeskPaperQuery, UsageQuery } from '../../contract/api/partners';
import { Failure } from '../../contract/failure';
import { Id } from '../../contract/scalars';
import { attachment } from './attachment';
import { lengthOf, refuse } from './attachment-doors';
import { demand, identify } from './identity';
import { serveFile } from './media';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

export function mountPaperDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.removeAllContentTypeParsers();
  // Handed on as it comes; what takes it counts its bytes.
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.post('/api/papers/files', async (request, reply) => {
    const identity = identify(request, doors.doorkeeper);
    if (!identity) throw new Failure('notSignedIn');
    const asked = parseQuery(DeskPaperQuery, request.query);
    reply.header('cache-control', 'no-store');
    const bytes = lengthOf(request.headers['content-length']);
    const body = request.raw.iterator({ destroyOnReturn: false });
    return doors.takePaper({ ...asked, bytes, body }, identity).catch((fault) => refuse(request.raw, fault));
  });

  app.route<{ Params: { id: string } }>({
    method: ['GET', 'HEAD'],
    url: '/api/papers/:id/file',
    handler(request, reply) {
      const identity = identify(request, doors.doorkeeper);
      if (!identity) throw new Failure('notSignedIn');
      const id = Id.safeParse(request.params.id);
      const file = id.success ? doors.paperFile(id.data, identity) : null;
      if (!file) throw new Failure('notFound', { record: 'paper' });
      return serveFile(request, reply, file.hash, file, 'private, no-cache');
    },
  });

  app.get<{ Params: { id: string } }>('/api/agreements/:id/usage.csv', async (request, reply) => {
    demand(identify(request, doors.doorkeeper), 'read');
    const { month, language } = parseQuery(UsageQuery, request.query);
    const rows = await doors.usageCsv(Id.catch('').parse(request.params.id), month, language);
    reply.headers({ 'content-disposition': attachment(`suar-pks-${month}.csv`), 'cache-control': 'no-store' });
    return reply.type('text/csv; charset=utf-8').send(Readable.from(rows, { objectMode: false }));
  });
}
