/** What has to be at its time, and whether it can be. */
import { useTranslation } from 'react-i18next';
import type { LiveTiming } from '../../../../electron/domain/rundown/live';
import { clockText, elapsedText } from '../../../client/air-text';
import { StatusDot } from '../../../ui';
import css from './HardStarts.module.css';
import { type HardStart, hardStarts } from './hard-starts';
import box from './Live.module.css';

const NOTICED_MS = 1000;

export function HardStarts({ live, now, zone }: { live: LiveTiming; now: number; zone: string }) {
  const { t } = useTranslation('onAir');
  const all = hardStarts(live, now);
  return (
    <section className={box.box} aria-label={t('hard.title')}>
      <h2 className={box.boxTitle}>{t('hard.title')}</h2>
      {all.length === 0 && <p className={box.quiet}>{t('hard.none')}</p>}
      <ul className={css.all}>
        {all.map((start) => (
          <li key={start.row.item.id} className={css.one}>
            <span className={`tabular ${css.at}`}>{clockText(start.at, zone)}</span>
            <span className={`${css.name} one-line`} title={start.row.item.title}>
              {start.row.item.title || t('next.untitled')}
            </span>
            <span className={`tabular ${css.in}`}>
              {t(start.inMs >= 0 ? 'hard.in' : 'hard.passed', { left: elapsedText(Math.abs(start.inMs)) })}
            </span>
            <Reach start={start} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reach({ start: { overMs, row } }: { start: HardStart }) {
  const { t } = useTranslation('onAir');
  const length = elapsedText(Math.abs(overMs));
  if (Math.abs(overMs) < NOTICED_MS) return <StatusDot tone="green">{t('hard.fits')}</StatusDot>;
  if (overMs < 0) return <StatusDot tone="grey">{t('hard.under', { length })}</StatusDot>;
  const words = [t('hard.over', { length }), row.takesItself && t('hard.cuts')].filter(Boolean).join('. ');
  return <StatusDot tone="amber">{words}</StatusDot>;
}
