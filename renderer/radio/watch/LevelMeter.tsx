/** How loud the input is, from -60 to 0 dBFS, with the mark above which it is too loud. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../operator/i18n/formats';
import { USUAL_RULES } from './listen/detector';
import type { Level } from './listen/meter';
import css from './Watch.module.css';

const LOWEST_DB = -60;
const part = (db: number): number => Math.min(1, Math.max(0, 1 - db / LOWEST_DB));

export function LevelMeter({ level }: { level: Level | null }) {
  const { t } = useTranslation('watch');
  const formats = useFormats();
  const { rmsDb = LOWEST_DB, truePeakDb = LOWEST_DB } = level ?? {};
  const shown = Math.max(LOWEST_DB, Math.min(0, Math.round(rmsDb)));
  const text = level
    ? t('meter.value', { db: formats.number(rmsDb), peak: formats.number(truePeakDb, 1) })
    : t('meter.none');
  return (
    <div className={css.meterLine}>
      {/* biome-ignore lint/a11y/useSemanticElements: a <meter> has no mark and no peak */}
      <div
        className={css.meter}
        role="meter"
        aria-label={t('meter.label')}
        aria-valuemin={LOWEST_DB}
        aria-valuemax={0}
        aria-valuenow={shown}
        aria-valuetext={text}
      >
        <div className={css.fill} style={{ transform: `scaleX(${part(rmsDb)})` }} />
        <div
          className={css.peak}
          data-over={truePeakDb > USUAL_RULES.overDb || undefined}
          style={{ left: `${part(truePeakDb) * 100}%` }}
        />
        <div className={css.mark} style={{ left: `${part(USUAL_RULES.overDb) * 100}%` }} />
      </div>
      <span className={`tabular ${css.decibels}`} aria-hidden="true">
        {level ? `${formats.number(Math.max(LOWEST_DB, truePeakDb), 1)} dBTP` : '–'}
      </span>
    </div>
  );
}
