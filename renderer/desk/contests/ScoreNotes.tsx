/** What each juror gave and said, once scores are open. */
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../../electron/contract/api/contests';
import css from './Contests.module.css';

export function ScoreNotes({ entry: { scores } }: { entry: EntryView }) {
  const { t } = useTranslation('contests');
  if (scores.length === 0) return null;
  return (
    <details className={css.notes}>
      <summary>{t('score.all', { count: scores.length })}</summary>
      <ul>
        {scores.map(({ jurorId, juror, marks, note }) => (
          <li key={jurorId}>
            <strong>{juror}</strong> <span className="tabular">{Object.values(marks).join(' · ')}</span>
            {note && <span className={css.muted}>{note}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
