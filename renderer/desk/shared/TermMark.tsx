/** How an agreement stands today, where that is worth a word: not begun, near its end, over, or let run on. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../electron/contract/scalars';
import { standingOf, type Term } from '../../../electron/domain/agreement';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import css from './TermMark.module.css';

export function TermMark({ term, today }: { term: Term; today: LocalDate }) {
  const { t } = useTranslation('partners');
  const { language } = useFormats();
  const standing = standingOf(term, today);
  if (standing.kind === 'holds') return null;
  if (standing.kind === 'overridden')
    return (
      <span className={css.mark} data-step={30}>
        {t('standing.overridden', { until: dateText(standing.until, language) })}
      </span>
    );
  if (standing.kind !== 'ending') return <span className={css.mark}>{t(`standing.${standing.kind}`)}</span>;
  const { days, step } = standing;
  return (
    <span className={css.mark} data-step={step}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      {days === 0 ? t('standing.lastDay') : t('standing.ending', { count: days })}
    </span>
  );
}
