/** What a thread draws of a card's strokes is what the same lines draw on a canvas. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import type { CardDrawing } from '../../contract/records/card';
import { draw } from '../../domain/cards/draw';
import { SAMPLES } from '../../domain/cards/samples';
import { temporaryFolder } from '../store/samples';
import { createPainting, deckOf, pngOf } from './canvas';

const painting = createPainting();

const FAMILY = '"Suar Card", "Suar Card Ext", "Suar Card Arabic", "Suar Card Emoji"';

it.each(Object.values(SAMPLES))('draws $template as its orders say, logo and code among them', async (fields) => {
  const folder = temporaryFolder();
  const logo = join(folder.dir, 'logo.png');
  const red = createCanvas(40, 40);
  const ink = red.getContext('2d');
  ink.fillStyle = '#d00000';
  ink.fillRect(0, 0, 40, 40);
  await writeFile(logo, await red.encode('png'));
  const drawing: CardDrawing = {
    ...{ fields, look: { theme: 'dark', slideMs: 10_000 }, qr: 'https://kpu.example/x', today: '2026-11-23' },
    ...{ logo: { hash: 'ab'.repeat(32), width: 40, height: 40 }, zone: 'WIB', language: 'id', asOf: null },
  };
  const deck = await deckOf(drawing, { width: 800, height: 400, pitchMm: null, viewingM: null });
  const picture = await loadImage(readFileSync(logo));
  const canvas = createCanvas(800, 400);
  const context = canvas.getContext('2d');
  draw(deck, 0, context, { family: FAMILY, logo: (...box) => context.drawImage(picture, ...box) });
  const made = await pngOf(painting, deck, 0, logo);
  expect(made.equals(await canvas.encode('png'))).toBe(true);
  expect(made.equals(await pngOf(painting, deck, 0, null))).toBe(false);
  folder.remove();
});
