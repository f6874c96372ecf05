/** How the show could end on time, in words, and one button that does it. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fitOf } from '../../../../electron/domain/rundown/fit';
import type { LiveTiming, Running } from '../../../../electron/domain/rundown/live';
import type { Plan } from '../../../../electron/domain/rundown/plan';
import { elapsedText, overText } from '../../../client/air-text';
import css from './Fit.module.css';
import { fitLines } from './fit-lines';
import box from './Live.module.css';

interface FitProps {
  plan: Plan;
  running: Running;
  live: LiveTiming;
  now: number;
  busy: boolean;
  onFit?: (drop: string[], lengths: Record<string, number>) => void;
}

const NOTICED_MS = 1000;

export function Fit({ plan, running, live, now, busy, onFit }: FitProps) {
  const { t } = useTranslation('onAir');
  const over = live.overAtEndMs;
  if (over === null) return null;
  const fit = fitOf(plan, running, now);
  return (
    <section className={box.box} aria-label={t('fit.title')}>
      <h2 className={box.boxTitle}>{t('fit.title')}</h2>
      {!fit && <p className={box.quiet}>{t(Math.abs(over) < NOTICED_MS ? 'fit.fits' : 'fit.nothing')}</p>}
      {fit && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <ul className={css.lines} tabIndex={0}>
            {fitLines(fit, plan, running).map(({ id, do: what, title, ms }) => (
              <li key={id}>{t(`fit.${what}`, { title: title || t('next.untitled'), length: elapsedText(ms) })}</li>
            ))}
          </ul>
          <div className={css.end}>
            <span className="tabular">
              {t('fit.ends', { before: overText(fit.beforeMs), after: overText(fit.afterMs) })}
            </span>
            {onFit && (
              <Button size="xs" disabled={busy} onClick={() => onFit(fit.drop, fit.lengths)}>
                {t('fit.apply')}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
