/** Content contests: each with its days, its entries and what it waits for; one of them open below. */
import { Button } from '@mantine/core';
import { IconPlus, IconTrophy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '../../../electron/contract/api/contests';
import { DEFAULT_SETTINGS } from '../../../electron/contract/records/settings-defaults';
import { orpc } from '../../client/client';
import { todayIn } from '../../operator/shared/days';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { CardSkeletons, EmptyState, Page } from '../../ui';
import { DeskTabs } from '../shared/DeskTabs';
import { ContestCard } from './ContestCard';
import { ContestDetail } from './ContestDetail';
import { ContestForm } from './ContestForm';
import css from './Contests.module.css';

export function ContestsScreen() {
  const { t } = useTranslation('contests');
  const { may } = useMe();
  const contests = useQuery(orpc.contests.list.queryOptions());
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [seenAt] = useState(Date.now);
  const { hash } = useLocation();
  const [chosen, choose] = useState<string | null>(hash || null);
  const [form, setForm] = useState<ContestView | 'new' | null>(null);
  const today = todayIn(zone, seenAt);
  const all = [...(contests.data ?? [])].sort((a, b) => (a.id < b.id ? 1 : -1));
  const shown = all.find(({ id }) => id === chosen) ?? all[0];
  const add = may('desk') ? () => setForm('new') : null;
  useScreenActions(add ? [{ id: 'contests.add', label: t('add'), keys: 'N', run: add }] : []);
  const addButton = add && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={add}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={addButton} toolbar={<DeskTabs />}>
      {contests.error && <FaultPanel fault={contests.error} onRetry={() => void contests.refetch()} />}
      {contests.isPending && <CardSkeletons label={t('loading')} cards={3} height={120} />}
      {contests.data?.length === 0 && (
        <EmptyState icon={<IconTrophy size={36} stroke={1.5} />} title={t('none')} actions={addButton || undefined}>
          {add && t('noneWords')}
        </EmptyState>
      )}
      {shown && (
        <div className={css.split}>
          <ul className={css.cards} aria-label={t('all')}>
            {all.map((contest) => (
              <ContestCard
                key={contest.id}
                contest={contest}
                chosen={contest.id === shown.id}
                onChoose={() => choose(contest.id)}
              />
            ))}
          </ul>
          <ContestDetail key={shown.id} contest={shown} today={today} onEdit={() => setForm(shown)} />
        </div>
      )}
      {form && (
        <ContestForm
          contest={form === 'new' ? null : form}
          today={today}
          onClose={() => setForm(null)}
          onSaved={(id) => {
            choose(id);
            setForm(null);
          }}
        />
      )}
    </Page>
  );
}
