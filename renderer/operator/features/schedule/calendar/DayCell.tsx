/** A day of the calendar: its number, how full it is, and by whom, with `+n` where there is no room for all. */
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { HOUR_MS } from '../../../../../electron/domain/calendar';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { useOpenDraft } from '../drafts/open-draft';
import { Letter } from '../Letter';
import type { Planner } from '../use-planner';
import { type BookedDay, fillOf, sharesOf } from './booked';
import css from './Calendar.module.css';

export interface DayCellProps {
  date: LocalDate;
  /** `Senin, 2 Maret 2026`. */
  name: string;
  day: BookedDay | undefined;
  planner: Planner;
  nameOf: (bookingId: string) => string;
  /** Bookings there is room for. */
  room: number;
  outside: boolean;
  today: boolean;
  selected: boolean;
  onChoose: (date: LocalDate) => void;
}

export function DayCell(props: DayCellProps) {
  const { date, day, planner, nameOf, room, outside, today, selected, onChoose } = props;
  const { t } = useTranslation('desk');
  const { percent, number } = useFormats();
  const told = useDayWords(planner, nameOf);
  const mine = day?.booked.filter(({ bookingId }) => planner.lets(bookingId)) ?? [];
  const silent = day?.silent.filter(({ bookingId }) => planner.lets(bookingId)) ?? [];
  const left = room - (silent.length > 0 ? 1 : 0);
  const shown = mine.length > left ? mine.slice(0, Math.max(left - 1, 0)) : mine;
  const rest = mine.length - shown.length;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys of all its days
    // biome-ignore lint/a11y/useSemanticElements: days lie in a grid of their own measure
    <div
      className={css.day}
      role="gridcell"
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      aria-current={today ? 'date' : undefined}
      aria-label={`${props.name}. ${told(day)}`}
      data-date={date}
      data-today={today || undefined}
      data-outside={outside || undefined}
      onClick={() => onChoose(date)}
    >
      <span className={css.top}>
        <span className={css.number}>{Number(date.slice(8))}</span>
        <span className={css.fill}>{!day ? '…' : day.openMs > 0 ? percent(fillOf(day)) : t('calendar.closed')}</span>
      </span>
      {day && day.openMs > 0 && (
        <span className={css.bar}>
          {sharesOf(day, planner.colouring, planner.lets).map(({ family, part }) => (
            <i
              key={family?.letter ?? ''}
              style={{ width: `${part * 100}%`, background: family?.colour ?? 'var(--suar-line-strong)' }}
            />
          ))}
        </span>
      )}
      <span className={css.lines}>
        {shown.map(({ bookingId, plays }) => (
          <span key={bookingId} className={css.line}>
            <Letter planner={planner} bookingId={bookingId} />
            <span className="one-line">{nameOf(bookingId)}</span>
            <span className={`${css.plays} tabular`}>{number(plays)}</span>
          </span>
        ))}
        {rest > 0 && (
          <span className={css.line}>
            <span className={css.more}>
              {t(shown.length > 0 ? 'calendar.more' : 'calendar.count', { count: rest })}
            </span>
          </span>
        )}
        {silent.length > 0 && (
          <span
            className={css.line}
            title={silent.map(({ bookingId, because }) => `${nameOf(bookingId)}: ${reasonText(because)}`).join('\n')}
          >
            <IconBan className={css.silent} size={12} stroke={2} aria-hidden="true" />
            <span className={css.silent}>{t('calendar.silent', { count: silent.length })}</span>
          </span>
        )}
      </span>
    </div>
  );
}

/** Bookings of a day that are read out; the others are counted. */
const MOST_TOLD = 3;

/** How full a day is, and the first of its bookings. */
export function useDayWords(planner: Planner, nameOf: (bookingId: string) => string) {
  const { t } = useTranslation(['desk', 'schedule']);
  const { percent, number } = useFormats();
  const drafted = useOpenDraft()?.touched;
  const toldOf = (id: string) => (drafted?.has(id) ? `${nameOf(id)} (${t('schedule:legend.drafted')})` : nameOf(id));
  return (day: BookedDay | undefined): string => {
    if (!day) return t('calendar.loading');
    if (day.openMs === 0) return t('calendar.closed');
    const mine = day.booked.filter(({ bookingId }) => planner.lets(bookingId));
    const named = mine
      .slice(0, MOST_TOLD)
      .map(({ bookingId, plays }) =>
        t('calendar.plays', { name: toldOf(bookingId), count: plays, plays: number(plays) }),
      );
    const rest = mine.length - named.length;
    const silent = day.silent.filter(({ bookingId }) => planner.lets(bookingId)).length;
    const names = [...named, ...(rest > 0 ? [t('calendar.others', { count: rest })] : [])];
    return [
      t('calendar.fill', { percent: percent(fillOf(day)), hours: number(day.openMs / HOUR_MS, 1) }),
      t('calendar.bookings', { count: mine.length }),
      ...(names.length > 0 ? [`${names.join(', ')}.`] : []),
      ...(silent > 0 ? [t('calendar.skipped', { count: silent })] : []),
    ].join(' ');
  };
}
