/** Playlists: all of them at left, the open one in the middle, the library beside it to drag from. */
import { Button } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../electron/contract/api/schedule';
import type { SmartRule } from '../../../../electron/contract/records/playlist';
import { client, orpc } from '../../../client/client';
import { EmptyState, Page, RowSkeletons } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import { useScreenActions } from '../../shared/screen-actions';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import { PlaylistEditor } from './editor/PlaylistEditor';
import { freeName } from './free-name';
import { PlaylistNav } from './PlaylistNav';
import css from './Playlists.module.css';
import { SmartEditor } from './smart/SmartEditor';

/** Finds all there is until it is told what to look for. */
const NEW_RULE: SmartRule = { tags: [], agencyIds: [], categories: [], sort: 'newest', limit: 20 };

export function PlaylistsScreen() {
  const { t } = useTranslation('playlists');
  const { may } = useMe();
  const { id } = useSearch({ from: '/playlists' });
  const open = useOpen();
  const lists = useQuery(orpc.playlists.list.queryOptions());
  const create = useCommand({
    run: () => client.playlists.create({ name: freeName(t('newName'), lists.data ?? []) }),
    done: () => t('done.created'),
    undo: true,
    onDone: (list) => open(list.id),
  });
  const createSmart = useCommand({
    run: () => client.playlists.create({ name: freeName(t('smart.newName'), lists.data ?? []), smart: NEW_RULE }),
    done: () => t('done.created'),
    undo: true,
    onDone: (list) => open(list.id),
  });
  useScreenActions([
    ...(may('schedule')
      ? [
          { id: 'playlists.new', label: t('keys.new'), keys: 'N', run: () => create.mutate() },
          { id: 'playlists.smart', label: t('smart.new'), keys: 'shift+N', run: () => createSmart.mutate() },
          { id: 'playlists.move', label: t('keys.move'), keys: 'alt+Up alt+Down' },
          { id: 'playlists.remove', label: t('keys.remove'), keys: 'Delete' },
          { id: 'playlists.trim', label: t('keys.trim'), keys: 'I O' },
        ]
      : []),
  ]);
  const button = (
    <>
      <Button
        variant="default"
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => createSmart.mutate()}
        loading={createSmart.isPending}
      >
        {t('smart.new')}
      </Button>
      <Button
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => create.mutate()}
        loading={create.isPending}
      >
        {t('new')}
      </Button>
    </>
  );
  return (
    <Page title={t('title')} layout="fill" actions={may('schedule') && button}>
      {lists.error && <FaultPanel fault={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.isPending && <RowSkeletons label={t('loading')} />}
      {lists.data?.length === 0 && (
        <EmptyState title={t('empty.title')} actions={may('schedule') && button}>
          {may('schedule') && t('empty.words')}
        </EmptyState>
      )}
      {lists.data && lists.data.length > 0 && <Lists lists={lists.data} id={id} onOpen={open} />}
    </Page>
  );
}

function Lists({
  lists,
  id,
  onOpen,
}: {
  lists: PlaylistView[];
  id: string | undefined;
  onOpen: (id: string | undefined) => void;
}) {
  const { t } = useTranslation('playlists');
  const sorted = [...lists].sort((a, b) => a.name.localeCompare(b.name));
  const chosen = lists.find((list) => list.id === id) ?? sorted[0];
  return (
    <div className={css.screen}>
      <PlaylistNav lists={sorted} chosen={chosen?.id} onOpen={onOpen} />
      {chosen?.smart ? (
        <SmartEditor key={chosen.id} list={chosen} rule={chosen.smart} lists={lists} onOpen={onOpen} />
      ) : chosen ? (
        <PlaylistEditor key={chosen.id} list={chosen} lists={lists} onOpen={onOpen} />
      ) : (
        <EmptyState title={t('choose')}>{t('empty.words')}</EmptyState>
      )}
    </div>
  );
}

function useOpen() {
  const navigate = useNavigate({ from: '/playlists' });
  return (id: string | undefined) => void navigate({ search: { id }, replace: true, resetScroll: false });
}
