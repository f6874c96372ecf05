/** Paints one display's row on a canvas. Everything it needs comes in; nothing is read from the page. */
import type { Clip, Plan } from '../../../../../electron/contract/records/timeline';
import { type ColourOf, INK } from '../../../shared/booking-colours';
import { type Band, type Block, drawingOf, ownerKey } from '../blocks';
import type { View } from '../zoom';

export interface RowPaint {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  timeline: Plan;
  view: View;
  colourOf: ColourOf;
  nameOf: (bookingId: string) => string;
  /** Decoded picture of an asset, or null while there is none. */
  pictureOf: (clip: Clip) => CanvasImageSource | null;
  theme: { grey: string; hatch: string; text: string; edge: string; font: string };
}

const GAP_PX = 1;
const NAME_FROM_PX = 44;
const PICTURE_FROM_PX = 112;
const PADDING_PX = 6;

export function drawRow(paint: RowPaint): void {
  const { context, width, height, timeline, view } = paint;
  context.clearRect(0, 0, width, height);
  context.textBaseline = 'middle';
  const drawing = drawingOf(timeline, view, width);
  if (drawing.kind === 'blocks') for (const block of drawing.blocks) drawBlock(paint, block);
  else for (const band of drawing.bands) drawBand(paint, band);
}

function drawBlock(paint: RowPaint, block: Block): void {
  const width = block.width > 4 ? block.width - GAP_PX : block.width;
  fill(paint, ownerKey(block.clip), block.x, 0, width, paint.height);
  if (width < NAME_FROM_PX) return;
  const picture = width >= PICTURE_FROM_PX ? paint.pictureOf(block.clip) : null;
  const shift = picture ? drawPicture(paint, picture, block.x) : 0;
  const text = block.clip.kind === 'slate' ? '' : block.clip.name;
  write(
    paint,
    text,
    ownerKey(block.clip),
    block.x + PADDING_PX + shift,
    paint.height / 2,
    width - PADDING_PX * 2 - shift,
  );
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
function drawBand(paint: RowPaint, band: Band): void {
  let y = 0;
  for (const { key, part } of band.shares) {
    const tall = part * paint.height;
    fill(paint, key, band.x, y, band.width - GAP_PX, tall - (band.shares.length > 1 ? GAP_PX : 0));
    if (tall >= 14 && band.width >= NAME_FROM_PX && key !== 'slate' && key !== 'filler') {
      write(paint, paint.nameOf(key), key, band.x + PADDING_PX, y + tall / 2, band.width - PADDING_PX * 2);
    }
    y += tall;
  }
}

function fill(paint: RowPaint, key: string, x: number, y: number, width: number, height: number): void {
  const { context, theme } = paint;
  const plain = key === 'slate' || key === 'filler';
  context.fillStyle = plain ? theme.grey : paint.colourOf(key);
  context.fillRect(x, y, width, height);
  if (key === 'filler') hatch(paint, x, y, width, height);
}

/** Filler is hatched, so that it is told from a booking without its colour. */
function hatch({ context, theme }: RowPaint, x: number, y: number, width: number, height: number): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = theme.hatch;
  context.lineWidth = 1.5;
  context.beginPath();
  for (let at = Math.floor((x - height) / 8) * 8; at < x + width; at += 8) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
  context.restore();
}

function write(paint: RowPaint, text: string, key: string, x: number, y: number, room: number): void {
  const { context, theme } = paint;
  if (room < 20 || text === '') return;
  context.font = theme.font;
  context.fillStyle = key === 'filler' || key === 'slate' ? theme.text : INK;
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
