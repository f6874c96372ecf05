/** Files attached to items of a rundown: in as a stream, out to be saved and never to be shown. */
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { AttachQuery } from '../../contract/api/attachments';
import { Failure } from '../../contract/failure';
import { PartId } from '../../contract/records/part-id';
import { demand, identify } from './identity';
import { serveFile } from './media';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

export function mountAttachmentDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.removeAllContentTypeParsers();
  // Handed on as it comes; what takes it counts its bytes.
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.post<{ Body: Readable }>('/api/attachments/files', async (request, reply) => {
    const { actor } = demand(identify(request, doors.doorkeeper), 'rundown');
    const { itemId, name } = parseQuery(AttachQuery, request.query);
    reply.header('cache-control', 'no-store');
    const bytes = lengthOf(request.headers['content-length']);
    return doors.takeAttachment({ itemId, name, bytes, body: request.raw }, actor);
  });

  app.route<{ Params: { id: string } }>({
    method: ['GET', 'HEAD'],
    url: '/api/attachments/:id/file',
    handler(request, reply) {
      demand(identify(request, doors.doorkeeper), 'read');
      const id = PartId.safeParse(request.params.id);
      const file = id.success ? doors.attachmentFile(id.data) : null;
      if (!file) throw new Failure('notFound', { record: 'attachment' });
      return serveFile(request, reply, file.hash, file, 'private, no-cache');
    },
  });
}

/** Null where the sender does not know it. */
function lengthOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
