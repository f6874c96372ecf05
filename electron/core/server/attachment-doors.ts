/** Files attached to items of a rundown: in as a stream, out to be saved and never to be shown. */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AttachQuery } from '../../contract/api/attachments';
import { Failure } from '../../contract/failure';
import { PartId } from '../../contract/records/part-id';
import { reason } from '../../contract/scalars';
import { drained } from './drain';
import { demand, identify } from './identity';
import { serveFile } from './media';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

export function mountAttachmentDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.removeAllContentTypeParsers();
  // Handed on as it comes; what takes it counts its bytes.
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.post('/api/attachments/files', async (request, reply) => {
    const { actor } = demand(identify(request, doors.doorkeeper), 'rundown');
    const { itemId, name } = parseQuery(AttachQuery, request.query);
    reply.header('cache-control', 'no-store');
    const bytes = lengthOf(request.headers['content-length']);
    // Left whole where it is refused on the way, for the answer to reach its sender.
    const body = request.raw.iterator({ destroyOnReturn: false });
    return doors.takeAttachment({ itemId, name, bytes, body }, actor).catch((fault) => refuse(request.raw, fault));
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

/** @throws `fault`; where the sender went away, what says that this is no fault of the station's */
export async function refuse(request: IncomingMessage, fault: unknown): Promise<never> {
  if (request.readableAborted)
    throw new Failure('invalidInput', {}, [reason('input.request', { problem: 'cut off' })], fault);
  await drained(request);
  throw fault;
}

/** Null where the sender does not know it. */
export function lengthOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
