/** A row over hours: folded loops, bands or single clips of each day in view; the past by what was reported. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { faultText } from '../../../i18n/say';
import { pastOf, seamOf } from '../past';
import type { Loop } from '../snap';
import { type View, xOf } from '../zoom';
import { Canvas, type Surface } from './Canvas';
import { drawRow } from './draw';
import { type PlannedDay, useOwnedDays, usePlannedDays } from './row-queries';
import type { Scene } from './scene';
import { TRACK_PX } from './sizes';
import css from './Timeline.module.css';

interface TrackProps {
  displayId: string;
  asked: readonly string[];
  scene: Scene;
}

export function ClipsTrack({ displayId, asked, scene }: TrackProps) {
  const { t } = useTranslation('schedule');
  const gapWords = t('past.gap');
  const { view, zone, now, width, stamp } = scene;
  const { days, pending, fault } = usePlannedDays(displayId, view, zone, now);
  const sums = useOwnedDays(displayId, asked, view, zone).days;
  const key = days.flatMap(({ plan, shown }) => [plan, shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: days are told apart by their answers
  const pieces = useMemo(
    () => days.map((day) => ({ ...day, past: day.shown && pastOf(day.shown) })),
    [view, ...pad(key)],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stamp stands for pictures and a theme that changed
  const paint = useCallback(
    (surface: Surface) => {
      for (const { day, plan, past, shown } of pieces) {
        if (!plan) continue;
        const loop = sums.find((each) => each.day.from === day.from)?.day.loop ?? null;
        const seam = seamOf(plan, shown?.reportedUntil ?? null, now);
        paintDay(surface, scene, day, { plan, past, seam, loop, gapWords });
      }
    },
    [pieces, sums, scene, gapWords, stamp],
  );
  if (fault) return <div className={css.fault}>{faultText(fault).happened}</div>;
  if (pending && days.every(({ plan }) => !plan)) return <div className={css.waiting} />;
  return <Canvas className={css.track} width={width} height={TRACK_PX} paint={paint} />;
}

/** Three days at most are in view; hooks want the same number of dependencies each time. */
const MOST_ANSWERS = 8;
const pad = (answers: readonly unknown[]): unknown[] =>
  Array.from({ length: MOST_ANSWERS }, (_, index) => answers[index] ?? null);

type Piece = Pick<Parameters<typeof drawRow>[0], 'past' | 'seam' | 'loop' | 'gapWords'> & {
  plan: NonNullable<PlannedDay['plan']>;
  loop: Loop | null;
};

/** The day in its place, and nothing of it outside. */
function paintDay({ context, width, height, theme }: Surface, scene: Scene, day: View, piece: Piece): void {
  const view = { from: Math.max(day.from, scene.view.from), until: Math.min(day.until, scene.view.until) };
  if (view.until <= view.from) return;
  const x = xOf(view.from, scene.view, width);
  const { colouring, lets, nameOf, pictureOf } = scene;
  context.save();
  context.translate(x, 0);
  drawRow({
    ...{ context, height, theme, view, nameOf, pictureOf },
    ...piece,
    width: xOf(view.until, scene.view, width) - x,
    colourOf: (id) => (lets(id) ? (colouring.familyOf(id)?.colour ?? null) : null),
  });
  context.restore();
}
