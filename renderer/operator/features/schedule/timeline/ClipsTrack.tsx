/** A row over hours: folded loops, bands or single clips of each day in view; the past by what was reported. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shown } from '../../../../../electron/contract/api/shown';
import { faultText } from '../../../i18n/say';
import { type Past, pastOf, seamOf } from '../past';
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stamp stands for pictures and a theme that changed
  const paint = useCallback(
    (surface: Surface) => {
      for (const { day, plan, shown } of days) {
        if (!plan) continue;
        const past = shown && pastFor(shown);
        const loop = sums.find((each) => each.day.from === day.from)?.day.loop ?? null;
        const seam = seamOf(plan, shown?.reportedUntil ?? null, now);
        paintDay(surface, scene, day, { plan, past, seam, loop, gapWords });
      }
    },
    [days, sums, scene, gapWords, stamp],
  );
  if (fault) return <div className={css.fault}>{faultText(fault).happened}</div>;
  if (pending && days.every(({ plan }) => !plan)) return <div className={css.waiting} />;
  return <Canvas className={css.track} width={width} height={TRACK_PX} paint={paint} />;
}

/** Readied once for each answer, however often it is painted. */
const readied = new WeakMap<Shown, Past>();
function pastFor(shown: Shown): Past {
  const past = readied.get(shown) ?? pastOf(shown);
  readied.set(shown, past);
  return past;
}

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
