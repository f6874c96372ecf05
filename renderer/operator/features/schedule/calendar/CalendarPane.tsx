/** A month or a week of what is booked, on a display, a group or all of them. */
import { Button, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { useFormats } from '../../../i18n/formats';
import { weekdayName } from '../../../shared/date-text';
import { FaultPanel } from '../../../shared/FaultPanel';
import { NoDisplays } from '../../../shared/NoDisplays';
import { Tool } from '../DayBar';
import { DayPick } from '../DayPick';
import { FilterBar } from '../FilterBar';
import { Legend } from '../Legend';
import { NoMatch } from '../NoMatch';
import schedule from '../Schedule.module.css';
import type { ScheduleSearch } from '../search';
import { useBookingNames } from '../use-booking-names';
import type { Day } from '../use-day';
import { usePlanner } from '../use-planner';
import type { ScheduleData } from '../use-schedule-data';
import { onEscape } from '../way-back';
import css from './Calendar.module.css';
import { DayCell } from './DayCell';
import { DayPane } from './DayPane';
import { type CalendarScale, daysOfWeek, keyed, paged, weeksOf } from './grid';
import { useBookedDays } from './use-booked-days';

interface CalendarPaneProps {
  data: ScheduleData;
  day: Day;
  search: ScheduleSearch;
  onSearch: (part: Partial<ScheduleSearch>) => void;
  /** Null where the person may not book. */
  onCreate: ((from: LocalDate) => void) | null;
}

const SCALES: CalendarScale[] = ['month', 'week'];
const icon = { size: 18, stroke: 1.75 } as const;

export function CalendarPane({ data, day, search, onSearch, onCreate }: CalendarPaneProps) {
  const { t } = useTranslation(['desk', 'schedule']);
  const planner = usePlanner(data, search);
  const scale: CalendarScale = search.scale === 'week' ? 'week' : 'month';
  const weeks = useMemo(() => weeksOf(day.date, scale), [day.date, scale]);
  const asked = useBookedDays(
    planner.rows.map(({ display }) => display.id),
    weeks,
  );
  const [open, setOpen] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  const nameOf = useBookingNames(data.bookings);
  const dayName = useDayName();
  const go = (date: LocalDate) => onSearch({ day: date });
  const walked = useFocusOnDay(grid, day.date);
  const close = () => {
    setOpen(false);
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = keyed(day.date, scale, event.key);
    if (to) {
      walked.current = true;
      go(to);
    } else if (event.key === 'Enter' || event.key === ' ') setOpen(true);
    else return;
    event.preventDefault();
  };
  if (data.displays.length === 0) return <NoDisplays words={t('schedule:noDisplays')} />;
  return (
    <div className={schedule.pane}>
      <div className={schedule.bar} role="toolbar" aria-label={t('calendar.bar')}>
        <Tool
          label={t('calendar.before')}
          run={() => go(paged(day.date, scale, -1))}
          icon={<IconChevronLeft {...icon} />}
        />
        <DayPick label={t('calendar.pick')} day={day} onDay={go} />
        <Tool
          label={t('calendar.after')}
          run={() => go(paged(day.date, scale, 1))}
          icon={<IconChevronRight {...icon} />}
        />
        <Button variant="default" disabled={day.date === day.today} onClick={() => onSearch({ day: undefined })}>
          {t('calendar.today')}
        </Button>
        <SegmentedControl
          aria-label={t('calendar.scale')}
          value={scale}
          onChange={(value) => onSearch({ scale: value === 'week' ? 'week' : 'month' })}
          data={SCALES.map((value) => ({ value, label: t(`calendar.${value}`) }))}
        />
      </div>
      <FilterBar search={search} data={data} planner={planner} onChange={onSearch} />
      <Legend colouring={planner.colouring} manners={false} />
      {asked.fault && <FaultPanel fault={asked.fault} onRetry={asked.retry} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape, from wherever the focus is within */}
      <div className={schedule.body} data-open={open || undefined} onKeyDown={open ? onEscape(close) : undefined}>
        {planner.rows.length === 0 ? (
          <NoMatch onSearch={onSearch} />
        ) : (
          <div className={css.area}>
            <Grid
              {...{ grid, weeks, scale, day, planner, nameOf, dayName, days: asked.days, onKeyDown: press }}
              onChoose={(date) => {
                go(date);
                setOpen(true);
              }}
            />
          </div>
        )}
        {open && (
          <DayPane
            {...{ planner, search, nameOf, onClose: close, date: day.date }}
            name={dayName(day.date)}
            day={asked.days.get(day.date)}
            onCreate={onCreate && (() => onCreate(day.date))}
          />
        )}
      </div>
    </div>
  );
}

interface GridProps {
  grid: React.RefObject<HTMLDivElement | null>;
  weeks: readonly LocalDate[];
  scale: CalendarScale;
  day: Day;
  days: ReturnType<typeof useBookedDays>['days'];
  planner: ReturnType<typeof usePlanner>;
  nameOf: (bookingId: string) => string;
  dayName: (date: LocalDate) => string;
  onKeyDown: (event: KeyboardEvent) => void;
  onChoose: (date: LocalDate) => void;
}

/** What a day needs beside its lines, px, and each line. */
const HEAD_PX = 44;
const LINE_PX = 17;
const HEADS_PX = 30;

function Grid({ grid, weeks, scale, day, days, planner, nameOf, dayName, onKeyDown, onChoose }: GridProps) {
  const { t } = useTranslation('desk');
  const { language } = useFormats();
  const { ref, height } = useElementSize<HTMLDivElement>();
  const room = Math.max(1, Math.floor(((height - HEADS_PX) / weeks.length - HEAD_PX) / LINE_PX));
  return (
    <div ref={ref} style={{ display: 'flex', flex: 1, minHeight: 0 }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table would not share its height among the weeks */}
      <div
        ref={grid}
        className={css.grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('calendar.label')}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the days take the focus */}
        <div className={css.heads} role="row">
          {([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div key={weekday} role="columnheader">
              {weekdayName(weekday, language)}
            </div>
          ))}
        </div>
        {weeks.map((monday) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div key={monday} className={css.week} role="row">
            {daysOfWeek(monday).map((date) => (
              <DayCell
                key={date}
                {...{ date, planner, nameOf, room, onChoose }}
                name={dayName(date)}
                day={days.get(date)}
                outside={scale === 'month' && date.slice(0, 7) !== day.date.slice(0, 7)}
                today={date === day.today}
                selected={date === day.date}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** `Senin, 2 Maret 2026`. */
function useDayName(): (date: LocalDate) => string {
  const { language } = useFormats();
  return useMemo(() => {
    const style = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', style);
    return (date: LocalDate) => format.format(Date.parse(date));
  }, [language]);
}

/** Whoever walks the days by keys comes to stand on the one they lead to, on another page as well. */
function useFocusOnDay(grid: React.RefObject<HTMLDivElement | null>, date: LocalDate) {
  const walked = useRef(false);
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  }, [grid, date]);
  return walked;
}
