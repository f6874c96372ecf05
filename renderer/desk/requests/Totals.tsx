/** What the year comes to, as the PPID reports it. */
import { useTranslation } from 'react-i18next';
import type { RegisterTotals } from '../../../electron/domain/requests/totals';
import { useFormats } from '../../operator/i18n/formats';
import css from './Requests.module.css';

const COUNTS = ['received', 'open', 'answered', 'partly', 'refused', 'withdrawn', 'late'] as const;

export function Totals({ totals }: { totals: RegisterTotals }) {
  const { t } = useTranslation('requests');
  const { number } = useFormats();
  return (
    <dl className={css.totals}>
      {COUNTS.map((count) => (
        <div key={count} data-bad={count === 'late' && totals.late > 0 ? '' : undefined}>
          <dt>{t(`totals.${count}`)}</dt>
          <dd className="tabular">{number(totals[count])}</dd>
        </div>
      ))}
      <div>
        <dt>{t('totals.meanDays')}</dt>
        <dd className="tabular">{totals.meanDays === null ? '–' : number(totals.meanDays, 1)}</dd>
      </div>
    </dl>
  );
}
