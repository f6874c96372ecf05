/**
 * The player: `step(state, event) -> [state, effects]`. Chooses by the clock, from the timeline it was given, what is
 * on the panel, what is prepared next and which plays were made. Pure: time comes in events, all doing goes out as
 * effects. Instants are the station's.
 */
import type { Timeline } from '../../../electron/contract/records/timeline';
import { type Reason, reason } from '../../../electron/contract/scalars';
import { type Counted, closeSlot, remember, skipBetween } from './count';
import { type Cover, covered, isCovered, uncovered } from './cover';
import type { PlayerEffect } from './effects';
import { makePlan, type Replan } from './plan';
import type { Against, MediaState, Slot } from './slot';

export type { PlayerEffect, PlayMade } from './effects';

export type PlayerEvent =
  | { type: 'timeline'; timeline: Timeline | null; now: number }
  | { type: 'tick'; now: number }
  /** The rules moved, or forbid what is on. */
  | { type: 'law'; now: number }
  | { type: 'mediaReady'; hash: string; now: number }
  | { type: 'mediaGone'; hash: string; now: number }
  | { type: 'mediaBroken'; hash: string; why: Reason; now: number }
  /** The whole list; what is named no more may come again. */
  | { type: 'recalls'; hashes: ReadonlySet<string>; now: number }
  /** The first picture of a slot is on the panel. */
  | { type: 'shown'; slotId: string; at: number }
  /** A takeover lies over all this from now on; no more from now on. */
  | { type: 'covered'; at: number; name: string }
  | { type: 'uncovered'; at: number }
  /** The clock was set, not waited for. `trusted`: whether the time before was the station's. */
  | { type: 'clockStep'; now: number; trusted: boolean };

export interface PlayerState {
  timeline: Timeline | null;
  media: ReadonlyMap<string, MediaState>;
  now: number | null;
  plan: readonly Slot[];
  /** When slots of the plan came on the panel, by slot id. */
  shownAt: ReadonlyMap<string, number>;
  counted: Counted;
  covers: readonly Cover[];
  /** What the rules of this display say. The same for a clip and an instant until an event `law` says that they moved. */
  against?: Against | undefined;
}

type Step = [PlayerState, PlayerEffect[]];

/** Longer without a tick, and the page did not run: entries in between were not seen. */
export const ASLEEP_MS = 90_000;
/** A clock a little behind the start of what it just began (a correction of some ms) is no reason to go back. */
const BACKWARD_TOLERANCE_MS = 250;

export function createPlayer(counted: Iterable<[string, number]> = [], against?: Against): PlayerState {
  const none = new Map<string, number>();
  return {
    timeline: null,
    media: new Map(),
    now: null,
    plan: [],
    shownAt: none,
    counted: new Map(counted),
    covers: [],
    against,
  };
}

export function step(state: PlayerState, event: PlayerEvent): Step {
  switch (event.type) {
    case 'tick':
      return advance(state, event.now);
    case 'clockStep':
      return clockStep(state, event.now, event.trusted);
    case 'shown':
      return shown(state, event.slotId, event.at);
    case 'covered':
      return [{ ...state, covers: covered(state.covers, event.at, event.name) }, []];
    case 'uncovered':
      return seenAgain({ ...state, covers: uncovered(state.covers, event.at) }, event.at);
    case 'law':
      return then(advance(state, event.now), (at) => replan(at, 'law'));
    case 'timeline':
      return then(advance(state, event.now), (at) => replan({ ...at, timeline: event.timeline }, 'timeline'));
    case 'mediaReady':
      return then(advance(state, event.now), (at) => replan(withMedia(at, event.hash, 'ready'), 'media'));
    case 'mediaGone':
      return then(advance(state, event.now), (at) => replan(withMedia(at, event.hash, null), 'media'));
    case 'recalls':
      return then(advance(state, event.now), (at) => replan(withRecalls(at, event.hashes), 'media'));
    case 'mediaBroken':
      return then(advance(state, event.now), (at) => broken(at, event.hash, event.why));
    default:
      return event satisfies never;
  }
}

function then([state, effects]: Step, next: (state: PlayerState) => Step): Step {
  const [after, more] = next(state);
  return [after, [...effects, ...more]];
}

function withMedia(state: PlayerState, hash: string, value: MediaState | null): PlayerState {
  const media = new Map(state.media);
  if (value) media.set(hash, value);
  else media.delete(hash);
  return { ...state, media };
}

function withRecalls(state: PlayerState, hashes: ReadonlySet<string>): PlayerState {
  const others = [...state.media].filter(([hash, value]) => value !== 'recalled' && !hashes.has(hash));
  return { ...state, media: new Map([...others, ...[...hashes].map((hash) => [hash, 'recalled'] as const)]) };
}

/** One fault for each hash, however often it fails. */
function broken(state: PlayerState, hash: string, why: Reason): Step {
  const known = state.media.get(hash);
  if (known === 'broken' || known === 'recalled') return [state, []];
  const [after, effects] = replan(withMedia(state, hash, 'broken'), 'media');
  return [after, [{ type: 'fault', reason: why }, ...effects]];
}

function shown(state: PlayerState, slotId: string, at: number): Step {
  const slot = state.plan.find((each) => each.id === slotId);
  if (!slot || state.shownAt.has(slotId)) return [state, []];
  const next = { ...state, shownAt: new Map(state.shownAt).set(slotId, at) };
  return [next, isCountable(state, slot) && !isCovered(state.covers) ? [{ type: 'began', slot, at }] : []];
}

function isCountable({ counted }: PlayerState, { entry, instead }: Slot): boolean {
  return entry !== null && !instead && !counted.has(entry.key);
}

/** The slot that came on beneath a takeover begins, for whoever looks, when that goes. */
function seenAgain(state: PlayerState, at: number): Step {
  const slot = state.plan.find((each) => state.shownAt.has(each.id) && each.start <= at && at < each.end);
  return [state, slot && isCountable(state, slot) ? [{ type: 'began', slot, at }] : []];
}

/** Time went on: closes what is over, then plans as far ahead as is prepared. */
function advance(state: PlayerState, now: number): Step {
  const before = state.now ?? now;
  const first = state.plan[0];
  if (first && now < Math.min(first.start, before) - BACKWARD_TOLERANCE_MS) return clockStep(state, now, true);
  const asleep = now - before > ASLEEP_MS;
  return closeUntil({ ...state, now: Math.max(now, first?.start ?? now) }, asleep ? before : null, 'play.asleep');
}

function clockStep(state: PlayerState, now: number, trusted: boolean): Step {
  const before = state.now ?? now;
  if (now >= before && trusted) return closeUntil({ ...state, now }, before, 'play.clockStep');
  const first = state.plan[0];
  const back = first && now < first.start;
  if (!first || (!back && now < first.end)) return closeUntil({ ...state, now }, null, 'play.clockStep');
  const [counted, effects] = closeSlot(state, first, before, reason('play.clockStep'));
  return then([{ ...state, now, counted, plan: [] }, effects], (at) => replan(at, 'clock'));
}

/**
 * Closes every slot that ended. `awayFrom`: the last instant known to have been seen; what came after it, until now,
 * was not.
 */
function closeUntil(state: PlayerState, awayFrom: number | null, why: string): Step {
  const now = state.now as number;
  const over = state.plan.filter((slot) => slot.end <= now);
  if (over.length === 0) return replan(state, 'time');
  let counted = state.counted;
  const effects: PlayerEffect[] = [];
  for (const slot of over) {
    const cut = awayFrom !== null && awayFrom < slot.end;
    const [more, made] = closeSlot({ ...state, counted }, slot, cut ? awayFrom : slot.end, cut ? reason(why) : null);
    const [all, passed] = passedOver({ ...state, counted: more }, slot);
    counted = all;
    effects.push(...made, ...passed);
  }
  const reached = over.at(-1)?.end ?? now;
  const [all, skipped] = skipBetween({ ...state, counted }, reached, now, reason(why));
  effects.push(...skipped);
  const plan = state.plan.slice(over.length);
  return then([{ ...state, plan, counted: remember(all, now) }, effects], (at) => replan(at, 'time'));
}

/** Entries of a new timeline that came and went while a clip of the one before ran to its end. */
function passedOver(state: PlayerState, { heldSince, end }: Slot): [Counted, PlayerEffect[]] {
  if (heldSince === undefined) return [state.counted, []];
  return skipBetween(state, heldSince, end, reason('play.behind'));
}

/** Makes the plan anew, keeping what is decided; a current slot that must give way is closed here. */
function replan(state: PlayerState, because: Replan): Step {
  if (state.now === null) return [state, []];
  const plan = makePlan(state, state.now, state.plan, because);
  const same = plan.length === state.plan.length && plan.every((slot, i) => slot === state.plan[i]);
  if (same) return [state, []];
  const [counted, made] = giveWay(state, plan[0] as Slot, state.now);
  const shownAt = keepShown(state, plan);
  return [{ ...state, plan, counted, shownAt }, [...made, { type: 'plan', slots: plan }]];
}

/** The play of a current slot that another takes over from, unless the entry's own clip has still to come. */
function giveWay(state: PlayerState, comes: Slot, now: number): [Counted, PlayerEffect[]] {
  const gone = state.plan[0];
  if (!gone || gone.id === comes.id || gone.end <= now) return [state.counted, []];
  const sameEntry = gone.entry?.key === comes.entry?.key;
  if (sameEntry && (gone.instead || !state.shownAt.has(gone.id))) return [state.counted, []];
  return closeSlot(state, gone, now, (sameEntry && comes.instead) || reason('play.replaced'));
}

function keepShown(state: PlayerState, plan: readonly Slot[]): Map<string, number> {
  const ids = new Set(plan.map((slot) => slot.id));
  return new Map([...state.shownAt].filter(([id]) => ids.has(id)));
}
