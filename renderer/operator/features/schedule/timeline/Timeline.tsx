/** A day of every display: rows are virtual, the wheel zooms, a drag over a row begins a booking for those hours. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { useStationSecond } from '../../../../client/station-clock';
import { durationText } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { coloursOf } from '../../../shared/booking-colours';
import type { Spot } from '../spot';
import { spanOf, type View, xOf } from '../zoom';
import { HoverCard } from './HoverCard';
import { Playhead } from './Playhead';
import { usePictures } from './pictures';
import { type DisplayView, ROW_PX, Row } from './Row';
import { Ruler } from './Ruler';
import css from './Timeline.module.css';
import { useSpotAt } from './use-spot-at';
import { useSpotWords } from './use-spot-words';
import { useTimelineKeys } from './use-timeline-keys';
import { type Stretch, useTrackPointer } from './use-track-pointer';
import { useWheel, type ViewControl } from './use-view';

export const LABEL_PX = 196;

interface TimelineProps {
  rows: readonly DisplayView[];
  bookings: readonly Booking[];
  day: View;
  control: ViewControl;
  stationZone: string;
  /** Whether the details of something are open beside it. */
  open: boolean;
  onOpen: (spot: Spot) => void;
  onSkipped: (displayId: string) => void;
  /** Null where the person may not book. */
  onStretch: ((stretch: Stretch) => void) | null;
}

export function Timeline(props: TimelineProps) {
  const { rows, bookings, day, control, stationZone, open, onOpen, onSkipped, onStretch } = props;
  const { t } = useTranslation('schedule');
  const { view } = control;
  const area = useRef<HTMLDivElement>(null);
  const { ref: sized, width: whole } = useElementSize<HTMLDivElement>();
  const width = Math.max(whole - LABEL_PX, 1);
  const [cursor, setCursor] = useState<Spot | null>(null);
  const spotAt = useSpotAt(day, view);
  const help = useId();
  useWheel(area, LABEL_PX, control);
  const pointer = useTrackPointer({ view, width, day, spotAt, onOpen, onStretch, onTouch: setCursor });
  const keys = useTimelineKeys({ rows, day, control, spotAt, cursor, setCursor, onOpen, open });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no keys of its own
    <div
      ref={useMergedRef(area, sized)}
      className={css.timeline}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the timeline takes keys of its own
      tabIndex={0}
      aria-label={t('timeline.label')}
      aria-describedby={help}
      {...keys}
      {...pointer.handlers}
    >
      <span id={help} hidden>
        {t('timeline.help')} {onStretch && t('timeline.helpBook')}
      </span>
      <div className={css.inner}>
        <div className={css.head}>
          <div className={css.corner} style={{ width: LABEL_PX }} />
          <Ruler view={view} day={day} width={width} />
        </div>
        <Rows {...{ rows, bookings, day, view, width, area, stationZone, onSkipped }} current={cursor?.displayId} />
        <CursorMark cursor={cursor} rows={rows} view={view} width={width} />
        {pointer.stretch && <Ghost stretch={pointer.stretch} rows={rows} view={view} width={width} />}
        <Playhead view={view} width={width} left={LABEL_PX} />
      </div>
      {pointer.hover && !pointer.stretch && <HoverCard {...pointer.hover} />}
      <Told cursor={cursor} rows={rows} />
    </div>
  );
}

interface RowsProps extends Pick<TimelineProps, 'rows' | 'bookings' | 'day' | 'stationZone' | 'onSkipped'> {
  view: View;
  width: number;
  area: RefObject<HTMLDivElement | null>;
  current: string | undefined;
}

function Rows({ rows, bookings, day, view, width, area, stationZone, onSkipped, current }: RowsProps) {
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => ROW_PX,
    overscan: 2,
  });
  const { pictureOf, stamp } = usePictures();
  const { nameOf, colourOf } = useMemo(() => {
    const names = new Map(bookings.map(({ id, name }) => [id, name]));
    const colours = coloursOf(bookings);
    const nameOf = (id: string) => names.get(id) ?? '';
    return { nameOf, colourOf: (id: string) => (names.has(id) ? colours(id) : null) };
  }, [bookings]);
  const now = useNow(view, width);
  const scheme = document.documentElement.dataset.mantineColorScheme ?? '';
  return (
    <div className={css.rows} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        const shared = { row, day, view, now, width, stationZone, colourOf, nameOf, pictureOf, onSkipped };
        return (
          <Row
            key={row.display.id}
            {...shared}
            top={item.start}
            current={row.display.id === current}
            stamp={`${stamp} ${scheme}`}
          />
        );
      })}
    </div>
  );
}

/** The station's time in steps of a pixel, a second at least, so that rows are painted anew no more often than it is seen. */
function useNow(view: View, width: number): number {
  const step = Math.max(1000, Math.round(spanOf(view) / width));
  return Math.floor(useStationSecond() / step) * step;
}

interface MarkProps {
  rows: readonly DisplayView[];
  view: View;
  width: number;
}

const HEAD_PX = 28;
const topOf = (rows: readonly DisplayView[], displayId: string) =>
  HEAD_PX + rows.findIndex(({ display }) => display.id === displayId) * ROW_PX + 6;

function CursorMark({ cursor, rows, view, width }: MarkProps & { cursor: Spot | null }) {
  if (!cursor) return null;
  const from = Math.max(xOf(cursor.start, view, width), 0);
  const until = Math.min(xOf(cursor.end, view, width), width);
  if (until < 0 || from > width) return null;
  return (
    <div
      className={css.cursor}
      style={{ left: LABEL_PX + from, width: Math.max(until - from, 3), top: topOf(rows, cursor.displayId) }}
    />
  );
}

function Ghost({ stretch, rows, view, width }: MarkProps & { stretch: Stretch }) {
  const formats = useFormats();
  const from = xOf(stretch.from, view, width);
  return (
    <div
      className={css.ghost}
      style={{
        left: LABEL_PX + from,
        width: xOf(stretch.until, view, width) - from,
        top: topOf(rows, stretch.displayId),
      }}
    >
      <span>
        {formats.timeShort(stretch.from)}–{formats.timeShort(stretch.until)}
      </span>
    </div>
  );
}

/** What a screen reader hears as the cursor moves. */
function Told({ cursor, rows }: { cursor: Spot | null; rows: readonly DisplayView[] }) {
  const { t } = useTranslation('schedule');
  const formats = useFormats();
  const wordsOf = useSpotWords();
  const words = cursor && wordsOf(cursor);
  const name = rows.find(({ display }) => display.id === cursor?.displayId)?.display.name ?? '';
  return (
    <span className="unseen" role="status">
      {cursor &&
        t('timeline.told', {
          display: name,
          clip: words?.name,
          from: formats.time(cursor.start),
          length: durationText(cursor.end - cursor.start),
          why: [words?.source, ...(words?.lines ?? [])].join('. '),
        })}
    </span>
  );
}
