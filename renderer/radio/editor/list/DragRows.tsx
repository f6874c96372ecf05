/** Rows drawn to another place by the pointer, into and out of segments; by key Alt with the arrows does the same. */
import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { ReactNode } from 'react';
import { useEditor } from '../context';
import { dropPlace, intoSegment, moved, outOfSegment } from '../moves';
import type { Selection } from '../selection';

interface DragRowsProps {
  order: string[];
  selection: Selection;
  folded: ReadonlySet<string>;
  children: ReactNode;
}

const SIDE_PX = 28;
/** Made once: with another object at each render the sensor, and with it every row, would be another too. */
const AFTER_4_PX = { activationConstraint: { distance: 4 } };

export function DragRows({ order, selection, folded, children }: DragRowsProps) {
  const { items, edit } = useEditor();
  const sensors = useSensors(useSensor(PointerSensor, AFTER_4_PX));
  const end = ({ active, over, delta }: DragEndEvent) => {
    const id = String(active.id);
    const ids = selection.ids.has(id) ? selection.ids : new Set([id]);
    if (!over || over.id === id) {
      if (delta.x > SIDE_PX) edit(intoSegment(items, ids));
      else if (delta.x < -SIDE_PX) edit(outOfSegment(items, ids));
      return;
    }
    const [from, to] = [order.indexOf(id), order.indexOf(String(over.id))];
    const under = to > from ? to : to - 1;
    const above = order.slice(0, under + 1).findLast((each) => !ids.has(each)) ?? null;
    const next = order.slice(under + 1).find((each) => !ids.has(each)) ?? null;
    edit(moved(items, ids, dropPlace(items, { above, next, folded, sideways: delta.x })));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={end}>
      <SortableContext items={order} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
