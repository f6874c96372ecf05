/** The numbers behind the list: how many, how long, how they went. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PlayQuery } from '../../../../electron/contract/api/displays';
import { PlayOutcome } from '../../../../electron/contract/records/play';
import { orpc } from '../../../client/client';
import { StatusDot } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { OUTCOME_TONES } from './outcomes';
import css from './Proof.module.css';

export function Summary({ query }: { query: PlayQuery }) {
  const { t } = useTranslation('proof');
  const formats = useFormats();
  const summary = useQuery(orpc.proof.summary.queryOptions({ input: query, placeholderData: (old) => old })).data;
  return (
    <dl className={css.summary} aria-label={t('summary.label')}>
      <div>
        <dt>{t('summary.total')}</dt>
        <dd className="tabular">{summary ? formats.number(summary.total) : '…'}</dd>
      </div>
      <div>
        <dt>{t('summary.time')}</dt>
        <dd className="tabular">{summary ? formats.duration(summary.shownMs) : '…'}</dd>
      </div>
      {PlayOutcome.options.map((outcome) => (
        <div key={outcome}>
          <dt>
            <StatusDot tone={OUTCOME_TONES[outcome]}>{t(`outcome.${outcome}`)}</StatusDot>
          </dt>
          <dd className="tabular">{summary ? formats.number(summary.byOutcome[outcome] ?? 0) : '…'}</dd>
        </div>
      ))}
    </dl>
  );
}
