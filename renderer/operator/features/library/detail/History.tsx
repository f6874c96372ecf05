/** Who did what with a record, newest first. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecordName } from '../../../../../electron/contract/records';
import { orpc } from '../../../../client/client';
import { Section } from '../../../../ui';
import { At } from '../../../shared/At';
import { UndoWords } from '../../../shared/UndoWords';
import { commandText } from '../../../shared/undo';
import css from './Detail.module.css';

export function History({ record, id }: { record: RecordName; id: string }) {
  const { t } = useTranslation('library');
  const entries = useQuery(orpc.station.audit.queryOptions({ input: { record, id, limit: 30 }, staleTime: 0 })).data;
  return (
    <Section title={t('history.title')}>
      <ol className={css.history}>
        {entries?.map((entry) => (
          <li key={entry.seq}>
            <At at={entry.at} as="dateTime" className={css.quiet} />
            <span>
              {commandText(entry.command)}{' '}
              <span className={css.quiet}>
                · {entry.actor.name} <UndoWords entry={entry} />
              </span>
            </span>
          </li>
        ))}
      </ol>
      {entries?.length === 0 && <p className={css.quiet}>{t('history.none')}</p>}
    </Section>
  );
}
