/** The part of time in view: moved by the wheel, the keys and the buttons, at most once a frame. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { useLatest } from '../../../shared/use-latest';
import { REACH } from '../calendar-view';
import type { Day } from '../use-day';
import { atOf, pan, spanOf, type View, zoomAround } from '../zoom';

export interface ViewControl {
  view: View;
  set: (change: (view: View) => View) => void;
  zoom: (factor: number, at?: number) => void;
  panBy: (share: number) => void;
}

interface Held {
  day: Day;
  view: View;
  /** The day that was told last because the view came to it. */
  own: LocalDate;
}

/** So long after the last move the address is told of the day in view, ms. */
const TELL_AFTER_MS = 300;

/**
 * Another day from outside changes the view to the same hours of that day; one that the view came to by itself does not.
 * `onDay` is told of those.
 */
export function useView(
  day: Day,
  initial: View,
  dateOf: (at: number) => LocalDate,
  onDay: (date: LocalDate) => void,
): ViewControl {
  const [state, setState] = useState<Held>({ day, view: initial, own: day.date });
  const view = state.own === day.date ? state.view : moved(state, day);
  const latest = useLatest(view);
  const frame = useRef(0);
  const set = useCallback(
    (change: (view: View) => View) => {
      latest.current = change(latest.current);
      cancelAnimationFrame(frame.current);
      const next = latest.current;
      frame.current = requestAnimationFrame(() => setState({ day, view: next, own: day.date }));
    },
    [latest, day],
  );
  const middle = dateOf((view.from + view.until) / 2);
  const tell = useLatest(() => {
    if (middle === day.date) return;
    setState((now) => ({ ...now, view, own: middle }));
    onDay(middle);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every move of the view puts it off
  useEffect(() => {
    const timer = setTimeout(() => tell.current(), TELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [tell, view]);
  const zoom = useCallback(
    (factor: number, at?: number) => set((now) => zoomAround(now, at ?? (now.from + now.until) / 2, factor, REACH)),
    [set],
  );
  const panBy = useCallback((share: number) => set((now) => pan(now, spanOf(now) * share, REACH)), [set]);
  return { view, set, zoom, panBy };
}

function moved({ view, day: before }: Held, { span }: Day): View {
  const whole = view.from === before.span.from && view.until === before.span.until;
  const by = span.from - before.span.from;
  return whole ? span : pan({ from: view.from + by, until: view.until + by }, 0, REACH);
}

/** The wheel over the tracks: with Ctrl zoom around the cursor; with Shift, or sideways, pan; else it scrolls the rows. */
export function useWheel(area: RefObject<HTMLElement | null>, left: number, control: ViewControl): void {
  const { zoom, panBy } = control;
  const view = useLatest(control.view);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      const box = element.getBoundingClientRect();
      const x = event.clientX - box.left - element.clientLeft - left;
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const closer = event.ctrlKey || event.metaKey;
      if (x < 0 || !(sideways || closer)) return;
      event.preventDefault();
      const width = element.clientWidth - left;
      if (closer) zoom(Math.exp(event.deltaY * 0.0016), atOf(x, view.current, width));
      else panBy(((event.deltaX || event.deltaY) / width) * 0.8);
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [area, left, zoom, panBy, view]);
}
