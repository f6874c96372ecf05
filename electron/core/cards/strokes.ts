/** A page as strokes that a thread can be told: what `draw` of the domain asks of a canvas, in its order. */
import { type CardCanvas, draw } from '../../domain/cards/draw';
import type { Deck } from '../../domain/cards/orders';

export type Stroke =
  | { set: 'fillStyle' | 'font' | 'textBaseline'; value: unknown }
  | { call: 'fillRect' | 'fillText' | 'beginPath' | 'roundRect' | 'fill'; values: readonly (string | number)[] }
  /** The box of the logo. */
  | { logo: readonly [x: number, y: number, width: number, height: number] };

export function strokesOf(deck: Deck, page: number, family: string): Stroke[] {
  const strokes: Stroke[] = [];
  const call =
    (name: Extract<Stroke, { call: unknown }>['call']) =>
    (...values: (string | number)[]) =>
      void strokes.push({ call: name, values });
  const canvas: CardCanvas = {
    set fillStyle(value: unknown) {
      strokes.push({ set: 'fillStyle', value });
    },
    set font(value: string) {
      strokes.push({ set: 'font', value });
    },
    set textBaseline(value: unknown) {
      strokes.push({ set: 'textBaseline', value });
    },
    fillRect: call('fillRect'),
    fillText: call('fillText'),
    beginPath: call('beginPath'),
    roundRect: call('roundRect'),
    fill: call('fill'),
  };
  draw(deck, page, canvas, { family, logo: (...box) => void strokes.push({ logo: box }) });
  return strokes;
}

/** For `inThread`: makes the picture of such strokes as PNG. Typefaces that were registered are there for every thread. */
export const PAINT = `
module.exports = async ({ library, input: { width, height, strokes, logo } }) => {
  const { createCanvas, loadImage } = library('canvas');
  const picture = logo === null ? null : await loadImage(logo).catch(() => null);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (const stroke of strokes) {
    if (stroke.set) context[stroke.set] = stroke.value;
    else if (stroke.call) context[stroke.call](...stroke.values);
    else if (picture) context.drawImage(picture, ...stroke.logo);
  }
  return canvas.encode('png');
};`;
