/** The items with their times. A tree grid: one row has the keys, segments fold. */
// biome-ignore-all lint/a11y/useSemanticElements: a tree grid has no element of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the keys for its cells
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Present } from '../../../../electron/contract/rundown-feed';
import type { Row } from '../../../../electron/domain/rundown/plan';
import { useLatest } from '../../../operator/shared/use-latest';
import { EmptyState } from '../../../ui';
import { type Column, gridOf } from '../columns';
import { useEditor } from '../context';
import { only, type Selection, stretched, toggled } from '../selection';
import { type Editing, ItemRow, type RowActions } from './ItemRow';
import { ListKnowsContext } from './knows';
import css from './List.module.css';
import { clipboardOf } from './use-clipboard';
import type { ListCommands } from './use-list-commands';
import { pressList } from './use-list-keys';
import { useRows } from './use-rows';

interface ItemListProps {
  shown: readonly Row[];
  order: readonly string[];
  selection: Selection;
  choose: (selection: Selection) => void;
  folded: ReadonlySet<string>;
  fold: (id: string, folded: boolean) => void;
  columns: readonly Column[];
  commands: ListCommands;
  editing: Editing | null;
  edit: (editing: Editing | null) => void;
}

const PAGE_ROWS = 12;
const NOBODY: readonly Present[] = [];

export function ItemList(props: ItemListProps) {
  const { shown, order, selection, choose, folded, fold, columns, commands, editing, edit } = props;
  const { t } = useTranslation('rundowns');
  const { editable, lockOf, plan, present, materials, keptOut, cues, set, rundown } = useEditor();
  const knows = useMemo(
    () => ({ materials, keptOut, cues, editable, set, zone: rundown.zone, date: rundown.date }),
    [materials, keptOut, cues, editable, set, rundown.zone, rundown.date],
  );
  const list = useRef<HTMLDivElement>(null);
  const rows = useRows(list, shown, selection.at);
  const wanted = useFollow(list, rows, order, selection.at, editing);
  const begin = (next: Editing | null) => {
    if (next && (!editable || lockOf(next.id))) return;
    edit(next);
  };
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const keys = { selection, choose, order, shown, folded, fold, edit: begin, page: PAGE_ROWS };
    if (!pressList(event, { ...keys, commands: editable ? commands : undefined })) return;
    event.preventDefault();
    wanted.current = true;
  };
  const point = (id: string, event: MouseEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    wanted.current = true;
    if (event.shiftKey) choose(stretched(selection, id, order));
    else if (event.ctrlKey || event.metaKey) choose(toggled(selection, id));
    else choose(only(id));
  };
  const edited = (at: Editing, to: 'row' | 1 | -1 | 'away') => {
    if (to === 'row' || to === 'away') {
      if (to === 'row') wanted.current = true;
      return edit(null);
    }
    if (at.field === 'title' && to > 0) return begin({ ...at, field: 'length', seed: null });
    if (at.field === 'length' && to < 0) return begin({ ...at, field: 'title', seed: null });
    const next = order[order.indexOf(at.id) + to];
    if (next === undefined) return edit(null);
    choose(only(next));
    edit(null);
    begin({ id: next, field: to > 0 ? 'title' : 'length', seed: null });
  };
  const actions = useSteadyActions({ fold, point, begin, edited });
  const heads = ['mark', 'start', 'title', 'length', 'over', ...columns] as const;
  return (
    <ListKnowsContext.Provider value={knows}>
      <div
        role="treegrid"
        aria-label={t('list.label')}
        aria-multiselectable="true"
        aria-rowcount={order.length + 1}
        aria-readonly={!editable}
        className={css.grid}
        style={{ '--columns': gridOf(columns) } as React.CSSProperties}
        onKeyDown={press}
        {...clipboardOf(commands, editable)}
      >
        <div role="rowgroup" className={css.heads}>
          <div role="row" aria-rowindex={1} className={css.head}>
            {heads.map((head) => (
              <div key={head} role="columnheader" data-column={head} title={t(`column.${head}Long`)}>
                {head === 'mark' || head === 'status' ? (
                  <span className="unseen">{t(`column.${head}`)}</span>
                ) : (
                  t(`column.${head}`)
                )}
              </div>
            ))}
          </div>
        </div>
        {order.length === 0 && <EmptyState title={t('list.empty')}>{editable && t('list.emptyWords')}</EmptyState>}
        <div
          ref={list}
          role="rowgroup"
          className={css.rows}
          tabIndex={order.length === 0 || selection.at === null ? 0 : -1}
        >
          <div role="presentation" style={{ height: rows.getTotalSize() }} />
          {rows.getVirtualItems().map(({ index, start, size }) => {
            const row = shown[index];
            if (!row) return null;
            const { id } = row.item;
            const isOpen = row.item.kind === 'segment' && !row.runs ? folded.has(id) : null;
            const mine = editing?.id === id ? editing : null;
            return (
              <ItemRow
                key={id}
                row={plan.byId.get(id) ?? row}
                index={index}
                top={start}
                height={size}
                columns={columns}
                chosen={selection.ids.has(id)}
                active={selection.at === id}
                folded={isOpen}
                editing={mine}
                present={present.get(id) ?? NOBODY}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
    </ListKnowsContext.Provider>
  );
}

/** Always the same functions, which do what the newest ones do. */
function useSteadyActions(actions: RowActions): RowActions {
  const latest = useLatest(actions);
  return useMemo(
    () => ({
      fold: (...given) => latest.current.fold(...given),
      point: (...given) => latest.current.point(...given),
      begin: (...given) => latest.current.begin(...given),
      edited: (...given) => latest.current.edited(...given),
    }),
    [latest],
  );
}

/** The row with the keys is in view and has the focus, once a key or a click of the list brought them there. */
function useFollow(
  list: React.RefObject<HTMLElement | null>,
  rows: { scrollToIndex(index: number, options: { align: 'auto' }): void },
  order: readonly string[],
  at: string | null,
  editing: Editing | null,
) {
  const wanted = useRef(false);
  const index = at === null ? -1 : order.indexOf(at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the row stands is what it goes by
  useLayoutEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
  }, [index, at]);
  useEffect(() => {
    if (!wanted.current || editing) return;
    wanted.current = false;
    const row = at === null ? null : list.current?.querySelector<HTMLElement>(`[data-item="${at}"]`);
    (row ?? list.current)?.focus({ preventScroll: true });
  });
  return wanted;
}
