/** The inbox: what agencies hand in, as a board by state or as a table. */
import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconInbox, IconLink, IconListCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page } from '../../ui';
import { FindToolbar } from '../shared/FindToolbar';
import { Board } from './Board';
import { DropTarget } from './DropTarget';
import { IntakeRulesForm } from './IntakeRulesForm';
import { Links } from './Links';
import { NewSubmission } from './NewSubmission';
import { Reviews } from './Reviews';
import css from './Submissions.module.css';
import { SubmissionTable } from './SubmissionTable';

type Opened = 'new' | 'links' | 'rules' | null;

export function SubmissionsScreen() {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const [view, setView] = useState<string>('board');
  const [words, setWords] = useState('');
  const [agencyId, setAgency] = useState<string | null>(null);
  const navigate = useNavigate();
  /** Dropped files that are still to be made submissions of, one after another. */
  const [dropped, drop] = useState<File[]>([]);
  const [opened, open] = useState<Opened>(null);
  const agencies = useQuery(orpc.agencies.list.queryOptions()).data ?? [];
  const search = useDeferredValue(words.trim());
  const filter = { search, ...(agencyId ? { agencyId } : {}) };
  const all = useQuery(orpc.submissions.list.queryOptions({ input: { ...filter, limit: 1 } }));
  const close = () => open(null);
  useScreenActions([
    ...(may('desk') ? [{ id: 'submissions.add', label: t('add'), keys: 'N', run: () => open('new') }] : []),
    { id: 'submissions.view', label: t('view'), keys: 'V', run: () => setView(view === 'board' ? 'table' : 'board') },
  ]);
  const add = may('desk') && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => open('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      layout="fill"
      actions={
        <>
          {may('desk') && (
            <Button
              variant="default"
              leftSection={<IconLink size={16} aria-hidden="true" />}
              onClick={() => open('links')}
            >
              {t('links')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconListCheck size={16} aria-hidden="true" />}
            onClick={() => open('rules')}
          >
            {t('rules')}
          </Button>
          {add}
        </>
      }
      toolbar={
        <FindToolbar label={t('filters')} find={t('find')} words={words} onWords={setWords}>
          <Select
            w={260}
            aria-label={t('agency')}
            placeholder={t('allAgencies')}
            clearable
            searchable
            data={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            value={agencyId}
            onChange={setAgency}
          />
          <SegmentedControl
            aria-label={t('view')}
            data={[
              { value: 'board', label: t('board') },
              { value: 'table', label: t('table') },
            ]}
            value={view}
            onChange={setView}
          />
          <Reviews />
        </FindToolbar>
      }
    >
      {all.data?.total === 0 && search === '' && agencyId === null ? (
        <DropTarget disabled={!may('desk')} onFiles={drop}>
          <div className={css.none}>
            <EmptyState icon={<IconInbox size={36} stroke={1.5} />} title={t('none')} actions={add}>
              {t('noneWords')}
            </EmptyState>
          </div>
        </DropTarget>
      ) : (
        <DropTarget disabled={!may('desk')} onFiles={drop}>
          {view === 'board' ? (
            <Board filter={filter} counts={all.data?.counts ?? {}} />
          ) : (
            <SubmissionTable filter={filter} total={all.data?.total ?? 0} />
          )}
        </DropTarget>
      )}
      {(opened === 'new' || dropped.length > 0) && (
        <NewSubmission
          key={dropped.length}
          agencies={agencies}
          file={dropped[0] ?? null}
          onDone={(id) => {
            close();
            drop(dropped.slice(1));
            if (dropped.length <= 1) void navigate({ to: '/submissions/$submissionId', params: { submissionId: id } });
          }}
          onClose={() => {
            close();
            drop([]);
          }}
        />
      )}
      {opened === 'links' && <Links agencies={agencies} onClose={close} />}
      {opened === 'rules' && <IntakeRulesForm onClose={close} />}
    </Page>
  );
}
