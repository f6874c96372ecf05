/**
 * Rundowns that this page has open, each followed once however many parts of the page look at it. A broken connection is taken up
 * again with growing pauses; the station then tells everything anew.
 */
import { useSyncExternalStore } from 'react';
import { RundownEvent } from '../../electron/contract/rundown-feed';
import { learnAirTime } from './air-clock';
import { backOffMs } from './back-off';
import { client } from './client';
import { failureOf } from './failure';
import { type RundownState, told } from './rundown-state';

export interface Followed {
  /** Undefined before the first word, null once it is gone or was never there. */
  state: RundownState | undefined | null;
  /** Whether the station speaks. */
  connected: boolean;
  /** Why it cannot be followed, where it is refused. */
  fault: unknown;
}

interface Feed {
  now: Followed;
  listeners: Set<() => void>;
  gone: AbortController;
}

const NOTHING: Followed = { state: undefined, connected: false, fault: null };
const feeds = new Map<string, Feed>();

/** The rundown as it is now; renders anew with every word of the station. */
export function useRundown(id: string): Followed {
  return useSyncExternalStore(
    (listener) => listen(id, listener),
    () => feeds.get(id)?.now ?? NOTHING,
  );
}

/** For what has to know of a show while no view looks at it. Answers how to stop. */
export function watchRundown(id: string, told: (now: Followed) => void): () => void {
  return listen(id, () => told(feeds.get(id)?.now ?? NOTHING));
}

function listen(id: string, listener: () => void): () => void {
  const feed = feeds.get(id) ?? open(id);
  feed.listeners.add(listener);
  return () => {
    feed.listeners.delete(listener);
    // React lets go and takes hold again when it only renders anew.
    setTimeout(() => close(id, feed), 0);
  };
}

function open(id: string): Feed {
  const feed: Feed = { now: NOTHING, listeners: new Set(), gone: new AbortController() };
  feeds.set(id, feed);
  void follow(id, feed);
  return feed;
}

function close(id: string, feed: Feed): void {
  if (feed.listeners.size > 0 || feed.gone.signal.aborted) return;
  feed.gone.abort();
  if (feeds.get(id) === feed) feeds.delete(id);
}

function tell(feed: Feed, part: Partial<Followed>): void {
  feed.now = { ...feed.now, ...part };
  for (const listener of feed.listeners) listener();
}

async function follow(id: string, feed: Feed): Promise<void> {
  const { signal } = feed.gone;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    if (await hear(id, feed, signal)) attempt = 0;
    if (signal.aborted) return;
    tell(feed, { connected: false });
    if (feed.now.state === null) return;
    await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt)));
  }
}

/** Reads one connection to its end. Answers whether it ever spoke. */
async function hear(id: string, feed: Feed, signal: AbortSignal): Promise<boolean> {
  let heard = false;
  try {
    for await (const raw of await client.rundowns.follow({ id }, { signal })) {
      const event = RundownEvent.safeParse(raw);
      if (!event.success) continue;
      take(feed, event.data, !heard);
      heard = true;
    }
  } catch (fault) {
    if (signal.aborted) return heard;
    const code = failureOf(fault)?.code;
    if (code === 'notFound') tell(feed, { state: null, fault });
    else tell(feed, { fault: code ? fault : null });
  }
  return heard;
}

function take(feed: Feed, event: RundownEvent, first: boolean): void {
  if ('at' in event) learnAirTime(event.at, first || event.type === 'clock');
  tell(feed, { state: told(feed.now.state, event), connected: true, fault: null });
}
