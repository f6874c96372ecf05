/** A panel in its own pixels, drawn smaller or larger as a whole: letters keep the size that they will have up there. */
import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import css from './Preview.module.css';

interface ScaledPanelProps {
  /** Pixels of the panel. */
  width: number;
  height: number;
  /** It is drawn as large as fits under this height, px. */
  maxHeight: number;
  label: string;
  children: ReactNode;
}

export function ScaledPanel({ width, height, maxHeight, label, children }: ScaledPanelProps) {
  const { ref, width: drawn } = useElementSize<HTMLDivElement>();
  const frame = { aspectRatio: `${width} / ${height}`, width: `min(100%, ${(maxHeight * width) / height}px)` };
  return (
    <div className={css.stand} role="img" aria-label={label}>
      <div ref={ref} className={css.frame} style={frame} aria-hidden="true">
        <div className={css.panel} style={{ width, height, transform: `scale(${drawn / width})` }}>
          {children}
        </div>
      </div>
    </div>
  );
}
