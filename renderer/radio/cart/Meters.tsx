/** Left and right of what goes out, drawn without React: 60 times a second would be all it does. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Cart.module.css';
import { FLOOR_DB } from './meter';
import { studio } from './studio';

const SIDES = ['left', 'right'] as const;
/** A peak stays in sight, and then falls, dB a frame. */
const FALL_DB = 0.4;
const shareOf = (db: number): number => 1 - db / FLOOR_DB;

export function Meters({ runs }: { runs: boolean }) {
  const { t } = useTranslation('cart');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const bars = [...(box.current?.querySelectorAll<HTMLElement>('[data-bar]') ?? [])];
    const held = [FLOOR_DB, FLOOR_DB];
    let frame = 0;
    const draw = () => {
      const levels = studio().engine.levels();
      for (const [side, bar] of bars.entries()) {
        const peak = Math.max(levels[side]?.peakDb ?? FLOOR_DB, (held[side] ?? FLOOR_DB) - FALL_DB);
        held[side] = peak;
        bar.style.transform = `scaleX(${shareOf(Math.max(FLOOR_DB, peak)).toFixed(3)})`;
        bar.dataset.hot = peak > -1 ? 'over' : peak > -9 ? 'high' : 'fine';
      }
      const still = held.every((peak) => peak <= FLOOR_DB);
      if (runs || !still) frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [runs]);
  return (
    <div ref={box} className={css.meters} role="img" aria-label={t('meters')}>
      {SIDES.map((side) => (
        <span key={side} className={css.meter}>
          <span className={css.bar} data-bar={side} />
        </span>
      ))}
    </div>
  );
}
