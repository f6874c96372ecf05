/** Drag and drop of the editor: items within the list, assets from the drawer into it; by pointer and by keyboard. */
import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import type { PlaylistItem } from '../../../../../electron/contract/records/playlist';
import { moveTo } from '../edits';

/** The droppable below the last item, and the whole of an empty list. */
export const LIST_END = 'list-end';

interface DragAreaProps {
  items: readonly PlaylistItem[];
  assets: ReadonlyMap<string, Asset>;
  chosen: ReadonlySet<string>;
  onItems: (items: PlaylistItem[]) => void;
  onAdd: (asset: Asset, at: number) => void;
  children: ReactNode;
}

export function DragArea({ items, assets, chosen, onItems, onAdd, children }: DragAreaProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const accessibility = useAnnouncements(items, assets);
  const end = ({ active, over }: DragEndEvent) => {
    if (!over) return;
    const asset = assetOf(active.data.current);
    const target = items.findIndex((item) => item.id === over.id);
    if (asset) return onAdd(asset, target < 0 ? items.length : target);
    const from = items.findIndex((item) => item.id === active.id);
    if (from < 0 || active.id === over.id) return;
    const moving = chosen.has(String(active.id)) ? chosen : new Set([String(active.id)]);
    onItems(moveTo(items, moving, target < 0 ? items.length : target > from ? target + 1 : target));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={detect} accessibility={accessibility} onDragEnd={end}>
      {children}
    </DndContext>
  );
}

export function assetOf(data: Record<string, unknown> | undefined): Asset | null {
  return (data?.asset as Asset | undefined) ?? null;
}

/** An asset counts where the pointer is; an item moves among its neighbours. */
const detect: CollisionDetection = (input) => {
  if (!assetOf(input.active.data.current)) return closestCenter(input);
  return pointerWithin(input);
};

/** What a screen reader is told while something is moved. */
function useAnnouncements(items: readonly PlaylistItem[], assets: ReadonlyMap<string, Asset>) {
  const { t } = useTranslation('playlists');
  return useMemo(() => {
    const nameOf = (id: string | number) => {
      const item = items.find((each) => each.id === id);
      return (item && assets.get(item.assetId)?.name) ?? '';
    };
    const place = (id: string | number) => {
      const index = items.findIndex((each) => each.id === id);
      return index < 0 ? items.length + 1 : index + 1;
    };
    type Moved = { active: { id: string | number }; over: { id: string | number } | null };
    const about = ({ active, over }: Moved) => ({ name: nameOf(active.id), place: over ? place(over.id) : '' });
    return {
      screenReaderInstructions: { draggable: t('drag.how') },
      announcements: {
        onDragStart: ({ active }: Pick<Moved, 'active'>) =>
          t('drag.lifted', { name: nameOf(active.id), place: place(active.id) }),
        onDragOver: (moved: Moved) => (moved.over ? t('drag.over', about(moved)) : undefined),
        onDragEnd: (moved: Moved) => (moved.over ? t('drag.dropped', about(moved)) : t('drag.cancelled', about(moved))),
        onDragCancel: (moved: Moved) => t('drag.cancelled', about(moved)),
      },
    };
  }, [items, assets, t]);
}
