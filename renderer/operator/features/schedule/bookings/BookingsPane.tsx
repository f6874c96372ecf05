/** Bookings as a table, narrowed and sorted as the address says, the open one at right. */
import { ActionIcon, Button, CloseButton, Group, Menu, Table } from '@mantine/core';
import { IconCopy, IconDots, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { isOver, isToCome } from '../../../../../electron/domain/period';
import { isOnRadio } from '../../../../../electron/domain/spots/radio';
import { stationNow } from '../../../../client/station-clock';
import { EmptyState, StatusDot, type Tone } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { History } from '../../library/detail/History';
import { DraftBadge } from '../drafts/DraftBadge';
import { SheetMenu } from '../exchange/SheetMenu';
import { FilterBar } from '../FilterBar';
import type { OpenForm } from '../form/BookingDrawer';
import { BookingSentence } from '../form/BookingSentence';
import { formOf } from '../form/draft';
import { daysText, hoursText, periodText, placesOf } from '../form/words';
import { StaleDialog } from '../lane/StaleDialog';
import { NoMatch } from '../NoMatch';
import css from '../Schedule.module.css';
import { Swatch } from '../Swatch';
import type { ScheduleSearch, SortBy } from '../search';
import { usePlanner } from '../use-planner';
import type { ScheduleData } from '../use-schedule-data';
import { Heading } from './Heading';
import type { Row } from './rows';
import { type BookingCommands, useBookingCommands } from './use-booking-commands';
import { useRows } from './use-rows';

interface BookingsPaneProps {
  data: ScheduleData;
  editable: boolean;
  day: LocalDate;
  search: ScheduleSearch;
  onSearch: (part: Partial<ScheduleSearch>) => void;
  onCreate: () => void;
  onForm: (form: OpenForm) => void;
}

type Column = 'name' | 'state' | 'agency' | 'where' | 'period' | 'days' | 'hours';
const COLUMNS: readonly (readonly [Column, SortBy | null])[] = [
  ['name', 'name'],
  ['state', 'state'],
  ['agency', 'agency'],
  ['where', 'displays'],
  ['period', 'from'],
  ['days', null],
  ['hours', 'hours'],
];
/** Rows drawn before more are asked for: a thousand take a second. */
const PAGE = 200;

export function BookingsPane({ data, editable, day, search, onSearch, onCreate, onForm }: BookingsPaneProps) {
  const { t } = useTranslation('schedule');
  const commands = useBookingCommands(onForm);
  const planner = usePlanner(data, search);
  const rows = useRows(data, planner, search, stateOf);
  const [shown, setShown] = useState(PAGE);
  // What goes out and in is what airs.
  const sheets = !data.draft && <SheetMenu {...{ data, editable, search, day }} />;
  if (data.bookings.length === 0) {
    return (
      <EmptyState
        title={t('noBookings.title')}
        actions={
          editable && (
            <Group gap="xs" justify="center">
              <Button onClick={onCreate}>{t('new')}</Button>
              {sheets}
            </Group>
          )
        }
      >
        {t('noBookings.words')}
      </EmptyState>
    );
  }
  const { id } = search;
  const open = data.bookings.find((booking) => booking.id === id);
  return (
    <div className={css.pane}>
      <FilterBar search={search} data={data} planner={planner} onChange={onSearch} end={sheets} />
      <div className={css.body} data-open={open !== undefined || undefined}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
        <section className={css.tableArea} aria-label={t('tabs.bookings')} tabIndex={0}>
          <Table stickyHeader highlightOnHover verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                {COLUMNS.map(([column, by]) =>
                  by === null ? (
                    <Table.Th key={column}>{t(`table.${column}`)}</Table.Th>
                  ) : (
                    <Heading key={column} word={t(`table.${column}`)} {...{ by, search, onSearch }} />
                  ),
                )}
                <Table.Th>
                  <span className="unseen">{t('table.commands')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.slice(0, shown).map((row) => (
                <BookingRow
                  key={row.booking.id}
                  {...{ ...row, data, editable, commands }}
                  open={row.booking.id === id}
                />
              ))}
            </Table.Tbody>
          </Table>
          {rows.length === 0 && <NoMatch onSearch={onSearch} />}
          {rows.length > shown && (
            <Button variant="default" mt="sm" onClick={() => setShown(shown + PAGE)}>
              {t('table.rest', { count: Math.min(rows.length - shown, PAGE) })}
            </Button>
          )}
        </section>
        {open && <BookingDetail {...{ booking: open, data, editable, commands }} />}
      </div>
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

function BookingRow(props: BookingProps & Row & { open: boolean }) {
  const { booking, data, editable, commands, open, agency, agreement, displays: count } = props;
  const { t } = useTranslation('schedule');
  const { language } = useFormats();
  const [only, ...more] = placesOf(booking, data, t);
  const place = more.length === 0 && only;
  const shown = count - Number(isOnRadio(booking));
  const isAlone = place && booking.where.groupIds.length === 0;
  return (
    <Table.Tr className={open ? css.openRow : ''}>
      <Table.Td maw={280}>
        <span className={css.nameCell}>
          <Swatch booking={booking} all={data.bookings} />
          <Link
            from="/schedule"
            to="/schedule"
            search={(now) => ({ ...now, id: booking.id, tab: 'bookings' })}
            className={css.link}
          >
            {booking.name}
          </Link>
          <DraftBadge id={booking.id} />
        </span>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <BookingState booking={booking} />
      </Table.Td>
      <Table.Td maw={220}>
        {agency}
        {agreement && <small className={css.under}>{agreement}</small>}
      </Table.Td>
      <Table.Td maw={200}>
        {place}
        {!isAlone && (
          <span className={place ? css.under : undefined}>
            {[shown > 0 && t('table.displays', { count: shown }), count > shown && t('form.radio')]
              .filter(Boolean)
              .join(', ')}
          </span>
        )}
      </Table.Td>
      <Table.Td className="tabular">{periodText(booking, language)}</Table.Td>
      <Table.Td>{booking.rule === null ? daysText(booking.weekdays, language, t) : t('sentence.byRule')}</Table.Td>
      <Table.Td className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {hoursText(booking)}
      </Table.Td>
      <Table.Td>{editable && <BookingMenu booking={booking} commands={commands} />}</Table.Td>
    </Table.Tr>
  );
}

function stateOf(booking: Booking): Row['state'] {
  if (booking.paused) return 'paused';
  if (isOver(booking, stationNow())) return 'over';
  return isToCome(booking, stationNow()) ? 'later' : 'active';
}

function BookingState({ booking }: { booking: Booking }) {
  const { t } = useTranslation('schedule');
  const state = stateOf(booking);
  const tone: Record<typeof state, Tone> = { paused: 'amber', over: 'grey', later: 'grey', active: 'green' };
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
          <Link
            from="/schedule"
            to="/schedule"
            search={(now) => ({ ...now, id: undefined, tab: 'bookings' })}
            {...props}
          />
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
