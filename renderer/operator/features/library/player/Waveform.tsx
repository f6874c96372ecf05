import { useMemo } from 'react';
import css from './ClipPlayer.module.css';
import { fold, wavePath } from './waves';

const COLUMNS = 400;

/** The sound of a clip over its length. */
export function Waveform({ peaks }: { peaks: readonly number[] }) {
  const columns = Math.max(fold(peaks, COLUMNS).length - 1, 1);
  const path = useMemo(() => wavePath(peaks, COLUMNS), [peaks]);
  return (
    <svg className={css.wave} viewBox={`0 0 ${columns} 100`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
