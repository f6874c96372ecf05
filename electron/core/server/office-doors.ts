/** Papers of the office's registers: the letter that answers a request, the register of a year, the winners of a contest. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LetterQuery } from '../../contract/api/paper-query';
import { RegisterQuery, RequestLetterQuery } from '../../contract/api/requests';
import { Failure } from '../../contract/failure';
import { Language } from '../../contract/records/user';
import { Id } from '../../contract/scalars';
import { attachment } from './attachment';
import { demand, identify } from './identity';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

export function mountOfficeDoors(app: FastifyInstance, doors: ServerDoors): void {
  // Where who asked lives stands on it.
  app.get<{ Params: { id: string } }>('/api/requests/:id/letter.pdf', async (request, reply) => {
    demand(identify(request, doors.doorkeeper), 'desk');
    const query = parseQuery(RequestLetterQuery, request.query);
    return sendPdf(reply, await doors.office.letter(idOf(request.params.id), query));
  });

  app.get('/api/requests.csv', (request, reply) => {
    demand(identify(request, doors.doorkeeper), 'read');
    const { year, language } = parseQuery(RegisterQuery, request.query);
    return sendCsv(reply, `suar-requests-${year}.csv`, doors.office.registerCsv(year, language));
  });

  app.get<{ Params: { id: string } }>('/api/contests/:id/winners.pdf', async (request, reply) => {
    demand(identify(request, doors.doorkeeper), 'read');
    const query = parseQuery(LetterQuery, request.query);
    return sendPdf(reply, await doors.office.announcement(idOf(request.params.id), query));
  });

  app.get<{ Params: { id: string }; Querystring: { language?: string } }>(
    '/api/contests/:id/winners.csv',
    (request, reply) => {
      demand(identify(request, doors.doorkeeper), 'read');
      const language = Language.catch('id').parse(request.query.language);
      const { name, rows } = doors.office.winnersCsv(idOf(request.params.id), language);
      return sendCsv(reply, name, rows);
    },
  );
}

/** @throws Failure notFound */
function idOf(text: string): string {
  const id = Id.safeParse(text);
  if (!id.success) throw new Failure('notFound', { record: 'paper' });
  return id.data;
}

function sendPdf(reply: FastifyReply, { name, bytes }: { name: string; bytes: Buffer }) {
  reply.headers({ 'content-disposition': attachment(name), 'cache-control': 'no-store' });
  return reply.type('application/pdf').send(bytes);
}

function sendCsv(reply: FastifyReply, name: string, rows: AsyncIterable<string>) {
  reply.headers({ 'content-disposition': attachment(name), 'cache-control': 'no-store' });
  return reply.type('text/csv; charset=utf-8').send(Readable.from(rows, { objectMode: false, highWaterMark: 65_536 }));
}
