/** Who a request comes from: a session cookie, or a bearer token. */
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import { mayDo, type Permission } from '../../contract/records/user';
import type { Doorkeeper } from './types';

/** The station ends sessions itself; the cookie only has to outlive them. Browsers cap at 400 days. */
const COOKIE_SECONDS = 400 * 86_400;

/** Seen by `open` procedures when nobody has come in. */
export const NOBODY: Identity = { actor: { kind: 'user', id: 'nobody', name: '' }, role: 'viewer', sessionId: null };

/** Null for nobody. A bearer token that is wrong is nobody, even beside a good cookie. */
export function identify(request: FastifyRequest, doorkeeper: Doorkeeper): Identity | null {
  const bearer = bearerOf(request);
  if (bearer !== null) return doorkeeper.byBearer(bearer);
  const cookie = request.cookies[cookieName(request)];
  return cookie ? doorkeeper.bySession(cookie) : null;
}

/** @throws Failure `notSignedIn`, `notAllowed` */
export function demand(identity: Identity | null, needs: Permission): Identity {
  if (!identity) throw new Failure('notSignedIn');
  if (!mayDo(identity.role, needs)) throw new Failure('notAllowed', { needs });
  return identity;
}

export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer +([A-Za-z0-9_.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** Sets or (null) clears the session cookie on the answer. */
export function seatSession(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  if (token === null) reply.clearCookie(cookieName(request), options);
  else reply.setCookie(cookieName(request), token, { ...options, maxAge: COOKIE_SECONDS });
}

/** Cookies know no ports: two stations on one machine must not sign each other out. */
function cookieName(request: FastifyRequest): string {
  return `suar-${request.raw.socket.localPort ?? 0}`;
}
