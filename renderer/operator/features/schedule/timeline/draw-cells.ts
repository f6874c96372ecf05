/** Paints days as cells: filled from below as far as they are booked, in the colours and letters of those who booked. */
import { INK } from '../../../shared/booking-colours';
import { type Cell, cellOf, type OwnedDay } from '../cells';
import type { Colouring } from '../colouring';
import { type View, xOf } from '../zoom';
import type { Surface } from './Canvas';

export interface CellsPaint {
  days: readonly OwnedDay[];
  view: View;
  colouring: Colouring;
  lets: (bookingId: string) => boolean;
  percent: (ratio: number) => string;
}

/** Hours are drawn where one is at least so wide; a letter and a number need more. */
const HOUR_FROM_PX = 3;
const LETTER_FROM_PX = 14;
const NUMBER_FROM_PX = 34;
const LETTER_TALL_PX = 13;

export function drawCells(surface: Surface, paint: CellsPaint): void {
  for (const owned of paint.days) drawDay(surface, paint, owned);
}

function drawDay(surface: Surface, paint: CellsPaint, owned: OwnedDay): void {
  const { context, width, height, theme } = surface;
  const { from, until, openMs } = owned.day;
  const [left, right] = [xOf(from, paint.view, width), xOf(until, paint.view, width)];
  if (right < 0 || left > width) return;
  const whole = cellOf(owned, null, paint.colouring, paint.lets);
  const box = { x: left + 1, width: right - left - 2 };
  context.fillStyle = theme.grey;
  context.fillRect(box.x, 0, box.width, height);
  if (whole.openMs === 0) return drawClosed(surface, box);
  const hours = openMs.length;
  if (hours > 1 && box.width / hours >= HOUR_FROM_PX) {
    for (let hour = 0; hour < hours; hour++) {
      const cell = cellOf(owned, hour, paint.colouring, paint.lets);
      const slice = { x: box.x + (box.width * hour) / hours, width: box.width / hours };
      if (cell.openMs === 0) drawClosed(surface, slice);
      else drawShares(surface, cell, { x: slice.x, width: slice.width - 0.5 });
    }
  } else drawShares(surface, whole, box);
  if (box.width >= NUMBER_FROM_PX) drawNumber(surface, paint.percent(whole.fill), box);
}

interface Box {
  x: number;
  width: number;
}

function drawShares({ context, height, theme }: Surface, cell: Cell, { x, width }: Box): void {
  let y = height;
  for (const { family, ms } of cell.shares) {
    const tall = (ms / cell.openMs) * height;
    y -= tall;
    context.fillStyle = family?.colour ?? theme.hatch;
    context.globalAlpha = family ? 1 : 0.5;
    context.fillRect(x, y, width, Math.max(tall - 0.5, 0.5));
    context.globalAlpha = 1;
    if (!family || tall < LETTER_TALL_PX || width < LETTER_FROM_PX) continue;
    context.font = theme.small;
    context.fillStyle = INK;
    context.textBaseline = 'middle';
    context.fillText(family.letter, x + 3, y + tall / 2 + 0.5);
  }
}

/** On a plate of its own, since what lies under it may have any colour. */
function drawNumber({ context, theme }: Surface, text: string, { x, width }: Box): void {
  context.font = theme.small;
  const wide = context.measureText(text).width + 6;
  context.fillStyle = theme.surface;
  context.fillRect(x + width - wide, 0, wide, 15);
  context.fillStyle = theme.text;
  context.textBaseline = 'middle';
  context.fillText(text, x + width - wide + 3, 8);
}

/** Closed: a line through it, seen without any colour. */
function drawClosed({ context, height, theme }: Surface, { x, width }: Box): void {
  context.clearRect(x, 0, width, height);
  context.strokeStyle = theme.hatch;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x, height / 2 + 0.5);
  context.lineTo(x + width, height / 2 + 0.5);
  context.stroke();
}
