/** The timeline by keyboard: arrows go from item to item and from display to display, plus and minus zoom. */
import type { KeyboardEvent } from 'react';
import { stationNow } from '../../../../client/station-clock';
import type { Spot } from '../spot';
import { centred, spanOf, type View } from '../zoom';
import type { DisplayView } from './Row';
import type { SpotAt } from './use-spot-at';
import type { ViewControl } from './use-view';

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
}

export function useTimelineKeys(context: KeyContext) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (walk(event.key, context) || look(event.key, context)) event.preventDefault();
  };
  return { onKeyDown };
}

/** Moves the cursor. Answers whether the key was one of these. */
function walk(key: string, context: KeyContext): boolean {
  const { rows, day, cursor } = context;
  const first = rows[0]?.display.id;
  const place = rows.findIndex(({ display }) => display.id === cursor?.displayId);
  const neighbour = (by: number) => rows[Math.min(Math.max(place + by, 0), rows.length - 1)]?.display.id;
  switch (key) {
    case 'ArrowLeft':
      return cursor ? go(context, cursor.displayId, cursor.start - 1) : begin(context);
    case 'ArrowRight':
      return cursor ? go(context, cursor.displayId, cursor.end) : begin(context);
    case 'ArrowUp':
      return cursor ? go(context, neighbour(-1), cursor.start) : begin(context);
    case 'ArrowDown':
      return cursor ? go(context, neighbour(1), cursor.start) : begin(context);
    case 'Home':
      return go(context, cursor?.displayId ?? first, day.from);
    case 'End':
      return go(context, cursor?.displayId ?? first, day.until - 1);
    default:
      return false;
  }
}

/** Moves the view, or opens what the cursor is on. */
function look(key: string, { day, control, cursor, setCursor, onOpen, open }: KeyContext): boolean {
  if (key === 'PageUp' || key === 'PageDown') control.panBy(key === 'PageUp' ? -0.8 : 0.8);
  else if (key === '+' || key === '=') control.zoom(0.5, cursor?.start);
  else if (key === '-') control.zoom(2, cursor?.start);
  else if (key === '0') control.set(() => day);
  else if (key === 'Enter' && cursor) onOpen(cursor);
  else if (key === 'Escape' && cursor && !open) setCursor(null);
  else return false;
  return true;
}

/** At what is on now, or in the middle of what is in view. */
function begin(context: KeyContext): boolean {
  const { from, until } = context.control.view;
  const now = stationNow();
  return go(context, context.rows[0]?.display.id, now > from && now < until ? now : (from + until) / 2);
}

function go({ day, control, spotAt, setCursor }: KeyContext, displayId: string | undefined, at: number): boolean {
  const spot = displayId === undefined ? null : spotAt(displayId, Math.min(Math.max(at, day.from), day.until - 1));
  if (!spot) return true;
  setCursor(spot);
  const { from, until } = control.view;
  const away = spot.end <= from || spot.start >= until;
  if (away) control.set((now) => centred(spot.start, spanOf(now), day));
  return true;
}
