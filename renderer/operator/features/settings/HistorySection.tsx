/** Who changed what, newest first, with each field before and after. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../electron/contract/records/audit';
import { orpc } from '../../../client/client';
import { RowSkeletons, Section } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { At } from '../../shared/At';
import { FaultPanel } from '../../shared/FaultPanel';
import { UndoWords } from '../../shared/UndoWords';
import { commandText } from '../../shared/undo';
import { changesOf, type FieldChange, namesOf, type ValueWords } from './field-changes';
import css from './Settings.module.css';

const PAGE = 50;
const NAMED_AT_MOST = 3;

export function HistorySection() {
  const { t } = useTranslation(['settings', 'common']);
  const history = useInfiniteQuery(
    orpc.station.audit.infiniteOptions({
      input: (before: number | undefined) => ({ limit: PAGE, ...(before ? { before } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.seq),
    }),
  );
  const entries = history.data?.pages.flat() ?? [];
  return (
    <Section title={t('section.history')}>
      {history.isError && <FaultPanel fault={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <RowSkeletons label={t('common:loading')} />}
      {history.data && entries.length === 0 && <p className={css.muted}>{t('history.none')}</p>}
      <ul className={css.list} style={{ gap: 0 }}>
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} />
        ))}
      </ul>
      {history.hasNextPage && (
        <Button
          variant="default"
          mt={12}
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      )}
    </Section>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('settings');
  const changes = changesOf(entry, useValueWords());
  const names = namesOf(entry.changes).slice(0, NAMED_AT_MOST);
  return (
    <li className={css.entry}>
      <div className={css.entryHead}>
        <At at={entry.at} as="dateTime" className={css.muted ?? ''} />
        <b>{commandText(entry.command)}</b>
        {names.length > 0 && <span className="any-word">{names.join(', ')}</span>}
        <span className={`any-word ${css.muted}`}>
          {entry.actor.name} <UndoWords entry={entry} />
        </span>
      </div>
      {changes.length > 0 && (
        <details>
          <summary>{t('history.changes', { count: changes.length })}</summary>
          <div className={css.changes}>
            {changes.map((change) => (
              <FieldRow key={JSON.stringify(change)} change={change} />
            ))}
          </div>
        </details>
      )}
    </li>
  );
}

function FieldRow({ change: { field, before, after } }: { change: FieldChange }) {
  const { t } = useTranslation('fields');
  return (
    <>
      {/* A field of an older Suar may have no label any more. */}
      <span>{t(field, { defaultValue: field })}</span>
      <span className={css.before}>{before}</span>
      <span>{after}</span>
    </>
  );
}

function useValueWords(): ValueWords {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  return { flag: (value) => t(value ? 'history.yes' : 'history.no'), at: formats.dateTime };
}
