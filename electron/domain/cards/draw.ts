/** Orders on a canvas: the station's and the page's are drawn by these same lines. */
import type { Deck, Order } from './orders';

/** What both kinds of canvas have. */
export interface CardCanvas {
  fillStyle: unknown;
  font: string;
  textBaseline: unknown;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  beginPath(): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  fill(): void;
}

export interface Means {
  /** As CSS names typefaces. */
  family: string;
  /** Draws the logo into its box; left out where there is none. */
  logo?: ((x: number, y: number, width: number, height: number) => void) | undefined;
}

export const fontOf = (size: number, weight: number, family: string): string => `${weight} ${size}px ${family}`;

/** One page, over whatever was there. */
export function draw({ width, height, ground, pages }: Deck, page: number, canvas: CardCanvas, means: Means): void {
  canvas.fillStyle = ground;
  canvas.fillRect(0, 0, width, height);
  canvas.textBaseline = 'alphabetic';
  for (const order of pages[page] ?? []) put(order, canvas, means);
}

function put(order: Order, canvas: CardCanvas, { family, logo }: Means): void {
  const { x, y, width, height } = order;
  switch (order.kind) {
    case 'text':
      canvas.fillStyle = order.fill;
      canvas.font = fontOf(order.size, order.weight, family);
      canvas.fillText(order.text, x, order.baseline);
      return;
    case 'rect':
      canvas.fillStyle = order.fill;
      if (order.radius === 0) return canvas.fillRect(x, y, width, height);
      canvas.beginPath();
      canvas.roundRect(x, y, width, height, order.radius);
      return canvas.fill();
    case 'modules':
      canvas.fillStyle = order.fill;
      for (const [row, modules] of order.rows.entries())
        for (const [column, dark] of modules.entries())
          if (dark) canvas.fillRect(x + column * order.module, y + row * order.module, order.module, order.module);
      return;
    case 'logo':
      return logo?.(x, y, width, height);
    default:
      return order satisfies never;
  }
}
