/** What Suar's displays lay over a picture, drawn at the panel's own pixels: an announcement, the panel's name, a running line. */
import { layText, type Page, sizesOn } from '../../../../electron/domain/card-text';
import type { Cover } from '../view';

export interface CoverWords {
  emergency: string;
  notice: string;
  title: string;
  body: string;
  name: string;
  ticker: string;
}

type Draw = CanvasRenderingContext2D;
interface Size {
  width: number;
  height: number;
}

/** As the display page has them: white on them reads at 7:1 and more. */
const COLOURS = { emergency: '#8f1216', notice: '#0e2338', label: '#ffb42e', onLabel: '#1a1206' };
const font = (px: number, weight = 600) => `${weight} ${px}px "Inter Variable", system-ui, sans-serif`;

export function drawCover(draw: Draw, size: Size, cover: Cover, words: CoverWords): void {
  switch (cover) {
    case 'none':
      return;
    case 'identify':
      return drawName(draw, size, words);
    case 'emergency':
    case 'notice':
      return drawCard(draw, size, cover, words);
    default:
      cover satisfies never;
  }
}

function drawCard(draw: Draw, { width, height }: Size, tone: 'emergency' | 'notice', words: CoverWords): void {
  draw.fillStyle = COLOURS[tone];
  draw.fillRect(0, 0, width, height);
  const label = Math.min(height * 0.09, width * 0.045);
  const bar = label * 1.2 + height * 0.03;
  draw.fillStyle = COLOURS.label;
  draw.fillRect(0, 0, width, bar);
  Object.assign(draw, {
    fillStyle: COLOURS.onLabel,
    font: font(label, 800),
    textAlign: 'center',
    textBaseline: 'middle',
  });
  draw.fillText(words[tone], width / 2, bar / 2, width);
  const room = { x: width * 0.03, y: bar + height * 0.02, width: width * 0.94, height: height * 0.93 - bar };
  const fits = (page: Page, px: number) => linesOf(draw, page, px, words.title, room.width).height <= room.height;
  const { size: px, pages } = layText(words.body, fits, sizesOn(width, height));
  const [page] = pages;
  if (!page) return;
  const { lines, height: tall } = linesOf(draw, page, px, words.title, room.width);
  Object.assign(draw, { fillStyle: '#fff', textAlign: 'left', textBaseline: 'top' });
  let y = room.y + Math.max(0, (room.height - tall) / 2);
  for (const line of lines) {
    draw.font = font(line.px, line.weight);
    draw.fillText(line.text, room.x, y, room.width);
    y += line.px * 1.15;
  }
}

interface Line {
  text: string;
  px: number;
  weight: number;
}

function linesOf(
  draw: Draw,
  { body }: Page,
  px: number,
  title: string,
  width: number,
): { lines: Line[]; height: number } {
  const lines = [
    ...wrapped(draw, title, { px: px * 1.25, weight: 800 }, width),
    ...wrapped(draw, body, { px, weight: 600 }, width),
  ];
  return { lines, height: lines.reduce((sum, line) => sum + line.px * 1.15, 0) };
}

function wrapped(draw: Draw, text: string, look: Omit<Line, 'text'>, width: number): Line[] {
  draw.font = font(look.px, look.weight);
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && draw.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => ({ text: line, ...look }));
}

/** Name and size large over everything, as when an operator asks which panel this is. */
function drawName(draw: Draw, { width, height }: Size, { name }: CoverWords): void {
  draw.fillStyle = 'rgb(9 14 22 / 88%)';
  draw.fillRect(0, 0, width, height);
  Object.assign(draw, {
    fillStyle: '#fff',
    textAlign: 'center',
    textBaseline: 'middle',
    font: font(height * 0.16, 700),
  });
  draw.fillText(name, width / 2, height * 0.42, width * 0.94);
  draw.font = font(height * 0.1);
  draw.fillText(`${width} × ${height}`, width / 2, height * 0.66, width * 0.94);
}

const TICKER_SHARE = 0.14;
/** Panels a second pass by so that slow readers follow. */
const TICKER_SPEED = 0.12;

/** A running line at the foot, in whole pixels as a panel moves it. */
export function drawTicker(draw: Draw, { width, height }: Size, words: CoverWords, now: number): void {
  const tall = Math.max(8, Math.round(height * TICKER_SHARE));
  draw.save();
  draw.beginPath();
  draw.rect(0, height - tall, width, tall);
  draw.clip();
  draw.fillStyle = '#0b1a2b';
  draw.fillRect(0, height - tall, width, tall);
  Object.assign(draw, { fillStyle: '#fff', textAlign: 'left', textBaseline: 'middle', font: font(tall * 0.62) });
  const text = `${words.ticker}     •     `;
  const long = Math.max(1, draw.measureText(text).width);
  const start = -Math.round(((now / 1000) * TICKER_SPEED * width) % long);
  for (let x = start; x < width; x += long) draw.fillText(text, x, height - tall / 2);
  draw.restore();
}
