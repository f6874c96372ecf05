/** A booking in the slot it holds: every how many loops, on which days and hours. Dragged by pointer, moved by Alt and arrows. */
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats';
import { DraftBadge } from '../drafts/DraftBadge';
import { daysText, hoursText, periodText } from '../form/words';
import { Letter } from '../Letter';
import type { Planner } from '../use-planner';
import css from './Board.module.css';
import type { SlotBooking } from './columns';

interface HolderCardProps {
  booking: SlotBooking;
  planner: Planner;
  plays: number | null;
  trying: boolean;
  current: boolean;
  editable: boolean;
  onOpen: (booking: SlotBooking) => void;
  onFocus: () => void;
}

/** Of a booking that is dragged, by its id. */
export const DRAGGED = 'application/x-suar-booking';

export function HolderCard({ booking, planner, plays, trying, current, editable, onOpen, onFocus }: HolderCardProps) {
  const { t } = useTranslation('desk');
  const { t: say } = useTranslation('schedule');
  const { language, number } = useFormats();
  const family = planner.colouring.familyOf(booking.id);
  const quiet = booking.paused || plays === 0 || !planner.lets(booking.id);
  const { every, first } = booking.how;
  const days = booking.rule === null ? daysText(booking.weekdays, language, say) : say('sentence.byRule');
  return (
    <li>
      <button
        type="button"
        className={css.card}
        style={{ '--card': family?.colour } as CSSProperties}
        draggable={editable}
        data-place={`${booking.how.slot} ${booking.id}`}
        data-quiet={quiet || undefined}
        data-trying={trying || undefined}
        tabIndex={current ? 0 : -1}
        aria-keyshortcuts={editable ? 'Alt+ArrowLeft Alt+ArrowRight' : undefined}
        onFocus={onFocus}
        onClick={() => onOpen(booking)}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, booking.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <span className={css.name}>
          <Letter planner={planner} bookingId={booking.id} />
          <span className="two-lines" title={booking.name}>
            {booking.name}
          </span>
          <DraftBadge id={booking.id} />
        </span>
        {every > 1 && <span className="tabular">{t('board.every', { every, first: first + 1 })}</span>}
        <span className="tabular">{hoursText(booking)}</span>
        <small>{days}</small>
        <small className="tabular">{periodText(booking, language)}</small>
        <small className="tabular">
          {booking.paused
            ? say('state.paused')
            : plays === null
              ? '…'
              : t(plays === 0 ? 'board.notThisDay' : 'board.plays', { plays: number(plays) })}
        </small>
      </button>
    </li>
  );
}
