/**
 * One subscription to `station.live`. Changed records make their queries stale, at a bounded pace; job progress and display status
 * go straight into the cache. A broken connection is taken up again with growing pauses, and then all is asked anew.
 */
import type { QueryClient } from '@tanstack/react-query';
import { LiveEvent } from '../../electron/contract/live';
import { backOffMs } from './back-off';
import { client, orpc } from './client';
import { connection } from './connection';
import { applyDisplayStatus, applyJobProgress, isShort } from './live-cache';
import { makePace, type Pace } from './pace';
import { queriesOf } from './record-queries';
import { learnStationTime } from './station-clock';

/** The same query is not asked anew more often; plays come with every item of every display and may lag a little. */
const GAP_MS = 400;
const PLAYS_GAP_MS = 2000;

type Feed = Awaited<ReturnType<typeof client.station.live>>;
let ahead: Promise<Feed> | null = null;

/**
 * Opens the feed before the page asks its first question, so that no change can fall between an answer and the feed and nothing
 * needs to be asked twice. Refused where nobody is signed in; `followStation` then opens its own.
 */
export function openFeedAhead(): void {
  ahead = client.station.live();
  ahead.catch(() => {});
}

/** Follows the station until the signal aborts. Never throws. */
export async function followStation(queries: QueryClient, signal: AbortSignal): Promise<void> {
  const pace = makePace();
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const heard = await listen(queries, pace, signal);
    if (signal.aborted) return;
    if (heard) attempt = 0;
    connection.lost();
    await pause(backOffMs(attempt), signal);
  }
}

/** Reads one connection to its end. Answers whether it ever spoke. */
async function listen(queries: QueryClient, pace: Pace, signal: AbortSignal): Promise<boolean> {
  let heard = false;
  try {
    const { feed, first } = await openFeed(signal);
    for await (const raw of feed) {
      const event = LiveEvent.safeParse(raw);
      // A later hello on the same feed says that this page fell behind.
      const nothingMissed = first && !heard;
      heard = true;
      if (event.success) take(queries, pace, event.data, nothingMissed);
    }
  } catch {
    // The station went away or refused; the caller tries again and the banner says so.
  }
  return heard;
}

/** `first`: it was opened before anything was asked. */
async function openFeed(signal: AbortSignal): Promise<{ feed: Feed; first: boolean }> {
  const opened = await ahead?.catch(() => null);
  ahead = null;
  if (!opened) return { feed: await client.station.live(undefined, { signal }), first: false };
  const end = () => void opened.return?.();
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  return { feed: opened, first: true };
}

function take(queries: QueryClient, pace: Pace, event: LiveEvent, nothingMissed: boolean): void {
  if (event.type === 'hello') begin(queries, event.stationTime, nothingMissed);
  else
    for (const key of staleAfter(queries, event))
      renew(queries, pace, key, event.type === 'plays' ? PLAYS_GAP_MS : GAP_MS);
}

function renew(queries: QueryClient, pace: Pace, queryKey: readonly unknown[], gapMs: number): void {
  pace.ask(JSON.stringify(queryKey), () => void queries.invalidateQueries({ queryKey, predicate: isShort }), gapMs);
}

/** The station speaks again: what was missed meanwhile is asked anew. Before the first question nothing can be missed. */
function begin(queries: QueryClient, stationTime: number, nothingMissed: boolean): void {
  learnStationTime(stationTime);
  // Questions on their way while the page still connects need not be put twice.
  if (!nothingMissed) void queries.invalidateQueries(undefined, { cancelRefetch: connection.state() === 'lost' });
  connection.open();
}

type Keys = readonly (readonly unknown[])[];

/** Which queries an event makes stale, after what it carries itself has been put into the cache. */
function staleAfter(queries: QueryClient, event: Exclude<LiveEvent, { type: 'hello' }>): Keys {
  switch (event.type) {
    case 'changed':
      return event.records.flatMap(({ record }) => queriesOf(record));
    case 'job':
      return applyJobProgress(queries, event) ? [] : [orpc.jobs.key()];
    case 'display':
      return applyDisplayStatus(queries, event.status) ? [] : [orpc.displays.list.key()];
    case 'pairings':
      return [orpc.displays.pairings.key()];
    case 'plays':
      // What was shown in a row of the schedule is asked at the pace of its picture instead: there are many of them.
      return [orpc.proof.plays.key(), orpc.proof.summary.key()];
    case 'alerts':
      return [orpc.station.alerts.key()];
    default:
      return event satisfies never;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
