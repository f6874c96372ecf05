/** All recalls, the newest first, each with how many panels have said that it is gone. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecallCounts } from '../../../electron/contract/api/recalls';
import type { Recall } from '../../../electron/contract/records/recall';
import { At } from '../../operator/shared/At';
import { StatusDot, type Tone } from '../../ui';
import css from './Recalls.module.css';

interface Row {
  recall: Recall;
  agency: string | null;
  counts: RecallCounts;
}

export function toneOf(recall: Recall, { displays, removed }: RecallCounts): Tone {
  if (recall.lifted) return 'grey';
  return removed === displays ? 'green' : 'amber';
}

export function RecallList({ recalls, open }: { recalls: readonly Row[]; open: string | undefined }) {
  const { t } = useTranslation('recalls');
  return (
    <nav className={css.list} aria-label={t('list')}>
      <ul>
        {recalls.map(({ recall, agency, counts }) => (
          <li key={recall.id}>
            <Link
              to="/recalls"
              search={{ id: recall.id }}
              className={css.row}
              {...(recall.id === open ? { 'data-open': true, 'aria-current': 'true' as const } : {})}
            >
              <span className={css.name}>{recall.name}</span>
              <span className={css.under}>
                {agency ?? t('noAgency')} · <At at={recall.at} as="date" />
              </span>
              <StatusDot tone={toneOf(recall, counts)}>
                {recall.lifted ? t('state.lifted') : t('removedOf', { removed: counts.removed, all: counts.displays })}
              </StatusDot>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
