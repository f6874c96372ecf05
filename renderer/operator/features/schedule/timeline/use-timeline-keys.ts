/**
 * The timeline by keyboard: arrows go from item to item, from display to display and through the bookings of an open one; Space
 * chooses bookings, Alt moves them, in time or to another display, Shift stretches their start, Shift and Alt their end; plus and
 * minus zoom.
 */
import type { KeyboardEvent } from 'react';
import { stationNow } from '../../../../client/station-clock';
import { REACH } from '../calendar-view';
import type { Edge } from '../lane/shift';
import type { BarSpot, LaneWalk } from '../lane/walk';
import type { Spot } from '../spot';
import { centred, spanOf, type View } from '../zoom';
import type { DisplayView } from './Row';
import type { SpotAt } from './use-spot-at';
import type { ViewControl } from './use-view';

export interface LaneKeys {
  walk: LaneWalk;
  toggle: (displayId: string) => void;
  choose: (bookingId: string, more: boolean) => void;
  chooseNone: () => boolean;
  /** By so many steps of this zoom. */
  move: (bar: BarSpot, steps: number) => void;
  stretch: (bar: BarSpot, edge: Edge, steps: number) => void;
  /** To another display. */
  rehome: (bar: BarSpot, displayId: string) => void;
  copy: (bar: BarSpot) => void;
  paste: (at: Spot) => void;
  remove: (bar: BarSpot) => void;
}

interface KeyContext {
  rows: readonly DisplayView[];
  day: View;
  control: ViewControl;
  spotAt: SpotAt;
  cursor: Spot | null;
  setCursor: (spot: Spot | null) => void;
  onOpen: (spot: Spot) => void;
  /** Whether something is open beside the timeline: Escape is for that first. */
  open: boolean;
  lane: LaneKeys;
  /** Null where the person may not book. */
  editable: boolean;
}

export function useTimelineKeys(context: KeyContext) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    const done = plain
      ? (context.editable && stretchStart(event, context)) ||
        walk(event.key, context) ||
        look(event.key, context) ||
        pick(event, context)
      : context.editable && edit(event, context);
    if (done) event.preventDefault();
  };
  return { onKeyDown };
}

/** Moves the cursor. Answers whether the key was one of these. */
function walk(key: string, context: KeyContext): boolean {
  const { cursor, day, rows } = context;
  if (cursor?.kind === 'bar' && key.startsWith('Arrow')) return walkLane(key, cursor, context);
  const first = rows[0]?.display.id;
  switch (key) {
    case 'ArrowLeft':
      return cursor ? go(context, cursor.displayId, cursor.start - 1) : begin(context);
    case 'ArrowRight':
      return cursor ? go(context, cursor.displayId, cursor.end) : begin(context);
    case 'ArrowUp':
      return cursor ? rowAbove(context, cursor) : begin(context);
    case 'ArrowDown':
      return cursor ? intoLane(context, cursor) || rowBelow(context, cursor) : begin(context);
    case 'Home':
      return go(context, cursor?.displayId ?? first, day.from);
    case 'End':
      return go(context, cursor?.displayId ?? first, day.until - 1);
    default:
      return false;
  }
}

function walkLane(key: string, bar: BarSpot, context: KeyContext): boolean {
  const next = context.lane.walk.next(bar, key);
  if (next) return stand(context, next);
  if (key === 'ArrowUp') return go(context, bar.displayId, middleOf(bar, context.control.view));
  return key !== 'ArrowDown' || rowBelow(context, bar);
}

const placeOf = ({ rows }: KeyContext, { displayId }: Spot) =>
  rows.findIndex(({ display }) => display.id === displayId);

/** From a strip into the last booking of an open row above it, else its strip. */
function rowAbove(context: KeyContext, cursor: Spot): boolean {
  const above = context.rows[Math.max(placeOf(context, cursor) - 1, 0)]?.display.id;
  const last = above && above !== cursor.displayId ? context.lane.walk.last(above) : null;
  return last ? stand(context, last) : go(context, above, cursor.start);
}

function rowBelow(context: KeyContext, cursor: Spot): boolean {
  const { rows, control } = context;
  const below = rows[Math.min(placeOf(context, cursor) + 1, rows.length - 1)]?.display.id;
  return below === cursor.displayId || go(context, below, middleOf(cursor, control.view));
}

function intoLane(context: KeyContext, cursor: Spot): boolean {
  const first = context.lane.walk.first(cursor.displayId);
  return first !== null && stand(context, first);
}

/** Where it begins, or where the view does, when that is later. */
const middleOf = ({ start }: Spot, view: View) => Math.max(start, view.from);

/** Moves the view, or opens what the cursor is on. */
function look(key: string, { day, control, cursor, setCursor, onOpen, open, lane }: KeyContext): boolean {
  if (key === 'PageUp' || key === 'PageDown') control.panBy(key === 'PageUp' ? -0.8 : 0.8);
  else if (key === '+' || key === '=') control.zoom(0.5, cursor?.start);
  else if (key === '-') control.zoom(2, cursor?.start);
  else if (key === '0') control.set(() => day);
  else if (key === 'Enter' && cursor) onOpen(cursor);
  else if (key === 'Escape' && !open && (lane.chooseNone() || cursor)) setCursor(null);
  else return false;
  return true;
}

/** Opens a row's bookings, chooses one. */
function pick({ key, shiftKey }: KeyboardEvent, { cursor, rows, lane, editable }: KeyContext): boolean {
  const displayId = cursor?.displayId ?? rows[0]?.display.id;
  if (key.toLowerCase() === 'e' && displayId) lane.toggle(displayId);
  else if (cursor?.kind !== 'bar') return false;
  else if (key === ' ') lane.choose(cursor.booking.id, true);
  else if ((key === 'Delete' || key === 'Backspace') && editable) lane.remove(cursor);
  else return key === ' ' || shiftKey;
  return true;
}

const stepsOf = (key: string) => (key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0);

function stretchStart({ key, shiftKey }: KeyboardEvent, { cursor, lane }: KeyContext): boolean {
  if (!shiftKey || cursor?.kind !== 'bar' || stepsOf(key) === 0) return false;
  lane.stretch(cursor, 'start', stepsOf(key));
  return true;
}

function edit(event: KeyboardEvent, context: KeyContext): boolean {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  const { cursor, lane } = context;
  if (!cursor) return false;
  const steps = stepsOf(key);
  if (altKey && cursor.kind === 'bar' && steps !== 0) {
    if (shiftKey) lane.stretch(cursor, 'end', steps);
    else lane.move(cursor, steps);
  } else if (altKey && cursor.kind === 'bar' && (key === 'ArrowUp' || key === 'ArrowDown')) {
    const to = context.rows[placeOf(context, cursor) + (key === 'ArrowUp' ? -1 : 1)];
    if (to) lane.rehome(cursor, to.display.id);
  } else if (!(ctrlKey || metaKey)) return false;
  else if (key.toLowerCase() === 'c' && cursor.kind === 'bar') lane.copy(cursor);
  else if (key.toLowerCase() === 'v') lane.paste(cursor);
  else return false;
  return true;
}

/** At what is on now, or in the middle of what is in view. */
function begin(context: KeyContext): boolean {
  const { from, until } = context.control.view;
  const now = stationNow();
  return go(context, context.rows[0]?.display.id, now > from && now < until ? now : (from + until) / 2);
}

function go(context: KeyContext, displayId: string | undefined, at: number): boolean {
  const spot = displayId === undefined ? null : context.spotAt(displayId, at);
  if (spot) return stand(context, spot);
  // What lies there is not loaded yet: come nearer, so that it is.
  const { from, until } = context.control.view;
  if (at < from || at >= until) context.control.set((now) => centred(at, spanOf(now), REACH));
  return true;
}

function stand({ control, setCursor }: KeyContext, spot: Spot): boolean {
  setCursor(spot);
  const { from, until } = control.view;
  if (spot.end <= from || spot.start >= until) control.set((now) => centred(spot.start, spanOf(now), REACH));
  return true;
}
