/** The loop of a display or a group, slot by slot, with what holds each: bookings are moved between slots by pointer and by keys. */
import { Button, CloseButton, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { EmptyState, RowSkeletons } from '../../../../ui';
import { reasonTexts } from '../../../i18n/say';
import { FaultPanel } from '../../../shared/FaultPanel';
import { Tool } from '../DayBar';
import { DayPick } from '../DayPick';
import type { emptyForm } from '../form/draft';
import { Legend } from '../Legend';
import { StaleDialog } from '../lane/StaleDialog';
import { useLaneEdits } from '../lane/use-lane-edits';
import schedule from '../Schedule.module.css';
import type { ScheduleSearch } from '../search';
import type { Day } from '../use-day';
import { usePlanner } from '../use-planner';
import type { ScheduleData } from '../use-schedule-data';
import css from './Board.module.css';
import { type BoardPlace, type SlotColumn, slotBeside, stepOn } from './columns';
import { SlotColumnView } from './SlotColumn';
import { useBoard } from './use-board';
import { type Refused, useMove } from './use-move';

interface BoardPaneProps {
  data: ScheduleData;
  day: Day;
  search: ScheduleSearch;
  editable: boolean;
  onSearch: (part: Partial<ScheduleSearch>) => void;
  onCreate: (part: Parameters<typeof emptyForm>[1]) => void;
  /** `changed`: as the form is to begin with. */
  onEdit: (booking: Booking, changed?: Booking) => void;
}

const icon = { size: 18, stroke: 1.75 } as const;
const placeKey = ({ slot, bookingId }: BoardPlace) => `${slot} ${bookingId ?? ''}`;

export function BoardPane({ data, day, search, editable, onSearch, onCreate, onEdit }: BoardPaneProps) {
  const { t } = useTranslation('desk');
  const { display, group, ...filters } = search;
  const planner = usePlanner(data, filters);
  const board = useBoard(data, { ...(display && { display }), ...(group && { group }) }, day.date);
  const { columns } = board;
  const edits = useLaneEdits();
  const [told, setTold] = useState('');
  const area = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState<BoardPlace | null>(null);
  const goTo = useFollow(area, columns, setAt);
  const { move, refused, settle, trying } = useMove(edits, (booking) => {
    setTold(t('board.moved', { name: booking.name, slot: booking.how.slot }));
    goTo({ slot: booking.how.slot, bookingId: booking.id });
  });
  const holderOf = (bookingId: string | null) =>
    columns.flatMap(({ holders }) => holders).find(({ id }) => id === bookingId);
  const first = columns[0] && { slot: columns[0].slot, bookingId: columns[0].holders[0]?.id ?? null };
  const current = at && columns.some(({ slot }) => slot === at.slot) ? at : (first ?? null);
  const press = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape' && refused) settle();
    else if (event.altKey) {
      const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
      const booking = holderOf(current.bookingId);
      if (by === null || !editable) return;
      const to = booking && slotBeside(columns, booking.how.slot, by);
      if (booking && to) move(booking, to);
    } else {
      const next = stepOn(columns, current, event.key);
      if (!next && !event.key.startsWith('Arrow')) return;
      if (next) goTo(next);
    }
    event.preventDefault();
  };
  const where =
    board.place.kind === 'group'
      ? { displayIds: [], groupIds: [board.place.id] }
      : { displayIds: [...board.displayIds], groupIds: [] };
  return (
    <div className={schedule.pane}>
      <BoardBar {...{ data, day, board, onSearch }} />
      {board.fault && <FaultPanel fault={board.fault} />}
      {refused && <Refusal refused={refused} onClose={settle} onEdit={editable ? openRefused : null} />}
      {board.pending && <RowSkeletons label={t('board.loading')} rows={6} height={72} />}
      {!board.pending && !board.policy && (
        <EmptyState title={t(board.several ? 'board.several' : 'board.noLoop')}>
          {t(board.several ? 'board.severalWords' : 'board.noLoopWords')}
        </EmptyState>
      )}
      {board.policy && (
        <>
          <Legend colouring={planner.colouring} manners={false} />
          <ul
            ref={area}
            className={css.board}
            aria-label={t(editable ? 'board.labelEdit' : 'board.label', { name: board.policy.name })}
            onKeyDown={press}
          >
            {columns.map((column) => (
              <SlotColumnView
                key={column.slot}
                {...{ column, planner, current, trying, editable }}
                turns={board.turnsOf(column.slot)}
                playsOf={board.playsOf}
                onOpen={(booking) => onEdit(booking)}
                onFree={() => onCreate({ where, ...bookingFor(column) })}
                onPlace={setAt}
                onDrop={(id, slot) => {
                  const booking = holderOf(id);
                  if (booking) move(booking, slot);
                }}
              />
            ))}
          </ul>
        </>
      )}
      <span className="unseen" role="status">
        {told}
      </span>
      <StaleDialog edits={edits} data={data} />
    </div>
  );

  function openRefused({ booking }: Refused): void {
    const saved = data.bookings.find(({ id }) => id === booking.id);
    settle();
    if (saved) onEdit(saved, booking);
  }
}

/** A beginning of a booking that holds the slot, for whom the slot is kept. */
function bookingFor({ slot, of }: SlotColumn): Parameters<typeof emptyForm>[1] {
  const kept = of?.purpose;
  const purpose = kept === 'ilm' || kept === 'partner' || kept === 'station' ? { purpose: kept } : {};
  return { how: { kind: 'slot', slot, every: 1, first: 0 }, ...purpose };
}

/** Stands where the keys lead, also once a booking has come to lie in another column. */
function useFollow(
  area: React.RefObject<HTMLUListElement | null>,
  columns: readonly unknown[],
  setAt: (place: BoardPlace) => void,
) {
  const wanted = useRef<string | null>(null);
  const look = () => {
    const found = area.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`);
    if (!found) return;
    wanted.current = null;
    found.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards have changed their columns
  useEffect(look, [columns]);
  return (place: BoardPlace) => {
    wanted.current = placeKey(place);
    setAt(place);
    look();
  };
}

interface RefusalProps {
  refused: Refused;
  onClose: () => void;
  onEdit: ((refused: Refused) => void) | null;
}

function Refusal({ refused, onClose, onEdit }: RefusalProps) {
  const { t } = useTranslation('desk');
  const { booking, conflicts } = refused;
  return (
    <div className={css.refused} role="alert">
      <p>
        <strong>{t('board.refused', { name: booking.name, slot: booking.how.slot })}</strong>{' '}
        {reasonTexts(conflicts.map(({ reason }) => reason)).join(' ')} {t('board.kept')}
      </p>
      {onEdit && (
        <Button size="xs" variant="default" onClick={() => onEdit(refused)}>
          {t('board.waysOut')}
        </Button>
      )}
      <CloseButton aria-label={t('board.closeRefused')} onClick={onClose} />
    </div>
  );
}

type Board = ReturnType<typeof useBoard>;

function BoardBar({
  data,
  day,
  board,
  onSearch,
}: Pick<BoardPaneProps, 'data' | 'day' | 'onSearch'> & { board: Board }) {
  const { t } = useTranslation('desk');
  const options = [
    {
      group: t('board.displays'),
      items: data.displays.map(({ display }) => ({ value: `display ${display.id}`, label: display.name })),
    },
    { group: t('board.groups'), items: data.groups.map(({ id, name }) => ({ value: `group ${id}`, label: name })) },
  ];
  const choose = (value: string | null) => {
    const [kind, id] = value?.split(' ') ?? [];
    if (id) onSearch(kind === 'group' ? { group: id, display: undefined } : { display: id, group: undefined });
  };
  const go = (days: number) => onSearch({ day: day.shifted(days) });
  return (
    <div className={schedule.bar} role="toolbar" aria-label={t('board.bar')}>
      <Select
        w={260}
        aria-label={t('board.place')}
        data={options.filter(({ items }) => items.length > 0)}
        value={`${board.place.kind} ${board.place.id}`}
        onChange={choose}
        searchable
        allowDeselect={false}
        limit={200}
      />
      <Tool label={t('board.before')} run={() => go(-1)} icon={<IconChevronLeft {...icon} />} />
      <DayPick label={t('board.day')} day={day} onDay={(date) => onSearch({ day: date })} />
      <Tool label={t('board.after')} run={() => go(1)} icon={<IconChevronRight {...icon} />} />
      {board.policy && <span className={schedule.quiet}>{board.policy.name}</span>}
    </div>
  );
}
