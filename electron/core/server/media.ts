/** `/media/HASH`: files by content, so for ever the same; GET and HEAD with ranges. */
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../../contract/failure';
import { mayDo } from '../../contract/records/user';
import { Sha256 } from '../../contract/scalars';
import { attachment } from './attachment';
import { bearerOf, demand, identify } from './identity';
import { parseRange } from './range';
import type { MediaFile, ServerDoors } from './types';

/** Large enough that a fast reader is not held up by the number of reads. */
const CHUNK_BYTES = 256 * 1024;
const FOR_EVER = 'private, max-age=31536000, immutable';

export function mountMedia(app: FastifyInstance, doors: ServerDoors): void {
  app.route<{ Params: { hash: string } }>({
    // HEAD by name: the one Fastify derives from GET says a length of 0.
    method: ['GET', 'HEAD'],
    url: '/media/:hash',
    handler(request, reply) {
      const { hash } = request.params;
      const asker = admit(request, doors, hash);
      refuseRecalled(doors, hash, asker);
      const media = Sha256.safeParse(hash).success ? doors.media(hash) : null;
      if (!media) throw new Failure('notFound', { record: 'media' });
      const withheld = doors.mediaWithheld(hash, asker);
      if (withheld.length > 0) throw new Failure('withheld', {}, withheld);
      return serveFile(request, reply, hash, media);
    },
  });
}

function admit(
  request: FastifyRequest,
  { doorkeeper, mayFetch }: ServerDoors,
  hash: string,
): Parameters<ServerDoors['mediaWithheld']>[1] {
  const token = bearerOf(request);
  const displayId = token === null ? null : doorkeeper.displayByToken(token);
  if (displayId !== null) return { displayId };
  const identity = identify(request, doorkeeper);
  // Somebody of an agency has that agency's files; others are as good as none.
  if (identity?.role === 'partner') {
    if (mayFetch(identity.actor, hash)) return identity;
    throw new Failure('notFound', { record: 'media' });
  }
  return demand(identity, 'read');
}

/** What was taken back goes to no display; those who answer for it may look at it still. @throws Failure recalled */
function refuseRecalled(doors: ServerDoors, hash: string, asker: Parameters<ServerDoors['mediaWithheld']>[1]): void {
  const name = doors.recalledMedia(hash);
  const answers = 'role' in asker && mayDo(asker.role, 'desk');
  if (name !== null && !answers) throw new Failure('recalled', { name });
}

/**
 * A file whose content its hash names, whole or by ranges.
 * @param still asked at each piece: where it may be shown no longer, a reader that is slow gets no more of it
 * @throws Failure fileGone
 */
export async function serveFile(
  request: FastifyRequest,
  reply: FastifyReply,
  hash: string,
  media: MediaFile,
  caching = FOR_EVER,
  still?: () => boolean,
) {
  const etag = `"${hash}"`;
  reply.headers({
    etag,
    'cache-control': caching,
    'accept-ranges': 'bytes',
    // What was handed in must never run as a page of ours.
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'",
  });
  if (media.fileName !== null) reply.header('content-disposition', attachment(media.fileName));
  if (names(request.headers['if-none-match'], etag)) return reply.code(304).send();

  const range = parseRange(rangeWanted(request, etag), media.bytes);
  if (range.kind === 'none') {
    return reply.code(416).header('content-range', `bytes */${media.bytes}`).send();
  }
  const part = range.kind === 'part';
  const { first, last } = part ? range : { first: 0, last: media.bytes - 1 };
  reply.type(safeType(media.mime)).header('content-length', last - first + 1);
  if (part) reply.code(206).header('content-range', `bytes ${first}-${last}/${media.bytes}`);
  if (request.method === 'HEAD') return reply.send();
  const file = await openMedia(media.path);
  const pieces = file.createReadStream({ start: first, end: last, highWaterMark: CHUNK_BYTES });
  return reply.send(still ? Readable.from(whileShown(pieces, still), { objectMode: false }) : pieces);
}

async function* whileShown(pieces: AsyncIterable<Buffer>, still: () => boolean): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    if (!still()) throw new Error('it may be shown no longer');
    yield piece;
  }
}

/** A range asked of another version (`If-Range`) is answered with the whole. */
function rangeWanted(request: FastifyRequest, etag: string): string | undefined {
  const condition = request.headers['if-range'];
  return condition === undefined || condition === etag ? request.headers.range : undefined;
}

function names(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
}

/** Never a type that a browser would run. */
function safeType(mime: string): string {
  return /^(?:video|audio|image)\/(?!svg)/.test(mime) || mime === 'application/json'
    ? mime
    : 'application/octet-stream';
}

/** Opened before the head is sent, so that a file that vanished is a 404 and not a broken stream. */
async function openMedia(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (fault) {
    throw new Failure('fileGone', {}, [], fault);
  }
}
