/** Asks an address for a feed: with patience, a bound on size, and `If-None-Match`, so that nothing is read twice. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { CardFeedState } from '../../contract/records/card-feed';
import { type Reason, reason } from '../../contract/scalars';

const PATIENCE_MS = 15_000;
const MOST_BYTES = 1_000_000;
const MOST_HOPS = 3;
const ACCEPTS =
  'application/json, text/csv, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1';

export type Fetched =
  | { kind: 'same' }
  | { kind: 'fresh'; text: string; etag: string | null; lastModified: string | null }
  | { kind: 'failed'; because: Reason };

type Known = Pick<CardFeedState, 'etag' | 'lastModified'>;

export interface Patience {
  patienceMs?: number;
  /** Whoever asks has no more use for it. */
  signal?: AbortSignal | undefined;
}

export async function fetchFeed(url: string, known: Known | undefined, patience: Patience = {}): Promise<Fetched> {
  const { patienceMs = PATIENCE_MS } = patience;
  const late = AbortSignal.timeout(patienceMs);
  const signal = patience.signal ? AbortSignal.any([late, patience.signal]) : late;
  try {
    // A name server that does not answer hears of no signal.
    const answer = await Promise.race([follow(url, known, signal), ended(signal)]);
    if (!(answer instanceof Response)) return { kind: 'failed', because: answer };
    if (answer.status === 304) {
      await answer.body?.cancel();
      return { kind: 'same' };
    }
    if (!answer.ok) {
      await answer.body?.cancel();
      return { kind: 'failed', because: reason('feed.answers', { status: answer.status }) };
    }
    const text = await readAll(answer);
    if (text === null) return { kind: 'failed', because: reason('feed.tooLarge', { mb: MOST_BYTES / 1e6 }) };
    return {
      kind: 'fresh',
      text,
      etag: header(answer, 'etag', 500),
      lastModified: header(answer, 'last-modified', 200),
    };
  } catch {
    return {
      kind: 'failed',
      because: late.aborted ? reason('feed.slow', { seconds: patienceMs / 1000 }) : reason('feed.unreachable'),
    };
  }
}

const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, fail) => {
    if (signal.aborted) fail(signal.reason);
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  });

/** Hop by hop, since each may lead elsewhere. */
async function follow(url: string, known: Known | undefined, signal: AbortSignal): Promise<Response | Reason> {
  let at = new URL(url);
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    if (!(await isAllowed(at))) return reason('feed.forbidden', { host: at.hostname });
    const headers = {
      accept: ACCEPTS,
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    };
    const answer = await fetch(at, { signal, headers, redirect: 'manual' });
    const to = answer.headers.get('location');
    if (answer.status < 300 || answer.status === 304 || answer.status >= 400 || to === null) return answer;
    await answer.body?.cancel();
    at = new URL(to, at);
  }
  return reason('feed.tooManyHops');
}

/**
 * An office's data stands on its own network, so private addresses are good; but none that belongs to the machine's own network card or
 * its cloud's keys (link-local, RFC 3927), none that means everybody, and only what the web is read by.
 */
async function isAllowed({ protocol, hostname }: URL): Promise<boolean> {
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const bare = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(bare) ? [bare] : (await lookup(bare, { all: true })).map(({ address }) => address);
  return addresses.every(
    (address) => !/^(?:169\.254\.|0\.|2(?:2[4-9]|[345]\d)\.|fe[89ab]|ff|::$|::ffff:(?:a9fe|169\.254))/i.test(address),
  );
}

const header = (answer: Response, name: string, most: number): string | null => {
  const value = answer.headers.get(name);
  return value !== null && value.length <= most ? value : null;
};

/** Null where it is larger than a feed can be. */
async function readAll({ body }: Response): Promise<string | null> {
  if (!body) return '';
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
