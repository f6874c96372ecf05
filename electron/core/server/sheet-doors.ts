/** Bookings as files: out as XLSX or CSV, and in again. */
import type { FastifyInstance } from 'fastify';
import { ExportQuery, ImportQuery } from '../../contract/api/exchange';
import { attachment } from './attachment';
import { demand, identify } from './identity';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

/** Fifty times a full sheet. */
const MOST_BYTES = 10 * 1024 * 1024;
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export function mountSheetDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
    done(null, body),
  );

  for (const format of ['xlsx', 'csv'] as const) {
    app.get(`/api/bookings.${format}`, async (request, reply) => {
      demand(identify(request, doors.doorkeeper), 'read');
      const file = await doors.exportBookings(parseQuery(ExportQuery, request.query), format);
      reply.headers({ 'content-disposition': attachment(`suar-bookings.${format}`), 'cache-control': 'no-store' });
      return reply.type(TYPES[format]).send(file);
    });
  }

  app.post('/api/bookings/import', { bodyLimit: MOST_BYTES }, async (request, reply) => {
    const { actor } = demand(identify(request, doors.doorkeeper), 'schedule');
    const query = parseQuery(ImportQuery, request.query);
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    reply.header('cache-control', 'no-store');
    return doors.importBookings(bytes, query, actor);
  });
}
