/** What is drawn over the rows while something is dragged: the time marked, the rectangle, what an edge fell on. */
import { useTranslation } from 'react-i18next';
import { DAY_MS } from '../../../../../electron/domain/calendar';
import { useFormats } from '../../../i18n/formats';
import type { LaneRow } from '../lane/lane-rows';
import { spanOf, type View, xOf } from '../zoom';
import type { DisplayView } from './Row';
import { ROW_PX } from './sizes';
import css from './Timeline.module.css';
import type { Dragging } from './use-track-pointer';

interface DragMarksProps {
  dragging: Dragging;
  rows: readonly DisplayView[];
  lanes: ReadonlyMap<string, LaneRow>;
  topOf: (displayId: string) => number | null;
  view: View;
  width: number;
  left: number;
}

export function DragMarks({ dragging, rows, lanes, topOf, view, width, left }: DragMarksProps) {
  const { t } = useTranslation('schedule');
  const formats = useFormats();
  const { stretch, marquee, hint, copy, target } = dragging;
  const text = (at: number) => (spanOf(view) > 2.5 * DAY_MS ? formats.date(at) : formats.time(at));
  const targetTop = target && topOf(target.displayId);
  const to = rows.find(({ display }) => display.id === target?.displayId)?.display.name ?? '';
  const top = stretch && topOf(stretch.displayId);
  return (
    <>
      {stretch && typeof top === 'number' && (
        <div
          className={css.ghost}
          style={{
            left: left + xOf(stretch.from, view, width),
            width: xOf(stretch.until, view, width) - xOf(stretch.from, view, width),
            top: top + ROW_PX,
            height: lanes.get(stretch.displayId)?.height,
          }}
        >
          <span>
            {text(stretch.from)} – {text(stretch.until)}
          </span>
        </div>
      )}
      {target && typeof targetTop === 'number' && (
        <div
          className={css.target}
          data-refused={target.refused || undefined}
          style={{ top: targetTop, height: ROW_PX + (lanes.get(target.displayId)?.height ?? 0) }}
        />
      )}
      {target && (
        <div className={css.hover} aria-hidden="true" style={{ left: target.x + 12, top: target.y + 16 }}>
          <strong>{target.refused ? t('lane.throughGroup') : t('lane.toDisplay', { display: to })}</strong>
          {copy && <span className={css.source}>{t('lane.copying')}</span>}
        </div>
      )}
      {marquee && (
        <div
          className={css.marquee}
          style={{ left: marquee.x, top: marquee.y, width: marquee.width, height: marquee.height }}
        />
      )}
      {hint && (
        <div className={css.hover} aria-hidden="true" style={{ left: hint.x + 12, top: hint.y + 16 }}>
          <strong className="tabular">{hint.to === 'day' ? text(hint.at) : formats.dateTime(hint.at)}</strong>
          <span className={css.source}>{t(`lane.snap.${hint.to}`)}</span>
          {copy && <span className={css.source}>{t('lane.copying')}</span>}
        </div>
      )}
    </>
  );
}
