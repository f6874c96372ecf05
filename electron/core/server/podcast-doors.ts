/** Episodes and their feeds: for who is signed in, and, where the settings say so, for everybody. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Failure } from '../../contract/failure';
import { Id } from '../../contract/scalars';
import { attachment } from './attachment';
import { demand, identify } from './identity';
import { serveFile } from './media';
import type { ServerDoors } from './types';

interface One {
  Params: { id: string };
}
const METHODS = ['GET', 'HEAD'];
/** Another title is another file under the same address: asked anew each time, by its hash. */
const MINE = 'private, no-cache';
const ANYBODYS = 'public, no-cache';

export function mountPodcastDoors(app: FastifyInstance, { doorkeeper, podcast }: ServerDoors): void {
  app.route<One>({
    method: METHODS,
    url: '/api/episodes/:id/audio',
    handler(request, reply) {
      demand(identify(request, doorkeeper), 'read');
      const audio = found(podcast.audio(idOf(request.params)));
      return serveFile(request, reply, audio.hash, audio, MINE);
    },
  });
  app.route<One>({
    method: METHODS,
    url: '/api/programmes/:id/podcast.xml',
    handler(request, reply) {
      demand(identify(request, doorkeeper), 'read');
      const feed = podcast.feed(idOf(request.params));
      reply.headers({ 'cache-control': MINE, 'content-disposition': attachment('feed.xml') });
      return sendFeed(reply, feed);
    },
  });
  app.route<One>({
    method: METHODS,
    url: '/podcast/:id.m4a',
    handler(request, reply) {
      const audio = podcast.openAudio(Id.safeParse(request.params.id).data ?? '');
      if (!audio) return notHere(reply, podcast.notHere());
      return serveFile(request, letAnybody(reply), audio.hash, { ...audio, fileName: null }, ANYBODYS);
    },
  });
  app.route<One>({
    method: METHODS,
    url: '/podcast/:id/feed.xml',
    handler(request, reply) {
      const feed = found(podcast.openFeed(idOf(request.params)));
      letAnybody(reply).header('cache-control', ANYBODYS);
      return sendFeed(reply, feed);
    },
  });
}

/** Players that are pages ask from their own place. */
const letAnybody = (reply: FastifyReply): FastifyReply =>
  reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });

const sendFeed = (reply: FastifyReply, feed: string) => reply.type('application/rss+xml; charset=utf-8').send(feed);

/** A listener may have followed a link that was good: words, not a record. Not 410, which makes programs forget what comes back. */
const notHere = (reply: FastifyReply, words: string) =>
  letAnybody(reply).code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(words);

/** @throws Failure notFound */
function found<T>(value: T | null): T {
  if (value === null) throw new Failure('notFound', { record: 'episode' });
  return value;
}

/** @throws Failure notFound */
function idOf({ id }: { id: string }): string {
  return found(Id.safeParse(id).data ?? null);
}
