/** One line of the rundown: when it starts, what it is, how long, what is over. */
// biome-ignore-all lint/a11y/useSemanticElements: a tree grid has no element of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the keys for its cells
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconChevronDown, IconChevronRight, IconGripVertical } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../electron/domain/rundown/plan';
import { useFormats } from '../../../operator/i18n/formats';
import { KindMark } from '../../shared/KindMark';
import { colourOf } from '../../shared/kinds';
import type { Column } from '../columns';
import { useEditor } from '../context';
import { LengthCell, OverCell, StartCell, TitleCell } from './cells';
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
  onFold: () => void;
  onPoint: (event: MouseEvent) => void;
  onEdit: (field: EditField) => void;
  onEdited: (to: 'row' | 1 | -1 | 'away') => void;
}

export function ItemRow(props: ItemRowProps) {
  const { row, index, top, height, columns, chosen, active, folded, editing } = props;
  const { item } = row;
  const { t } = useTranslation('rundowns');
  const { editable, lockOf } = useEditor();
  const lock = lockOf(item.id);
  const may = editable && lock === null;
  const { setNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: item.id, disabled: !may });
  const field = editing?.field ?? null;
  const cell = { row, seed: editing?.seed ?? null, onEdited: props.onEdited };
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
      data-locked={lock !== null || undefined}
      style={{
        top,
        height,
        transform: CSS.Translate.toString(transform),
        transition,
        borderInlineStartColor: colourOf(item),
      }}
      onClick={props.onPoint}
    >
      <div role="gridcell" className={css.mark}>
        {may && (
          <span className={css.grip} {...listeners} aria-hidden="true">
            <IconGripVertical size={14} stroke={1.75} />
          </span>
        )}
        {folded === null ? (
          <KindMark item={item} />
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={css.fold}
            aria-label={t(folded ? 'list.unfold' : 'list.fold')}
            onClick={(event) => {
              event.stopPropagation();
              props.onFold();
            }}
          >
            {folded ? <IconChevronRight size={16} stroke={2} /> : <IconChevronDown size={16} stroke={2} />}
          </button>
        )}
      </div>
      <StartCell row={row} />
      <TitleCell
        {...cell}
        writing={field === 'title'}
        {...(may ? { onEdit: () => props.onEdit('title') } : {})}
        words={hasWords(row) ? <GapWords row={row} /> : null}
      />
      <LengthCell {...cell} writing={field === 'length'} {...(may ? { onEdit: () => props.onEdit('length') } : {})} />
      <OverCell row={row} />
      {columns.map((column) => (
        <OptionalCell key={column} column={column} row={row} />
      ))}
    </div>
  );
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
