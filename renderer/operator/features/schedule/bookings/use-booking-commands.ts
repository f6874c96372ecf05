/** What can be done to a booking, each with its undo. */
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { OpenForm } from '../form/BookingDrawer';
import { formOf } from '../form/draft';
import { useLaneEdits } from '../lane/use-lane-edits';

export function useBookingCommands(onForm: (form: OpenForm) => void) {
  const { t } = useTranslation('schedule');
  const edits = useLaneEdits();
  const pause = (booking: Booking) => {
    const paused = !booking.paused;
    const said = t(paused ? 'done.paused' : 'done.resumed', { name: booking.name });
    edits.apply({ changed: [{ ...booking, paused }], said });
  };
  const remove = (booking: Booking) =>
    edits.apply({ removed: [booking], said: t('done.removed', { name: booking.name }) });
  const edit = (booking: Booking) => onForm({ booking, values: formOf(booking) });
  /** Opens the copy in the form; nothing is kept before it is confirmed. */
  const duplicate = (booking: Booking) => {
    const name = t('copyOf', { name: booking.name }).slice(0, 200);
    onForm({ booking: null, values: { ...formOf(booking), name } });
  };
  return { pause, remove, edit, duplicate, edits };
}
export type BookingCommands = ReturnType<typeof useBookingCommands>;
