/** The bookings of one display as bars on a canvas. Pointer and keys are the timeline's. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDraft } from '../drafts/open-draft';
import { Canvas, type Surface } from '../timeline/Canvas';
import type { Scene } from '../timeline/scene';
import timeline from '../timeline/Timeline.module.css';
import { barsOf } from './bars';
import { drawLane } from './draw-lane';
import { barsIn, type LaneRow } from './lane-rows';
import { useNamedDays } from './use-named-days';
import { useSilence } from './use-silence';

const NONE: ReadonlySet<string> = new Set();

export function Lane({ row, scene, asked }: { row: LaneRow; scene: Scene; asked: readonly string[] }) {
  const { t } = useTranslation('schedule');
  const { view, width, zone, colouring, lets, chosen, ghosts, nameOf, stamp } = scene;
  const drafted = useOpenDraft()?.touched ?? NONE;
  const bars = useMemo(() => barsIn(row, view), [row, view]);
  const silence = useSilence(row, asked, view, zone);
  const silentWord = t('lane.silent');
  const paused = useMemo(() => new Set(row.bookings.filter((each) => each.paused).map(({ id }) => id)), [row]);
  const moving = useMemo(() => ghosts.filter(({ id }) => row.tracks.has(id)), [ghosts, row]);
  // Moved over midnight a rule begins on another day, and may name others.
  const named = useNamedDays(moving, view, zone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stamp stands for a theme that changed
  const paint = useCallback(
    (surface: Surface) => {
      const trackOf = (id: string) => row.tracks.get(id) ?? 0;
      const ghostBars = moving.flatMap((each) =>
        barsOf(each, trackOf(each.id), view, row.clocks, named, row.exactMs(each.id)),
      );
      const isPaused = (id: string) => paused.has(id);
      drawLane(surface, {
        bars,
        ghosts: ghostBars,
        view,
        colouring,
        lets,
        chosen,
        drafted,
        nameOf,
        isPaused,
        silence,
        silentWord,
      });
    },
    [bars, moving, named, row, view, colouring, lets, chosen, drafted, nameOf, paused, silence, silentWord, stamp],
  );
  return (
    <div className={timeline.lane} data-lane style={{ height: row.height }}>
      <Canvas width={width} height={row.height} paint={paint} />
    </div>
  );
}
