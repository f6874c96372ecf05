/** A slot: what the panel shows during one entry of the timeline, decided. Start at `slotAt`. Pure. */
import type { Clip, Entry, Timeline } from '../../../electron/contract/records/timeline';
import { type Reason, reason } from '../../../electron/contract/scalars';

type Owner = Pick<Timeline, 'displayId' | 'revision'>;

export interface SlotEntry {
  key: string;
  clip: Clip;
  start: number;
  ms: number;
  /** Of the timeline that it stands in: whose play it makes, also when the page is paired anew meanwhile. */
  displayId: string;
  revision: number;
}

export interface Slot {
  /** Changes whenever the picture changes: entry and what is shown for it. */
  id: string;
  /** The entry it stands for, the unit of proof; null where the timeline says nothing (before its start, after its end). */
  entry: SlotEntry | null;
  /** What is really shown: the entry's own clip, filler in its place, or the slate. */
  shows: Clip;
  /** Why it is not the entry's own clip; null when it is. */
  instead: Reason | null;
  /** Station instant at which the media is at its first frame. May lie before `now` for an entry joined midway. */
  start: number;
  end: number;
  /** When it comes on the panel, where that is after its start: the clip before it runs to its own end, or it joins in progress. */
  joinAt?: number;
  /** Since when it runs on although a new timeline has another in its place. */
  heldSince?: number;
}

/** When a slot is to be seen first. */
export function dueAt({ start, joinAt }: Slot): number {
  return joinAt ?? start;
}

export type MediaState = 'ready' | 'broken';
/** Why a clip may not be on the panel at an instant, by the rules; null where it may. */
export type Against = (clip: Clip, at: number) => Reason | null;

export interface Material {
  timeline: Timeline | null;
  media: ReadonlyMap<string, MediaState>;
  /** Absent: nothing is asked. */
  against?: Against | undefined;
}

/** With what has been seen of it: slots by id. */
export interface Scene extends Material {
  shownAt: ReadonlyMap<string, number>;
}

/** How long one showing of the slate lasts where there is no timeline. It is asked again after that. */
const SLATE_MS = 60_000;
const STILL_FILLER_MS = 10_000;
const SLATE: Clip = { kind: 'slate', bookingId: null, because: reason('play.noTimeline') };

export function entryKey(clip: Clip, start: number): string {
  return `${start}:${identity(clip)}`;
}

/** What makes two clips the same item for a viewer and for proof. */
export function identity(clip: Clip): string {
  return `${clip.kind === 'slate' ? 'slate' : clip.hash}:${clip.bookingId ?? ''}`;
}

export function usable(clip: Clip, { timeline, media, against }: Material, at: number): boolean {
  if (clip.kind === 'slate') return true;
  return media.get(clip.hash) === 'ready' && !(timeline?.lawful && against?.(clip, at));
}

/** Index of the entry that contains `at`, or of the first one after it; `entries.length` when there is none. */
export function findEntry(entries: readonly Entry[], at: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [, start, ms] = entries[middle] as Entry;
    if (start + ms <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What to show from `at` on, as far as one entry (or one showing of filler between entries) reaches. */
export function slotAt(material: Material, at: number): Slot {
  const entries = material.timeline?.entries ?? [];
  const entry = entries[findEntry(entries, at)];
  if (!material.timeline || !entry) return gapSlot(material, at, Number.POSITIVE_INFINITY);
  const [clipIndex, start, ms] = entry;
  const clip = material.timeline.clips[clipIndex];
  if (start > at) return gapSlot(material, at, start);
  if (!clip) return gapSlot(material, at, start + ms);
  const about = entryOf(material.timeline, clip, start, ms);
  return usable(clip, material, at) ? ownSlot(about) : substitute(material, about, at);
}

export function entryOf({ displayId, revision }: Owner, clip: Clip, start: number, ms: number): SlotEntry {
  return { key: entryKey(clip, start), clip, start, ms, displayId, revision };
}

function ownSlot(entry: SlotEntry): Slot {
  const { key, clip, start, ms } = entry;
  const end = start + ms;
  const fromMs = clip.kind === 'video' ? (clip.fromMs ?? 0) : 0;
  if (fromMs === 0) return { id: key, entry, shows: clip, instead: null, start, end };
  return { id: key, entry, shows: clip, instead: null, start: start - fromMs, end, joinAt: start };
}

/** Filler or the slate for an entry whose own media cannot be shown. Filler begins when it is first needed. */
function substitute(material: Material, entry: SlotEntry, at: number): Slot {
  const shows = fillerAt(material, at) ?? SLATE;
  const end = entry.start + entry.ms;
  const id = `${entry.key}>${identity(shows)}@${at}`;
  return { id, entry, shows, instead: whyNot(material, entry.clip, at), start: at, end };
}

function whyNot(material: Material, clip: Clip, at: number): Reason {
  const forbidden = material.timeline?.lawful ? material.against?.(clip, at) : null;
  if (forbidden) return forbidden;
  const name = clip.kind === 'slate' ? '' : clip.name;
  const broken = clip.kind !== 'slate' && material.media.get(clip.hash) === 'broken';
  return reason(broken ? 'play.undecodable' : 'play.missing', { name });
}

function gapSlot(material: Material, at: number, until: number): Slot {
  const shows = fillerAt(material, at) ?? SLATE;
  const end = Math.min(until, at + lengthOf(shows));
  return { id: `gap:${at}:${identity(shows)}`, entry: null, shows, instead: null, start: at, end };
}

function lengthOf(clip: Clip): number {
  if (clip.kind === 'video') return Math.max(1000, clip.durationMs);
  return clip.kind === 'image' ? STILL_FILLER_MS : SLATE_MS;
}

/** A filler clip that is ready; which one depends on the instant alone, so that displays of a group agree. */
function fillerAt(material: Material, at: number): Clip | undefined {
  const fillers = (material.timeline?.clips ?? []).filter(
    (clip) => clip.kind !== 'slate' && clip.because.code.startsWith('why.filler') && usable(clip, material, at),
  );
  return fillers[Math.floor(at / 1000) % Math.max(1, fillers.length)];
}
