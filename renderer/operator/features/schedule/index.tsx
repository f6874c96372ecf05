/** The schedule: what airs, or an open draft of it, as several views of the same bookings. Which of them, the address says. */
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';
import { Calendars } from '../../shared/Calendars';
import { FaultPanel } from '../../shared/FaultPanel';
import { useMe } from '../../shared/use-me';
import { DraftFrame } from './drafts/DraftFrame';
import { DraftsMenu } from './drafts/DraftsMenu';
import { DraftContext } from './drafts/open-draft';
import { BookingDrawer, type OpenForm } from './form/BookingDrawer';
import { emptyForm, type FormValues } from './form/draft';
import { USUAL_DAYS, useAsked } from './form/use-asked';
import { PushButton } from './push/PushButton';
import { SchedulePane } from './SchedulePane';
import { type ScheduleSearch, ScheduleTab } from './search';
import { useDay } from './use-day';
import { useScheduleData } from './use-schedule-data';
import { useScheduleKeys } from './use-schedule-keys';

export function ScheduleScreen() {
  const { t } = useTranslation('schedule');
  const { may } = useMe();
  const search = useSearch({ from: '/schedule' });
  const change = useChangeSearch();
  const data = useScheduleData(search.draft);
  const day = useDay(search.day, data.zone);
  const [form, setForm] = useState<OpenForm | null>(null);
  const editable = may('schedule');
  const tab = search.tab ?? (search.id ? 'bookings' : 'timeline');
  const create = (part: Parameters<typeof emptyForm>[1] = {}) =>
    editable && setForm({ booking: null, values: emptyForm(day.date, part) });
  const createUsual = (part: Parameters<typeof emptyForm>[1] = {}) =>
    create({ to: day.shifted(USUAL_DAYS - 1), ...part });
  useScheduleKeys({ create: editable ? createUsual : null, today: () => change({ day: undefined }) });
  const openAsked = useCallback(
    (values: FormValues) => {
      setForm({ booking: null, values });
      change({ book: undefined });
    },
    [change],
  );
  useAsked(editable && !data.pending ? search.book : undefined, data.zone, openAsked);
  const leaveDraft = useCallback(() => change({ draft: undefined }), [change]);
  const shared = { data, editable };
  return (
    <DraftContext.Provider value={data.draft}>
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
              <DraftsMenu {...shared} day={day.date} onOpen={(draft) => change({ draft })} />
              {editable && !data.draft && <PushButton />}
              {editable && (
                <Button
                  leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
                  onClick={() => createUsual()}
                >
                  {t('new')}
                </Button>
              )}
            </>
          }
        >
          <DraftFrame {...shared} day={day.date} onLeave={leaveDraft}>
            {data.fault !== null && <FaultPanel fault={data.fault} onRetry={data.retry} />}
            {data.fault === null && data.pending && <RowSkeletons label={t('loading')} rows={8} height={56} />}
            {!data.pending && (
              <SchedulePane
                {...{ tab, data, editable, day, search, create, createUsual }}
                onSearch={change}
                onForm={setForm}
              />
            )}
          </DraftFrame>
        </Page>
        {form && (
          <BookingDrawer
            key={form.booking?.id ?? 'new'}
            {...{ form, data }}
            onClose={() => setForm(null)}
            onReopen={setForm}
          />
        )}
      </Calendars>
    </DraftContext.Provider>
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
