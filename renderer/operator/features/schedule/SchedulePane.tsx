/** One view of the schedule. */
import type { Booking } from '../../../../electron/contract/records/booking';
import { BoardPane } from './board/BoardPane';
import { BookingsPane } from './bookings/BookingsPane';
import { CalendarPane } from './calendar/CalendarPane';
import type { OpenForm } from './form/BookingDrawer';
import { type emptyForm, formOf } from './form/draft';
import { InventoryPane } from './inventory/InventoryPane';
import { PreviewPane } from './preview/PreviewPane';
import type { ScheduleSearch, ScheduleTab } from './search';
import { TimelinePane } from './TimelinePane';
import type { Day } from './use-day';
import type { ScheduleData } from './use-schedule-data';

type Create = (part?: Parameters<typeof emptyForm>[1]) => void;

interface SchedulePaneProps {
  tab: ScheduleTab;
  data: ScheduleData;
  editable: boolean;
  day: Day;
  search: ScheduleSearch;
  onSearch: (part: Partial<ScheduleSearch>) => void;
  /** Opens the form of a new booking: as said, or for the usual days where nothing is. */
  create: Create;
  createUsual: Create;
  onForm: (form: OpenForm) => void;
}

export function SchedulePane({
  tab,
  data,
  editable,
  day,
  search,
  onSearch,
  create,
  createUsual,
  onForm,
}: SchedulePaneProps) {
  const edit = (booking: Booking, changed = booking) => onForm({ booking, values: formOf(changed) });
  const shared = { data, search, onSearch };
  switch (tab) {
    case 'timeline':
      return <TimelinePane {...shared} {...{ editable, day }} onCreate={create} onEdit={edit} />;
    case 'calendar':
      return <CalendarPane {...shared} day={day} onCreate={editable ? (from) => create({ from, to: from }) : null} />;
    case 'board':
      return (
        <BoardPane
          {...shared}
          {...{ editable, day }}
          onCreate={createUsual}
          onEdit={editable ? edit : (booking) => onSearch({ id: booking.id, tab: 'bookings' })}
        />
      );
    case 'bookings':
      return (
        <BookingsPane {...shared} editable={editable} day={day.date} onCreate={() => createUsual()} onForm={onForm} />
      );
    case 'inventory':
      return <InventoryPane data={data} day={day} onDay={(next) => onSearch({ day: next })} />;
    case 'preview':
      return <PreviewPane {...shared} day={day} />;
  }
  tab satisfies never;
}
