/** What can be done to all that is chosen. */
import { Button, CloseButton } from '@mantine/core';
import { IconArchive, IconHistory, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssetShelf } from '../../../../electron/contract/api/library';
import { useMe } from '../../shared/use-me';
import { AddToPlaylist } from './AddToPlaylist';
import css from './Library.module.css';
import type { LibraryCommands } from './use-library-commands';

interface BulkBarProps {
  chosen: ReadonlySet<string>;
  shelf: (typeof AssetShelf.options)[number];
  commands: LibraryCommands;
  onClear: () => void;
}

export function BulkBar({ chosen, shelf, commands, onClear }: BulkBarProps) {
  const { t } = useTranslation('library');
  const { may } = useMe();
  const ids = [...chosen];
  return (
    <div className={css.bulk} role="toolbar" aria-label={t('bulk.label')}>
      <CloseButton aria-label={t('bulk.clear')} onClick={onClear} />
      <span className={css.bulkCount} role="status">
        {t('bulk.count', { count: ids.length })}
      </span>
      {may('schedule') && shelf !== 'bin' && <AddToPlaylist items={ids.map((assetId) => ({ assetId }))} />}
      {may('library') && <ShelfButtons ids={ids} shelf={shelf} commands={commands} />}
    </div>
  );
}

interface ShelfButtonsProps {
  ids: readonly string[];
  shelf: BulkBarProps['shelf'];
  commands: LibraryCommands;
}

/** Archive, bin or bring back, as the shelf allows. */
export function ShelfButtons({ ids, shelf, commands }: ShelfButtonsProps) {
  const { t } = useTranslation('library');
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  if (shelf === 'bin') {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconHistory {...icon} />}
        onClick={() => commands.restore.mutate(ids)}
      >
        {t('do.restore')}
      </Button>
    );
  }
  const archived = shelf === 'archived';
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArchive {...icon} />}
        onClick={() => (archived ? commands.unarchive : commands.archive).mutate(ids)}
      >
        {t(archived ? 'do.unarchive' : 'do.archive')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash {...icon} />}
        onClick={() => commands.remove.mutate(ids)}
      >
        {t('do.remove')}
      </Button>
    </>
  );
}
