/** Reads what a page has painted, as a camera before the panel would. */
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright';

/** Red, green and blue, 0..255 each, of one pixel of a screenshot. */
async function pixelAt(page: Page, x: number, y: number): Promise<number[]> {
  const png = await page.screenshot({ clip: { x, y, width: 1, height: 1 }, scale: 'css' });
  // One pixel: a byte that names the filter, which has no neighbours to count from, then its colours.
  return [...inflateSync(Buffer.concat(imageData(png))).subarray(1, 4)];
}

/** The same in a word: which of the three it mostly is, or dark. */
export async function colourAt(page: Page, x: number, y: number): Promise<'dark' | 'red' | 'green' | 'blue'> {
  const [red = 0, green = 0, blue = 0] = await pixelAt(page, x, y);
  const most = Math.max(red, green, blue);
  if (most < 60) return 'dark';
  return most === red ? 'red' : most === green ? 'green' : 'blue';
}

const SIGNATURE_BYTES = 8;

function imageData(png: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE_BYTES; at + 8 <= png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return parts;
}
