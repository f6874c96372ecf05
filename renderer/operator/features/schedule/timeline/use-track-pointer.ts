/**
 * The pointer over the tracks: hover tells, a click opens; a drag over the strip pans; in a lane a drag makes a booking, moves,
 * copies or stretches those that are there, or with Shift marks several.
 */
import { type PointerEvent, useRef, useState } from 'react';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { REACH } from '../calendar-view';
import { barsWithin, hitAt, TRACK_PX } from '../lane/bars';
import { dragged, drawn, type Grab, type Ground, marked } from '../lane/drag';
import { barsIn, type LaneRow } from '../lane/lane-rows';
import { copiedTo, rehomed } from '../lane/rehome';
import { barSpot } from '../lane/walk';
import type { Loop, Snapped } from '../snap';
import type { Spot } from '../spot';
import { atOf, pan, type View } from '../zoom';
import type { SpotAt } from './use-spot-at';
import type { ViewControl } from './use-view';

/** Time marked on one display's lane. */
export interface Stretch extends View {
  displayId: string;
}

interface Pointing {
  control: ViewControl;
  width: number;
  zone: Ground['zone'];
  spotAt: SpotAt;
  laneOf: (displayId: string) => LaneRow | null;
  loopOf: (displayId: string) => Loop | null;
  /** Bookings moved together with the one taken hold of. */
  withIt: (bookingId: string) => readonly Booking[];
  onOpen: (spot: Spot) => void;
  onTouch: (spot: Spot, more: boolean) => void;
  onMarked: (bookingIds: readonly string[]) => void;
  onDrop: (bookings: readonly Booking[], copy: boolean) => void;
  onStretch: (stretch: Stretch) => void;
  editable: boolean;
  /** Of the rows, in their order: when they change, something else lies under the pointer. */
  heights: string;
}

const DRAG_FROM_PX = 5;

interface Place {
  displayId: string;
  x: number;
  y: number;
  at: number;
  lane: LaneRow | null;
}

interface Press {
  x: number;
  y: number;
  place: Place;
  grab: Grab | null;
  view: View;
  dragging: boolean;
}

/** What is drawn while dragging. */
export interface Dragging {
  ghosts: readonly Booking[];
  copy: boolean;
  hint: (Snapped & { x: number; y: number }) | null;
  stretch: Stretch | null;
  marquee: { x: number; y: number; width: number; height: number } | null;
  /** The display that bookings are taken to, when it is another one. `x` and `y` are the pointer's. */
  target: { displayId: string; x: number; y: number; refused: boolean } | null;
}
const NOTHING: Dragging = { ghosts: [], copy: false, hint: null, stretch: null, marquee: null, target: null };

export function useTrackPointer(pointing: Pointing) {
  const { control, width, zone, spotAt, laneOf, loopOf, withIt, editable, heights } = pointing;
  const { view } = control;
  const [over, setOver] = useState<{ place: Place; heights: string; x: number; y: number } | null>(null);
  const [dragging, setDragging] = useState<Dragging>(NOTHING);
  const [cursor, setCursor] = useState('');
  const pressed = useRef<Press | null>(null);
  const groundOf = (displayId: string): Ground => ({ view, width, zone, loop: loopOf(displayId) });

  const placeOf = (event: PointerEvent): Place | null => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>('[data-display]');
    const displayId = row?.dataset.display;
    const box = event.currentTarget.getBoundingClientRect();
    const { clientLeft, clientWidth } = event.currentTarget;
    const x = event.clientX - box.left - clientLeft - (clientWidth - width);
    if (displayId === undefined || x < 0 || target?.closest('button')) return null;
    const lane = target?.closest<HTMLElement>('[data-lane]');
    const y = lane ? event.clientY - lane.getBoundingClientRect().top : 0;
    return { displayId, x, y, at: atOf(x, view, width), lane: lane ? laneOf(displayId) : null };
  };
  const atNow = (event: PointerEvent, press: Press) =>
    atOf(Math.min(Math.max(press.place.x + event.clientX - press.x, 0), width), view, width);
  const spotOf = ({ lane, displayId, at, x, y }: Place): Spot | null => {
    if (!lane) return spotAt(displayId, at);
    return barSpot(lane, hitAt(barsIn(lane, view), x, y, view, width)?.bar);
  };
  // What lies there is asked at every change of the view: the wheel and the keys move it under a pointer that is still.
  const under = over?.heights === heights ? over : null;
  const spot =
    under &&
    spotOf({
      ...under.place,
      at: atOf(under.place.x, view, width),
      lane: under.place.lane && laneOf(under.place.displayId),
    });
  const hover = under && spot && { spot, x: under.x, y: under.y };
  const end = () => {
    pressed.current = null;
    setDragging(NOTHING);
  };

  const drag = (event: PointerEvent, press: Press): Dragging => {
    const { place, grab } = press;
    const to = atNow(event, press);
    if (!place.lane) {
      control.set(() => pan(press.view, drawn(press.view, event.clientX - press.x, width), REACH));
      return NOTHING;
    }
    if (grab && editable) {
      const bookings = grab.edge
        ? withIt(grab.bar.bookingId).filter(({ id }) => id === grab.bar.bookingId)
        : withIt(grab.bar.bookingId);
      const outcome = dragged(grab, to, bookings, groundOf(place.displayId));
      const copy = !grab.edge && (event.altKey || event.ctrlKey || event.metaKey);
      const pointer = { x: event.clientX, y: event.clientY };
      const target = grab.edge ? null : displayUnder(event, place.displayId);
      const hint = outcome && { ...outcome.snapped, ...pointer };
      if (target === null) return { ...NOTHING, ghosts: outcome?.bookings ?? [], copy, hint };
      const these = outcome?.bookings ?? bookings;
      const ghosts = these.flatMap((each) =>
        copy ? copiedTo(each, target) : (rehomed(each, place.displayId, target) ?? []),
      );
      const refused = ghosts.length === 0;
      return { ...NOTHING, ghosts, copy, target: { displayId: target, ...pointer, refused } };
    }
    if (event.shiftKey || !editable) return { ...NOTHING, marquee: rectangle(press, event) };
    const time = marked(place.at, to, groundOf(place.displayId));
    return { ...NOTHING, stretch: time && { displayId: place.displayId, ...time } };
  };

  const handlers = {
    onPointerDown(event: PointerEvent) {
      const place = placeOf(event);
      if (event.button !== 0 || !place) return;
      const hit = place.lane ? hitAt(barsIn(place.lane, view), place.x, place.y, view, width) : null;
      const grab = hit && !event.shiftKey ? { ...hit, at: place.at } : null;
      pressed.current = { x: event.clientX, y: event.clientY, place, grab, view, dragging: false };
    },
    onPointerMove(event: PointerEvent) {
      const press = pressed.current;
      if (press) {
        const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > DRAG_FROM_PX;
        if (far && !press.dragging) event.currentTarget.setPointerCapture(event.pointerId);
        press.dragging ||= far;
        if (press.dragging) {
          setOver(null);
          return setDragging(drag(event, press));
        }
      }
      const place = placeOf(event);
      const hit = place?.lane && editable ? hitAt(barsIn(place.lane, view), place.x, place.y, view, width) : null;
      setCursor(hit ? (hit.edge ? 'ew-resize' : 'grab') : place?.lane && editable ? 'crosshair' : '');
      setOver(place && { place, heights, x: event.clientX, y: event.clientY });
    },
    onPointerUp(event: PointerEvent) {
      const press = pressed.current;
      const done = press?.dragging ? drag(event, press) : null;
      end();
      if (!press) return;
      if (done) return drop(press, done);
      const spot = spotOf(press.place);
      if (!spot) return pointing.onMarked([]);
      const more = event.shiftKey || event.ctrlKey || event.metaKey;
      pointing.onTouch(spot, more);
      if (spot.kind !== 'bar') pointing.onOpen(spot);
    },
    onDoubleClick(event: PointerEvent | React.MouseEvent) {
      const spot = hover?.spot;
      if (spot?.kind === 'bar' && event.button === 0) pointing.onOpen(spot);
    },
    onPointerCancel: end,
    onPointerLeave: () => setOver(null),
    onScroll: () => setOver(null),
  };

  const drop = (press: Press, done: Dragging) => {
    if (done.ghosts.length > 0) pointing.onDrop(done.ghosts, done.copy);
    if (done.stretch) pointing.onStretch(done.stretch);
    const { marquee } = done;
    if (!marquee || !press.place.lane) return;
    const left = Math.min(press.place.x, press.place.x + marquee.width * (marquee.x < press.x ? -1 : 1));
    const top = marquee.y - press.y + press.place.y;
    const time = { from: atOf(left, view, width), until: atOf(left + marquee.width, view, width) };
    pointing.onMarked(
      barsWithin(barsIn(press.place.lane, view), time, top, top + Math.max(marquee.height, TRACK_PX / 4)),
    );
  };
  return { hover, dragging, cursor, cancel: end, isDragging: () => pressed.current?.dragging === true, handlers };
}

/** Another display's row under the pointer. The timeline holds the pointer, so the event's own target does not tell. */
function displayUnder(event: PointerEvent, own: string): string | null {
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const row = event.currentTarget.contains(under) ? under?.closest<HTMLElement>('[data-display]') : null;
  const id = row?.dataset.display;
  return id === undefined || id === own ? null : id;
}

function rectangle(press: Press, event: PointerEvent): NonNullable<Dragging['marquee']> {
  return {
    x: Math.min(press.x, event.clientX),
    y: Math.min(press.y, event.clientY),
    width: Math.abs(event.clientX - press.x),
    height: Math.abs(event.clientY - press.y),
  };
}
