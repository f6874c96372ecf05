/** The part of the day in view: moved by the wheel, the keys and the buttons, at most once a frame. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from '../../../shared/use-latest';
import { atOf, pan, spanOf, type View, zoomAround } from '../zoom';

export interface ViewControl {
  view: View;
  set: (change: (view: View) => View) => void;
  zoom: (factor: number, at?: number) => void;
  panBy: (share: number) => void;
}

/** `day` changes the view to the same hours of the other day. */
export function useView(day: View): ViewControl {
  const [state, setState] = useState({ day, view: day });
  const view =
    state.day.from === day.from && state.day.until === day.until ? state.view : moved(state.view, state.day, day);
  const latest = useLatest({ view, day });
  const frame = useRef(0);
  const set = useCallback(
    (change: (view: View) => View) => {
      latest.current = { ...latest.current, view: change(latest.current.view) };
      cancelAnimationFrame(frame.current);
      const { view: next, day: of } = latest.current;
      frame.current = requestAnimationFrame(() => setState({ day: of, view: next }));
    },
    [latest],
  );
  const zoom = useCallback(
    (factor: number, at?: number) =>
      set((now) => zoomAround(now, at ?? (now.from + now.until) / 2, factor, latest.current.day)),
    [set, latest],
  );
  const panBy = useCallback(
    (share: number) => set((now) => pan(now, spanOf(now) * share, latest.current.day)),
    [set, latest],
  );
  return { view, set, zoom, panBy };
}

function moved(view: View, from: View, to: View): View {
  const whole = spanOf(view) >= spanOf(from);
  return whole ? to : pan({ from: view.from + to.from - from.from, until: view.until + to.from - from.from }, 0, to);
}

/** The wheel over the tracks: zoom around the cursor; with shift, or sideways, pan. */
export function useWheel(area: RefObject<HTMLElement | null>, left: number, control: ViewControl): void {
  const { zoom, panBy } = control;
  const view = useLatest(control.view);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      const box = element.getBoundingClientRect();
      const x = event.clientX - box.left - left;
      if (x < 0) return;
      event.preventDefault();
      const width = box.width - left;
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (sideways) panBy(((event.deltaX || event.deltaY) / width) * 0.8);
      else zoom(Math.exp(event.deltaY * 0.0016), atOf(x, view.current, width));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [area, left, zoom, panBy, view]);
}
