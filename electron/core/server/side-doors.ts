/** Small routes beside the API: health, a display's picture and calendar, the play log and what is owed as CSV. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CardExport } from '../../contract/api/card-files';
import { PlayQuery } from '../../contract/api/displays';
import { HoaxQuery } from '../../contract/api/hoaxes';
import { DebtQuery } from '../../contract/api/make-goods';
import { FairnessQuery } from '../../contract/api/rules';
import { Failure } from '../../contract/failure';
import { Language } from '../../contract/records/user';
import { Id } from '../../contract/scalars';
import { attachment } from './attachment';
import { demand, identify } from './identity';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

export function mountSideDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.get('/healthz', (_request, reply) => {
    const { version, uptimeMs, loopBlockMaxMs } = doors.health();
    reply.header('cache-control', 'no-store');
    return { ok: true, status: 'ok', version, uptime: Math.round(uptimeMs / 1000), uptimeMs, loopBlockMaxMs };
  });

  app.get<{ Params: { id: string } }>('/displays/:id/picture', (request, reply) => {
    demand(identify(request, doors.doorkeeper), 'read');
    const { id } = request.params;
    const picture = Id.safeParse(id).success ? doors.displayPicture(id) : null;
    if (!picture) throw new Failure('notFound', { record: 'picture' });
    reply.headers({ 'cache-control': 'no-store', 'last-modified': new Date(picture.at).toUTCString() });
    return reply.type('image/jpeg').send(picture.jpeg);
  });

  app.get<{ Params: { id: string }; Querystring: { secret?: string } }>(
    '/api/displays/:id/calendar.ics',
    async (request, reply) => {
      const { id } = request.params;
      const secret = String(request.query.secret ?? '');
      const calendar = Id.safeParse(id).success ? await doors.displayCalendar(id, secret) : null;
      if (calendar === null) throw new Failure('notFound', { record: 'calendar' });
      reply.headers({ 'cache-control': 'no-store' });
      return reply.type('text/calendar; charset=utf-8').send(calendar);
    },
  );

  app.get<{ Querystring: Record<string, string> }>('/api/plays.csv', (request, reply) => {
    const { query, language } = asked(request, doors);
    parseQuery(PlayQuery, query);
    return sendCsv(reply, 'suar-plays.csv', doors.playsCsv(query, language));
  });

  app.get<{ Querystring: Record<string, string> }>('/api/make-goods.csv', async (request, reply) => {
    const { query, language } = asked(request, doors);
    return sendCsv(reply, 'suar-make-goods.csv', await doors.debtsCsv(parseQuery(DebtQuery, query), language));
  });

  app.get<{ Querystring: Record<string, string> }>('/api/hoaxes.csv', (request, reply) => {
    const { query, language, role } = asked(request, doors);
    return sendCsv(reply, 'suar-hoaxes.csv', doors.hoaxesCsv(parseQuery(HoaxQuery, query), language, role));
  });

  app.get<{ Params: { id: string }; Querystring: Record<string, string> }>(
    '/api/cards/:id/file',
    async (request, reply) => {
      const { query } = asked(request, doors);
      const id = Id.safeParse(request.params.id);
      if (!id.success) throw new Failure('notFound', { record: 'card' });
      const { name, mime, bytes } = await doors.cardFile(id.data, parseQuery(CardExport, query));
      reply.headers({ 'cache-control': 'no-store', 'content-disposition': attachment(name) });
      return reply.type(mime).send(bytes);
    },
  );
  app.get<{ Querystring: Record<string, string> }>('/api/fairness.csv', async (request, reply) => {
    const { query, language, role } = asked(request, doors);
    const rows = await doors.fairnessCsv(parseQuery(FairnessQuery, query), language, role);
    return sendCsv(reply, 'suar-fairness.csv', rows);
  });
}

function asked(request: FastifyRequest<{ Querystring: Record<string, string> }>, { doorkeeper }: ServerDoors) {
  const { role } = demand(identify(request, doorkeeper), 'read');
  const { language, ...query } = request.query;
  return { query, role, language: Language.catch('id').parse(language) };
}

function sendCsv(reply: FastifyReply, name: string, rows: AsyncIterable<string>) {
  reply.headers({ 'content-disposition': attachment(name), 'cache-control': 'no-store' });
  return reply.type('text/csv; charset=utf-8').send(Readable.from(rows, { objectMode: false, highWaterMark: 65_536 }));
}
