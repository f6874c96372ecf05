/** Filters at the left: shelf, kind, state, tags. Each choice goes into the address. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AssetShelf } from '../../../../electron/contract/api/library';
import { AssetKind } from '../../../../electron/contract/records/asset';
import { orpc } from '../../../client/client';
import { useFormats } from '../../i18n/formats';
import css from './Library.module.css';
import type { LibrarySearch } from './search';

/** How far its file has come: what is prepared may still be kept off the air by its papers, as it says at each. */
const STATES = ['ready', 'transcoding', 'probing', 'imported', 'failed'] as const;

interface FiltersProps {
  search: LibrarySearch;
  onChange: (change: Partial<LibrarySearch>) => void;
}

export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation('library');
  const tags = useQuery(orpc.library.tags.queryOptions()).data ?? [];
  const formats = useFormats();
  return (
    <nav className={css.filters} aria-label={t('filter.label')}>
      <FilterGroup
        title={t('filter.shelf')}
        choices={AssetShelf.options.map((shelf) => ({ value: shelf, word: t(`shelf.${shelf}`) }))}
        chosen={search.shelf ?? 'current'}
        onChoose={(shelf) => onChange({ shelf: shelf === 'current' ? undefined : shelf })}
      />
      <FilterGroup
        title={t('filter.kind')}
        choices={AssetKind.options.map((kind) => ({ value: kind, word: t(`kind.${kind}`) }))}
        chosen={search.kind}
        onChoose={(kind) => onChange({ kind: kind === search.kind ? undefined : kind })}
      />
      <FilterGroup
        title={t('filter.state')}
        choices={STATES.map((state) => ({
          value: state,
          word: state === 'ready' ? t('filter.prepared') : t(`state.${state}`),
        }))}
        chosen={search.state}
        onChoose={(state) => onChange({ state: state === search.state ? undefined : state })}
      />
      {tags.length > 0 && (
        <FilterGroup
          title={t('filter.tag')}
          choices={tags.map(({ tag, count }) => ({ value: tag, word: tag, count: formats.number(count) }))}
          chosen={search.tag}
          onChoose={(tag) => onChange({ tag: tag === search.tag ? undefined : tag })}
        />
      )}
    </nav>
  );
}

interface FilterGroupProps<V extends string> {
  title: string;
  choices: { value: V; word: string; count?: string }[];
  chosen: V | undefined;
  onChoose: (value: V) => void;
}

function FilterGroup<V extends string>({ title, choices, chosen, onChoose }: FilterGroupProps<V>) {
  return (
    <div className={css.filterGroup}>
      <h2 className={css.filterTitle}>{title}</h2>
      <ul>
        {choices.map(({ value, word, count }) => (
          <li key={value}>
            <button
              type="button"
              className={css.filter}
              aria-pressed={chosen === value}
              onClick={() => onChoose(value)}
            >
              <span className="one-line" title={word}>
                {word}
              </span>
              {count && <span className={css.filterCount}>{count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
