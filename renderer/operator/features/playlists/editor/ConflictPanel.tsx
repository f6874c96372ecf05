/** Someone else changed the list meanwhile: both versions, and the choice between them. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import type { Asset } from '../../../../../electron/contract/records/asset';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import type { Saver } from '../saver';
import css from './Editor.module.css';

interface ConflictPanelProps {
  mine: readonly PlaylistItem[];
  theirs: PlaylistView;
  assets: ReadonlyMap<string, Asset>;
  saver: Saver;
}

export function ConflictPanel({ mine, theirs, assets, saver }: ConflictPanelProps) {
  const { t } = useTranslation('playlists');
  return (
    <div className={css.conflict} role="alert">
      <strong>{t('conflict.title')}</strong>
      <p>{t('conflict.words')}</p>
      <div className={css.versions}>
        <Version title={t('conflict.mine')} items={mine} assets={assets} />
        <Version title={t('conflict.theirs')} items={theirs.items} assets={assets} />
      </div>
      <Group gap="xs">
        <Button size="xs" onClick={() => saver.keepMine()}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => saver.takeTheirs()}>
          {t('conflict.takeTheirs')}
        </Button>
      </Group>
    </div>
  );
}

interface VersionProps {
  title: string;
  items: readonly PlaylistItem[];
  assets: ReadonlyMap<string, Asset>;
}

function Version({ title, items, assets }: VersionProps) {
  const { t } = useTranslation('playlists');
  return (
    <div>
      <span className={css.quiet}>{title}</span>
      <ol>
        {items.map((item) => (
          <li key={item.id}>{assets.get(item.assetId)?.name ?? t('unknown')}</li>
        ))}
      </ol>
    </div>
  );
}
