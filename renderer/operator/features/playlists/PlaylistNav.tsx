/** All playlists by name, with how many items and how long. */
import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../electron/contract/api/schedule';
import { Duration } from '../../../ui';
import css from './Playlists.module.css';

interface PlaylistNavProps {
  lists: readonly PlaylistView[];
  chosen: string | undefined;
  onOpen: (id: string) => void;
}

export function PlaylistNav({ lists, chosen, onOpen }: PlaylistNavProps) {
  const { t } = useTranslation('playlists');
  return (
    <nav className={css.nav} aria-label={t('title')}>
      <ul>
        {lists.map((list) => (
          <li key={list.id}>
            <button type="button" aria-current={list.id === chosen} onClick={() => onOpen(list.id)}>
              <span className="two-lines" title={list.name}>
                {list.name}
              </span>
              <span className={css.navMeta}>
                <span>
                  {list.found
                    ? t('smart.finds', { count: list.found.length })
                    : t('items', { count: list.items.length })}
                </span>
                <Duration ms={list.totalMs} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
