/** The timeline with its controls, and at right what was chosen in it. */
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../electron/contract/records/booking';
import type { LocalDate } from '../../../../electron/contract/scalars';
import { DAY_MS } from '../../../../electron/domain/calendar';
import { NoDisplays } from '../../shared/NoDisplays';
import { useScreenActions } from '../../shared/screen-actions';
import { isCoarse, pageDays, REACH } from './calendar-view';
import { DayBar } from './DayBar';
import { dateAt, timeAt } from './days';
import { SkippedPane } from './detail/SkippedPane';
import { SpotPane } from './detail/SpotPane';
import { FilterBar } from './FilterBar';
import type { emptyForm } from './form/draft';
import { Legend } from './Legend';
import { laneRow } from './lane/lane-rows';
import { StaleDialog } from './lane/StaleDialog';
import { useLaneEdits } from './lane/use-lane-edits';
import { useNamedDays } from './lane/use-named-days';
import { NoMatch } from './NoMatch';
import css from './Schedule.module.css';
import type { ScheduleSearch } from './search';
import type { Spot } from './spot';
import { viewOf } from './timeline/kept-view';
import { Timeline } from './timeline/Timeline';
import { useKeepView } from './timeline/use-keep-view';
import type { Stretch } from './timeline/use-track-pointer';
import { useView } from './timeline/use-view';
import type { Day } from './use-day';
import { type Planner, usePlanner } from './use-planner';
import type { ScheduleData } from './use-schedule-data';
import { onEscape, useWayBack } from './way-back';
import { pan, type View } from './zoom';

interface TimelinePaneProps {
  data: ScheduleData;
  day: Day;
  search: ScheduleSearch;
  editable: boolean;
  onSearch: (part: Partial<ScheduleSearch>) => void;
  onCreate: (part: Parameters<typeof emptyForm>[1]) => void;
  onEdit: (booking: Booking) => void;
}

type PartForm = Parameters<typeof emptyForm>[1];

/** A station's only display has the room for its bookings. */
const openedFirst = ({ displays }: ScheduleData): ReadonlySet<string> =>
  new Set(displays.length === 1 ? displays.map(({ display }) => display.id) : []);

export function TimelinePane({ data, day, search, editable, onSearch, onCreate, onEdit }: TimelinePaneProps) {
  const { t } = useTranslation('schedule');
  const { zone } = data;
  const onDay = useCallback((date: LocalDate | undefined) => onSearch({ day: date }), [onSearch]);
  const dateOf = useCallback((at: number) => dateAt(at, zone), [zone]);
  const control = useView(day, viewOf(search, day.date, zone), dateOf, onDay);
  useKeepView({ view: control.view, day, zone, search, onSearch });
  const planner = usePlanner(data, search);
  const edits = useLaneEdits();
  const [opened, setOpened] = useState(() => openedFirst(data));
  const lanes = useLanes(opened, planner, data, day, control.view);
  const [chosen, setSpot] = useState<Spot | null>(null);
  const { view } = control;
  // What was chosen elsewhere is not told beside what is in view.
  const spot = chosen && chosen.start < view.until && chosen.end > view.from ? chosen : null;
  const [skippedOf, setSkippedOf] = useState<string | null>(null);
  const focus = useWayBack();
  const page = (pages: number) => control.set((now) => pan(now, pages * pageDays(now) * DAY_MS, REACH));
  useScreenActions(usePageKeys(page));
  const toggle = useCallback((id: string) => setOpened((now) => toggled(now, id)), []);
  const { leave } = focus;
  const skip = useCallback(
    (id: string) => {
      leave();
      setSpot(null);
      setSkippedOf(id);
    },
    [leave],
  );
  if (data.displays.length === 0) return <NoDisplays words={t('noDisplays')} />;
  const show = (next: Spot) => {
    leave();
    setSkippedOf(null);
    setSpot(next);
  };
  const open = (next: Spot) => {
    if (next.kind === 'bar') return editable ? onEdit(next.booking) : show(next);
    if (next.kind === 'cell') return control.set(() => ({ from: next.start, until: next.end }));
    show(next);
  };
  const close = () => {
    setSpot(null);
    setSkippedOf(null);
    focus.comeBack();
  };
  const allOpen = () => setOpened(opened.size > 0 ? new Set() : new Set(planner.rows.map(({ display }) => display.id)));
  const displayOf = (id: string) => data.displays.find(({ display }) => display.id === id)?.display;
  const beside = spot !== null || skippedOf !== null;
  return (
    <div className={css.pane}>
      <DayBar day={day} control={control} zone={zone} onDay={onDay} onPage={page} onLanes={allOpen} />
      <FilterBar search={search} data={data} planner={planner} onChange={onSearch} />
      <Legend colouring={planner.colouring} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape, from wherever the focus is within */}
      <div className={css.body} data-open={beside || undefined} onKeyDown={beside ? onEscape(close) : undefined}>
        {planner.rows.length === 0 ? (
          <NoMatch onSearch={onSearch} />
        ) : (
          <Timeline
            {...{ lanes, control, zone, editable }}
            rows={planner.rows}
            bookings={data.bookings}
            colouring={planner.colouring}
            lets={planner.lets}
            day={day.span}
            open={beside}
            onOpen={open}
            onSkipped={skip}
            onLane={toggle}
            onStretch={(stretch) => onCreate(partOf(stretch, isCoarse(view), zone))}
            apply={edits.apply}
          />
        )}
        {spot && (
          <SpotPane
            {...{ spot, data, editable, onEdit, planner }}
            display={displayOf(spot.displayId)}
            onClose={close}
          />
        )}
        {skippedOf !== null && <SkippedPane display={displayOf(skippedOf)} day={day.span} onClose={close} />}
      </div>
      <StaleDialog edits={edits} data={data} />
    </div>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function useLanes(
  opened: ReadonlySet<string>,
  { rows, exactMs }: Planner,
  data: ScheduleData,
  { date }: Day,
  view: View,
) {
  const { bookings, groups, zone } = data;
  const open = useMemo(() => {
    const these = rows.filter(({ display }) => opened.has(display.id));
    return these.map(({ display }) => laneRow(display, bookings, groups, date, zone));
  }, [opened, rows, bookings, groups, date, zone]);
  const booked = useMemo(() => open.flatMap((lane) => lane.bookings), [open]);
  const named = useNamedDays(booked, view, zone);
  return useMemo(
    () => new Map(open.map((lane) => [lane.displayId, { ...lane, named, exactMs }])),
    [open, named, exactMs],
  );
}

function usePageKeys(page: (pages: number) => void) {
  const { t } = useTranslation('schedule');
  return [
    { id: 'schedule.before', label: t('keys.before'), keys: '[', run: () => page(-1) },
    { id: 'schedule.after', label: t('keys.after'), keys: ']', run: () => page(1) },
  ];
}

/** What was marked, as a beginning of a booking: days from afar, hours of one day closer up. */
function partOf({ displayId, from, until }: Stretch, coarse: boolean, zone: string): PartForm {
  const where = { displayIds: [displayId], groupIds: [] };
  const first = dateAt(from, zone);
  if (coarse) return { where, from: first, to: dateAt(until - 1, zone) };
  return {
    where,
    from: first,
    to: first,
    dayparts: [{ start: timeAt(from, first, zone), end: endAt(from, until, zone) }],
  };
}

/** Midnight closes the day; an end after it belongs to the night. */
function endAt(from: number, until: number, zone: string) {
  const last = dateAt(until - 1, zone);
  return last === dateAt(from, zone) ? timeAt(until, last, zone) : timeAt(until, dateAt(until, zone), zone);
}
