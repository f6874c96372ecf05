/** One slot of the loop: what it is, how much of the day is held, and below it its bookings. */
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats';
import type { Planner } from '../use-planner';
import css from './Board.module.css';
import type { BoardPlace, SlotBooking, SlotColumn } from './columns';
import { DRAGGED, HolderCard } from './HolderCard';

export interface SlotColumnProps {
  column: SlotColumn;
  /** How often it comes up on the day, and how often nothing holds it; null while that is being added up. */
  turns: { plays: number; free: number } | null;
  planner: Planner;
  /** Plays of a booking on the day; null while they are being added up. */
  playsOf: (bookingId: string) => number | null;
  /** Which place Tab comes to. */
  current: BoardPlace | null;
  trying: string | null;
  editable: boolean;
  onOpen: (booking: SlotBooking) => void;
  onFree: () => void;
  onPlace: (place: BoardPlace) => void;
  onDrop: (bookingId: string, slot: number) => void;
}

export function SlotColumnView(props: SlotColumnProps) {
  const { column, turns, planner, playsOf, current, trying, editable, onOpen, onFree, onPlace, onDrop } = props;
  const { t } = useTranslation('desk');
  const [over, setOver] = useState(false);
  const { slot, of, holders } = column;
  const name = t('board.slot', { slot });
  const accepts = (event: DragEvent) => of !== null && editable && event.dataTransfer.types.includes(DRAGGED);
  const isCurrent = (bookingId: string | null) => current?.slot === slot && current.bookingId === bookingId;
  return (
    <li
      className={css.column}
      aria-label={name}
      data-slot={slot}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!accepts(event)) return;
        event.preventDefault();
        onDrop(event.dataTransfer.getData(DRAGGED), slot);
      }}
    >
      <SlotHead name={name} of={of} turns={turns} />
      <ul className={css.cards}>
        {holders.map((booking) => (
          <HolderCard
            key={booking.id}
            {...{ booking, planner, editable, onOpen }}
            plays={playsOf(booking.id)}
            trying={trying === booking.id}
            current={isCurrent(booking.id)}
            onFocus={() => onPlace({ slot, bookingId: booking.id })}
          />
        ))}
        {holders.length === 0 && (
          <li>
            <button
              type="button"
              className={css.free}
              data-place={`${slot} `}
              tabIndex={isCurrent(null) ? 0 : -1}
              aria-disabled={!editable || of?.purpose === 'filler'}
              aria-label={t(editable ? 'board.freeBook' : 'board.freeOf', { slot })}
              onFocus={() => onPlace({ slot, bookingId: null })}
              onClick={() => editable && of?.purpose !== 'filler' && onFree()}
            >
              {t(of?.purpose === 'filler' ? 'board.fillerOnly' : 'board.free')}
            </button>
          </li>
        )}
      </ul>
    </li>
  );
}

function SlotHead({ name, of, turns }: { name: string } & Pick<SlotColumn, 'of'> & Pick<SlotColumnProps, 'turns'>) {
  const { t } = useTranslation(['desk', 'planning']);
  const { span, number } = useFormats();
  if (!of) {
    return (
      <div className={css.head}>
        <h2>{name}</h2>
        <span className={css.beyond}>{t('board.beyond')}</span>
      </div>
    );
  }
  const held = turns && turns.plays > 0 ? 1 - turns.free / turns.plays : 0;
  return (
    <div className={css.head}>
      <h2>
        {name} <span className="tabular">{span(of.ms)}</span>
      </h2>
      <span>{t('board.for', { purpose: t(`planning:inventory.purposes.${of.purpose}`) })}</span>
      <span className={css.meter} aria-hidden="true">
        <i style={{ width: `${held * 100}%` }} />
      </span>
      <span className="tabular">
        {turns
          ? turns.plays === 0
            ? t('board.never')
            : t('board.turns', { plays: number(turns.plays), free: number(turns.free) })
          : '…'}
      </span>
    </div>
  );
}
