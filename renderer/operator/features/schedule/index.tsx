/** The schedule: a day of every display, the bookings behind it, and the push. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';
import { Calendars } from '../../shared/Calendars';
import { FaultPanel } from '../../shared/FaultPanel';
import { useScreenActions } from '../../shared/screen-actions';
import { useMe } from '../../shared/use-me';
import { BookingsPane } from './bookings/BookingsPane';
import { BookingDrawer, type OpenForm } from './form/BookingDrawer';
import { emptyForm, formOf } from './form/draft';
import { InventoryPane } from './inventory/InventoryPane';
import { PushButton } from './push/PushButton';
import { type ScheduleSearch, ScheduleTab } from './search';
import { TimelinePane } from './TimelinePane';
import { useDay } from './use-day';
import { useScheduleData } from './use-schedule-data';

const CalendarPane = lazy(() => import('./calendar/CalendarPane').then((file) => ({ default: file.CalendarPane })));
const BoardPane = lazy(() => import('./board/BoardPane').then((file) => ({ default: file.BoardPane })));
const PreviewPane = lazy(() => import('./preview/PreviewPane').then((file) => ({ default: file.PreviewPane })));

/** Days a new booking runs until someone says otherwise. */
const USUAL_DAYS = 30;

export function ScheduleScreen() {
  const { t } = useTranslation('schedule');
  const { may } = useMe();
  const search = useSearch({ from: '/schedule' });
  const change = useChangeSearch();
  const data = useScheduleData();
  const day = useDay(search.day, data.zone);
  const [form, setForm] = useState<OpenForm | null>(null);
  const editable = may('schedule');
  const tab = search.tab ?? (search.id ? 'bookings' : 'timeline');
  const create = (part: Parameters<typeof emptyForm>[1] = {}) =>
    editable && setForm({ booking: null, values: emptyForm(day.date, part) });
  const createUsual = () => create({ to: day.shifted(USUAL_DAYS - 1) });
  useScreenActions([
    ...(editable ? [{ id: 'schedule.new', label: t('keys.new'), keys: 'N', run: createUsual }] : []),
    { id: 'schedule.today', label: t('keys.today'), keys: 'T', run: () => change({ day: undefined }) },
    { id: 'schedule.zoom', label: t('keys.zoom'), keys: '+ -' },
    { id: 'schedule.whole', label: t('keys.whole'), keys: '0' },
    { id: 'schedule.items', label: t('keys.items'), keys: 'Left Right Up Down' },
    { id: 'schedule.lane', label: t('keys.lane'), keys: 'E' },
    { id: 'schedule.choose', label: t('keys.choose'), keys: 'Space' },
    { id: 'schedule.move', label: t('keys.move'), keys: 'alt+Left alt+Right' },
    { id: 'schedule.stretch', label: t('keys.stretch'), keys: 'shift+alt+Left shift+alt+Right' },
    { id: 'schedule.stretchStart', label: t('keys.stretchStart'), keys: 'shift+Left shift+Right' },
    { id: 'schedule.rehome', label: t('keys.rehome'), keys: 'alt+Up alt+Down' },
    { id: 'schedule.copy', label: t('keys.copy'), keys: 'mod+C mod+V' },
    { id: 'schedule.delete', label: t('keys.delete'), keys: 'Delete' },
    { id: 'schedule.open', label: t('keys.open'), keys: 'Enter' },
    { id: 'schedule.close', label: t('keys.close'), keys: 'Escape' },
  ]);
  const shared = { data, editable };
  return (
    <Calendars>
      <Page
        title={t('title')}
        layout="fill"
        actions={
          <>
            <SegmentedControl
              aria-label={t('tabs.label')}
              value={tab}
              onChange={(value) => change({ tab: ScheduleTab.parse(value), id: undefined })}
              data={ScheduleTab.options.map((value) => ({ value, label: t(`tabs.${value}`) }))}
            />
            {editable && <PushButton />}
            {editable && (
              <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />} onClick={createUsual}>
                {t('new')}
              </Button>
            )}
          </>
        }
      >
        {data.fault !== null && <FaultPanel fault={data.fault} onRetry={data.retry} />}
        {data.fault === null && data.pending && <RowSkeletons label={t('loading')} rows={8} height={56} />}
        {!data.pending && tab === 'timeline' && (
          <TimelinePane
            {...shared}
            onCreate={create}
            day={day}
            search={search}
            onSearch={change}
            onEdit={(booking) => setForm({ booking, values: formOf(booking) })}
          />
        )}
        {!data.pending && (
          <Suspense fallback={<RowSkeletons label={t('loading')} rows={8} height={56} />}>
            {tab === 'calendar' && (
              <CalendarPane
                {...{ data, day, search }}
                onSearch={change}
                onCreate={editable ? (from) => create({ from, to: from }) : null}
              />
            )}
            {tab === 'board' && (
              <BoardPane
                {...{ data, day, search, editable }}
                onSearch={change}
                onCreate={(part) => create({ to: day.shifted(USUAL_DAYS - 1), ...part })}
                onEdit={(booking, changed = booking) =>
                  editable ? setForm({ booking, values: formOf(changed) }) : change({ id: booking.id, tab: 'bookings' })
                }
              />
            )}
            {tab === 'preview' && <PreviewPane {...{ data, day, search }} onSearch={change} />}
          </Suspense>
        )}
        {!data.pending && tab === 'inventory' && (
          <InventoryPane data={data} day={day} onDay={(next) => change({ day: next })} />
        )}
        {!data.pending && tab === 'bookings' && (
          <BookingsPane
            {...shared}
            {...{ search }}
            day={day.date}
            onSearch={change}
            onCreate={createUsual}
            onForm={setForm}
          />
        )}
      </Page>
      {form && <BookingDrawer key={form.booking?.id ?? 'new'} form={form} data={data} onClose={() => setForm(null)} />}
    </Calendars>
  );
}

function useChangeSearch() {
  const navigate = useNavigate({ from: '/schedule' });
  return useCallback(
    (part: Partial<ScheduleSearch>) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
}
