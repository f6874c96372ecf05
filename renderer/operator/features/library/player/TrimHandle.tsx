/** One end of a trim: dragged with the pointer, moved by frames with the arrows. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { framesOf } from '../../../../../electron/domain/preview/shuttle';
import { timecodeText } from '../../../../ui';
import type { Trim } from '../../playlists/trim';
import css from './ClipPlayer.module.css';

interface TrimHandleProps {
  edge: 'in' | 'out';
  trim: Trim;
  onMove: (ms: number) => void;
  onSeek: (ms: number) => void;
}

export function TrimHandle({ edge, trim, onMove, onSeek }: TrimHandleProps) {
  const { t } = useTranslation('library');
  const at = edge === 'in' ? trim.inMs : trim.outMs;
  const move = (ms: number) => {
    onMove(ms);
    onSeek(Math.min(Math.max(ms, 0), trim.durationMs));
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box) move(((event.clientX - box.left) / box.width) * trim.durationMs);
  };
  const press = (event: KeyboardEvent) => {
    const frames = framesOf(event.key, event.shiftKey, trim.frameRate);
    if (frames === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(at + (frames * 1000) / trim.frameRate + (edge === 'in' ? 1 : 0));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={css.handle}
      data-edge={edge}
      style={{ left: `${(at / trim.durationMs) * 100}%` }}
      aria-label={t(edge === 'in' ? 'player.in' : 'player.out')}
      aria-valuemin={0}
      aria-valuemax={trim.durationMs}
      aria-valuenow={Math.round(at)}
      aria-valuetext={timecodeText(at, trim.frameRate)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
