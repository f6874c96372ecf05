/** One line of the rundown: when it starts, what it is, how long, what is over. */
// biome-ignore-all lint/a11y/useSemanticElements: a tree grid has no element of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the keys for its cells
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconChevronDown, IconChevronRight, IconGripVertical } from '@tabler/icons-react';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Present } from '../../../../electron/contract/rundown-feed';
import type { Row } from '../../../../electron/domain/rundown/plan';
import { useFormats } from '../../../operator/i18n/formats';
import { KindMark } from '../../shared/KindMark';
import { colourOf } from '../../shared/kinds';
import type { Column } from '../columns';
import { LengthCell, OverCell, StartCell, TitleCell } from './cells';
import { useListKnows } from './knows';
import css from './List.module.css';
import { OptionalCell } from './OptionalCell';
import { hasWords } from './use-rows';

export type EditField = 'title' | 'length';
export interface Editing {
  id: string;
  field: EditField;
  /** The key that began it. */
  seed: string | null;
}

export interface RowActions {
  fold: (id: string, folded: boolean) => void;
  point: (id: string, event: MouseEvent) => void;
  begin: (editing: Editing) => void;
  edited: (at: Editing, to: 'row' | 1 | -1 | 'away') => void;
}

interface ItemRowProps {
  row: Row;
  index: number;
  top: number;
  height: number;
  columns: readonly Column[];
  chosen: boolean;
  /** It has the keys. */
  active: boolean;
  /** Of a segment with items: whether they are out of sight. */
  folded: boolean | null;
  editing: Editing | null;
  /** Others who are in it. */
  present: readonly Present[];
  /** Always the same object. */
  actions: RowActions;
}

/** Drawn anew only where something of its own has changed: with 2,000 rows a plan is new at every edit, and most of it is as it was. */
export const ItemRow = memo(PlacedRow, sameProps);

/** Where it stands, and where it is drawn to. */
function PlacedRow(props: ItemRowProps) {
  const { row, index, top, height, chosen, active, folded, present, actions } = props;
  const { item } = row;
  const { editable } = useListKnows();
  const locked = present.some(({ editing }) => editing);
  const may = editable && !locked;
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: item.id, disabled: !may });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the whole list takes the keys
    <div
      ref={setNodeRef}
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.depth + 1}
      aria-selected={chosen}
      aria-expanded={folded === null ? undefined : !folded}
      tabIndex={active ? 0 : -1}
      className={css.row}
      data-item={item.id}
      data-segment={item.kind === 'segment' || undefined}
      data-floating={!row.counts || undefined}
      data-moving={isDragging || undefined}
      data-locked={locked || undefined}
      style={{
        top,
        height,
        transform: CSS.Translate.toString(transform),
        transition,
        borderInlineStartColor: colourOf(item),
      }}
      onClick={(event) => actions.point(item.id, event)}
    >
      <div role="gridcell" className={css.mark}>
        {may && (
          <span className={css.grip} {...listeners} aria-hidden="true">
            <IconGripVertical size={14} stroke={1.75} />
          </span>
        )}
        {folded === null ? <KindMark item={item} /> : <Fold id={item.id} folded={folded} actions={actions} />}
      </div>
      <Cells {...props} may={may} />
    </div>
  );
}

function Fold({ id, folded, actions }: { id: string; folded: boolean; actions: RowActions }) {
  const { t } = useTranslation('rundowns');
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.fold}
      aria-label={t(folded ? 'list.unfold' : 'list.fold')}
      onClick={(event) => {
        event.stopPropagation();
        actions.fold(id, !folded);
      }}
    >
      {folded ? <IconChevronRight size={16} stroke={2} /> : <IconChevronDown size={16} stroke={2} />}
    </button>
  );
}

/** Apart from the row, which is drawn anew with every move of the pointer while one is drawn elsewhere. */
const Cells = memo(AllCells, sameProps);

function AllCells({ row, columns, editing, present, actions, may }: ItemRowProps & { may: boolean }) {
  const { id } = row.item;
  const field = editing?.field ?? null;
  const cell = {
    row,
    seed: editing?.seed ?? null,
    onEdited: (to: 'row' | 1 | -1 | 'away') => editing && actions.edited(editing, to),
  };
  const onEdit = (of: EditField) => (may ? { onEdit: () => actions.begin({ id, field: of, seed: null }) } : {});
  return (
    <>
      <StartCell row={row} />
      <TitleCell
        {...cell}
        {...onEdit('title')}
        writing={field === 'title'}
        present={present}
        words={hasWords(row) ? <GapWords row={row} /> : null}
      />
      <LengthCell {...cell} {...onEdit('length')} writing={field === 'length'} />
      <OverCell row={row} />
      {columns.map((column) => (
        <OptionalCell key={column} column={column} row={row} />
      ))}
    </>
  );
}

/** Whether two renders of a row come to the same; a row of a new plan is another object with what it had. */
function sameProps<T extends ItemRowProps>(a: T, b: T): boolean {
  return same(a, b, ['row']) && same(a.row, b.row, []);
}

function same<T extends object>(a: T, b: T, but: readonly (keyof T)[]): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => but.includes(key) || Object.is(a[key], b[key]));
}

/** What lies before a hard start, in words. */
function GapWords({ row: { gapMs } }: { row: Row }) {
  const { t } = useTranslation('rundowns');
  const { duration } = useFormats();
  return (
    <span
      className={`one-line ${css.gap}`}
      data-how={gapMs < 0 ? 'overlap' : 'gap'}
      title={t(gapMs < 0 ? 'gap.overlapLong' : 'gap.emptyLong', { length: duration(Math.abs(gapMs)) })}
    >
      {t(gapMs < 0 ? 'gap.overlap' : 'gap.empty', { length: duration(Math.abs(gapMs)) })}
    </span>
  );
}
