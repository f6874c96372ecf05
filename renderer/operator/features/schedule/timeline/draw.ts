/** Paints one display's row on a canvas. Everything it needs comes in; nothing is read from the page. */
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { type ColourOf, INK } from '../../../shared/booking-colours';
import { type Band, type Block, drawingOf, type Laid, planLaid } from '../blocks';
import { OTHERS, type Past, type Seen } from '../past';
import type { Loop } from '../snap';
import { type View, xOf } from '../zoom';
import { drawLoops, isFolded } from './draw-loops';
import { hatch } from './hatch';
import type { Theme } from './theme';

export interface RowPaint {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  plan: Plan;
  /** What was reported; null where nothing of the day is over, or the answer is not there yet. */
  past: Past | null;
  /** Up to here the past is painted, from here on the plan. */
  seam: number;
  view: View;
  /** Null of a booking that is gone. */
  colourOf: (bookingId: string) => ReturnType<ColourOf> | null;
  nameOf: (bookingId: string) => string;
  /** Decoded picture of an asset, or null while there is none. */
  pictureOf: (assetId: string) => CanvasImageSource | null;
  /** Written into a gap that has room for it. */
  gapWords: string;
  /** The loop of the day, where it has one. */
  loop: Loop | null;
  theme: Theme;
}

/** What was shown is filled; what is planned has its colour as an outline and a tint, so that the two are told apart at a glance. */
type Manner = 'shown' | 'planned';
interface Part extends RowPaint {
  manner: Manner;
}

const GAP_PX = 1;
const NAME_FROM_PX = 44;
const PICTURE_FROM_PX = 112;
const PADDING_PX = 6;
/** Narrower marks would not be seen. */
const LEAST_PX = 2;
/** How much of its colour a plan is tinted with: names stay readable in both themes. */
const TINT = 0.3;

export function drawRow(paint: RowPaint): void {
  const { context, past, seam, view } = paint;
  context.textBaseline = 'middle';
  if (past) {
    within(paint, { from: view.from, until: seam }, 'shown', (part) => {
      drawLaid(part, past.laid, nameOfSeen, ({ play }) => play?.assetId ?? null);
      for (const gap of past.gaps) drawGap(part, gap);
      for (const each of past.amiss) drawAmiss(part, each);
    });
  }
  within(paint, { from: past ? seam : view.from, until: view.until }, 'planned', drawPlan);
}

function drawPlan(part: Part): void {
  const { plan, loop, view, width } = part;
  if (loop && isFolded(loop, view, width)) return drawLoops({ ...part, loop });
  drawLaid(
    part,
    planLaid(plan),
    (clip) => (clip.kind === 'slate' ? '' : clip.name),
    (clip) => (clip.kind === 'slate' ? null : clip.assetId),
  );
}

const nameOfSeen = ({ play }: Seen) => play?.assetName ?? '';

/** Paints a part of the view in its place, and nothing outside it. */
function within(paint: RowPaint, { from, until }: View, manner: Manner, draw: (part: Part) => void): void {
  const view = { from: Math.max(from, paint.view.from), until: Math.min(until, paint.view.until) };
  if (view.until <= view.from) return;
  const x = xOf(view.from, paint.view, paint.width);
  const width = xOf(view.until, paint.view, paint.width) - x;
  const { context, height } = paint;
  context.save();
  context.translate(x, 0);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  draw({ ...paint, view, width, manner });
  context.restore();
}

type Of<C, T> = (clip: C) => T;

function drawLaid<C>(part: Part, laid: Laid<C>, nameOf: Of<C, string>, assetOf: Of<C, string | null>): void {
  const drawing = drawingOf(laid, part.view, part.width);
  if (drawing.kind === 'bands') for (const band of drawing.bands) drawBand(part, band);
  else
    for (const block of drawing.blocks)
      drawBlock(part, block, laid.keyOf(block.clip), nameOf(block.clip), assetOf(block.clip));
}

function drawBlock(part: Part, { x, width: whole }: Block<unknown>, key: string, name: string, asset: string | null) {
  const width = whole > 4 ? whole - GAP_PX : whole;
  fill(part, key, x, 0, width, part.height);
  if (width < NAME_FROM_PX) return;
  const picture = width >= PICTURE_FROM_PX && asset !== null ? part.pictureOf(asset) : null;
  const shift = picture ? drawPicture(part, picture, x) : 0;
  write(part, name, key, x + PADDING_PX + shift, part.height / 2, width - PADDING_PX * 2 - shift);
}

/** Nothing reported: an empty track with a dashed line, and the words where they fit. */
function drawGap(part: Part, { from, until }: View): void {
  const { context, view, width, height, theme, gapWords } = part;
  const x = Math.max(xOf(from, view, width), 0);
  const wide = Math.max(Math.min(xOf(until, view, width), width) - x, LEAST_PX);
  context.clearRect(x, 0, wide, height);
  context.strokeStyle = theme.muted;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.moveTo(x, height - 8.5);
  context.lineTo(x + wide, height - 8.5);
  context.stroke();
  context.setLineDash([]);
  context.font = theme.font;
  context.fillStyle = theme.muted;
  const room = wide - PADDING_PX * 2;
  if (context.measureText(gapWords).width <= room) context.fillText(gapWords, x + PADDING_PX, height / 2 - 4);
}

/** Cut short or not shown: an amber bar along the top, with a notch that is seen without its colour. */
function drawAmiss(part: Part, { from, until }: View): void {
  const { context, view, width, theme } = part;
  const x = xOf(from, view, width);
  const wide = Math.max(xOf(until, view, width) - x, LEAST_PX);
  if (x + wide < 0 || x > width) return;
  context.fillStyle = theme.amber;
  context.fillRect(x, 0, wide, 4);
  const middle = Math.max(x, 0) + Math.min(wide, 8) / 2;
  context.beginPath();
  context.moveTo(middle - 5, 0);
  context.lineTo(middle + 5, 0);
  context.lineTo(middle, 10);
  context.fill();
}

/** Answers how far the name moves to the right. */
function drawPicture({ context, height }: RowPaint, picture: CanvasImageSource, x: number): number {
  const tall = height - 8;
  const wide = (tall * 16) / 9;
  context.fillStyle = '#0a0d11';
  context.fillRect(x + 4, 4, wide, tall);
  const [w, h] = sizeOf(picture);
  const scale = Math.min(wide / w, tall / h);
  context.drawImage(picture, x + 4 + (wide - w * scale) / 2, 4 + (tall - h * scale) / 2, w * scale, h * scale);
  return wide + 2;
}

function sizeOf(picture: CanvasImageSource): [number, number] {
  if (picture instanceof HTMLImageElement) return [picture.naturalWidth || 16, picture.naturalHeight || 9];
  return [16, 9];
}

/** Shares of a band lie above each other, as high as their part of the time. */
function drawBand(part: Part, band: Band): void {
  let y = 0;
  for (const { key, part: share } of band.shares) {
    const tall = share * part.height;
    fill(part, key, band.x, y, band.width - GAP_PX, tall - (band.shares.length > 1 ? GAP_PX : 0));
    if (tall >= 14 && band.width >= NAME_FROM_PX && !isPlain(key)) {
      write(part, part.nameOf(key), key, band.x + PADDING_PX, y + tall / 2, band.width - PADDING_PX * 2);
    }
    y += tall;
  }
}

const isPlain = (key: string) => key === 'slate' || key === 'filler' || key === OTHERS;

function fill(part: Part, key: string, x: number, y: number, width: number, height: number): void {
  const { context, theme, manner } = part;
  const colour = isPlain(key) ? null : part.colourOf(key);
  context.fillStyle = colour ?? theme.grey;
  context.globalAlpha = manner === 'planned' && colour !== null ? TINT : 1;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 1;
  // Filler is hatched, so that it is told from a booking without its colour.
  if (key === 'filler') hatch(part.context, theme.hatch, { x, y, wide: width, tall: height });
  if (manner === 'planned' && width > 4 && height > 4) outline(part, colour ?? theme.hatch, x, y, width, height);
}

function outline({ context }: Part, colour: string, x: number, y: number, width: number, height: number): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

function write(part: Part, text: string, key: string, x: number, y: number, room: number): void {
  const { context, theme, manner } = part;
  if (room < 20 || text === '') return;
  context.font = theme.font;
  const coloured = manner === 'shown' && !isPlain(key) && part.colourOf(key) !== null;
  context.fillStyle = coloured ? INK : theme.text;
  context.fillText(fitted(context, text, room), x, y + 0.5);
}

function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
