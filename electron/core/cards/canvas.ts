/** The station's canvas: the shipped typefaces, how wide words are in them, and pages of a card as PNG. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { z } from 'zod';
import type { CardDrawing } from '../../contract/records/card';
import { contentOf } from '../../domain/cards/content';
import { fontOf } from '../../domain/cards/draw';
import { layout } from '../../domain/cards/layout';
import type { Measure } from '../../domain/cards/lines';
import type { Deck } from '../../domain/cards/orders';
import type { CardPanel } from '../../domain/cards/panel';
import { createInTurn, type InTurn } from '../in-turn';
import { inThread } from '../sheets/thread';
import { onceDone } from '../together';
import { PAINT, strokesOf } from './strokes';

const unpack = promisify(brotliDecompress);
const libraries = { canvas: createRequire(import.meta.url).resolve('@napi-rs/canvas') };

/** In the order in which a letter is looked for: what a browser does by ranges of characters. */
const FACES = {
  'Suar Card': 'inter-latin-wght-normal.woff2',
  'Suar Card Ext': 'inter-latin-ext-wght-normal.woff2',
  'Suar Card Arabic': 'noto-sans-arabic-400.ttf.br',
  'Suar Card Emoji': 'noto-emoji-400.ttf.br',
} as const;
const FAMILY = Object.keys(FACES)
  .map((name) => `"${name}"`)
  .join(', ');

const loadFaces = onceDone(load);

async function load(): Promise<void> {
  for (const [name, file] of Object.entries(FACES)) {
    const bytes = await readFile(fontFile(file));
    GlobalFonts.register(file.endsWith('.br') ? await unpack(bytes) : bytes, name);
    await turn();
  }
}

/** The folder stands beside dist/ or, in a packed program, beside its archive. @throws Error */
function fontFile(name: string): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'resources', 'fonts', name);
    if (existsSync(path)) return path;
  }
  throw new Error(`resources/fonts/${name} is not there`);
}

const ruler = createCanvas(1, 1).getContext('2d');
const measure: Measure = (text, weight) => {
  const font = fontOf(100, weight, FAMILY);
  // Setting it takes longer than measuring.
  if (ruler.font !== font) ruler.font = font;
  return ruler.measureText(text).width;
};

/** How a drawing lies on a panel. Milliseconds of work: many panels are laid in turns. */
export async function deckOf(drawing: CardDrawing, panel: CardPanel): Promise<Deck> {
  await loadFaces();
  await turn();
  return layout(contentOf(drawing), panel, measure);
}

/** Each thread takes a core, and up to 60 MB for a large panel. */
export const createPainting = (): InTurn => createInTurn(2);

/** One page as PNG, made in a thread: turning a panel of 3840 x 2160 into pixels held the loop 23 ms and more. `logo`: path of its picture. */
export async function pngOf(painting: InTurn, deck: Deck, page: number, logo: string | null): Promise<Buffer> {
  await loadFaces();
  const made = await painting.run((signal) => {
    const { width, height } = deck;
    const input = { width, height, strokes: strokesOf(deck, page, FAMILY), logo };
    return inThread(PAINT, { libraries, input, signal });
  });
  return Buffer.from(z.instanceof(Uint8Array).parse(made));
}
