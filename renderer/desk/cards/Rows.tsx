/** Lines of an agenda and of a result. */
import { ActionIcon, Button, Fieldset, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaEntry, CardFields } from '../../../electron/contract/records/card';
import { DayField } from '../../operator/shared/DayField';
import { TimeField } from '../../operator/shared/TimeField';
import { useToday } from '../shared/use-today';
import css from './Cards.module.css';

type ResultRow = Extract<CardFields, { template: 'result' }>['rows'][number];

const replaced = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, place) => (place === at ? value : each));

export function AgendaRows({
  entries,
  onEntries,
}: {
  entries: AgendaEntry[];
  onEntries: (entries: AgendaEntry[]) => void;
}) {
  const { t } = useTranslation('cards');
  const today = useToday();
  const add = () => onEntries([...entries, { date: entries.at(-1)?.date ?? today, time: null, title: '', place: '' }]);
  return (
    <Lines legend={t('fields.agenda.entries')} add={t('addEntry')} onAdd={add}>
      {entries.map((entry, at) => {
        const change = (part: Partial<AgendaEntry>) => onEntries(replaced(entries, at, { ...entry, ...part }));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name of its own, and its place is what is edited
          <div key={at} className={css.row}>
            <TextInput
              className={css.wide}
              label={t('fields.agenda.title')}
              required
              maxLength={200}
              value={entry.title}
              onChange={({ currentTarget }) => change({ title: currentTarget.value })}
            />
            <DayField label={t('fields.agenda.date')} value={entry.date} onDay={(date) => date && change({ date })} />
            <TimeField
              label={t('fields.agenda.time')}
              value={entry.time ?? ''}
              onTime={(time) => change({ time: time.slice(0, 5) })}
            />
            <TextInput
              label={t('fields.agenda.place')}
              maxLength={200}
              value={entry.place}
              onChange={({ currentTarget }) => change({ place: currentTarget.value })}
            />
            <RemoveLine number={at + 1} onRemove={() => onEntries(entries.filter((_, place) => place !== at))} />
          </div>
        );
      })}
    </Lines>
  );
}

/** Figures are words here: as the authority wrote them. */
export function ResultRows({ rows, onRows }: { rows: ResultRow[]; onRows: (rows: ResultRow[]) => void }) {
  const { t } = useTranslation('cards');
  return (
    <Lines legend={t('fields.result.rows')} add={t('addRow')} onAdd={() => onRows([...rows, { name: '', value: '' }])}>
      {rows.map((row, at) => {
        const change = (part: Partial<ResultRow>) => onRows(replaced(rows, at, { ...row, ...part }));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and its place is what is edited
          <div key={at} className={css.row}>
            <TextInput
              label={t('fields.result.name')}
              required
              maxLength={200}
              value={row.name}
              onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            />
            <TextInput
              label={t('fields.result.value')}
              required
              maxLength={60}
              value={row.value}
              onChange={({ currentTarget }) => change({ value: currentTarget.value })}
            />
            <RemoveLine number={at + 1} onRemove={() => onRows(rows.filter((_, place) => place !== at))} />
          </div>
        );
      })}
    </Lines>
  );
}

function Lines({
  legend,
  add,
  onAdd,
  children,
}: {
  legend: string;
  add: string;
  onAdd: () => void;
  children: ReactNode;
}) {
  return (
    <Fieldset legend={legend}>
      <div className={css.rows}>
        {children}
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={onAdd}
        >
          {add}
        </Button>
      </div>
    </Fieldset>
  );
}

function RemoveLine({ number, onRemove }: { number: number; onRemove: () => void }) {
  const { t } = useTranslation('cards');
  return (
    <ActionIcon className={css.trash ?? ''} aria-label={t('removeLine', { number })} onClick={onRemove}>
      <IconTrash size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
