/** Over or under: where it stands now, and what it will come to at the end. */
import { useTranslation } from 'react-i18next';
import type { LiveTiming } from '../../../../electron/domain/rundown/live';
import { overText } from '../../../client/air-text';
import css from './OverUnder.module.css';

/** Below this it is on time. */
const NOTICED_MS = 1000;
/** Characters that the column has room for at its size; with tens of hours there are more. */
const LONGEST_LARGE = 7;
type Lean = 'late' | 'early' | 'onTime';

const leanOf = (ms: number): Lean => {
  if (Math.abs(ms) < NOTICED_MS) return 'onTime';
  return ms > 0 ? 'late' : 'early';
};
const NOW_WORDS = { late: 'over.nowLate', early: 'over.nowEarly', onTime: 'over.onTime' } as const;
const END_WORDS = { late: 'over.endLate', early: 'over.endEarly', onTime: 'over.onTime' } as const;

export function OverUnder({ live: { overNowMs, overAtEndMs } }: { live: LiveTiming }) {
  const { t } = useTranslation('onAir');
  return (
    <section className={css.both} aria-label={t('over.title')}>
      <Figure title={t('over.now')} ms={overNowMs} words={t(NOW_WORDS[leanOf(overNowMs)])} />
      {overAtEndMs === null ? (
        <Figure title={t('over.end')} ms={null} words={t('over.noEnd')} />
      ) : (
        <Figure title={t('over.end')} ms={overAtEndMs} words={t(END_WORDS[leanOf(overAtEndMs)])} />
      )}
    </section>
  );
}

function Figure({ title, ms, words }: { title: string; ms: number | null; words: string }) {
  const text = ms === null ? '–' : overText(ms);
  return (
    <div className={css.figure} data-lean={ms === null ? undefined : leanOf(ms)}>
      <h2 className={css.title}>{title}</h2>
      <p className={`tabular ${css.value}`} data-long={text.length > LONGEST_LARGE || undefined}>
        {text}
      </p>
      <p className={css.words}>{words}</p>
    </div>
  );
}
