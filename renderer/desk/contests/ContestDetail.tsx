/** One contest: what it asks for, its stage and the next one, its entries. */
import { Button, Select } from '@mantine/core';
import { IconDownload, IconFileTypePdf, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, EntryView } from '../../../electron/contract/api/contests';
import { EntryState } from '../../../electron/contract/records/contest';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { RowSkeletons, Toolbar } from '../../ui';
import desk from '../shared/Desk.module.css';
import { FindField } from '../shared/FindToolbar';
import css from './Contests.module.css';
import { EntryForm } from './EntryForm';
import { EntryTable, entriesFrom } from './EntryTable';
import { ScoreForm } from './ScoreForm';
import { Stage } from './Stage';

type Opened = { edit: EntryView | null } | { score: EntryView };

interface ContestDetailProps {
  contest: ContestView;
  today: string;
  onEdit: () => void;
}

export function ContestDetail({ contest, today, onEdit }: ContestDetailProps) {
  const { t } = useTranslation('contests');
  const { may } = useMe();
  const [words, setWords] = useState('');
  const [state, setState] = useState<EntryState | null>(null);
  const filter = { contestId: contest.id, search: useDeferredValue(words.trim()), ...(state ? { state } : {}) };
  const entries = useQuery({ ...entriesFrom(filter, 0), placeholderData: keepPreviousData });
  const total = entries.data?.total ?? 0;
  const any = contest.counts.entries > 0;
  const [opened, open] = useState<Opened | null>(null);
  const taking = contest.state === 'open' && contest.opensOn <= today && today <= contest.closesOn;
  return (
    <article className={css.detail} aria-label={contest.title}>
      <header className={css.head}>
        <h2 className="any-word">{contest.title}</h2>
        <Commands contest={contest} onEdit={onEdit} />
      </header>
      <About contest={contest} />
      <Stage key={contest.state} contest={contest} />
      <div className={css.head}>
        <h3>{t('entries')}</h3>
        {may('desk') && taking && (
          <Button
            size="compact-md"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => open({ edit: null })}
          >
            {t('entry.add')}
          </Button>
        )}
      </div>
      {any && (
        <Toolbar label={t('filters')}>
          <FindField find={t('find')} words={words} onWords={setWords} />
          <Select
            w={170}
            aria-label={t('column.state')}
            placeholder={t('everyState')}
            clearable
            clearButtonProps={{ 'aria-label': t('everyState') }}
            data={EntryState.options.map((value) => ({ value, label: t(`entryState.${value}`) }))}
            value={state}
            onChange={(value) => setState(EntryState.options.find((each) => each === value) ?? null)}
          />
        </Toolbar>
      )}
      {contest.state === 'judging' && !contest.scoresOpen && <p className={css.muted}>{t('blind')}</p>}
      {entries.error && <FaultPanel fault={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <RowSkeletons label={t('loading')} rows={4} />}
      {!any && <p className={css.muted}>{t(taking ? 'noEntries' : 'noEntriesYet')}</p>}
      {any && entries.data?.total === 0 && <p className={css.muted}>{t('noneFound')}</p>}
      {total > 0 && (
        <EntryTable
          key={JSON.stringify(filter)}
          contest={contest}
          filter={filter}
          total={total}
          onEdit={(edit) => open({ edit })}
          onScore={(score) => open({ score })}
        />
      )}
      {opened && 'edit' in opened && <EntryForm contest={contest} entry={opened.edit} onClose={() => open(null)} />}
      {opened && 'score' in opened && <ScoreForm contest={contest} entry={opened.score} onClose={() => open(null)} />}
    </article>
  );
}

function Commands({ contest, onEdit }: { contest: ContestView; onEdit: () => void }) {
  const { t } = useTranslation('contests');
  const { language } = useFormats();
  const { may } = useMe();
  const { id, title, state, counts } = contest;
  const remove = useCommand({
    run: () => client.contests.remove({ id }),
    done: () => t('removed', { title }),
    undo: true,
  });
  const paper = (kind: 'pdf' | 'csv') => (
    <Button
      component="a"
      size="compact-md"
      variant="default"
      href={`/api/contests/${id}/winners.${kind}?language=${language}`}
      download
      leftSection={
        kind === 'pdf' ? (
          <IconFileTypePdf size={14} aria-hidden="true" />
        ) : (
          <IconDownload size={14} aria-hidden="true" />
        )
      }
    >
      {t(`winners.${kind}`)}
    </Button>
  );
  return (
    <div className={desk.commands}>
      {state === 'decided' && paper('pdf')}
      {state === 'decided' && paper('csv')}
      {may('desk') && (state === 'draft' || state === 'open' || state === 'judging') && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconPencil size={14} aria-hidden="true" />}
          onClick={onEdit}
        >
          {t('edit')}
        </Button>
      )}
      {may('desk') && counts.entries === 0 && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconTrash size={14} aria-hidden="true" />}
          onClick={() => remove.mutate()}
        >
          {t('remove')}
        </Button>
      )}
    </div>
  );
}

function About({ contest: { theme, call, rules, criteria, jurors } }: { contest: ContestView }) {
  const { t } = useTranslation('contests');
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  const { percent } = useFormats();
  return (
    <dl className={css.about}>
      {theme && <Fact name={t('form.theme')}>{theme}</Fact>}
      {call && <Fact name={t('form.call')}>{call}</Fact>}
      {rules && <Fact name={t('form.rules')}>{rules}</Fact>}
      <Fact name={t('form.criteria')}>
        {criteria.map(({ name, weight }) => `${name} ${percent(weight / sum)}`).join(' · ')}
      </Fact>
      <Fact name={t('form.jury')}>{jurors.map(({ name }) => name).join(', ') || t('noJury')}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
