/** Paints the bookings of one display as bars; exact times as flags where they begin, on a line of their days. */
import { INK } from '../../../shared/booking-colours';
import { isCoarse } from '../calendar-view';
import type { Colouring } from '../colouring';
import type { Surface } from '../timeline/Canvas';
import { hatch } from '../timeline/hatch';
import { type View, xOf } from '../zoom';
import { type Bar, isMark, MARK_PX, TRACK_PX } from './bars';
import { type Silence, silenceOf } from './silence';

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
  /** Where they air nothing. */
  silence: readonly Silence[];
  silentWord: string;
}

const INSET_PX = 2;
const NAME_FROM_PX = 26;
const LINE_PX = 3;
/** Of what airs nothing, paused or kept off. */
const FAINT = 0.35;

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
  const colour = family?.colour ?? theme.grey;
  context.globalAlpha = quiet ? FAINT : 1;
  context.fillStyle = colour;
  fill(context, box, bar);
  context.globalAlpha = 1;
  const coarse = isCoarse(paint.view);
  if (coarse && isMark(bar)) return;
  const silent = silenceOf(bar, paint.silence).map((each) => boxOf(surface, paint.view, { ...bar, ...each }));
  for (const part of silent) mute(surface, part, bar, colour);
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
  const middle = box.y + (isLine(bar) ? TRACK_PX / 4 : box.tall / 2 + 0.5);
  const left = Math.max(x, 0) + 6;
  const named = left + context.measureText(text).width;
  context.fillText(text, left, middle);
  for (const part of silent) nameOnPlate(surface, part, { text, left, named, middle });
  for (const part of silent) tellMute(surface, part, { after: named, middle, word: paint.silentWord });
  context.restore();
}

/** What airs nothing keeps its place and its colour, faint and hatched, between lines. */
function mute({ context, theme }: Surface, box: Box, bar: Bar, colour: string): void {
  context.fillStyle = theme.surface;
  fill(context, box, bar);
  context.globalAlpha = FAINT;
  context.fillStyle = colour;
  fill(context, box, bar);
  context.globalAlpha = 1;
  if (isLine(bar) || isFlag(bar, box)) return;
  hatch(context, theme.muted, box);
}

interface Name {
  text: string;
  left: number;
  named: number;
  middle: number;
}

/** What of a name lies on hatching is hard to read without a plate. */
function nameOnPlate(
  { context, theme }: Surface,
  { x, y, wide, tall }: Box,
  { text, left, named, middle }: Name,
): void {
  if (named <= x || left >= x + wide) return;
  context.save();
  context.beginPath();
  context.rect(x, y, wide, tall);
  context.clip();
  context.fillStyle = theme.surface;
  context.fillRect(left - 3, middle - 7.5, named - left + 6, 14);
  context.fillStyle = theme.text;
  context.fillText(text, left, middle);
  context.restore();
}

const SIGN_PX = 5;

/** The sign of what is forbidden and, where there is room, the words; after the name where it stands there. */
function tellMute(
  { context, theme }: Surface,
  { x, wide }: Box,
  told: { after: number; middle: number; word: string },
): void {
  const { after, middle, word } = told;
  const right = x + wide;
  const left = Math.max(x + 6, after > x && after < right ? after + 10 : x + 6, 6);
  if (left + SIGN_PX * 2 + 4 > right) return;
  const room = right - left - SIGN_PX * 2 - 10;
  const wordWide = context.measureText(word).width;
  const fits = room >= wordWide;
  const plate = SIGN_PX * 2 + (fits ? wordWide + 5 : 0);
  context.fillStyle = theme.surface;
  context.fillRect(left - 3, middle - 7.5, plate + 6, 14);
  context.strokeStyle = theme.text;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(left + SIGN_PX, middle - 0.5, SIGN_PX - 0.5, 0, Math.PI * 2);
  context.moveTo(left + SIGN_PX - 3, middle + 2.5);
  context.lineTo(left + SIGN_PX + 3, middle - 3.5);
  context.stroke();
  context.fillStyle = theme.text;
  if (fits) context.fillText(word, left + SIGN_PX * 2 + 5, middle);
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
