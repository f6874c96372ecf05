/** What can be done to a booking, each with its undo. */
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { client } from '../../../../client/client';
import { useCommand } from '../../../shared/use-command';
import type { OpenForm } from '../form/BookingDrawer';
import { check, formOf } from '../form/draft';

export function useBookingCommands(onForm: (form: OpenForm) => void) {
  const { t } = useTranslation('schedule');
  const pause = useCommand({
    run: (booking: Booking) => {
      const checked = check({ ...formOf(booking), paused: !booking.paused });
      if (!checked.ok) throw new TypeError('a stored booking is always complete');
      return client.bookings.update({ id: booking.id, rev: booking.rev, draft: checked.draft });
    },
    done: (saved) => t(saved.paused ? 'done.paused' : 'done.resumed', { name: saved.name }),
    undo: true,
  });
  const remove = useCommand({
    run: (booking: Booking) => client.bookings.remove({ id: booking.id }),
    done: (_, booking) => t('done.removed', { name: booking.name }),
    undo: true,
  });
  const edit = (booking: Booking) => onForm({ booking, values: formOf(booking) });
  /** Opens the copy in the form; nothing is kept before it is confirmed. */
  const duplicate = (booking: Booking) => {
    const name = t('copyOf', { name: booking.name }).slice(0, 200);
    onForm({ booking: null, values: { ...formOf(booking), name } });
  };
  return { pause, remove, edit, duplicate };
}
export type BookingCommands = ReturnType<typeof useBookingCommands>;
