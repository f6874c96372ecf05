/** All bookings as a table, the open one at right. */
import { ActionIcon, Button, CloseButton, Menu, Table } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Booking, Daypart } from '../../../../../electron/contract/records/booking';
import { isOver } from '../../../../../electron/domain/period';
import { stationNow } from '../../../../client/station-clock';
import { EmptyState, StatusDot, type Tone } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { History } from '../../library/detail/History';
import { DraftBadge } from '../drafts/DraftBadge';
import type { OpenForm } from '../form/BookingDrawer';
import { BookingSentence } from '../form/BookingSentence';
import { formOf, toField } from '../form/draft';
import { displaysOf } from '../form/overlap';
import { dateText, daysText } from '../form/words';
import { StaleDialog } from '../lane/StaleDialog';
import css from '../Schedule.module.css';
import { Swatch } from '../Swatch';
import type { ScheduleData } from '../use-schedule-data';
import { type BookingCommands, useBookingCommands } from './use-booking-commands';

interface BookingsPaneProps {
  data: ScheduleData;
  editable: boolean;
  id: string | undefined;
  onCreate: () => void;
  onForm: (form: OpenForm) => void;
}

export function BookingsPane({ data, editable, id, onCreate, onForm }: BookingsPaneProps) {
  const { t } = useTranslation('schedule');
  const commands = useBookingCommands(onForm);
  if (data.bookings.length === 0) {
    return (
      <EmptyState title={t('noBookings.title')} actions={editable && <Button onClick={onCreate}>{t('new')}</Button>}>
        {t('noBookings.words')}
      </EmptyState>
    );
  }
  const open = data.bookings.find((booking) => booking.id === id);
  const sorted = [...data.bookings].sort((a, b) => b.id.localeCompare(a.id));
  return (
    <div className={`${css.body} ${css.alone}`} data-open={open !== undefined || undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <section className={css.tableArea} aria-label={t('tabs.bookings')} tabIndex={0}>
        <Table stickyHeader highlightOnHover verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['name', 'state', 'where', 'period', 'days', 'hours'] as const).map((column) => (
                <Table.Th key={column}>{t(`table.${column}`)}</Table.Th>
              ))}
              <Table.Th>
                <span className="unseen">{t('table.commands')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map((booking) => (
              <BookingRow key={booking.id} {...{ booking, data, editable, commands }} open={booking.id === id} />
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {open && <BookingDetail {...{ booking: open, data, editable, commands }} />}
      <StaleDialog edits={commands.edits} data={data} />
    </div>
  );
}

interface BookingProps {
  booking: Booking;
  data: ScheduleData;
  editable: boolean;
  commands: BookingCommands;
}

function BookingRow({ booking, data, editable, commands, open }: BookingProps & { open: boolean }) {
  const { t } = useTranslation('schedule');
  const { language } = useFormats();
  const count = displaysOf(booking, data.groups).size;
  return (
    <Table.Tr className={open ? css.openRow : ''}>
      <Table.Td maw={280}>
        <span className={css.nameCell}>
          <Swatch booking={booking} all={data.bookings} />
          <Link
            from="/schedule"
            to="/schedule"
            search={({ draft }) => ({ id: booking.id, tab: 'bookings', draft })}
            className={css.link}
          >
            {booking.name}
          </Link>
          <DraftBadge booking={booking} draft={data.draft} />
        </span>
      </Table.Td>
      <Table.Td>
        <BookingState booking={booking} />
      </Table.Td>
      <Table.Td>{t('table.displays', { count })}</Table.Td>
      <Table.Td className="tabular">
        {dateText(booking.from, language)} – {dateText(booking.to, language)}
      </Table.Td>
      <Table.Td>{daysText(booking.weekdays, language, t)}</Table.Td>
      <Table.Td className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {booking.dayparts.map(daypartText).join(', ')}
      </Table.Td>
      <Table.Td>{editable && <BookingMenu booking={booking} commands={commands} />}</Table.Td>
    </Table.Tr>
  );
}

const daypartText = ({ start, end }: Daypart) => `${toField(start)}–${end === '24:00:00' ? '24:00' : toField(end)}`;

function BookingState({ booking }: { booking: Booking }) {
  const { t } = useTranslation('schedule');
  const state = booking.paused ? 'paused' : isOver(booking, stationNow()) ? 'over' : 'active';
  const tone: Record<typeof state, Tone> = { paused: 'amber', over: 'grey', active: 'green' };
  return <StatusDot tone={tone[state]}>{t(`state.${state}`)}</StatusDot>;
}

function BookingMenu({ booking, commands }: Pick<BookingProps, 'booking' | 'commands'>) {
  const { t } = useTranslation('schedule');
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('more', { name: booking.name })}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => commands.edit(booking)}>
          {t('edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => commands.duplicate(booking)}>
          {t('duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={booking.paused ? <IconPlayerPlay {...icon} /> : <IconPlayerPause {...icon} />}
          onClick={() => commands.pause(booking)}
        >
          {t(booking.paused ? 'resume' : 'pause')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => commands.remove(booking)}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function BookingDetail({ booking, data, editable, commands }: BookingProps) {
  const { t } = useTranslation('schedule');
  return (
    <aside className={css.detail} aria-label={t('detail.booking')}>
      <CloseButton
        className={css.close}
        aria-label={t('detail.close')}
        renderRoot={(props: object) => (
          <Link from="/schedule" to="/schedule" search={({ draft }) => ({ tab: 'bookings', draft })} {...props} />
        )}
      />
      <h2>{booking.name}</h2>
      <BookingState booking={booking} />
      <BookingSentence form={formOf(booking)} data={data} />
      {editable && (
        <Button variant="default" onClick={() => commands.edit(booking)} style={{ alignSelf: 'start' }}>
          {t('edit')}
        </Button>
      )}
      <History key={booking.rev} record="booking" id={booking.id} />
    </aside>
  );
}
