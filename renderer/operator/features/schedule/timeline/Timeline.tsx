/** Days of every display: rows are virtual, Ctrl and the wheel zoom; below an open row lie its bookings, to be moved and stretched. */
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Booking } from '../../../../../electron/contract/records/booking';
import type { Zone } from '../../../../../electron/contract/scalars';
import { useStationSecond } from '../../../../client/station-clock';
import type { Colouring } from '../colouring';
import { MARK_PX } from '../lane/bars';
import type { LaneRow } from '../lane/lane-rows';
import { useLane } from '../lane/use-lane';
import { useSilence } from '../lane/use-silence';
import type { Spot } from '../spot';
import { useBookingNames } from '../use-booking-names';
import { spanOf, type View, xOf } from '../zoom';
import { DragMarks } from './DragMarks';
import { HoverCard } from './HoverCard';
import { Playhead } from './Playhead';
import { usePictures } from './pictures';
import { type DisplayView, Row } from './Row';
import { Ruler } from './Ruler';
import type { Scene } from './scene';
import { ROW_PX } from './sizes';
import css from './Timeline.module.css';
import { Told } from './Told';
import { useAsked } from './use-asked';
import { useLoopOf } from './use-loop-of';
import { useSpotAt } from './use-spot-at';
import { useTimelineKeys } from './use-timeline-keys';
import { type Stretch, useTrackPointer } from './use-track-pointer';
import { useWheel, type ViewControl } from './use-view';

export const LABEL_PX = 196;
const HEAD_PX = 28;
const NO_GHOSTS: readonly Booking[] = [];

export interface TimelineProps {
  rows: readonly DisplayView[];
  bookings: readonly Booking[];
  /** Lanes of the displays that are open. */
  lanes: ReadonlyMap<string, LaneRow>;
  colouring: Colouring;
  lets: (bookingId: string) => boolean;
  day: View;
  control: ViewControl;
  zone: Zone;
  /** Whether the details of something are open beside it. */
  open: boolean;
  editable: boolean;
  onOpen: (spot: Spot) => void;
  onSkipped: (displayId: string) => void;
  onLane: (displayId: string) => void;
  onStretch: (stretch: Stretch) => void;
  apply: Parameters<typeof useLane>[0]['apply'];
}

export function Timeline(props: TimelineProps) {
  const { rows, bookings, lanes, colouring, lets, day, control, zone, open, editable } = props;
  const { onOpen, onSkipped, onLane, onStretch, apply } = props;
  const { t } = useTranslation('schedule');
  const { view } = control;
  const area = useRef<HTMLDivElement>(null);
  const { ref: sized, width: whole } = useElementSize<HTMLDivElement>();
  const width = Math.max(whole - LABEL_PX, 1);
  const [cursor, setCursor] = useState<Spot | null>(null);
  const askedWith = useAsked(rows);
  const spotAt = useSpotAt(view, zone, askedWith);
  const loopOf = useLoopOf(view, zone, askedWith);
  const help = useId();
  const lane = useLane({ bookings, lanes, view, width, zone, loopOf, cursor, setCursor, apply, onToggle: onLane });
  useWheel(area, LABEL_PX, control);
  const heights = rows.map(({ display }) => lanes.get(display.id)?.height ?? 0).join();
  const pointer = useTrackPointer({
    ...{ control, width, zone, spotAt, loopOf, editable, onOpen, onStretch, heights },
    laneOf: (id) => lanes.get(id) ?? null,
    withIt: lane.withIt,
    onTouch: (spot, more) => {
      setCursor(spot);
      if (spot.kind === 'bar') lane.keys.choose(spot.booking.id, more);
    },
    onMarked: lane.setChosen,
    onDrop: lane.drop,
  });
  const keys = useTimelineKeys({
    rows,
    day,
    control,
    spotAt,
    cursor: lane.cursor,
    setCursor,
    onOpen,
    open,
    lane: lane.keys,
    editable,
  });
  useEscape(pointer);
  const scene = useScene({
    view,
    width,
    zone,
    colouring,
    lets,
    bookings,
    chosen: lane.chosen,
    // Taken to another display they are marked there, not where they come from.
    ghosts: pointer.dragging.target ? NO_GHOSTS : pointer.dragging.ghosts,
  });
  // oxlint-disable-next-line react/incompatible-library -- its answers change between renders; nothing here is memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: (index) => ROW_PX + (lanes.get(rows[index]?.display.id ?? '')?.height ?? 0),
    overscan: 2,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have changed their heights
  useEffect(() => virtual.measure(), [virtual, heights]);
  const topOf = (displayId: string): number | null => {
    const index = rows.findIndex(({ display }) => display.id === displayId);
    const top = virtual.measurementsCache[index]?.start;
    return top === undefined ? null : HEAD_PX + top;
  };
  const laneUnder = (spot: Spot | null | undefined) =>
    spot?.kind === 'bar' ? (lanes.get(spot.displayId) ?? null) : null;
  const [pointed, told] = [pointer.hover?.spot, lane.cursor];
  const underPointer = useSilence(laneUnder(pointed), askedWith(pointed?.displayId ?? ''), view, zone);
  const underCursor = useSilence(laneUnder(told), askedWith(told?.displayId ?? ''), view, zone);
  const place = lane.cursor && placeOf(lane.cursor, lanes);
  const current = lane.cursor?.displayId;
  const row = rows.findIndex(({ display }) => display.id === current);
  useEffect(() => {
    if (row >= 0) virtual.scrollToIndex(row, { align: 'auto' });
  }, [virtual, row]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no keys of its own
    <div
      ref={useMergedRef(area, sized)}
      className={css.timeline}
      style={{ cursor: pointer.cursor }}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the timeline takes keys of its own
      tabIndex={0}
      aria-label={t('timeline.label')}
      aria-describedby={help}
      {...keys}
      {...pointer.handlers}
    >
      <span id={help} hidden>
        {t('timeline.help')} {t('lane.help')} {editable && `${t('lane.helpEdit')} ${t('timeline.helpBook')}`}
      </span>
      <div className={css.inner}>
        <div className={css.head}>
          <div className={css.corner} style={{ width: LABEL_PX }} />
          <Ruler view={view} zone={zone} width={width} />
        </div>
        <div className={css.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const each = rows[item.index];
            if (!each) return null;
            const { id } = each.display;
            return (
              <Row
                key={id}
                {...{ row: each, scene, onSkipped, onLane }}
                lane={lanes.get(id) ?? null}
                asked={askedWith(id)}
                top={item.start}
                height={item.size}
                current={id === current}
              />
            );
          })}
        </div>
        <CursorMark
          spot={lane.cursor}
          top={current === undefined ? null : topOf(current)}
          place={place}
          view={view}
          width={width}
        />
        <DragMarks dragging={pointer.dragging} {...{ rows, lanes, topOf, view, width }} left={LABEL_PX} />
        <Playhead view={view} width={width} left={LABEL_PX} />
      </div>
      {pointer.hover && <HoverCard {...pointer.hover} colouring={colouring} lets={lets} silence={underPointer} />}
      <Told
        cursor={lane.cursor}
        rows={rows}
        chosen={lane.chosen}
        colouring={colouring}
        lets={lets}
        silence={underCursor}
      />
    </div>
  );
}

/** Escape lets go of what is being dragged. */
function useEscape({ cancel, isDragging }: Pick<ReturnType<typeof useTrackPointer>, 'cancel' | 'isDragging'>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isDragging()) return;
      event.stopPropagation();
      cancel();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  });
}

type SceneNeed = Omit<Scene, 'now' | 'nameOf' | 'pictureOf' | 'stamp'> & { bookings: readonly Booking[] };

/** One and the same object until something in it changes, so that rows are drawn only then. */
function useScene({ bookings, view, width, zone, colouring, lets, chosen, ghosts }: SceneNeed): Scene {
  const { pictureOf, stamp: pictures } = usePictures();
  const now = useNow(view, width);
  const nameOf = useBookingNames(bookings);
  const stamp = `${pictures} ${document.documentElement.dataset.mantineColorScheme ?? ''}`;
  return useMemo(
    () => ({ view, width, zone, now, colouring, lets, nameOf, pictureOf, stamp, chosen, ghosts }),
    [view, width, zone, now, colouring, lets, nameOf, pictureOf, stamp, chosen, ghosts],
  );
}

/** The station's time in steps of a pixel, a second at least, so that rows are painted anew no more often than it is seen. */
function useNow(view: View, width: number): number {
  const step = Math.max(1000, Math.round(spanOf(view) / width));
  return Math.floor(useStationSecond() / step) * step;
}

interface Place {
  top: number;
  height: number;
}
const STRIP: Place = { top: 6, height: 48 };
const BAR_PX = 22;

function placeOf(spot: Spot, lanes: ReadonlyMap<string, LaneRow>): Place {
  const track = spot.kind === 'bar' ? lanes.get(spot.displayId)?.tracks.get(spot.booking.id) : undefined;
  return track === undefined ? STRIP : { top: ROW_PX - 6 + track * BAR_PX, height: BAR_PX };
}

interface MarkProps {
  spot: Spot | null;
  top: number | null;
  place: Place | null;
  view: View;
  width: number;
}

function CursorMark({ spot, top, place, view, width }: MarkProps) {
  if (!spot || top === null || !place) return null;
  const from = Math.max(xOf(spot.start, view, width), 0);
  const until = Math.min(xOf(spot.end, view, width), width);
  if (until < 0 || from > width) return null;
  const least = spot.kind === 'bar' ? MARK_PX : 3;
  const style = {
    left: LABEL_PX + from,
    width: Math.max(until - from, least),
    top: top + place.top,
    height: place.height,
  };
  return <div className={css.cursor} style={style} />;
}
