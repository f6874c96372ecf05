/** Puts assets at the end of a playlist, or into a new one. */
import { Button, Menu, ScrollArea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../electron/contract/api/schedule';
import type { PlaylistItem } from '../../../../electron/contract/records/playlist';
import { newId } from '../../../../electron/contract/ulid';
import { client, orpc } from '../../../client/client';
import { useCommand } from '../../shared/use-command';

type Added = Pick<PlaylistItem, 'assetId'> & Partial<Pick<PlaylistItem, 'inMs' | 'outMs'>>;

const itemOf = (added: Added): PlaylistItem => ({ stillMs: null, inMs: 0, outMs: null, ...added, id: newId() });

export function AddToPlaylist({ items }: { items: readonly Added[] }) {
  const { t } = useTranslation('library');
  const all = useQuery(orpc.playlists.list.queryOptions()).data ?? [];
  // A smart one finds its items itself.
  const playlists = all.filter(({ smart }) => smart === null);
  const words = { done: (list: PlaylistView) => t('done.added', { count: items.length, name: list.name }), undo: true };
  const append = useCommand({
    run: (list: PlaylistView) =>
      client.playlists.update({ id: list.id, rev: list.rev, items: [...list.items, ...items.map(itemOf)] }),
    ...words,
  });
  const create = useCommand({
    run: () => client.playlists.create({ name: t('playlist.newName'), items: items.map(itemOf) }),
    ...words,
  });
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}>
          {t('do.addToPlaylist')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={320}>
        <Menu.Item
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => create.mutate()}
        >
          {t('playlist.new')}
        </Menu.Item>
        {playlists.length > 0 && <Menu.Divider />}
        <ScrollArea.Autosize mah={280}>
          {playlists.map((list) => (
            <Menu.Item key={list.id} onClick={() => append.mutate(list)}>
              {list.name}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
