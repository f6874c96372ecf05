/** Displays: wall, table or groups; one display in detail at the right; pairing and editing in sheets. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconBroadcast, IconDeviceTv, IconLink, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../client/client';
import { CardSkeletons, EmptyState, Page, Toolbar } from '../../../ui';
import type { DisplayView } from '../../shared/display-health';
import { FaultPanel } from '../../shared/FaultPanel';
import { useScreenActions } from '../../shared/screen-actions';
import { useMe } from '../../shared/use-me';
import { useWatchDisplays } from '../../shared/use-watch-displays';
import { Wall } from '../../shared/Wall';
import { DisplayDetail } from './DisplayDetail';
import { DisplayForm } from './DisplayForm';
import { DisplayTable } from './DisplayTable';
import { Groups } from './Groups';
import { Loops } from './loops';
import { Monitors } from './Monitors';
import { PairSheet } from './PairSheet';
import type { DisplaysSearch } from './search';
import { WaitingPages } from './WaitingPages';

type View = NonNullable<DisplaysSearch['view']>;
const VIEWS = ['wall', 'table', 'groups', 'loops'] as const satisfies View[];

export function DisplaysScreen() {
  const { t } = useTranslation('displays');
  const { may } = useMe();
  const search = useSearch({ from: '/displays' });
  const go = useGo();
  const displays = useQuery(orpc.displays.list.queryOptions());
  const [words, setWords] = useState('');
  const view = search.view ?? 'wall';
  const open = displays.data?.find(({ display }) => display.id === search.id);
  useWatchDisplays();
  useScreenActions([
    ...(may('displays')
      ? [
          { id: 'displays.add', label: t('add'), keys: 'N', run: () => go({ add: true }) },
          { id: 'displays.pair', label: t('pair.open'), keys: 'P', run: () => go({ pair: '' }) },
        ]
      : []),
    ...VIEWS.map((to, index) => ({
      id: `displays.${to}`,
      label: t(`view.to.${to}`),
      keys: String(index + 1),
      run: () => go({ view: to }),
    })),
  ]);
  return (
    <Page title={t('title')} actions={actions()} toolbar={toolbar()}>
      <WaitingPages onPair={(code) => go({ pair: code })} />
      <Monitors />
      {displays.isError && <FaultPanel fault={displays.error} onRetry={() => void displays.refetch()} />}
      {displays.isPending && <CardSkeletons label={t('loading')} />}
      {displays.data && <Body views={displays.data} view={view} words={words} />}
      <DisplayDetail view={open} onClose={() => go({ id: undefined })} />
      {search.add && may('displays') && <DisplayForm onClose={() => go({ add: undefined })} />}
      {search.pair !== undefined && may('displays') && displays.data && (
        <PairSheet code={search.pair} views={displays.data} onClose={() => go({ pair: undefined })} />
      )}
    </Page>
  );

  function actions() {
    return (
      <>
        <TakeoversLink />
        {may('displays') && <Actions />}
      </>
    );
  }

  function toolbar() {
    return (
      <Toolbar label={t('filters')}>
        <SegmentedControl
          aria-label={t('view.label')}
          value={view}
          onChange={(to) => go({ view: to as View })}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        <TextInput
          w={280}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          aria-label={t('find')}
          placeholder={t('find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Toolbar>
    );
  }
}

function Body({ views, view, words }: { views: DisplayView[]; view: View; words: string }) {
  const { t } = useTranslation('displays');
  if (view === 'groups') return <Groups views={views} words={words} />;
  if (view === 'loops') return <Loops displays={views.map(({ display }) => display)} words={words} />;
  if (views.length === 0) return <NoDisplays />;
  const wanted = words.trim().toLowerCase();
  const shown = views.filter(({ display }) => `${display.name} ${display.place}`.toLowerCase().includes(wanted));
  if (shown.length === 0) return <p>{t('noneFound')}</p>;
  if (view === 'table') return <DisplayTable views={shown} />;
  return <Wall views={shown} />;
}

function NoDisplays() {
  const { t } = useTranslation('displays');
  const { may } = useMe();
  return (
    <EmptyState
      icon={<IconDeviceTv size={36} stroke={1.5} />}
      title={t('none')}
      actions={may('displays') ? <Actions /> : undefined}
    >
      {may('displays') && t('noneWords')}
    </EmptyState>
  );
}

/** What stands above the schedules of displays, and what stood there. */
function TakeoversLink() {
  const { t } = useTranslation('takeovers');
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconBroadcast size={16} aria-hidden="true" />}
      renderRoot={(props) => <Link to="/takeovers" {...props} />}
    >
      {t('title')}
    </Button>
  );
}

function Actions() {
  const { t } = useTranslation('displays');
  const go = useGo();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLink size={16} aria-hidden="true" />}
        onClick={() => go({ pair: '' })}
      >
        {t('pair.open')}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => go({ add: true })}>
        {t('add')}
      </Button>
    </>
  );
}

/** Changes the address of this screen, keeping what is not named. */
function useGo(): (change: Partial<DisplaysSearch>) => void {
  const navigate = useNavigate({ from: '/displays' });
  return (change) => void navigate({ to: '/displays', search: (old) => ({ ...old, ...change }), replace: true });
}
