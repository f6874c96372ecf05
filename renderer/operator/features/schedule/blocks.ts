/**
 * What of a timeline, planned or reported, is drawn in a row `width` pixels wide: single entries while they are wide enough, else bands:
 * stretches in which the same owners take turns, with how much of the time each has. Pure; two passes over the view.
 */
import type { Clip, Entry, Plan } from '../../../../electron/contract/records/timeline';
import { spanOf, type View, xOf } from './zoom';

/** Things laid out in time: [index into `clips`, start as epoch ms, duration ms], in order, gaps allowed. */
export interface Laid<C> {
  readonly clips: readonly C[];
  readonly entries: readonly Entry[];
  keyOf(clip: C): string;
}

export interface Block<C> {
  readonly entry: number;
  readonly x: number;
  readonly width: number;
  readonly clip: C;
}
export interface Share {
  /** Key of the owner, see `ownerKey`. */
  readonly key: string;
  /** 0..1 of the band's time. */
  readonly part: number;
}
export interface Band {
  readonly from: number;
  readonly until: number;
  readonly x: number;
  readonly width: number;
  readonly shares: readonly Share[];
}

/** Mean width, in px, from which entries are drawn one by one. */
const SINGLE_FROM_PX = 2;
/** An owner that returns within this many px has not left; edges closer than this are one edge. */
const TOGETHER_PX = 24;

export function ownerKey(clip: Clip): string {
  if (clip.kind === 'slate') return 'slate';
  return clip.bookingId ?? 'filler';
}

export const planLaid = ({ clips, entries }: Plan): Laid<Clip> => ({ clips, entries, keyOf: ownerKey });

/** Index of the entry that holds `at`, or of the first after it; `entries.length` when all lie before. */
export function entryAt(entries: readonly Entry[], at: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && entry[1] + entry[2] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type Drawing<C> = { kind: 'blocks'; blocks: Block<C>[] } | { kind: 'bands'; bands: Band[] };

export function drawingOf<C>(timeline: Laid<C>, view: View, width: number): Drawing<C> {
  const first = entryAt(timeline.entries, view.from);
  const last = entryAt(timeline.entries, view.until - 1);
  const count = Math.min(last, timeline.entries.length - 1) - first + 1;
  if (count <= 0) return { kind: 'blocks', blocks: [] };
  if (width / count >= SINGLE_FROM_PX) return { kind: 'blocks', blocks: blocksOf(timeline, view, width, first, count) };
  return { kind: 'bands', bands: bandsOf(timeline, view, width) };
}

function blocksOf<C>(timeline: Laid<C>, view: View, width: number, first: number, count: number): Block<C>[] {
  return timeline.entries.slice(first, first + count).flatMap(([clipIndex, start, ms], step) => {
    const clip = timeline.clips[clipIndex];
    if (clip === undefined) return [];
    const x = Math.max(xOf(start, view, width), 0);
    const end = Math.min(xOf(start + ms, view, width), width);
    return [{ entry: first + step, x, width: end - x, clip }];
  });
}

/** Cut where an owner comes or goes for good: a booking in a rotation is there from its first turn to its last. */
function bandsOf<C>(timeline: Laid<C>, view: View, width: number): Band[] {
  const together = (TOGETHER_PX / width) * spanOf(view);
  const edges = apart(presenceEdges(timeline, view, together), view, together);
  return edges.slice(0, -1).map((from, index) => {
    const until = edges[index + 1] ?? view.until;
    const x = xOf(from, view, width);
    return { from, until, x, width: xOf(until, view, width) - x, shares: sharesBetween(timeline, from, until) };
  });
}

function presenceEdges<C>(timeline: Laid<C>, view: View, together: number): number[] {
  const edges: number[] = [];
  const lastEnd = new Map<string, number>();
  eachWithin(timeline, view.from, view.until, (key, start, end) => {
    const before = lastEnd.get(key);
    if (before === undefined) edges.push(start);
    else if (start - before > together) edges.push(before, start);
    lastEnd.set(key, end);
  });
  return [...edges, ...lastEnd.values()].sort((a, b) => a - b);
}

/** The edges at least `together` apart, with both ends of the view. */
function apart(edges: readonly number[], view: View, together: number): number[] {
  const kept = [view.from];
  for (const edge of edges) if (edge - (kept.at(-1) ?? 0) >= together) kept.push(edge);
  if (view.until - (kept.at(-1) ?? 0) < together && kept.length > 1) kept.pop();
  return [...kept, view.until];
}

function sharesBetween<C>(timeline: Laid<C>, from: number, until: number): Share[] {
  const time = new Map<string, number>();
  eachWithin(timeline, from, until, (key, start, end) => {
    time.set(key, (time.get(key) ?? 0) + end - start);
  });
  return [...time]
    .map(([key, ms]) => ({ key, part: ms / (until - from) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

type Visit = (key: string, start: number, end: number) => void;

function eachWithin<C>(timeline: Laid<C>, from: number, until: number, visit: Visit): void {
  for (let index = entryAt(timeline.entries, from); index < timeline.entries.length; index++) {
    const entry = timeline.entries[index];
    if (entry === undefined || entry[1] >= until) return;
    const clip = timeline.clips[entry[0]];
    if (clip !== undefined) visit(timeline.keyOf(clip), Math.max(entry[1], from), Math.min(entry[1] + entry[2], until));
  }
}
