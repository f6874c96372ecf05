/** Recordings of the broadcast: their chunks in, their sound out. */
import type { FastifyInstance } from 'fastify';
import { ChunkQuery } from '../../contract/api/recordings';
import { Failure } from '../../contract/failure';
import { Id } from '../../contract/scalars';
import { demand, identify } from './identity';
import { serveFile } from './media';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

/** Five seconds are 60 kB; what a page that was cut off gathered comes chunk by chunk, too. */
const MOST_BYTES = 4 * 1024 * 1024;

export function mountRecordingDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
    done(null, body),
  );

  app.post<{ Params: { id: string } }>(
    '/api/recordings/:id/chunks',
    { bodyLimit: MOST_BYTES },
    async (request, reply) => {
      demand(identify(request, doors.doorkeeper), 'rundown');
      const query = parseQuery(ChunkQuery, request.query);
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      reply.header('cache-control', 'no-store');
      return doors.takeRecordingChunk(idOf(request.params), query, bytes);
    },
  );

  app.route<{ Params: { id: string } }>({
    method: ['GET', 'HEAD'],
    url: '/api/recordings/:id/audio',
    handler(request, reply) {
      demand(identify(request, doors.doorkeeper), 'read');
      const audio = doors.recordingAudio(idOf(request.params));
      if (!audio) throw new Failure('notFound', { record: 'recording' });
      // More of it may come from a page that was cut off: asked anew each time, by its hash.
      return serveFile(request, reply, audio.hash, audio, 'private, no-cache');
    },
  });
}

/** @throws Failure notFound */
function idOf({ id }: { id: string }): string {
  if (!Id.safeParse(id).success) throw new Failure('notFound', { record: 'recording' });
  return id;
}
