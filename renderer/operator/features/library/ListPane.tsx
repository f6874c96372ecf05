/** The middle: search, order, view, and the list or what stands in its place. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { AssetSort } from '../../../../electron/contract/api/library';
import { CardSkeletons } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { FaultPanel } from '../../shared/FaultPanel';
import { LateSelect } from '../../shared/LateSelect';
import { useMe } from '../../shared/use-me';
import { BulkBar } from './BulkBar';
import { EmptyLibrary } from './EmptyLibrary';
import css from './Library.module.css';
import { AssetBrowser } from './list/AssetBrowser';
import { SearchBox } from './SearchBox';
import { isNarrowed, type LibrarySearch } from './search';
import { NOTHING, type Selection } from './selection';
import type { AssetList } from './use-assets';
import type { LibraryCommands } from './use-library-commands';
import { useProgress } from './use-progress';

/** How the list is drawn. */
export type LibraryView = 'grid' | 'table';

interface ListPaneProps {
  list: AssetList;
  search: LibrarySearch;
  selection: Selection;
  view: LibraryView;
  setView: (view: LibraryView) => void;
  commands: LibraryCommands;
  searchBox: RefObject<HTMLInputElement | null>;
  onSelect: (selection: Selection) => void;
  onSearch: (part: Partial<LibrarySearch>) => void;
  onOpen: (id: string) => void;
  onPick: () => void;
}

export function ListPane(props: ListPaneProps) {
  const { list, search, selection, view, setView, onSearch, searchBox, onSelect, commands } = props;
  const { t } = useTranslation('library');
  const formats = useFormats();
  return (
    <div className={css.list}>
      <div className={css.tools}>
        <div className={css.searchBox}>
          <SearchBox value={search.q ?? ''} onSearch={(q) => onSearch({ q: q || undefined })} inputRef={searchBox} />
        </div>
        <LateSelect
          aria-label={t('sort.label')}
          value={search.sort ?? 'newest'}
          data={AssetSort.options.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(sort) => onSearch({ sort: AssetSort.safeParse(sort).data })}
          allowDeselect={false}
          w={124}
        />
        <ViewSwitch view={view} onChange={setView} />
        <span className={css.count} role="status">
          {list.total !== null && t('list.count', { count: list.total, n: formats.number(list.total) })}
        </span>
      </div>
      {selection.chosen.size > 1 && (
        <BulkBar
          chosen={selection.chosen}
          shelf={search.shelf ?? 'current'}
          commands={commands}
          onClear={() => onSelect({ ...NOTHING, cursor: selection.cursor })}
        />
      )}
      <ListBody {...props} />
    </div>
  );
}

function ListBody({ list, search, selection, view, commands, onSelect, onOpen, onPick }: ListPaneProps): ReactNode {
  const { t } = useTranslation('library');
  const progress = useProgress();
  const { may } = useMe();
  if (list.fault) return <FaultPanel fault={list.fault} onRetry={list.retry} />;
  if (list.total === null) return <CardSkeletons cards={12} height={160} label={t('list.loading')} />;
  if (list.total === 0) return <EmptyLibrary search={search} narrowed={isNarrowed(search)} onPick={onPick} />;
  const toBin = () => {
    if (selection.chosen.size > 0 && search.shelf !== 'bin' && may('library'))
      commands.remove.mutate([...selection.chosen]);
  };
  return (
    <AssetBrowser {...{ list, view, selection, onSelect, onOpen, progress }} total={list.total} onDelete={toBin} />
  );
}

function ViewSwitch({ view, onChange }: { view: LibraryView; onChange: (view: LibraryView) => void }) {
  const { t } = useTranslation('library');
  const choices = [
    { value: 'grid', Icon: IconLayoutGrid },
    { value: 'table', Icon: IconList },
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend in view
    <div role="group" aria-label={t('view.label')} className={css.views}>
      {choices.map(({ value, Icon }) => (
        <Tooltip key={value} label={t(`view.${value}`)}>
          <ActionIcon
            aria-label={t(`view.${value}`)}
            aria-pressed={view === value}
            variant={view === value ? 'default' : 'subtle'}
            onClick={() => onChange(value)}
          >
            <Icon size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
