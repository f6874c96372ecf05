/** The chosen day: all its bookings with their plays, and the ways on from it. */
import { Button, CloseButton } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { HOUR_MS } from '../../../../../electron/domain/calendar';
import { durationText } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { DraftBadge } from '../drafts/DraftBadge';
import { Letter } from '../Letter';
import schedule from '../Schedule.module.css';
import type { ScheduleSearch } from '../search';
import type { Planner } from '../use-planner';
import { type BookedDay, fillOf } from './booked';
import css from './Calendar.module.css';

interface DayPaneProps {
  name: string;
  date: LocalDate;
  day: BookedDay | undefined;
  planner: Planner;
  search: ScheduleSearch;
  nameOf: (bookingId: string) => string;
  onCreate: (() => void) | null;
  onClose: () => void;
}

export function DayPane({ name, date, day, planner, search, nameOf, onCreate, onClose }: DayPaneProps) {
  const { t } = useTranslation('desk');
  const { percent, number } = useFormats();
  const mine = day?.booked.filter(({ bookingId }) => planner.lets(bookingId)) ?? [];
  const silent = day?.silent.filter(({ bookingId }) => planner.lets(bookingId)) ?? [];
  const fillWords = (whole: BookedDay) =>
    whole.openMs === 0
      ? t('calendar.closedWords')
      : t('calendar.fill', { percent: percent(fillOf(whole)), hours: number(whole.openMs / HOUR_MS, 1) });
  // The view on the other side begins with this day whole.
  const on = { ...search, day: date, at: undefined, span: undefined, scale: undefined };
  return (
    <aside className={schedule.detail} aria-label={name}>
      <CloseButton className={schedule.close} aria-label={t('close')} onClick={onClose} />
      <h2>{name}</h2>
      <p>{day ? fillWords(day) : t('calendar.loading')}</p>
      <div className={css.buttons}>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/schedule" search={{ ...on, tab: 'timeline' }} {...props} />}
        >
          {t('calendar.toTimeline')}
        </Button>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/schedule" search={{ ...on, tab: 'preview' }} {...props} />}
        >
          {t('calendar.toPreview')}
        </Button>
        {onCreate && (
          <Button size="xs" variant="default" onClick={onCreate}>
            {t('calendar.create')}
          </Button>
        )}
      </div>
      {day && <h3>{t('calendar.bookings', { count: mine.length })}</h3>}
      <ul className={css.list}>
        {mine.map((booked) => (
          <li key={booked.bookingId}>
            <Letter planner={planner} bookingId={booked.bookingId} />
            <span>
              <Link
                to="/schedule"
                search={{ ...search, id: booked.bookingId, tab: 'bookings' }}
                className={schedule.link}
              >
                {nameOf(booked.bookingId)}
              </Link>{' '}
              <DraftBadge id={booked.bookingId} />
            </span>
            <BookedWords {...booked} openMs={day?.openMs ?? 0} />
          </li>
        ))}
      </ul>
      {silent.length > 0 && <h3>{t('calendar.silentBookings', { count: silent.length })}</h3>}
      {silent.length > 0 && (
        <ul className={css.list}>
          {silent.map(({ bookingId, because }) => (
            <li key={bookingId}>
              <IconBan className={css.silent} size={16} stroke={2} aria-hidden="true" />
              <Link to="/schedule" search={{ ...search, id: bookingId, tab: 'bookings' }} className={schedule.link}>
                {nameOf(bookingId)}
              </Link>
              <small>{reasonText(because)}</small>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function BookedWords({ ms, plays, displays, openMs }: BookedDay['booked'][number] & { openMs: number }) {
  const { t } = useTranslation('desk');
  const { number, percent } = useFormats();
  return (
    <small className="tabular">
      {t('calendar.takes', {
        plays: number(plays),
        length: durationText(ms),
        percent: percent(ms / Math.max(openMs, 1)),
      })}{' '}
      {t('calendar.onDisplays', { count: displays })}
    </small>
  );
}
