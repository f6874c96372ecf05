/** One request for a feed. What a name means is asked once: the address that is connected to is the one that was judged. */
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<LookupAddress[]>;

export class ForbiddenAddress extends Error {}

/** Many a server's guard turns away who does not say what it is. */
const OURS = { 'accept-encoding': 'gzip', 'user-agent': 'Suar' };

const byTheSystem: Resolve = (name) => lookup(name, { all: true });

interface Request {
  headers: Record<string, string>;
  signal: AbortSignal;
  resolve?: Resolve | undefined;
}

/** @throws ForbiddenAddress */
export async function ask(at: URL, { headers, signal, resolve = byTheSystem }: Request): Promise<IncomingMessage> {
  const { protocol, hostname } = at;
  if (protocol !== 'http:' && protocol !== 'https:') throw new ForbiddenAddress();
  const bare = hostname.replace(/^\[|\]$/g, '');
  // Nobody is asked what an address means.
  if (isIP(bare)) refuse([bare]);
  const { get } = protocol === 'https:' ? https : http;
  // No agent: a connection that is kept was judged for another asker, at another time.
  const options = { headers: { ...OURS, ...headers }, signal, agent: false, lookup: judged(resolve) };
  return new Promise((done, fail) => {
    get(at, options, done).once('error', fail);
  });
}

/** Its words, unpacked where they came packed. */
export const bodyOf = (answer: IncomingMessage): Readable =>
  /^(?:x-)?gzip$/i.test(answer.headers['content-encoding'] ?? '') ? pipeline(answer, createGunzip(), () => {}) : answer;

/** The lookup of a connection itself: between judging an address and using it no name server is asked again (DNS rebinding). */
function judged(resolve: Resolve): LookupFunction {
  return (name, { all }, tell) => {
    resolve(name)
      .then((addresses) => {
        refuse(addresses.map(({ address }) => address));
        const [first] = addresses;
        if (!first) throw new Error('a name of no address');
        if (all) tell(null, addresses);
        else tell(null, first.address, first.family);
      })
      .catch((fault: Error) => tell(fault, ''));
  };
}

/**
 * An office's data stands on its own network, so private addresses are good; but none that belongs to the machine's own network card or
 * its cloud's keys (link-local, RFC 3927), and none that means everybody. @throws ForbiddenAddress
 */
function refuse(addresses: readonly string[]): void {
  if (addresses.some((address) => FORBIDDEN.test(address))) throw new ForbiddenAddress();
}

const FORBIDDEN = /^(?:169\.254\.|0\.|2(?:2[4-9]|[345]\d)\.|fe[89ab]|ff|::$|::ffff:(?:a9fe|169\.254))/i;
