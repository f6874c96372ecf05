/** The day as a bar to scrub on, and above it the minutes around the moment, item by item. */
import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { useFormats } from '../../../i18n/formats';
import { Canvas, type Surface } from '../timeline/Canvas';
import { drawRow } from '../timeline/draw';
import { usePictures } from '../timeline/pictures';
import type { Planner } from '../use-planner';
import { atOf, ticks, type View, xOf } from '../zoom';
import css from './Preview.module.css';

interface StripsProps {
  plan: Plan;
  day: View;
  at: number;
  planner: Planner;
  nameOf: (bookingId: string) => string;
  /** What is on, for whoever hears the bar. */
  told: string;
  onSeek: (at: number) => void;
}

/** Of the upper strip: items of half a minute are wide enough for their names and pictures. */
const NEAR_MS = 6 * 60_000;
const NEAR_PX = 38;
const DAY_PX = 28;

export function Strips({ plan, day, at, planner, nameOf, told, onSeek }: StripsProps) {
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const near = usePainter({ plan, planner, nameOf });
  const whole = usePainter({ plan, planner, nameOf });
  const from = at - NEAR_MS / 2;
  const paintNear = useCallback((surface: Surface) => near(surface, { from, until: from + NEAR_MS }), [near, from]);
  const paintDay = useCallback((surface: Surface) => whole(surface, day), [whole, day]);
  const seek = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    onSeek(atOf(event.clientX - box.left, day, box.width));
  };
  const x = xOf(at, day, width);
  return (
    <>
      <div className={css.strip} aria-hidden="true">
        <Canvas width={width} height={NEAR_PX} paint={paintNear} atOnce />
        <span className={css.head} style={{ left: width / 2 }} />
      </div>
      <div
        ref={ref}
        className={css.day}
        role="slider"
        tabIndex={0}
        aria-label={t('preview.scrub')}
        aria-valuemin={0}
        aria-valuemax={Math.round((day.until - day.from) / 1000)}
        aria-valuenow={Math.round((at - day.from) / 1000)}
        aria-valuetext={`${formats.time(at)}, ${told}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          seek(event);
        }}
        onPointerMove={(event) => event.buttons === 1 && seek(event)}
      >
        <Canvas width={width} height={DAY_PX} paint={paintDay} />
        <span className={css.head} style={{ left: x }} />
      </div>
      <div className={css.hours} aria-hidden="true">
        {ticks(day, width, day.from)
          .filter(({ at: mark }) => xOf(mark, day, width) > 16 && xOf(mark, day, width) < width - 16)
          .map(({ at: mark }) => (
            <span key={mark} style={{ left: xOf(mark, day, width) }}>
              {formats.timeShort(mark)}
            </span>
          ))}
      </div>
    </>
  );
}

type Painting = Pick<StripsProps, 'plan' | 'planner' | 'nameOf'>;

/** Kept until the plan, the colours or a picture change. */
function usePainter({ plan, planner: { colouring, lets }, nameOf }: Painting) {
  const { pictureOf, stamp } = usePictures();
  const scheme = document.documentElement.dataset.mantineColorScheme;
  // biome-ignore lint/correctness/useExhaustiveDependencies: stamps of pictures and of the theme
  return useCallback(
    ({ context, width, height, theme }: Surface, view: View) =>
      drawRow({
        ...{ context, width, height, theme, view, plan, nameOf, pictureOf },
        past: null,
        seam: view.from,
        loop: null,
        gapWords: '',
        colourOf: (id) => (lets(id) ? (colouring.familyOf(id)?.colour ?? null) : null),
      }),
    [plan, colouring, lets, nameOf, pictureOf, stamp, scheme],
  );
}
