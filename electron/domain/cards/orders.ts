/** What a drawn card consists of. Sizes and places in the panel's own pixels, from its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextOrder extends Box {
  kind: 'text';
  text: string;
  /** Of the letters' feet; the box holds whatever any letter of this size reaches. */
  baseline: number;
  size: number;
  weight: number;
  fill: string;
  /** What lies under it. */
  on: string;
}

export type Order =
  | TextOrder
  | (Box & { kind: 'rect'; fill: string; radius: number })
  | (Box & { kind: 'modules'; rows: readonly (readonly boolean[])[]; module: number; fill: string })
  | (Box & { kind: 'logo' });

export interface Deck {
  width: number;
  height: number;
  ground: string;
  /** One or more; each is a whole picture. */
  pages: Order[][];
  /** Size of the text, px, and the smallest that may be. */
  size: number;
  smallest: number;
  /** Whether the smallest letters are read at the panel's distance. */
  legible: boolean;
  /** What found no room. */
  left: ('qr' | 'logo')[];
}
