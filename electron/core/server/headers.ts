/** Security headers of every answer. */
import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where a page wants its nonce: `<meta property="csp-nonce" nonce="__SUAR_NONCE__">`. */
export const NONCE_PLACEHOLDER = '__SUAR_NONCE__';

/** Scripts only from the station. Style attributes are let in: they can carry no nonce and run nothing. */
const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  styleSrcElem: ["'self'"],
  styleSrcAttr: ["'unsafe-inline'"],
  imgSrc: ["'self'", 'blob:', 'data:'],
  mediaSrc: ["'self'", 'blob:', 'data:'],
  fontSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};

export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // The station speaks plain http on an office network; a browser told otherwise would lock itself out.
    hsts: false,
  });
}

/** Its viewer brings its own styles, and is an object to itself. */
const DRAWN_BY_BROWSER = {
  defaultSrc: ["'none'"],
  objectSrc: ["'self'"],
  styleSrc: ["'unsafe-inline'"],
  frameAncestors: ["'self'"],
  baseUri: ["'none'"],
};

/**
 * Lets pages of the station, and no others, hold this answer in a frame. For documents the browser draws itself: a page of ours
 * in a frame could be clicked unawares.
 */
export async function letFrame(reply: FastifyReply): Promise<void> {
  await reply.helmet({
    contentSecurityPolicy: { useDefaults: false, directives: DRAWN_BY_BROWSER },
    frameguard: { action: 'sameorigin' },
  });
}

/**
 * Writes the policy of one page and returns its HTML with the nonce in place. Libraries (Mantine: variables and
 * responsive styles; react-remove-scroll) write `<style>` elements; those that carry the nonce are let in. A panel may be taken
 * over by any page of the network, in a sandboxed frame; no page of ours can be framed, so none is opened by way of it. The
 * console frames papers of the station's own (`letFrame`).
 */
export async function pageWithPolicy(reply: FastifyReply, html: string, frames: 'own' | 'any'): Promise<string> {
  const nonce = randomBytes(16).toString('base64');
  await reply.helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...directives,
        frameSrc: frames === 'any' ? ['http:', 'https:'] : ["'self'"],
        styleSrcElem: ["'self'", `'nonce-${nonce}'`],
        // Some browsers do not count WebSockets of the same host as 'self'.
        connectSrc: ["'self'", `ws://${reply.request.host}`, `wss://${reply.request.host}`],
      },
    },
  });
  return html.replaceAll(NONCE_PLACEHOLDER, nonce);
}
