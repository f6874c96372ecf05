/** Paints the bookings of one display as bars. */
import { INK } from '../../../shared/booking-colours';
import type { Colouring } from '../colouring';
import type { Surface } from '../timeline/Canvas';
import { type View, xOf } from '../zoom';
import { type Bar, TRACK_PX } from './bars';

export interface LanePaint {
  bars: readonly Bar[];
  /** Of bookings being moved, where they would come to lie. */
  ghosts: readonly Bar[];
  view: View;
  colouring: Colouring;
  lets: (bookingId: string) => boolean;
  chosen: ReadonlySet<string>;
  /** Of the open draft, made or changed. */
  drafted: ReadonlySet<string>;
  nameOf: (bookingId: string) => string;
  isPaused: (bookingId: string) => boolean;
}

const INSET_PX = 2;
const NAME_FROM_PX = 26;

export function drawLane(surface: Surface, paint: LanePaint): void {
  surface.context.textBaseline = 'middle';
  for (const bar of paint.bars) drawBar(surface, paint, bar);
  for (const bar of paint.ghosts) drawGhost(surface, paint, bar);
}

interface Box {
  x: number;
  y: number;
  wide: number;
  tall: number;
}

function boxOf({ width }: Surface, view: View, { from, until, track }: Bar): Box {
  const x = Math.max(xOf(from, view, width), -4);
  const right = Math.min(xOf(until, view, width), width + 4);
  return { x, y: track * TRACK_PX + INSET_PX, wide: Math.max(right - x - 1, 2), tall: TRACK_PX - INSET_PX * 2 };
}

function drawBar(surface: Surface, paint: LanePaint, bar: Bar): void {
  const { context, theme } = surface;
  const box = boxOf(surface, paint.view, bar);
  const family = paint.colouring.familyOf(bar.bookingId);
  const quiet = !paint.lets(bar.bookingId) || paint.isPaused(bar.bookingId);
  context.globalAlpha = quiet ? 0.35 : 1;
  context.fillStyle = family?.colour ?? theme.grey;
  fill(context, box);
  context.globalAlpha = 1;
  if (paint.drafted.has(bar.bookingId)) outline(context, box, theme.text, 2, [3, 3]);
  if (paint.chosen.has(bar.bookingId)) outline(context, box, theme.text, 3, []);
  if (box.wide < NAME_FROM_PX) return;
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.wide, box.tall);
  context.clip();
  context.font = theme.small;
  context.fillStyle = quiet ? theme.text : INK;
  const text = `${family?.letter ?? ''}  ${paint.nameOf(bar.bookingId)}`;
  context.fillText(text, Math.max(box.x, 0) + 6, box.y + box.tall / 2 + 0.5);
  context.restore();
}

function drawGhost(surface: Surface, { view }: LanePaint, bar: Bar): void {
  const { context, theme } = surface;
  const box = boxOf(surface, view, bar);
  context.globalAlpha = 0.3;
  context.fillStyle = theme.blue;
  fill(context, box);
  context.globalAlpha = 1;
  outline(context, box, theme.blue, 2, [4, 3]);
}

function fill(context: CanvasRenderingContext2D, { x, y, wide, tall }: Box): void {
  context.beginPath();
  context.roundRect(x, y, wide, tall, Math.min(3, wide / 2));
  context.fill();
}

function outline(context: CanvasRenderingContext2D, box: Box, colour: string, width: number, dash: number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.beginPath();
  context.roundRect(box.x + 1, box.y + 1, Math.max(box.wide - 2, 1), box.tall - 2, 3);
  context.stroke();
  context.setLineDash([]);
}
