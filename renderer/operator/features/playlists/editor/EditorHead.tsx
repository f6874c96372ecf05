/** The name of a playlist, edited in place, and what can be done with the whole of it. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import { newId } from '../../../../../electron/contract/ulid';
import { client } from '../../../../client/client';
import { useCommand } from '../../../shared/use-command';
import { InlineName } from '../../library/detail/NameEdit';
import { freeName } from '../free-name';
import css from './Editor.module.css';

interface EditorHeadProps {
  list: PlaylistView;
  lists: readonly PlaylistView[];
  editable: boolean;
  onOpen: (id: string | undefined) => void;
  onPreview: () => void;
}

export function EditorHead({ list, lists, editable, onOpen, onPreview }: EditorHeadProps) {
  const { t } = useTranslation('playlists');
  const commands = useListCommands(list, lists, onOpen);
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={css.head}>
      <InlineName
        name={list.name}
        editable={editable}
        label={t('name')}
        editLabel={t('rename')}
        onRename={(name) => commands.rename.mutate(name)}
      />
      <div className={css.headButtons}>
        <Button
          variant="default"
          leftSection={<IconPlayerPlay {...icon} />}
          onClick={onPreview}
          disabled={(list.found ?? list.items).length === 0}
        >
          {t('preview.open')}
        </Button>
        {editable && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="default" aria-label={t('more')}>
                <IconDots size={18} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => commands.duplicate.mutate()}>
                {t('duplicate')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => commands.remove.mutate()}>
                {t('remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </div>
  );
}

function useListCommands(list: PlaylistView, lists: readonly PlaylistView[], onOpen: EditorHeadProps['onOpen']) {
  const { t } = useTranslation('playlists');
  const rename = useCommand({
    run: (name: string) => client.playlists.update({ id: list.id, rev: list.rev, name }),
    done: () => t('done.renamed'),
    undo: true,
  });
  const duplicate = useCommand({
    run: () =>
      client.playlists.create({
        name: freeName(t('copyOf', { name: list.name }).slice(0, 190), lists),
        items: list.items.map((item) => ({ ...item, id: newId() })),
        smart: list.smart,
      }),
    done: () => t('done.duplicated'),
    undo: true,
    onDone: (copy) => onOpen(copy.id),
  });
  const remove = useCommand({
    run: () => client.playlists.remove({ id: list.id }),
    done: () => t('done.removed', { name: list.name }),
    undo: true,
    onDone: () => onOpen(undefined),
  });
  return { rename, duplicate, remove };
}
