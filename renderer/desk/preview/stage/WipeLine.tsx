/** The line that parts two pictures: dragged, or moved by the arrows. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type Wipe, wipeKey, wipeTo } from '../../../../electron/domain/preview/wipe';
import type { Layout } from '../layout';
import type { View } from '../view';
import css from './Stage.module.css';

interface WipeLineProps {
  layout: Layout;
  wipe: Wipe;
  onView: (change: Partial<View>) => void;
}

export function WipeLine({ layout: { at }, wipe, onView }: WipeLineProps) {
  const { t } = useTranslation('preview');
  const move = (to: number) => onView({ wipe: { ...wipe, at: to } });
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    event.stopPropagation();
    const stage = event.currentTarget.parentElement?.getBoundingClientRect();
    if (stage) move(wipeTo(wipe, { x: event.clientX - stage.x, y: event.clientY - stage.y }, at));
  };
  const press = (event: KeyboardEvent) => {
    const to = wipeKey(wipe.at, event.key, event.shiftKey);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(to);
  };
  const place =
    wipe.line === 'upright'
      ? { left: at.x + at.width * wipe.at, top: at.y, height: at.height }
      : { left: at.x, top: at.y + at.height * wipe.at, width: at.width };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={css.wipe}
      data-line={wipe.line}
      style={place}
      aria-label={t('compare.line')}
      aria-orientation={wipe.line === 'upright' ? 'horizontal' : 'vertical'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(wipe.at * 100)}
      aria-valuetext={t('compare.at', { share: Math.round(wipe.at * 100) })}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
