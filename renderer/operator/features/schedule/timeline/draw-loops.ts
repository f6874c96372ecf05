/**
 * A day under a loop, folded: each loop stands upright, its first slot on top, one beside the other. What holds the same slot all
 * day is a stripe, what takes every other turn is a pattern.
 */
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { entryAt, ownerKey } from '../blocks';
import type { Loop } from '../snap';
import { spanOf, type View, xOf } from '../zoom';

export interface LoopsPaint {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  view: View;
  plan: Plan;
  loop: Loop;
  colourOf: (bookingId: string) => string | null;
  theme: { grey: string; hatch: string };
}

/** Where loops are narrower, every so many are left out. */
const COLUMN_PX = 3;
/** From here on loops lie flat: their clips are wide enough to be drawn one after another. */
export const FLAT_FROM_PX = 60;

export const isFolded = (loop: Loop, view: View, width: number): boolean =>
  (loop.ms / spanOf(view)) * width < FLAT_FROM_PX;

export function drawLoops(paint: LoopsPaint): void {
  const { view, width, loop } = paint;
  const step = Math.max(1, Math.ceil(COLUMN_PX / ((loop.ms / spanOf(view)) * width)));
  for (const [opens, closes] of loop.openings) {
    const first = Math.max(0, Math.floor((view.from - opens) / loop.ms / step) * step);
    for (let index = first; opens + index * loop.ms < Math.min(closes, view.until); index += step) {
      drawLoop(paint, opens + index * loop.ms, Math.min(opens + (index + step) * loop.ms, closes));
    }
  }
}

/** One loop as a column as wide as those it stands for. */
function drawLoop(
  { context, view, width, height, plan, loop, colourOf, theme }: LoopsPaint,
  from: number,
  until: number,
): void {
  const x = xOf(from, view, width);
  const wide = xOf(until, view, width) - x;
  const end = Math.min(from + loop.ms, until);
  for (let index = entryAt(plan.entries, from); index < plan.entries.length; index++) {
    const entry = plan.entries[index];
    if (entry === undefined || entry[1] >= end) return;
    const clip = plan.clips[entry[0]];
    if (clip === undefined || (clip.kind === 'slate' && clip.dark)) continue;
    const key = ownerKey(clip);
    const [top, bottom] = [Math.max(entry[1], from) - from, Math.min(entry[1] + entry[2], end) - from];
    context.fillStyle =
      (key === 'slate' || key === 'filler' ? null : colourOf(key)) ?? (key === 'filler' ? theme.hatch : theme.grey);
    const y = (top / loop.ms) * height;
    context.fillRect(x, y, wide - (wide > 4 ? 1 : 0), Math.max((bottom / loop.ms) * height - y - 0.5, 0.5));
  }
}
