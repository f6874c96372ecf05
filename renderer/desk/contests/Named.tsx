/** Entries to choose from, best first, each with how it stands. */
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../../electron/contract/api/contests';
import { useFormats } from '../../operator/i18n/formats';
import css from './Contests.module.css';

/** Best first where scores are open; else as they came. */
export function inOrder(entries: readonly EntryView[]): EntryView[] {
  const rank = ({ standing }: EntryView) => standing?.rank ?? Number.MAX_SAFE_INTEGER;
  return [...entries].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

export function Named({ entry: { title, category, standing } }: { entry: EntryView }) {
  const { t } = useTranslation('contests');
  const { number } = useFormats();
  return (
    <span className="any-word">
      {title}
      <span className={css.muted}>
        {category && ` · ${category}`}
        {standing && standing.mean !== null && ` · ${t('score.mean', { mean: number(standing.mean, 2) })}`}
        {standing?.tied && ` · ${t('score.tied')}`}
      </span>
    </span>
  );
}
