import { useMemo } from 'react';
import css from './Strips.module.css';
import { wavePath } from './waves';

const COLUMNS = 400;

interface WaveformProps {
  /** 0..255, evenly over the length. */
  peaks: readonly number[];
  columns?: number;
  className?: string;
}

/** The sound of a clip over its length. */
export function Waveform({ peaks, columns = COLUMNS, className = css.wave }: WaveformProps) {
  const path = useMemo(() => wavePath(peaks, columns), [peaks, columns]);
  const width = Math.max(Math.min(peaks.length, columns) - 1, 1);
  return (
    <svg className={className} viewBox={`0 0 ${width} 100`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
