/** Paints the bookings of one display as bars; exact times as flags where they begin, on a line of their days. */
import { INK } from '../../../shared/booking-colours';
import { isCoarse } from '../calendar-view';
import type { Colouring } from '../colouring';
import type { Surface } from '../timeline/Canvas';
import { type View, xOf } from '../zoom';
import { type Bar, isMark, MARK_PX, TRACK_PX } from './bars';

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
const LINE_PX = 3;

export function drawLane(surface: Surface, paint: LanePaint): void {
  surface.context.textBaseline = 'middle';
  for (const [index, bar] of paint.bars.entries()) drawBar(surface, paint, bar, paint.bars[index + 1]);
  for (const bar of paint.ghosts) drawGhost(surface, paint, bar);
}

interface Box {
  x: number;
  y: number;
  wide: number;
  tall: number;
}

/** Of days with exact times the name stands above, the flags below it. */
function boxOf({ width }: Surface, view: View, bar: Bar): Box {
  const x = Math.max(xOf(bar.from, view, width), -4);
  const right = Math.min(xOf(bar.until, view, width), width + 4);
  const top = isMark(bar) && isCoarse(view) ? TRACK_PX / 2 : INSET_PX;
  return { x, y: bar.track * TRACK_PX + top, wide: Math.max(right - x - 1, 2), tall: TRACK_PX - INSET_PX - top };
}

/** A short play at an exact time is upright at its start, with a flag as wide as can be hit. */
const isFlag = (bar: Bar, { wide }: Box) => isMark(bar) && wide < MARK_PX;
/** The days that exact times stand on. */
const isLine = (bar: Bar) => bar.exact && !isMark(bar);

function drawBar(surface: Surface, paint: LanePaint, bar: Bar, next: Bar | undefined): void {
  const { context, theme } = surface;
  const box = boxOf(surface, paint.view, bar);
  const family = paint.colouring.familyOf(bar.bookingId);
  const quiet = !paint.lets(bar.bookingId) || paint.isPaused(bar.bookingId);
  context.globalAlpha = quiet ? 0.35 : 1;
  context.fillStyle = family?.colour ?? theme.grey;
  fill(context, box, bar);
  context.globalAlpha = 1;
  const coarse = isCoarse(paint.view);
  if (coarse && isMark(bar)) return;
  const whole = { ...box, wide: Math.max(box.wide, isMark(bar) ? MARK_PX : 0) };
  if (paint.drafted.has(bar.bookingId)) outline(context, whole, theme.text, 2, [3, 3]);
  if (paint.chosen.has(bar.bookingId)) outline(context, whole, theme.text, 3, []);
  const flag = isFlag(bar, box);
  const until = next && next.bookingId === bar.bookingId ? xOf(next.from, paint.view, surface.width) : surface.width;
  const x = flag ? box.x + MARK_PX : box.x;
  const wide = flag ? until - x : box.wide;
  if (wide < NAME_FROM_PX) return;
  context.save();
  context.beginPath();
  context.rect(x, box.y, wide, box.tall);
  context.clip();
  context.font = theme.small;
  context.fillStyle = quiet || flag || isLine(bar) ? theme.text : INK;
  const text = `${family?.letter ?? ''}  ${paint.nameOf(bar.bookingId)}`;
  context.fillText(text, Math.max(x, 0) + 6, box.y + (isLine(bar) ? TRACK_PX / 4 : box.tall / 2 + 0.5));
  context.restore();
}

function drawGhost(surface: Surface, { view }: LanePaint, bar: Bar): void {
  const { context, theme } = surface;
  const box = boxOf(surface, view, bar);
  context.globalAlpha = 0.3;
  context.fillStyle = theme.blue;
  fill(context, box, bar);
  context.globalAlpha = 1;
  if (!bar.exact) outline(context, box, theme.blue, 2, [4, 3]);
}

function fill(context: CanvasRenderingContext2D, box: Box, bar: Bar): void {
  const { x, y, wide, tall } = box;
  context.beginPath();
  if (isFlag(bar, box)) {
    context.rect(x, y, 2, tall);
    const flag = Math.max(tall / 2, 7);
    context.moveTo(x, y);
    context.lineTo(x + MARK_PX, y + flag / 2);
    context.lineTo(x, y + flag);
  } else if (isLine(bar)) context.rect(x, y + tall - LINE_PX, wide, LINE_PX);
  else context.roundRect(x, y, wide, tall, Math.min(3, wide / 2));
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
