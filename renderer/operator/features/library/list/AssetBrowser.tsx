/** The list with its pointer and its keys, as a grid of pictures or as a table. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTHING, only, type Selection, step, toggle, touch } from '../selection';
import type { AssetList } from '../use-assets';
import { type Pages, usePages } from '../use-pages';
import type { ProgressByAsset } from '../use-progress';
import { AssetGrid, columnsFor } from './AssetGrid';
import css from './AssetList.module.css';
import { AssetTable } from './AssetTable';
import { cellId } from './browser';

interface AssetBrowserProps {
  list: AssetList;
  total: number;
  view: 'grid' | 'table';
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onOpen: (id: string) => void;
  onDelete: () => void;
  progress: ProgressByAsset;
}

const PAGE_ROWS = 4;
const NARROW_PX = 760;

export function AssetBrowser(props: AssetBrowserProps) {
  const { list, total, view, selection, progress } = props;
  const pages = usePages(list);
  const { t } = useTranslation('library');
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sized, width } = useElementSize<HTMLDivElement>();
  const columns = view === 'grid' ? columnsFor(width) : 1;
  const handlers = useHandlers(props, pages, columns);
  const shared = { pages, total, selection, progress, scroller, width };
  const table = view === 'table';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it may have take a label
    <div
      ref={useMergedRef(scroller, sized)}
      className={css.scroller}
      data-narrow={table && width < NARROW_PX ? true : undefined}
      role={table ? 'grid' : 'listbox'}
      aria-label={t('list.label')}
      aria-multiselectable
      aria-rowcount={table ? total + 1 : undefined}
      aria-activedescendant={selection.cursor >= 0 ? cellId(selection.cursor) : undefined}
      tabIndex={0}
      {...handlers}
    >
      {width > 0 && (table ? <AssetTable {...shared} /> : <AssetGrid {...shared} columns={columns} />)}
    </div>
  );
}

function useHandlers(props: AssetBrowserProps, pages: Pages, columns: number) {
  const { list, total, selection, onSelect, onOpen, onDelete } = props;
  const idAt = (index: number) => pages.at(index)?.id;
  const open = (index: number) => {
    const id = idAt(index);
    if (id !== undefined) onOpen(id);
  };
  const range = async (index: number, keep: boolean) => {
    onSelect(touch(selection, index, { shift: true, ctrl: keep }, idAt));
    const ids = await list.idsBetween(Math.max(selection.anchor, 0), index);
    const chosen = new Set([...(keep ? selection.chosen : []), ...ids]);
    onSelect({ chosen, cursor: index, anchor: Math.max(selection.anchor, 0) });
  };
  const all = async () => {
    const ids = await list.idsBetween(0, total - 1);
    onSelect({ ...selection, chosen: new Set(ids) });
  };
  const go = (index: number, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.shiftKey && selection.anchor >= 0) return void range(index, ctrl);
    onSelect(touch(selection, index, { shift: false, ctrl }, idAt));
    if (!ctrl) open(index);
  };
  const press = (event: KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    const target = step(event.key, selection.cursor, total, columns, PAGE_ROWS);
    if (target !== null && event.altKey) return;
    if (target !== null && ctrl && !event.shiftKey) onSelect({ ...selection, cursor: target });
    else if (target !== null) go(target, event);
    else if (event.key === ' ' && selection.cursor >= 0) onSelect(toggle(selection, selection.cursor, idAt));
    else if (event.key === 'Enter' && selection.cursor >= 0) chooseAndOpen();
    else if (ctrl && event.key.toLowerCase() === 'a') void all();
    else if (event.key === 'Escape' && selection.chosen.size > 0) onSelect({ ...NOTHING, cursor: selection.cursor });
    else if (event.key === 'Delete') onDelete();
    else return;
    event.preventDefault();
  };
  const chooseAndOpen = () => {
    onSelect(only(selection.cursor, idAt));
    open(selection.cursor);
  };
  const click = (event: MouseEvent) => {
    const index = indexOf(event.target);
    if (index !== null) go(index, event);
  };
  return { onKeyDown: press, onClick: click };
}

function indexOf(target: EventTarget): number | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return cell ? Number(cell.dataset.index) : null;
}
