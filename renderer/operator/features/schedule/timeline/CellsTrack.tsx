/** A row over days: one cell for each, see `draw-cells.ts`. */
import { useCallback } from 'react';
import { useFormats } from '../../../i18n/formats';
import { faultText } from '../../../i18n/say';
import { Canvas, type Surface } from './Canvas';
import { drawCells } from './draw-cells';
import { useOwnedDays } from './row-queries';
import type { Scene } from './scene';
import { TRACK_PX } from './sizes';
import css from './Timeline.module.css';

interface TrackProps {
  displayId: string;
  asked: readonly string[];
  scene: Scene;
}

export function CellsTrack({ displayId, asked, scene }: TrackProps) {
  const { view, width, zone, colouring, lets, stamp } = scene;
  const { days, fault } = useOwnedDays(displayId, asked, view, zone);
  const { percent } = useFormats();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a stamp stands for a theme that changed
  const paint = useCallback(
    (surface: Surface) => drawCells(surface, { days, view, colouring, lets, percent }),
    [days, view, colouring, lets, percent, stamp],
  );
  if (fault) return <div className={css.fault}>{faultText(fault).happened}</div>;
  if (days.length === 0) return <div className={css.waiting} />;
  return <Canvas className={css.track} width={width} height={TRACK_PX} paint={paint} />;
}
