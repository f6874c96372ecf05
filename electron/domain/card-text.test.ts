import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fits, layText, pageAt } from './card-text';

const SIZES = { smallest: 10, largest: 80 };
/** A panel that takes so many characters at size 10, and fewer as they grow; the title takes its share of the first page. */
const panel =
  (room: number, title: number): Fits =>
  ({ first, body }, size) =>
    (body.length + (first ? title : 0)) * size * size <= room * 100;

describe('the words of a card', () => {
  it('are as large as fits on one page', () => {
    expect(layText('short', panel(100, 20), SIZES)).toEqual({ size: 20, pages: [{ first: true, body: 'short' }] });
    expect(layText('', panel(100_000, 1), SIZES).size).toBe(80);
  });

  it('all come, in order and each once, on pages that fit', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 200 }), fc.integer({ min: 0, max: 40 }), (all, room, title) => {
        const fits = panel(room, title);
        const { size, pages } = layText(all.join(' '), fits, SIZES);
        expect(pages.flatMap(({ body }) => body.split(' ').filter(Boolean))).toEqual(all);
        expect(pages.map(({ first }) => first)).toEqual(pages.map((_, index) => index === 0));
        for (const page of pages.slice(1)) expect(fits(page, size)).toBe(true);
      }),
    );
  });

  it('have the title alone on the first page where that leaves no room, and cut what no page can hold', () => {
    const { pages } = layText(`${'x'.repeat(50)} end`, panel(20, 20), SIZES);
    expect(pages.map(({ body }) => body.length)).toEqual([0, 50, 3]);
  });
});

it('pages follow each other by the time it takes to read them, round and round', () => {
  const pages = [
    { first: true, body: 'x' },
    { first: false, body: 'x'.repeat(120) },
  ];
  expect([0, 5999, 6000, 15_999, 16_000, 22_000, -1].map((elapsed) => pageAt(pages, elapsed))).toEqual([
    ...[0, 0, 1, 1, 0, 1, 1],
  ]);
});
