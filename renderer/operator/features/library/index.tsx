/** The library: filters left, the list, the open asset at right; files dropped anywhere are taken in. */
import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconUpload } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui';
import { useScreenActions } from '../../shared/screen-actions';
import { useMe } from '../../shared/use-me';
import { DetailPane } from './detail/DetailPane';
import { Filters } from './Filters';
import css from './Library.module.css';
import { type LibraryView, ListPane } from './ListPane';
import { filterOf, type LibrarySearch } from './search';
import { NOTHING, type Selection } from './selection';
import { DropZone } from './upload/DropZone';
import { useTakeFiles } from './upload/use-take-files';
import { useAssets } from './use-assets';
import { useLibraryCommands } from './use-library-commands';

export function LibraryScreen() {
  const { t } = useTranslation('library');
  const search = useSearch({ from: '/library' });
  const change = useChangeSearch();
  const list = useAssets(useMemo(() => filterOf(search), [search]));
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const [view, setView] = useLocalStorage<LibraryView>({ key: 'suar.library.view', defaultValue: 'grid' });
  const searchBox = useRef<HTMLInputElement>(null);
  const take = useTakeFiles();
  const { may } = useMe();
  const commands = useLibraryCommands((ids) => {
    setSelection((now) => ({ ...now, chosen: new Set() }));
    if (search.id && ids.includes(search.id)) change({ id: undefined });
  });
  useLibraryKeys({
    focusSearch: () => searchBox.current?.focus(),
    setView,
    view,
    pick: may('library') ? take.pick : null,
  });
  const narrow = (part: Partial<LibrarySearch>) => {
    setSelection(NOTHING);
    change(part);
  };
  const open = search.id !== undefined || selection.chosen.size > 1;
  return (
    <DropZone enabled={may('library')} onFiles={take.files}>
      <Page
        title={t('title')}
        layout="fill"
        actions={
          may('library') && (
            <Button leftSection={<IconUpload size={16} stroke={1.75} aria-hidden="true" />} onClick={take.pick}>
              {t('add')}
            </Button>
          )
        }
      >
        <div className={css.library} data-open={open || undefined}>
          <Filters search={search} onChange={narrow} />
          <ListPane
            {...{ list, search, selection, view, setView, commands, searchBox }}
            onSelect={setSelection}
            onSearch={narrow}
            onOpen={(id) => change({ id })}
            onPick={take.pick}
          />
          {open && (
            <DetailPane
              id={search.id}
              chosen={selection.chosen}
              commands={commands}
              shelf={search.shelf ?? 'current'}
              onClose={() => {
                setSelection((now) => ({ ...now, chosen: new Set() }));
                change({ id: undefined });
              }}
            />
          )}
        </div>
      </Page>
    </DropZone>
  );
}

function useChangeSearch() {
  const navigate = useNavigate({ from: '/library' });
  return (part: Partial<LibrarySearch>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
}

interface Keys {
  focusSearch: () => void;
  view: LibraryView;
  setView: (view: LibraryView) => void;
  /** Null where the person may not change the library. */
  pick: (() => void) | null;
}

function useLibraryKeys({ focusSearch, view, setView, pick }: Keys) {
  const { t } = useTranslation('library');
  useScreenActions([
    { id: 'library.search', label: t('keys.search'), keys: '/', run: focusSearch },
    ...(pick
      ? [
          { id: 'library.add', label: t('keys.add'), keys: 'U', run: pick },
          { id: 'library.bin', label: t('keys.bin'), keys: 'Delete' },
        ]
      : []),
    { id: 'library.view', label: t('keys.view'), keys: 'G', run: () => setView(view === 'grid' ? 'table' : 'grid') },
    { id: 'library.open', label: t('keys.open'), keys: 'Enter' },
    { id: 'library.toggle', label: t('keys.toggle'), keys: 'Space' },
    { id: 'library.range', label: t('keys.range'), keys: 'shift+Up shift+Down' },
    { id: 'library.all', label: t('keys.all'), keys: 'mod+A' },
    { id: 'library.jkl', label: t('keys.jkl'), keys: 'J K L' },
    { id: 'library.frame', label: t('keys.frame'), keys: 'Left Right' },
  ]);
}
