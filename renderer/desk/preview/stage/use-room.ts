/** The room an element has, in device px, and how many of them a CSS px is. */
import { useEffect, useRef, useState } from 'react';

export function useRoom() {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [ratio, setRatio] = useState(() => window.devicePixelRatio || 1);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const now = window.devicePixelRatio || 1;
      setRatio(now);
      setRoom({ width: Math.round(element.clientWidth * now), height: Math.round(element.clientHeight * now) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, room, ratio };
}
