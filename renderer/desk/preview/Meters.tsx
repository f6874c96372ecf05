/** How loud it is now: peak and mean of both channels, from -60 to 0 dBFS, and the highest peak since the last play. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from './engine/Deck';
import type { Ears } from './engine/Ears';
import { meterShare, SILENCE_DB } from './engine/scopes';
import css from './Preview.module.css';

/** A peak stands so long that it can be read, and then falls. */
const FALL_DB_PER_S = 20;

export function Meters({ ears, deck }: { ears: Ears; deck: Deck }) {
  const { t } = useTranslation('preview');
  const meters = useRef<HTMLDivElement>(null);
  const told = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    let asked = 0;
    let last = performance.now();
    let highest = SILENCE_DB;
    let playing = false;
    const standing = [SILENCE_DB, SILENCE_DB];
    const draw = (now: number) => {
      const fall = ((now - last) / 1000) * FALL_DB_PER_S;
      last = now;
      if (!playing && deck.speed() !== 0) highest = SILENCE_DB;
      playing = deck.speed() !== 0;
      const levels = playing ? ears.levels() : [];
      for (const channel of [0, 1]) {
        const { peakDb, rmsDb } = levels[channel] ?? { peakDb: SILENCE_DB, rmsDb: SILENCE_DB };
        standing[channel] = Math.max(peakDb, (standing[channel] ?? SILENCE_DB) - fall);
        highest = Math.max(highest, peakDb);
        const bar = meters.current?.children.item(channel);
        if (!(bar instanceof HTMLElement)) continue;
        bar.style.setProperty('--peak', String(meterShare(standing[channel] ?? SILENCE_DB)));
        bar.style.setProperty('--mean', String(meterShare(rmsDb)));
        bar.dataset.rms = rmsDb.toFixed(1);
        bar.dataset.peak = peakDb.toFixed(1);
      }
      const text = highest <= SILENCE_DB ? '' : highest.toFixed(1).replace('-', '−');
      if (told.current && told.current.textContent !== text) told.current.textContent = text;
      asked = requestAnimationFrame(draw);
    };
    asked = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(asked);
  }, [ears, deck]);
  return (
    <div className={css.meters} title={t('meters.help')}>
      <div ref={meters} className={css.bars} role="img" aria-label={t('meters.label')}>
        <span className={css.bar} />
        <span className={css.bar} />
      </div>
      <output ref={told} className={`${css.peak} tabular`} aria-label={t('meters.highest')} aria-live="off" />
    </div>
  );
}
