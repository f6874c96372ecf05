import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coloursOf, INK, PALETTE } from './booking-colours';

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

it.each(PALETTE)('%s carries dark text with AA contrast', (colour) => {
  expect((luminance(colour) + 0.05) / (luminance(INK) + 0.05)).toBeGreaterThan(4.5);
});

it('keeps a booking on its colour in whatever order the list comes', () => {
  const bookings = ['b', 'a', 'c'].map((id) => ({ id }));
  expect(coloursOf(bookings)('c')).toBe(coloursOf([...bookings].reverse())('c'));
});

it('leaves every one its colour when another goes, comes, or is filtered away', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 30 }), fc.nat(), (ids, at) => {
      const all = ids.map((id) => ({ id }));
      const before = coloursOf(all);
      const left = all.toSpliced(at % all.length, 1);
      const after = coloursOf([{ id: '0' }, ...left, { id: '~' }]);
      expect(left.map(({ id }) => after(id))).toEqual(left.map(({ id }) => before(id)));
    }),
  );
});

it('gives twelve bookings twelve colours', () => {
  const bookings = Array.from({ length: 12 }, (_, index) => ({ id: `id${String(index).padStart(2, '0')}` }));
  expect(new Set(bookings.map(({ id }) => coloursOf(bookings)(id))).size).toBe(12);
});
