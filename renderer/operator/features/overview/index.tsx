/** Now, next, wrong: the wall of panels, what needs a person, and on a new station what to do first. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../client/client';
import { CardSkeletons, Page } from '../../../ui';
import type { DisplayView } from '../../shared/display-health';
import { FaultPanel } from '../../shared/FaultPanel';
import { NoDisplays } from '../../shared/NoDisplays';
import { useWatchDisplays } from '../../shared/use-watch-displays';
import { Wall } from '../../shared/Wall';
import { FirstSteps, useFirstSteps } from './FirstSteps';
import { NeedsYou } from './NeedsYou';
import css from './Overview.module.css';

/** From this many displays on, finding one by eye takes too long. */
const SEARCH_FROM = 9;

export function OverviewScreen() {
  const { t } = useTranslation('overview');
  const displays = useQuery(orpc.displays.list.queryOptions());
  const steps = useFirstSteps();
  useWatchDisplays();
  return (
    <Page title={t('title')}>
      <div className={css.layout}>
        <div className={css.main}>
          {steps && <FirstSteps steps={steps} />}
          {displays.isError && <FaultPanel fault={displays.error} onRetry={() => void displays.refetch()} />}
          {displays.isPending && <CardSkeletons label={t('loading')} height={300} />}
          {displays.data && displays.data.length > 0 && <FoundWall views={displays.data} />}
          {/* The first steps ask for the first display already. */}
          {displays.data?.length === 0 && steps === null && <NoDisplays words={t('noDisplaysWords')} />}
        </div>
        <NeedsYou />
      </div>
    </Page>
  );
}

function FoundWall({ views }: { views: DisplayView[] }) {
  const { t } = useTranslation('overview');
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const shown = views.filter(({ display }) => `${display.name} ${display.place}`.toLowerCase().includes(wanted));
  return (
    <section aria-label={t('wall')}>
      {views.length >= SEARCH_FROM && (
        <TextInput
          mb={12}
          maw={320}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          aria-label={t('findDisplay')}
          placeholder={t('findDisplay')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && <p>{t('noneFound')}</p>}
      <Wall views={shown} />
    </section>
  );
}
