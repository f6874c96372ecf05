/** The pointer over the tracks: hover tells, a click opens, a drag marks hours to book. */
import { type PointerEvent, useRef, useState } from 'react';
import type { Spot } from '../spot';
import { atOf, snap, type View } from '../zoom';
import type { SpotAt } from './use-spot-at';

/** Hours marked on one display's row. */
export interface Stretch {
  displayId: string;
  from: number;
  until: number;
}

interface Pointing {
  view: View;
  width: number;
  day: View;
  spotAt: SpotAt;
  onOpen: (spot: Spot) => void;
  onTouch: (spot: Spot) => void;
  onStretch: ((stretch: Stretch) => void) | null;
}

const DRAG_FROM_PX = 6;

export function useTrackPointer({ view, width, day, spotAt, onOpen, onTouch, onStretch }: Pointing) {
  const [hover, setHover] = useState<{ spot: Spot; x: number; y: number } | null>(null);
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const pressed = useRef<{ displayId: string; at: number; x: number } | null>(null);
  const placeOf = (event: PointerEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-display]') : null;
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - (event.currentTarget.clientWidth - width);
    const displayId = pressed.current?.displayId ?? row?.dataset.display;
    return displayId === undefined ? null : { displayId, x, at: atOf(Math.min(Math.max(x, 0), width), view, width) };
  };
  const mark = (from: number, to: number, displayId: string) => {
    const [a, b] = [snap(Math.min(from, to), view, day.from), snap(Math.max(from, to), view, day.from)];
    setStretch(b > a ? { displayId, from: a, until: b } : null);
  };
  const handlers = {
    onPointerDown(event: PointerEvent) {
      const place = placeOf(event);
      if (event.button !== 0 || !place || place.x < 0) return;
      pressed.current = { displayId: place.displayId, at: place.at, x: event.clientX };
    },
    onPointerMove(event: PointerEvent) {
      const place = placeOf(event);
      const from = pressed.current;
      if (from && onStretch && place && Math.abs(event.clientX - from.x) > DRAG_FROM_PX) {
        event.currentTarget.setPointerCapture(event.pointerId);
        return mark(from.at, place.at, from.displayId);
      }
      const spot = place && place.x >= 0 ? spotAt(place.displayId, place.at) : null;
      setHover(spot && { spot, x: event.clientX, y: event.clientY });
    },
    onPointerUp(event: PointerEvent) {
      const place = placeOf(event);
      const wasPressed = pressed.current !== null;
      pressed.current = null;
      setStretch(null);
      setHover(null);
      if (stretch) return onStretch?.(stretch);
      const spot = wasPressed && place && place.x >= 0 ? spotAt(place.displayId, place.at) : null;
      if (!spot) return;
      onTouch(spot);
      onOpen(spot);
    },
    onPointerCancel() {
      pressed.current = null;
      setStretch(null);
    },
    onPointerLeave: () => setHover(null),
  };
  return { hover, stretch, handlers };
}
