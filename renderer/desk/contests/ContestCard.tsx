/** One contest in the list: its stage, its days, and whether the reader has something left to score. */
import { useTranslation } from 'react-i18next';
import type { ContestView } from '../../../electron/contract/api/contests';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import css from './Contests.module.css';

interface ContestCardProps {
  contest: ContestView;
  chosen: boolean;
  onChoose: () => void;
}

export function ContestCard({ contest, chosen, onChoose }: ContestCardProps) {
  const { t } = useTranslation('contests');
  const { language } = useFormats();
  const { title, state, opensOn, closesOn, counts, toScore } = contest;
  return (
    <li>
      <button type="button" className={css.card} aria-current={chosen || undefined} onClick={onChoose}>
        <strong className="two-lines any-word" title={title}>
          {title}
        </strong>
        <span className={css.stage} data-state={state}>
          {t(`state.${state}`)}
        </span>
        <span className={css.muted}>
          {t('days', { from: dateText(opensOn, language), to: dateText(closesOn, language) })}
        </span>
        <span className={css.muted}>{t('entryCount', { count: counts.entries })}</span>
        {toScore !== null && toScore > 0 && state === 'judging' && (
          <span className={css.mark}>{t('toScore', { count: toScore })}</span>
        )}
      </button>
    </li>
  );
}
