/** A rundown as papers, and rundowns from files. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  PaperFormat,
  type PaperGaps,
  PaperKind,
  PaperQuery,
  RundownImportQuery,
} from '../../contract/api/rundown-files';
import { Failure } from '../../contract/failure';
import { Id } from '../../contract/scalars';
import { attachment, inline } from './attachment';
import { letFrame } from './headers';
import { demand, identify } from './identity';
import { parseQuery } from './query';
import type { ServerDoors } from './types';

/** A long rundown with pictures in it is a tenth of this. */
const MOST_BYTES = 10 * 1024 * 1024;
const TYPES: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function mountRundownDoors(app: FastifyInstance, doors: ServerDoors): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
    done(null, body),
  );

  app.get<{ Params: { id: string; paper: string } }>('/api/rundowns/:id/papers/:paper', async (request, reply) => {
    const identity = demand(identify(request, doors.doorkeeper), 'read');
    const { id, kind, format } = paperOf(request.params);
    // How to reach guests is for those who prepare broadcasts.
    if (kind === 'guests') demand(identity, 'rundown');
    const query = parseQuery(PaperQuery, request.query);
    const { name, bytes } = await doors.rundownPaper({ rundownId: id, kind, format, query });
    return send(reply, { name, bytes, format, inline: query.inline });
  });

  app.get<{ Params: { id: string; kind: string } }>('/api/rundowns/:id/papers/:kind/gaps', async (request, reply) => {
    const identity = demand(identify(request, doors.doorkeeper), 'read');
    const { id, kind } = paperOf({ id: request.params.id, paper: `${request.params.kind}.pdf` });
    if (kind === 'guests') demand(identity, 'rundown');
    const query = parseQuery(PaperQuery, request.query);
    reply.header('cache-control', 'no-store');
    const answer: PaperGaps = { missing: await doors.paperGaps({ rundownId: id, kind, query }) };
    return answer;
  });

  app.post('/api/rundowns/import', { bodyLimit: MOST_BYTES }, async (request, reply) => {
    const { actor } = demand(identify(request, doors.doorkeeper), 'rundown');
    const query = parseQuery(RundownImportQuery, request.query);
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    reply.header('cache-control', 'no-store');
    return doors.importRundown(bytes, query, actor);
  });
}

/** @throws Failure notFound */
function paperOf({ id, paper }: { id: string; paper: string }) {
  const [kind, format, ...more] = paper.split('.');
  const asked = { id: Id.safeParse(id), kind: PaperKind.safeParse(kind), format: PaperFormat.safeParse(format) };
  if (!asked.id.success || !asked.kind.success || !asked.format.success || more.length > 0)
    throw new Failure('notFound', { record: 'paper' });
  return { id: asked.id.data, kind: asked.kind.data, format: asked.format.data };
}

interface Sent {
  name: string;
  bytes: Buffer;
  format: PaperFormat;
  inline: boolean;
}

/** Only a PDF can be looked at in the page. */
async function send(reply: FastifyReply, { name, bytes, format, inline: asked }: Sent) {
  const framed = asked && format === 'pdf';
  if (framed) await letFrame(reply);
  reply.headers({ 'content-disposition': framed ? inline(name) : attachment(name), 'cache-control': 'no-store' });
  return reply.type(TYPES[format]).send(bytes);
}
