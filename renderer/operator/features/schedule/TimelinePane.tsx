/** The day with its controls, and at right what was chosen in it. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import {
  IconArrowsMaximize,
  IconChevronLeft,
  IconChevronRight,
  IconDeviceTv,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../electron/contract/records/booking';
import type { LocalDate } from '../../../../electron/contract/scalars';
import { EmptyState } from '../../../ui';
import { coloursOf } from '../../shared/booking-colours';
import { useMe } from '../../shared/use-me';
import { timeAt } from './days';
import { SkippedPane } from './detail/SkippedPane';
import { SpotPane } from './detail/SpotPane';
import type { emptyForm } from './form/draft';
import css from './Schedule.module.css';
import type { Spot } from './spot';
import { Timeline } from './timeline/Timeline';
import { useView, type ViewControl } from './timeline/use-view';
import type { Day } from './use-day';
import type { ScheduleData } from './use-schedule-data';
import { onEscape, useWayBack } from './way-back';

interface TimelinePaneProps {
  data: ScheduleData;
  day: Day;
  editable: boolean;
  onDay: (date: LocalDate | undefined) => void;
  onCreate: (part: Parameters<typeof emptyForm>[1]) => void;
  onEdit: (booking: Booking) => void;
}

export function TimelinePane({ data, day, editable, onDay, onCreate, onEdit }: TimelinePaneProps) {
  const control = useView(day.span);
  const [chosen, setSpot] = useState<Spot | null>(null);
  // What was chosen on another day is not told beside this one.
  const spot = chosen && chosen.start < day.span.until && chosen.end > day.span.from ? chosen : null;
  const [skippedOf, setSkippedOf] = useState<string | null>(null);
  const focus = useWayBack();
  if (data.displays.length === 0) return <NoDisplays />;
  const show = (next: { spot?: Spot; skippedOf?: string }) => {
    focus.leave();
    setSpot(next.spot ?? null);
    setSkippedOf(next.skippedOf ?? null);
  };
  const close = () => {
    setSpot(null);
    setSkippedOf(null);
    focus.comeBack();
  };
  const displayOf = (id: string) => data.displays.find(({ display }) => display.id === id)?.display;
  const open = spot !== null || skippedOf !== null;
  return (
    <div className={css.pane}>
      <DayBar day={day} control={control} onDay={onDay} />
      <Legend data={data} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape, from wherever the focus is within */}
      <div className={css.body} data-open={open || undefined} onKeyDown={open ? onEscape(close) : undefined}>
        <Timeline
          rows={data.displays}
          bookings={data.bookings}
          day={day.span}
          control={control}
          stationZone={data.zone}
          open={open}
          onOpen={(next) => show({ spot: next })}
          onSkipped={(id) => show({ skippedOf: id })}
          onStretch={
            editable
              ? ({ displayId, from, until }) =>
                  onCreate({
                    where: { displayIds: [displayId], groupIds: [] },
                    dayparts: [{ start: timeAt(from, day.date, data.zone), end: timeAt(until, day.date, data.zone) }],
                  })
              : null
          }
        />
        {spot && <SpotPane {...{ spot, data, editable, onEdit }} display={displayOf(spot.displayId)} onClose={close} />}
        {skippedOf !== null && <SkippedPane display={displayOf(skippedOf)} day={day.span} onClose={close} />}
      </div>
    </div>
  );
}

function NoDisplays() {
  const { t } = useTranslation('schedule');
  const { may } = useMe();
  return (
    <EmptyState
      icon={<IconDeviceTv size={36} stroke={1.5} />}
      title={t('noDisplays.title')}
      actions={
        may('displays') && (
          <Button renderRoot={(props) => <Link to="/displays" search={{ add: true }} {...props} />}>
            {t('noDisplays.add')}
          </Button>
        )
      }
    >
      {may('displays') && t('noDisplays.words')}
    </EmptyState>
  );
}

interface DayBarProps {
  day: Day;
  control: ViewControl;
  onDay: TimelinePaneProps['onDay'];
}

function DayBar({ day, control, onDay }: DayBarProps) {
  const { t } = useTranslation('schedule');
  return (
    <div className={css.bar} role="toolbar" aria-label={t('day.label')}>
      <Tool
        label={t('day.before')}
        run={() => onDay(day.shifted(-1))}
        icon={<IconChevronLeft size={18} stroke={1.75} />}
      />
      <DatePickerInput
        aria-label={t('day.pick')}
        value={day.date}
        onChange={(date) => onDay(date ?? undefined)}
        valueFormat="dddd, D MMMM YYYY"
        w={240}
      />
      <Tool
        label={t('day.after')}
        run={() => onDay(day.shifted(1))}
        icon={<IconChevronRight size={18} stroke={1.75} />}
      />
      <Button variant="default" disabled={day.date === day.today} onClick={() => onDay(undefined)}>
        {t('day.today')}
      </Button>
      <span className={css.push} />
      <Tool label={t('zoom.out')} run={() => control.zoom(2)} icon={<IconZoomOut size={18} stroke={1.75} />} />
      <Tool label={t('zoom.in')} run={() => control.zoom(0.5)} icon={<IconZoomIn size={18} stroke={1.75} />} />
      <Tool
        label={t('zoom.whole')}
        run={() => control.set(() => day.span)}
        icon={<IconArrowsMaximize size={18} stroke={1.75} />}
      />
    </div>
  );
}

function Tool({ label, run, icon }: { label: string; run: () => void; icon: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** What was reported is filled, what is planned outlined; see `timeline/draw.ts`. */
const MANNERS = ['shown', 'planned', 'gap', 'amiss'] as const;

/** Which colour is which booking; filler and slate by their hatch. */
function Legend({ data }: { data: ScheduleData }) {
  const { t } = useTranslation('schedule');
  return (
    <ul className={css.legend} aria-label={t('legend.label')}>
      {data.bookings.map((booking) => (
        <li key={booking.id}>
          <Swatch booking={booking} all={data.bookings} />
          <Link to="/schedule" search={{ id: booking.id }} className="one-line" title={booking.name}>
            {booking.name}
          </Link>
        </li>
      ))}
      <li>
        <span className={css.fillerSwatch} aria-hidden="true" />
        {t('legend.filler')}
      </li>
      {MANNERS.map((manner) => (
        <li key={manner}>
          <span className={css.mannerSwatch} data-manner={manner} aria-hidden="true" />
          {t(`legend.${manner}`)}
        </li>
      ))}
    </ul>
  );
}

export function Swatch({ booking, all }: { booking: Pick<Booking, 'id'>; all: readonly Booking[] }) {
  return <span className={css.swatch} style={{ background: coloursOf(all)(booking.id) }} aria-hidden="true" />;
}
