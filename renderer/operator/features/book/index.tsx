/** One piece of material on its way into the schedule: the form of a booking that has it already, and where it is booked once that is saved. */
import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../electron/contract/records/asset';
import { orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { Page, RowSkeletons, Section } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { Calendars } from '../../shared/Calendars';
import { dateText } from '../../shared/date-text';
import { FaultPanel } from '../../shared/FaultPanel';
import { useMe } from '../../shared/use-me';
import { dateAt, shiftDate } from '../schedule/days';
import { BookingDrawer, type OpenForm } from '../schedule/form/BookingDrawer';
import { emptyForm } from '../schedule/form/draft';
import { type ScheduleData, useScheduleData } from '../schedule/use-schedule-data';
import css from './Book.module.css';

/** Days that it runs where the material names no last one. */
const USUAL_DAYS = 30;

export function BookScreen() {
  const { t } = useTranslation(['submissions', 'schedule']);
  const { assetId } = useParams({ from: '/schedule/book/$assetId' });
  const asset = useQuery(orpc.library.get.queryOptions({ input: { id: assetId } }));
  const data = useScheduleData(undefined);
  const fault = asset.error ?? data.fault;
  const isThere = asset.data && !data.pending;
  return (
    <Calendars>
      <Page title={t('placed.screen')}>
        {fault !== null && (
          <FaultPanel
            fault={fault}
            onRetry={() => {
              void asset.refetch();
              data.retry();
            }}
          />
        )}
        {fault === null && !isThere && <RowSkeletons label={t('schedule:loading')} rows={4} />}
        {isThere && <Book key={asset.data.id} asset={asset.data} data={data} />}
      </Page>
    </Calendars>
  );
}

/** From its first day, or today where that is past, to its last. */
function formFor({ id, name, validFrom, validTo }: Asset, today: string): OpenForm {
  const from = validFrom !== null && validFrom > today ? validFrom : today;
  const to = validTo !== null && validTo >= from ? validTo : shiftDate(from, USUAL_DAYS - 1);
  return { booking: null, values: { ...emptyForm(from, { to, what: { kind: 'asset', id } }), name } };
}

function Book({ asset, data }: { asset: Asset; data: ScheduleData }) {
  const { t } = useTranslation('submissions');
  const { history } = useRouter();
  const { may } = useMe();
  const fresh = () => formFor(asset, dateAt(stationNow(), data.zone));
  const [form, open] = useState<OpenForm | null>(() => (may('schedule') ? fresh() : null));
  return (
    <>
      <Section
        title={asset.name}
        aside={
          <div className={css.commands}>
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
              onClick={() => history.back()}
            >
              {t('placed.back')}
            </Button>
            {may('schedule') && (
              <Button
                size="compact-md"
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                onClick={() => open(fresh())}
              >
                {t('placed.book')}
              </Button>
            )}
          </div>
        }
      >
        <Bookings asset={asset} data={data} />
      </Section>
      {form && (
        <BookingDrawer key={form.booking?.id ?? 'new'} {...{ form, data }} onClose={() => open(null)} onReopen={open} />
      )}
    </>
  );
}

function Bookings({ asset, data }: { asset: Asset; data: ScheduleData }) {
  const { t } = useTranslation('submissions');
  const { language } = useFormats();
  const uses = useQuery(orpc.library.usage.queryOptions({ input: { id: asset.id } })).data ?? [];
  const found = data.bookings.filter(({ id }) => uses.some((use) => use.kind === 'booking' && use.id === id));
  if (found.length === 0) return <p className={css.muted}>{t('placed.none')}</p>;
  return (
    <ul className={css.list}>
      {found.map(({ id, name, from, to }) => (
        <li key={id}>
          <Anchor
            underline="always"
            size="sm"
            renderRoot={(props) => <Link to="/schedule" search={{ id, tab: 'bookings' }} {...props} />}
          >
            {name}
          </Anchor>
          <span className={css.muted}>
            {t('placed.days', { from: dateText(from, language), to: dateText(to, language) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
