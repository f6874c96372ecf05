/** The items in their order, with the keys that act on all that is chosen. */
import { useDndContext, useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button, CloseButton } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { newId } from '../../../../../electron/contract/ulid';
import { between } from '../../library/selection';
import { changeItem, insertAt, nudge, removeItems } from '../edits';
import { LIST_END } from './DragArea';
import css from './Editor.module.css';
import { ItemRow } from './ItemRow';
import { TrimDialog } from './TrimDialog';
import type { ItemTimes } from './use-lengths';
import { useRows, useShown } from './use-rows';

interface ItemListProps {
  items: readonly PlaylistItem[];
  times: ItemTimes;
  chosen: ReadonlySet<string>;
  editable: boolean;
  onChoose: (ids: ReadonlySet<string>) => void;
  onItems: (items: PlaylistItem[]) => void;
  /** The items that are drawn now. */
  onShown: (items: readonly PlaylistItem[]) => void;
}

export function ItemList({ items, times, chosen, editable, onChoose, onItems, onShown }: ItemListProps) {
  const { t } = useTranslation('playlists');
  const [trimming, setTrimming] = useState<PlaylistItem | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  const rows = useRows(list, ids);
  const shown = rows.getVirtualItems();
  useShown(items, shown, onShown);
  const choose = useChoose(items, chosen, onChoose);
  const remove = (ids: ReadonlySet<string>) => {
    onItems(removeItems(items, ids));
    onChoose(new Set());
  };
  const press = (event: KeyboardEvent) => {
    const id = rowOf(event.target);
    if (!editable || id === null) return;
    const ids = chosen.has(id) ? chosen : new Set([id]);
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
    if (event.altKey && event.key === 'ArrowUp') onItems(nudge(items, ids, -1));
    else if (event.altKey && event.key === 'ArrowDown') onItems(nudge(items, ids, 1));
    else if (event.key === 'Delete' && !typing) {
      const next = beside(items, id, ids);
      remove(ids);
      if (next !== null) focusRow(list.current, next);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && !typing) {
      onChoose(new Set(items.map((item) => item.id)));
    } else if (event.key === 'Escape' && chosen.size > 0 && !typing) onChoose(new Set());
    else return;
    event.preventDefault();
  };
  const trimmed = trimming && times.assets.get(trimming.assetId);
  return (
    <>
      {chosen.size > 0 && (
        <div className={css.bulk} role="toolbar" aria-label={t('bulk.label')}>
          <CloseButton aria-label={t('bulk.clear')} onClick={() => onChoose(new Set())} />
          <span role="status">{t('bulk.count', { count: chosen.size })}</span>
          <Button size="xs" variant="default" onClick={() => remove(chosen)}>
            {t('bulk.remove')}
          </Button>
        </div>
      )}
      <ol ref={list} className={css.items} aria-label={t('list')} onKeyDown={press}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          {shown.map(({ index, start }) => {
            const item = items[index];
            if (!item) return null;
            return (
              <ItemRow
                key={item.id}
                item={item}
                index={index}
                count={items.length}
                top={start}
                asset={times.assets.get(item.assetId)}
                gone={times.gone.has(item.assetId)}
                lengthMs={times.lengths[index] ?? null}
                startMs={times.starts[index] ?? 0}
                defaultStillMs={times.defaultStillMs}
                chosen={chosen.has(item.id)}
                editable={editable}
                onChoose={choose}
                onChange={(fields) => onItems(changeItem(items, item.id, fields))}
                onRepeat={() => onItems(insertAt(items, index + 1, [{ ...item, id: newId() }]))}
                onRemove={() => remove(new Set([item.id]))}
                onTrim={() => setTrimming(item)}
              />
            );
          })}
        </SortableContext>
        <ListEnd top={rows.getTotalSize()} empty={items.length === 0} editable={editable} />
      </ol>
      {trimming && trimmed && (
        <TrimDialog
          item={trimming}
          asset={trimmed}
          onClose={() => setTrimming(null)}
          onSave={(fields) => {
            onItems(changeItem(items, trimming.id, fields));
            setTrimming(null);
          }}
        />
      )}
    </>
  );
}

/** A click on a box chooses one more or one less; with shift, all up to the one before. */
function useChoose(items: readonly PlaylistItem[], chosen: ReadonlySet<string>, onChoose: ItemListProps['onChoose']) {
  const last = useRef(-1);
  return (index: number, on: boolean, shift: boolean) => {
    const range = shift && last.current >= 0 ? between(last.current, index) : [index];
    const next = new Set(chosen);
    for (const place of range) {
      const id = items[place]?.id;
      if (id === undefined) continue;
      if (on) next.add(id);
      else next.delete(id);
    }
    last.current = index;
    onChoose(next);
  };
}

/** Below all rows, which are placed one by one and take no room of their own. */
function ListEnd({ top, empty, editable }: { top: number; empty: boolean; editable: boolean }) {
  const { t } = useTranslation('playlists');
  const { setNodeRef, isOver } = useDroppable({ id: LIST_END });
  const dragging = useDndContext().active !== null;
  return (
    <li
      ref={setNodeRef}
      className={css.end}
      style={{ marginTop: top + 4 }}
      data-over={isOver || undefined}
      data-empty={empty || undefined}
    >
      {empty && t(editable ? 'emptyList' : 'nothingIn')}
      {!empty && dragging && editable && t('dropAtEnd')}
    </li>
  );
}

const rowOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-item]')?.dataset.item ?? null) : null;

/** Where the focus goes when these rows leave: the next that stays, else the one before. */
function beside(items: readonly PlaylistItem[], id: string, leaving: ReadonlySet<string>): string | null {
  const at = items.findIndex((item) => item.id === id);
  const stays = (item: PlaylistItem) => !leaving.has(item.id);
  return (items.slice(at).find(stays) ?? items.slice(0, at).reverse().find(stays))?.id ?? null;
}

/** Once it is drawn: it may stand outside what is in view now. */
function focusRow(list: HTMLElement | null, id: string): void {
  requestAnimationFrame(() =>
    list?.querySelector<HTMLElement>(`[data-item="${id}"] button, [data-item="${id}"] input`)?.focus(),
  );
}
