/** The letter of a recall, to print and to sign. */
import type { FastifyInstance } from 'fastify';
import { Inline, LetterQuery } from '../../contract/api/paper-query';
import { Failure } from '../../contract/failure';
import { Id } from '../../contract/scalars';
import { attachment, inline } from './attachment';
import { letFrame } from './headers';
import { demand, identify } from './identity';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

const Shown = LetterQuery.extend({ inline: Inline });

export function mountRecallDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.get<{ Params: { id: string } }>('/api/recalls/:id/letter.pdf', async (request, reply) => {
    const { role } = demand(identify(request, doors.doorkeeper), 'read');
    const { id } = request.params;
    if (!Id.safeParse(id).success) throw new Failure('notFound', { record: 'recall' });
    const { inline: inPage, ...query } = parseQuery(Shown, request.query);
    const { name, bytes } = await doors.recallLetter(id, query, role);
    if (inPage) await letFrame(reply);
    reply.headers({
      'cache-control': 'no-store',
      'content-disposition': inPage ? inline(name) : attachment(name),
    });
    return reply.type('application/pdf').send(bytes);
  });
}
