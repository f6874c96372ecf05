/** Programmes with their templates, and who presents. */
import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page, RowSkeletons } from '../../ui';
import { PresentersTab } from './PresentersTab';
import { ProgrammeForm } from './ProgrammeForm';
import css from './Programmes.module.css';

const HOUR_MS = 3_600_000;

export function ProgrammesScreen() {
  const { t } = useTranslation('programmes');
  const { may } = useMe();
  const editable = may('rundown');
  const programmes = useQuery(orpc.programmes.list.queryOptions());
  const [id, setId] = useState<string | null>(null);
  const [tab, setTab] = useState<string | null>('programmes');
  const create = useCommand({
    run: () =>
      client.programmes.create({
        ...{ name: t('newName'), description: '', weekdays: [], startsAt: '09:00:00', lengthMs: HOUR_MS },
        ...{ presenterIds: [], jingles: [], template: [] },
      }),
    done: () => t('done.created'),
    undo: true,
    onDone: (made) => setId(made.id),
  });
  useScreenActions(editable ? [{ id: 'programmes.new', label: t('new'), keys: 'N', run: () => create.mutate() }] : []);
  const all = [...(programmes.data ?? [])].sort((a, b) => a.name.localeCompare(b.name));
  const chosen = all.find((programme) => programme.id === id) ?? all[0];
  const button = editable && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      loading={create.isPending}
      onClick={() => create.mutate()}
    >
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={tab === 'programmes' && button}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="programmes">{t('programmes')}</Tabs.Tab>
          <Tabs.Tab value="presenters">{t('presenters.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="programmes" className={css.panel}>
          {programmes.error && <FaultPanel fault={programmes.error} onRetry={() => void programmes.refetch()} />}
          {programmes.isPending && <RowSkeletons label={t('loading')} />}
          {programmes.data?.length === 0 && (
            <EmptyState title={t('empty.title')} actions={button}>
              {editable && t('empty.words')}
            </EmptyState>
          )}
          {chosen && (
            <div className={css.split}>
              <nav className={css.nav} aria-label={t('programmes')}>
                {all.map((programme) => (
                  <button
                    key={programme.id}
                    type="button"
                    aria-current={programme.id === chosen.id}
                    onClick={() => setId(programme.id)}
                  >
                    <span className="two-lines">{programme.name}</span>
                    <span className={css.quiet}>{programme.startsAt.slice(0, 5)}</span>
                  </button>
                ))}
              </nav>
              <ProgrammeForm key={chosen.id} programme={chosen} editable={editable} />
            </div>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="presenters" className={css.panel}>
          <PresentersTab editable={editable} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
