/** A canvas of a row: painted anew in the next frame whenever what it shows changes. */
import { useLayoutEffect, useRef } from 'react';
import type { Theme } from './theme';
import { themeOf } from './theme';

export interface Surface {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  theme: Theme;
}

interface CanvasProps {
  width: number;
  height: number;
  className?: string | undefined;
  /** Kept by the caller until something it shows changes. */
  paint: (surface: Surface) => void;
  /** Painted at once: what changes with every frame would put off its painting to the next for ever. */
  atOnce?: boolean;
}

export function Canvas({ width, height, className, paint, atOnce = false }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = window.devicePixelRatio || 1;
  useLayoutEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      sized(context.canvas, Math.round(width * ratio), Math.round(height * ratio));
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      paint({ context, width, height, theme: themeOf() });
    };
    if (atOnce) return draw();
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [paint, width, height, ratio, atOnce]);
  return <canvas ref={canvas} className={className} style={{ width, height }} />;
}

/** Setting a size empties a canvas, so it is done only right before drawing. */
function sized(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
