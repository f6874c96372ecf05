/** Asks an address for a feed: with patience, a bound on size, and `If-None-Match`, so that nothing is read twice. */
import { IncomingMessage } from 'node:http';
import type { CardFeedState } from '../../contract/records/card-feed';
import { type Reason, reason } from '../../contract/scalars';
import { ask, bodyOf, ForbiddenAddress, type Resolve } from './feed-connect';

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
  /** What names mean; else as the system says. */
  resolve?: Resolve;
}

export async function fetchFeed(url: string, known: Known | undefined, patience: Patience = {}): Promise<Fetched> {
  const { patienceMs = PATIENCE_MS, resolve } = patience;
  const late = AbortSignal.timeout(patienceMs);
  const signal = patience.signal ? AbortSignal.any([late, patience.signal]) : late;
  try {
    // A name server that does not answer hears of no signal.
    const answer = await Promise.race([follow(url, known, { signal, resolve }), ended(signal)]);
    if (!(answer instanceof IncomingMessage)) return { kind: 'failed', because: answer };
    const { statusCode: status = 0 } = answer;
    const isGood = status >= 200 && status < 300;
    if (!isGood) answer.destroy();
    if (status === 304) return { kind: 'same' };
    if (!isGood) return { kind: 'failed', because: reason('feed.answers', { status }) };
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

interface Asking {
  signal: AbortSignal;
  resolve: Resolve | undefined;
}

/** Hop by hop, since each may lead elsewhere. */
async function follow(url: string, known: Known | undefined, asking: Asking): Promise<IncomingMessage | Reason> {
  const headers = {
    accept: ACCEPTS,
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  };
  let at = new URL(url);
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const answer = await ask(at, { headers, ...asking }).catch((fault: unknown) => {
      if (fault instanceof ForbiddenAddress) return reason('feed.forbidden', { host: at.hostname });
      throw fault;
    });
    if (!(answer instanceof IncomingMessage)) return answer;
    const { statusCode: status = 0, headers: said } = answer;
    if (status < 300 || status === 304 || status >= 400 || said.location === undefined) return answer;
    answer.destroy();
    at = new URL(said.location, at);
  }
  return reason('feed.tooManyHops');
}

const header = ({ headers }: IncomingMessage, name: 'etag' | 'last-modified', most: number): string | null => {
  const value = headers[name];
  return value !== undefined && value.length <= most ? value : null;
};

/** Null where it is larger than a feed can be. */
async function readAll(answer: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of bodyOf(answer) as AsyncIterable<Buffer>) {
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) return null;
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
