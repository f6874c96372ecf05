/** Nothing to list: says why and what to do first. */
import { Button } from '@mantine/core';
import { IconArchive, IconLibraryPhoto, IconSearch, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui';
import { useMe } from '../../shared/use-me';
import type { LibrarySearch } from './search';

interface EmptyLibraryProps {
  search: LibrarySearch;
  narrowed: boolean;
  onPick: () => void;
}

const ICONS = { none: IconSearch, current: IconLibraryPhoto, archived: IconArchive, bin: IconTrash };

export function EmptyLibrary({ search, narrowed, onPick }: EmptyLibraryProps) {
  const { t } = useTranslation('library');
  const { may } = useMe();
  const which = narrowed ? 'none' : (search.shelf ?? 'current');
  const Icon = ICONS[which];
  const everything = { shelf: search.shelf };
  return (
    <EmptyState
      icon={<Icon size={40} stroke={1.5} />}
      title={t(`empty.${which}.title`)}
      actions={
        <>
          {which === 'current' && may('library') && <Button onClick={onPick}>{t('add')}</Button>}
          {which === 'none' && (
            <Button variant="default" renderRoot={(props) => <Link to="/library" search={everything} {...props} />}>
              {t('empty.none.clear')}
            </Button>
          )}
        </>
      }
    >
      {(which !== 'current' || may('library')) && t(`empty.${which}.words`)}
    </EmptyState>
  );
}
