/** The built pages: the operator console at `/` and its client routes, the radio and the ILM desk at theirs, views of a show at `/view`, the display page at `/display`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../../contract/failure';
import { pageWithPolicy } from './headers';

const OPERATOR = 'operator/index.html';
const RADIO = 'radio/index.html';
const DESK = 'desk/index.html';
const VIEWS = 'views/index.html';
const DISPLAY = 'display/index.html';
/** Client routes of the radio; `renderer/radio/main.tsx` has their screens. */
const RADIO_ROUTES = /^\/(?:rundowns|on-air|programmes|guests)(?:\/|$|\?)/;
/** Client routes of the ILM desk; `renderer/desk/main.tsx` has their screens. */
const DESK_ROUTES =
  /^\/(?:partners|submissions|contests|requests|recalls|rules|preview|cards|hoaxes|portal|hand-in|see)(?:\/|$|\?)/;
const VIEW_ROUTES = /^\/view\//;
/** Names below these are files, never client routes. */
const NO_CLIENT_ROUTES = /^\/(?:rpc|api|media|see-media|uploads|displays\/[^/]+\/picture|assets|healthz)(?:\/|$|\?)/;

/** @param folder what Vite built; null serves no pages. */
export async function mountPages(app: FastifyInstance, folder: string | null): Promise<void> {
  if (folder === null) {
    app.setNotFoundHandler(() => {
      throw new Failure('notFound');
    });
    return;
  }
  const page = (file: string) => (_request: FastifyRequest, reply: FastifyReply) => sendPage(reply, folder, file);
  await app.register(serveStatic, {
    root: folder,
    index: false,
    wildcard: true,
    cacheControl: false,
    // Beside each script and style stands the same compressed, written by the build.
    preCompressed: true,
    setHeaders,
  });
  for (const path of ['/', '/operator/', '/operator/index.html']) app.get(path, page(OPERATOR));
  for (const path of ['/display', '/display/', '/display/index.html']) app.get(path, page(DISPLAY));

  app.setNotFoundHandler((request, reply) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || NO_CLIENT_ROUTES.test(request.url) || !asksForPage(request)) throw new Failure('notFound');
    return sendPage(reply, folder, pageAt(request.url));
  });
}

function pageAt(url: string): string {
  if (VIEW_ROUTES.test(url)) return VIEWS;
  if (DESK_ROUTES.test(url)) return DESK;
  return RADIO_ROUTES.test(url) ? RADIO : OPERATOR;
}

async function sendPage(reply: FastifyReply, folder: string, file: string): Promise<FastifyReply> {
  const text = await readFile(join(folder, file), 'utf8');
  const html = await pageWithPolicy(reply, text, file === DISPLAY ? 'any' : 'own');
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);
}

/** A client route has no file ending and is asked for as a page. */
function asksForPage({ url, headers }: FastifyRequest): boolean {
  const accepts = headers.accept ?? '*/*';
  return /text\/html|\*\/\*/.test(accepts) && !/\.[a-z0-9]{2,5}$/i.test(url.split('?')[0] ?? '');
}

/** Names of built assets carry a hash of their content; the rest is asked for again. */
function setHeaders(reply: FastifyReply, path: string): void {
  const immutable = /[\\/]assets[\\/]/.test(path);
  reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
}
