/** One display: its name at left, its day at right on a canvas. */
import { useQuery } from '@tanstack/react-query';
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../../electron/contract/api/displays';
import type { Shown } from '../../../../../electron/contract/api/shown';
import type { DisplayStatus } from '../../../../../electron/contract/live';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { zoneLabel } from '../../../../../electron/domain/zone-label';
import { StatusDot } from '../../../../ui';
import { faultText } from '../../../i18n/say';
import { pastOf, seamOf } from '../past';
import { spanOf, tileOf, type View } from '../zoom';
import { drawRow, type RowPaint } from './draw';
import { shownQuery, timelineQuery } from './row-queries';
import css from './Timeline.module.css';

export interface DisplayView {
  display: PublicDisplay;
  status: DisplayStatus;
}

interface RowProps {
  row: DisplayView;
  day: View;
  view: View;
  /** The station's time, moving when it is seen to move at this zoom. */
  now: number;
  width: number;
  top: number;
  /** The keyboard stands here. */
  current: boolean;
  stationZone: string;
  colourOf: RowPaint['colourOf'];
  nameOf: (bookingId: string) => string;
  pictureOf: RowPaint['pictureOf'];
  /** Changes when pictures arrive or colours change. */
  stamp: string;
  onSkipped: (displayId: string) => void;
}

export const ROW_PX = 60;
export const TRACK_PX = 48;

/** How often the reported past is asked anew, ms: about when it has grown by a pixel. */
const ASK_PIXELS = 1000;
const ASK_AGAIN_MS = [10_000, 60_000] as const;

function askAgainMs(part: View, now: number): number | false {
  return part.until > now && Math.min(Math.max(spanOf(part) / ASK_PIXELS, ASK_AGAIN_MS[0]), ASK_AGAIN_MS[1]);
}

/** What was reported of the part in view, and of the whole day until that is there; null while nothing of it is over. */
function useShown(displayId: string, day: View, view: View, now: number): Shown | null {
  const tile = tileOf(view, day);
  const ask = (part: View) => ({
    ...shownQuery(displayId, part),
    enabled: part.from < now,
    refetchInterval: askAgainMs(part, now),
  });
  const whole = useQuery(ask(day)).data;
  const close = useQuery(ask(tile)).data;
  return (tile.from < now ? close : undefined) ?? whole ?? null;
}

export const Row = memo(function Row(props: RowProps) {
  const { row, day, top, current, onSkipped, stationZone } = props;
  const { t } = useTranslation('schedule');
  const timeline = useQuery(timelineQuery(row.display.id, day));
  const shown = useShown(row.display.id, day, props.view, props.now);
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
      {timeline.data && <Track {...props} plan={timeline.data} shown={shown} />}
      {timeline.isPending && <div className={css.waiting} />}
      {timeline.error && <div className={css.fault}>{faultText(timeline.error).happened}</div>}
    </div>
  );
});

type TrackProps = RowProps & { plan: Plan; shown: Shown | null };

function Track({ plan, shown, view, now, width, colourOf, nameOf, pictureOf, stamp }: TrackProps) {
  const { t } = useTranslation('schedule');
  const gapWords = t('past.gap');
  const past = useMemo(() => shown && pastOf(shown), [shown]);
  const seam = seamOf(plan, shown?.reportedUntil ?? null, now);
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
        plan,
        past,
        seam,
        view,
        colourOf,
        nameOf,
        pictureOf,
        gapWords,
        theme: themeOf(context.canvas),
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [plan, past, seam, view, width, colourOf, nameOf, pictureOf, gapWords, stamp, ratio]);
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
    muted: token('--suar-muted'),
    amber: token('--suar-amber'),
    edge: token('--suar-line'),
    font: `500 12px ${token('--suar-font') || 'sans-serif'}`,
  };
}
