/** One display: its name at left, its day at right on a canvas. */
import { useQuery } from '@tanstack/react-query';
import { memo, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../../electron/contract/api/displays';
import type { DisplayStatus } from '../../../../../electron/contract/live';
import type { Clip, Plan } from '../../../../../electron/contract/records/timeline';
import { zoneLabel } from '../../../../../electron/domain/zone-label';
import { orpc } from '../../../../client/client';
import { StatusDot } from '../../../../ui';
import { faultText } from '../../../i18n/say';
import type { ColourOf } from '../../../shared/booking-colours';
import type { View } from '../zoom';
import { drawRow, type RowPaint } from './draw';
import css from './Timeline.module.css';

export interface DisplayView {
  display: PublicDisplay;
  status: DisplayStatus;
}

interface RowProps {
  row: DisplayView;
  day: View;
  view: View;
  width: number;
  top: number;
  /** The keyboard stands here. */
  current: boolean;
  stationZone: string;
  colourOf: ColourOf;
  nameOf: (bookingId: string) => string;
  pictureOf: (clip: Clip) => CanvasImageSource | null;
  /** Changes when pictures arrive or colours change. */
  stamp: string;
  onSkipped: (displayId: string) => void;
}

export const ROW_PX = 60;
export const TRACK_PX = 48;

export const timelineQuery = (displayId: string, day: View) =>
  orpc.schedule.timeline.queryOptions({ input: { displayId, from: day.from, until: day.until } });

export const Row = memo(function Row(props: RowProps) {
  const { row, day, top, current, onSkipped, stationZone } = props;
  const { t } = useTranslation('schedule');
  const timeline = useQuery(timelineQuery(row.display.id, day));
  const skipped = timeline.data?.skipped.filter(({ because }) => because.code !== 'why.paused').length ?? 0;
  return (
    <div className={css.row} data-current={current || undefined} data-display={row.display.id} style={{ top }}>
      <div className={css.label}>
        <span className="two-lines" title={row.display.name}>
          {row.display.name}
        </span>
        <span className={css.labelMeta}>
          <StatusDot tone={row.status.connected ? 'green' : 'grey'}>
            {t(row.status.connected ? 'row.connected' : 'row.away')}
          </StatusDot>
          {row.display.zone !== stationZone && <span>{zoneLabel(row.display.zone, day.from)}</span>}
          {skipped > 0 && (
            <button type="button" className={css.skipped} onClick={() => onSkipped(row.display.id)}>
              {t('row.skipped', { count: skipped })}
            </button>
          )}
        </span>
      </div>
      {timeline.data && <Track {...props} timeline={timeline.data} />}
      {timeline.isPending && <div className={css.waiting} />}
      {timeline.error && <div className={css.fault}>{faultText(timeline.error).happened}</div>}
    </div>
  );
});

function Track({ timeline, view, width, colourOf, nameOf, pictureOf, stamp }: RowProps & { timeline: Plan }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = window.devicePixelRatio || 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stamp stands for pictures and colours that changed
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      sized(context.canvas, Math.round(width * ratio), Math.round(TRACK_PX * ratio));
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawRow({
        context,
        width,
        height: TRACK_PX,
        timeline,
        view,
        colourOf,
        nameOf,
        pictureOf,
        theme: themeOf(context.canvas),
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [timeline, view, width, colourOf, nameOf, pictureOf, stamp, ratio]);
  return <canvas ref={canvas} className={css.track} style={{ width, height: TRACK_PX }} />;
}

/** Setting a size empties a canvas, so it is done only right before drawing. */
function sized(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** Canvas knows no CSS variables. */
function themeOf(element: HTMLElement): RowPaint['theme'] {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    grey: token('--suar-raised-block') || token('--suar-hover'),
    hatch: token('--suar-line-strong'),
    text: token('--suar-text'),
    edge: token('--suar-line'),
    font: `500 12px ${token('--suar-font') || 'sans-serif'}`,
  };
}
