/** A histogram of what the panel is fed, renewed some times a second while somebody looks at it. */
import { useCallback, useRef, useState } from 'react';
import { type Histogram, histogramOf } from './engine/scopes';

const EVERY_MS = 120;
/** Enough pixels to count, few enough to be read back. */
const ACROSS = 256;

export function useHistogram(wanted: boolean) {
  const [histogram, setHistogram] = useState<Histogram | null>(null);
  const small = useRef<HTMLCanvasElement | null>(null);
  const last = useRef(0);
  const onPainted = useCallback((wall: HTMLCanvasElement) => {
    const now = performance.now();
    if (now - last.current < EVERY_MS) return;
    last.current = now;
    small.current ??= document.createElement('canvas');
    const canvas = small.current;
    canvas.width = Math.min(ACROSS, wall.width);
    canvas.height = Math.max(1, Math.round((wall.height * canvas.width) / wall.width));
    const draw = canvas.getContext('2d', { willReadFrequently: true });
    if (!draw) return;
    draw.drawImage(wall, 0, 0, canvas.width, canvas.height);
    setHistogram(histogramOf(draw.getImageData(0, 0, canvas.width, canvas.height).data));
  }, []);
  return { histogram, onPainted: wanted ? onPainted : undefined };
}
