/**
 * How a card's words fill a panel: as large as they fit on one page, else the smallest legible size on several. Pure; the same for
 * the panel and for the console's picture of it.
 */

export interface Page {
  /** The first carries the whole title, the others a line of it. */
  first: boolean;
  body: string;
}
/** Whether a page fits the panel at this size, px. What fits at one size fits at every smaller one. */
export type Fits = (page: Page, size: number) => boolean;

export interface Laid {
  size: number;
  pages: readonly Page[];
}

/** Shares of the panel's height, or of half its width where that is less: 30 px on a panel of 800x400. */
const SMALLEST = 0.075;
const LARGEST = 0.2;

/** The sizes of letters, px, between which a panel of these pixels is laid. */
export function sizesOn(width: number, height: number): { smallest: number; largest: number } {
  const unit = Math.min(height, width / 2);
  return { smallest: Math.max(8, unit * SMALLEST), largest: Math.max(8, unit * LARGEST) };
}

export function layText(body: string, fits: Fits, { smallest, largest }: { smallest: number; largest: number }): Laid {
  const whole: Page = { first: true, body };
  if (!fits(whole, smallest)) return { size: smallest, pages: split(body, (page) => fits(page, smallest)) };
  return { size: most(smallest, largest, (size) => fits(whole, size)), pages: [whole] };
}

/** A page that holds nothing at all takes one word all the same: better cut than never shown. */
function split(body: string, fits: (page: Page) => boolean): Page[] {
  const words = body.match(/\s*\S+/g) ?? [];
  const pages: Page[] = [];
  let at = 0;
  do {
    const first = pages.length === 0;
    const page = (count: number): Page => ({
      first,
      body: words
        .slice(at, at + count)
        .join('')
        .trim(),
    });
    const count = most(first ? 0 : 1, words.length - at, (n) => fits(page(n)));
    pages.push(page(count));
    at += count;
  } while (at < words.length);
  return pages;
}

/** The greatest whole number from `low` (taken as good) to `high` that is good. */
function most(low: number, high: number, good: (n: number) => boolean): number {
  let [least, top] = [Math.round(low), Math.max(Math.round(low), Math.floor(high))];
  while (least < top) {
    const middle = Math.ceil((least + top) / 2);
    if (good(middle)) least = middle;
    else top = middle - 1;
  }
  return least;
}

const LEAST_MS = 6000;
/** Slow readers who look up at a panel in passing take in about so many characters. */
const CHARACTERS_PER_S = 12;

/** Which page is on `elapsed` ms after the first came, round and round; the same on every panel with the same pages. */
export function pageAt(pages: readonly Page[], elapsed: number): number {
  const lengths = pages.map(({ body }) => Math.max(LEAST_MS, (body.length / CHARACTERS_PER_S) * 1000));
  const round = lengths.reduce((sum, ms) => sum + ms, 0);
  let left = ((elapsed % round) + round) % round;
  for (const [index, ms] of lengths.entries()) {
    if (left < ms) return index;
    left -= ms;
  }
  return 0;
}
