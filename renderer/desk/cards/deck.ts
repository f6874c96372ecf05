/** A drawing laid and drawn in the page, by the lines the station draws with. */
import type { CardDrawing } from '../../../electron/contract/records/card';
import { contentOf } from '../../../electron/domain/cards/content';
import { draw, fontOf } from '../../../electron/domain/cards/draw';
import { layout } from '../../../electron/domain/cards/layout';
import type { Measure } from '../../../electron/domain/cards/lines';
import type { Deck } from '../../../electron/domain/cards/orders';
import type { CardPanel } from '../../../electron/domain/cards/panel';

/** The same files as the station's. */
const FAMILY = '"Inter Variable"';
const WEIGHTS = [450, 500, 600, 650, 750, 800];

let loading: Promise<unknown> | null = null;

/** Widths are wrong until the typeface is there. */
export function facesLoaded(): Promise<unknown> {
  loading ??= Promise.all(WEIGHTS.map((weight) => document.fonts.load(fontOf(100, weight, FAMILY), 'Aa ē')));
  return loading;
}

const ruler = document.createElement('canvas').getContext('2d');
const measure: Measure = (text, weight) => {
  if (!ruler) return text.length * 60;
  ruler.font = fontOf(100, weight, FAMILY);
  return ruler.measureText(text).width;
};

export const deckOf = (drawing: CardDrawing, panel: CardPanel): Deck => layout(contentOf(drawing), panel, measure);

export function paint(deck: Deck, page: number, canvas: HTMLCanvasElement, logo: HTMLImageElement | null): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const place = (x: number, y: number, width: number, height: number) => {
    if (logo) context.drawImage(logo, x, y, width, height);
  };
  draw(deck, page, context, { family: FAMILY, logo: place });
}
