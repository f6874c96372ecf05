/** The countdown of what is on air, drawn in the frame in which it changes. Its element says its stage in `data-stage`. */
import type { RefObject } from 'react';
import type { OnAir } from '../../electron/contract/records/show';
import { elapsedMs } from '../../electron/domain/rundown/live';
import { airNow } from './air-clock';
import { stageOf } from './air-stage';
import { countdownText, elapsedText } from './air-text';
import { useDrawn, writeText } from './drawn';

/** Of an item without a length it counts up. */
export function useCountdown<E extends HTMLElement>(onAir: OnAir | null, lengthMs: number): RefObject<E | null> {
  return useDrawn<E>((element) => {
    const elapsed = onAir ? elapsedMs(onAir, airNow()) : 0;
    const left = lengthMs - elapsed;
    const stage = onAir ? stageOf(lengthMs, left) : 'normal';
    if (element.dataset.stage !== stage) element.dataset.stage = stage;
    const text = onAir ? textOf(lengthMs, elapsed) : '–:––';
    // From an hour on it needs more room.
    element.toggleAttribute('data-long', text.length > 6);
    writeText(element, text);
  });
}

function textOf(lengthMs: number, elapsed: number): string {
  return lengthMs === 0 ? elapsedText(elapsed) : countdownText(lengthMs - elapsed);
}
